import type { Page } from '@playwright/test';

/** Between two keys of a scanner, in seconds. */
const GAP = 0.008;

/**
 * A barcode scanner: the digits and Enter as keys of the keyboard, a few milliseconds apart by their own time, however
 * busy this machine is.
 */
export async function scan(page: Page, digits: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  const keys = [
    ...Array.from(digits, (digit) => ({
      key: digit,
      code: `Digit${digit}`,
      windowsVirtualKeyCode: 48 + Number(digit),
    })),
    { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 },
  ];
  for (const [index, key] of keys.entries()) {
    const timestamp = start + index * GAP;
    // oxlint-disable-next-line no-await-in-loop -- keys come one after the other
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', timestamp, ...key });
    // oxlint-disable-next-line no-await-in-loop -- as above
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + GAP / 2, ...key });
  }
  await keyboard.detach();
}
