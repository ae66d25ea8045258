import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_UNTIL, runDemo } from '#electron/demo/demo-command.ts';
import { openDesk } from './open-desk.ts';
import { paired, type Row } from './row.ts';

const root = resolve(import.meta.dirname, '../..');
const emptyApp = join(import.meta.dirname, 'empty-app');

/** From the start of the process to a field that has taken a key: what a person waits for. */
export async function startRow(): Promise<Row> {
  const scratch = mkdtempSync(join(tmpdir(), 'wisam-start-'));
  const dataFolder = join(scratch, 'office');
  try {
    await runDemo({
      people: 500,
      seed: 1,
      dataFolder,
      recoveryKeyFile: undefined,
      until: DEMO_UNTIL,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const profile = (index: number, who: string): string =>
      `--user-data-dir=${join(scratch, `${who}-${index}`)}`;
    const desk = (index: number): Promise<void> =>
      openUntilKey(root, [`--data=${dataFolder}`, profile(index, 'desk')], 'input[type=password]');
    const empty = (index: number): Promise<void> =>
      openUntilKey(emptyApp, [profile(index, 'empty')], 'input');
    await desk(100);
    await empty(100);
    return await paired({
      name: 'start to usable (the sign-in field takes a key)',
      rival: 'an empty page in the same launcher',
      atMost: 1.5,
      cause:
        'of the 350 ms above the empty page, 150 are the first script (React, Mantine) being read and run, 80 the first two ' +
        'answers and their drawing, 60 the main process loading its services and opening the encrypted database',
      pairs: 9,
      ours: desk,
      theirs: empty,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function openUntilKey(app: string, switches: readonly string[], field: string): Promise<void> {
  const { page, close } = await openDesk(app, switches);
  await takesKey(page, field);
  await close();
}

/** A key typed into the field is in the field. */
async function takesKey(page: Page, field: string): Promise<void> {
  const input = page.locator(field).first();
  await input.waitFor({ state: 'visible' });
  await input.press('x');
  if ((await input.inputValue()) !== 'x') throw new Error('the field did not take the key');
}
