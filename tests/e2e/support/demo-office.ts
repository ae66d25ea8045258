import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { wisam } from '../../cli/support/wisam.ts';
import { test as desk } from './desktop.ts';

export const DEMO_CHAIR = 'عبد الله بن عوض البشري';

/** A desk whose worker makes one office with three years behind it: for those that open a copy of it, and for others. */
export const test = desk.extend<object, { demo: string }>({
  demo: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'wisam-demo-'));
      const data = join(folder, 'office');
      const made = wisam(['demo', '--people', '40', '--seed', '3', '--data', data], folder);
      if (made.code !== 0) throw new Error(made.err);
      await use(data);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
export const inDemo = test.extend({ prepared: async ({ demo }, use) => use(demo) });
export { expect } from './desktop.ts';

/** From the sign-in screen of the demo office. */
export async function signInToDemo(page: Page): Promise<void> {
  await page.getByRole('option', { name: DEMO_CHAIR }).click();
  await page.getByLabel(`كلمة مرور ${DEMO_CHAIR}`).fill('wisam-demo');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'أقسام وسام' }).waitFor();
}
