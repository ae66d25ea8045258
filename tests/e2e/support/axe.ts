import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, contrast included: one line a rule, with its weight and places. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(source);
  // What fades in is pale for a moment: the page is looked at as it then stands.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    // A word that is narrower than its letters apart is an icon of an icon font to axe 4.14, and its contrast is not
    // looked at: every Arabic word is, since its letters join. We have no icon font, so no word may look narrower.
    const canvas = CanvasRenderingContext2D.prototype;
    const own = Object.getOwnPropertyDescriptor(canvas, 'measureText') ?? {};
    canvas.measureText = (text) => ({ width: 10 * text.length }) as TextMetrics;
    try {
      // Off by itself in axe, as it is still tried out there: a button is named by the word that stands on it.
      const { violations } = await axe.run({ rules: { 'label-content-name-mismatch': { enabled: true } } });
      return violations.map(
        ({ id, impact, nodes }) =>
          `${id} (${impact}): ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
    } finally {
      Object.defineProperty(canvas, 'measureText', own);
    }
  });
}
