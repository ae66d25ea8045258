import type { Page } from '@playwright/test';
import { faultsOf } from './support/axe.ts';
import { cutTexts } from './support/cut-text.ts';
import { expect, inDemo, signInToDemo } from './support/demo-office.ts';

/** The screens of the seven steps, the committee, the research and the deliveries, and what stands there once it is drawn. */
const SCREENS = [
  ['/deliveries', 'التسليم'],
  ['/committee', 'لجنة البحث'],
  ['/committee/paper', 'إدخال محضر ورقي'],
  ['/research', 'البحث الاجتماعي'],
  ['/research/studies', 'البحث الاجتماعي'],
  ['/audit/sample', 'عيّنة المدقق'],
  ['/settings/services', 'الإعدادات'],
  ['/settings/documents', 'الإعدادات'],
  ['/settings/reply', 'الإعدادات'],
  ['/settings/committee', 'الإعدادات'],
  ['/settings/need', 'الإعدادات'],
] as const;

async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.getByRole('status', { name: 'يُحضَر' })).toHaveCount(0);
}

/** One request at each step and at each end that the office has, one session of each state, one study. */
const examples = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    };
    const { wisam } = window;
    const found: string[] = [];
    const phases = [
      'matching',
      'referral',
      'attestation',
      'raising',
      'committee',
      'registration',
      'service',
    ] as const;
    for (const phase of phases)
      for (const { id } of value(await wisam['requests.list']({ phase, limit: 1 })).rows)
        found.push(`/requests/${id}`);
    for (const view of ['closed', 'refused', 'withdrawn', 'stopped'] as const)
      for (const { id } of value(await wisam['requests.list']({ view, limit: 1 })).rows)
        found.push(`/requests/${id}`, `/requests/${id}/path`);
    for (const { id } of value(await wisam['requests.list']({ view: 'closed', limit: 1 })).rows)
      found.push(`/requests/${id}/check`);
    for (const state of ['planned', 'held', 'closed'] as const)
      for (const { id } of value(await wisam['committee.sessions']({ states: [state], limit: 1 })).rows)
        found.push(`/committee/${id}`);
    for (const view of ['open', 'over'] as const)
      for (const { id } of value(await wisam['research.list']({ view, limit: 1 })).rows)
        found.push(`/research/studies/${id}`);
    return found;
  });

for (const scheme of ['light', 'dark'] as const)
  inDemo(`the screens of the seven steps are sound for assistive technology, ${scheme}`, async ({ page }) => {
    inDemo.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1366, height: 690 });
    await signInToDemo(page);
    for (const [path, title] of SCREENS) {
      await open(page, path);
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      expect.soft(await faultsOf(page), path).toEqual([]);
      expect.soft(await cutTexts(page), path).toEqual([]);
    }
    const paths = await examples(page);
    // An office of three years has been everywhere: a list that found nothing would prove nothing.
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      await open(page, path);
      expect.soft(await faultsOf(page), path).toEqual([]);
      expect.soft(await cutTexts(page), path).toEqual([]);
    }
  });
