import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { launchDesktop, type Desktop } from './launch.ts';

export interface DeskFixtures {
  /** A data folder that is copied before the desk opens; null opens the first run. Set it with `test.use`. */
  prepared: string | null;
  /** More switches for this start. */
  switches: readonly string[];
  /** An empty folder of this test alone, taken away afterwards. */
  scratch: string;
  /** The office's data folder; the desk makes it. */
  dataFolder: string;
  /** The bytes of every print job land here, one file a job. */
  printFolder: string;
  desktop: Desktop;
  /** Breaches of the security policy and uncaught errors of the page so far: any at the end fails the test. */
  faults: string[];
  /** The desk's page, drawn and ready. */
  page: Page;
}

export const test = base.extend<DeskFixtures>({
  prepared: [null, { option: true }],
  switches: [[], { option: true }],
  scratch: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'wisam-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  dataFolder: async ({ scratch, prepared }, use) => {
    const folder = join(scratch, 'office');
    if (prepared !== null) cpSync(prepared, folder, { recursive: true });
    await use(folder);
  },
  printFolder: async ({ scratch }, use) => {
    const folder = join(scratch, 'printed');
    mkdirSync(folder);
    await use(folder);
  },
  desktop: async ({ scratch, dataFolder, printFolder, switches }, use) => {
    const desktop = await openDesk({ scratch, dataFolder, printFolder, switches });
    await use(desktop);
    await desktop.close();
    expect(desktop.errors(), 'what the stand-in complained of').not.toMatch(/^stand-in: /m);
  },
  faults: async ({ desktop }, use) => {
    const faults = watchForFaults(desktop.page);
    await use(faults);
    expect(faults, 'breaches of the security policy and uncaught errors').toEqual([]);
  },
  page: async ({ desktop, faults }, use) => {
    expect(faults, 'before the desk stood').toEqual([]);
    await waitForDesk(desktop.page);
    await use(desktop.page);
  },
});
export { expect };

export interface OpenDesk {
  scratch: string;
  dataFolder: string;
  printFolder: string;
  switches?: readonly string[];
}

/** Opens a desk over a data folder; a test that opens a second one, after a kill or "on another computer", calls it. */
export const openDesk = ({ scratch, dataFolder, printFolder, switches = [] }: OpenDesk): Promise<Desktop> =>
  launchDesktop([
    `--data=${dataFolder}`,
    `--user-data-dir=${join(scratch, 'profile')}`,
    `--print-folder=${printFolder}`,
    '--lang=ar',
    ...switches,
  ]);

/** Until the desk's first screen stands, its fonts included. */
export async function waitForDesk(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      'wisam' in window &&
      (document.querySelector('#root')?.childElementCount ?? 0) > 0 &&
      document.fonts.status === 'loaded',
  );
}

/** Collects refusals of the security policy and errors that nobody caught, from before the page was reached too. */
export function watchForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/** Every print job so far, oldest first: the very bytes that a printer would have got. */
export const printJobs = (folder: string): Buffer[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)));

/** The next dialogs that ask for a folder or a file answer this path; null closes them. */
export const answerDialogs = (desktop: Desktop, path: string | null): Promise<void> =>
  desktop.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = async () => ({
      canceled: answer === null,
      filePaths: answer === null ? [] : [answer],
    });
    dialog.showSaveDialog = async () => ({ canceled: answer === null, filePath: answer ?? '' });
  }, path);
