import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { theApp } from './app.ts';
import { theWindows } from './browser-window.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const PATIENCE_MS = 30_000;

/** Saves a picture of the first window once it has stopped changing, and ends the app: 0, or 1 when it never showed. */
export async function saveScreenshot(file: string): Promise<void> {
  const picture = await waitForDesk().catch((error: unknown) => {
    process.stderr.write(
      `the desk did not show: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return undefined;
  });
  if (!picture) return theApp.exit(1);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  process.stdout.write(`The desk's screenshot: ${file}\n`);
  theApp.quit();
}

async function waitForDesk(): Promise<Buffer> {
  const end = Date.now() + PATIENCE_MS;
  while (theWindows().length === 0) {
    if (Date.now() > end) throw new Error('no window was opened');
    await pause(20);
  }
  const { page } = await theWindows()[0]!.opened;
  await page.waitForFunction(
    () => (document.querySelector('#root')?.childElementCount ?? 0) > 0 && document.fonts.status === 'loaded',
    undefined,
    { timeout: PATIENCE_MS },
  );
  return settledPicture(page, end);
}

async function settledPicture(page: Page, end: number): Promise<Buffer> {
  const shoot = (): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });
  let last = await shoot();
  for (;;) {
    await pause(250);
    const now = await shoot();
    if (now.equals(last) || Date.now() > end) return now;
    last = now;
  }
}
