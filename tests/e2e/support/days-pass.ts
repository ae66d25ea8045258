import type { Page } from '@playwright/test';
import type { Desktop } from './launch.ts';

const DAY_MS = 86_400_000;

/** So many days go by at a desk that stays open, for its main process and for its page; then somebody comes back to it. */
export async function daysPass(desktop: Desktop, page: Page, days: number): Promise<void> {
  const leap = days * DAY_MS;
  await desktop.evaluate((_, ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  }, leap);
  await page.evaluate((ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
    window.dispatchEvent(new Event('focus'));
  }, leap);
}
