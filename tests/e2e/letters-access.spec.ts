import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CHAIR, expect, signIn, test } from './support/prepared-office.ts';
import { LettersPage } from './pages/letters-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page, one line a rule with its places. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(
      (rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the letters' screens are sound for assistive technology, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 1366, height: 690 });
    await signIn(page, CHAIR);
    const letters = new LettersPage(page);
    await letters.open();
    expect(await faultsOf(page), 'the empty register').toEqual([]);
    await letters.startNew();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    expect(await faultsOf(page), 'what is missing').toEqual([]);
    await letters.write('طلب تعاون', 'نص الخطاب');
    await expect(letters.saved).toBeVisible();
    await expect(letters.paper).toHaveCount(1);
    expect(await faultsOf(page), 'the editor').toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(page), 'before the issue').toEqual([]);
    await page.keyboard.press('F8');
    await expect(letters.button('إلغاء مسبَّب')).toBeVisible();
    expect(await faultsOf(page), 'the issued letter').toEqual([]);
    await letters.open();
    await letters.row('طلب تعاون').waitFor();
    expect(await faultsOf(page), 'the register').toEqual([]);
  });
}
