import type { Locator, Page } from '@playwright/test';
import { expect } from './desktop.ts';

interface Watched {
  pointerActs?: string[];
}

/** Notes everything in the page that only a mouse, a pen or a finger does, from now until the page is loaded anew. */
export async function watchForPointers(page: Page): Promise<{ acts: () => Promise<string[]> }> {
  await page.evaluate(() => {
    const acts: string[] = [];
    (window as Watched).pointerActs = acts;
    const note = (event: Event): void => void acts.push(event.type);
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dblclick', 'contextmenu', 'drop'])
      window.addEventListener(type, note, { capture: true, passive: true });
    // Enter on a button is a click as well, with no button pressed: only a pointer's click counts its presses.
    window.addEventListener('click', (event) => event.detail > 0 && note(event), { capture: true });
  });
  return {
    acts: () =>
      page.evaluate(() => {
        const { pointerActs } = window as Watched;
        if (pointerActs === undefined) throw new Error('the page was loaded anew and nobody watched it');
        return pointerActs;
      }),
  };
}

/** An open menu's item: the arrows go down to it, Enter takes it. */
export async function pickItem(page: Page, name: string, most = 12): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  await item.waitFor();
  // The menu takes the focus a moment after it is seen.
  await expect(page.locator('[role="menu"]:focus-within, [role="menu"]:focus')).toBeVisible();
  for (let stops = 0; stops < most; stops += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(item, `within ${most} arrows`).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Presses Tab until this has the focus; a person would have given up after `most`. */
export async function tabTo(
  page: Page,
  wanted: Locator,
  most = 25,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let stops = 0; stops < most; stops += 1) {
    await page.keyboard.press(key);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted, `within ${most} stops of ${key}`).toBeFocused();
}
