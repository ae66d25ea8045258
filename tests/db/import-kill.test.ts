import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import type { Database } from '#db/open-database.ts';
import { nameOf } from '../support/messy-list.ts';
import { openOffice } from '../support/office.ts';
import { idOf, mobileOf, workbook } from '../support/workbooks.ts';

const KILLS = 6;
const ROWS = 2000;

/** Runs the import, which is killed once so many rows are written; null lets it come to its end. Gives its last line. */
function writer(dataFolder: string, list: string, killAt: number | null): Promise<string> {
  const file = join(import.meta.dirname, 'support/import-writer.ts');
  const args = [file, dataFolder, list, ...(killAt === null ? [] : [String(killAt)])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let problem = '';
  child.stderr.on('data', (part: Buffer) => (problem += part.toString()));
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      if (killAt === null ? code === 0 : signal === 'SIGKILL') done(out.trim().split('\n').at(-1) ?? '');
      else fail(new Error(`the writer ended with ${code ?? signal}: ${problem}`));
    });
  });
}

const counts = (db: Database): Record<string, number> =>
  Object.fromEntries(
    [
      'party',
      'party_role',
      'contact_point',
      'party_words',
      'party_reach',
      'import_run',
      'import_row',
      'audit_log',
    ].map((table) => [table, db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  );

it(`${KILLS} kills in an import leave nothing of it, and the next one is whole`, async () => {
  const desk = await openOffice();
  const list = join(desk.folder, 'list.xlsx');
  const rows = Array.from({ length: ROWS }, (_, n) => [nameOf(n), idOf(n), mobileOf(n)]);
  writeFileSync(list, await workbook([['الاسم', 'رقم الهوية', 'الجوال'], ...rows]));
  const before = counts(desk.office().db);
  desk.app.holder.close();
  for (let kill = 0; kill < KILLS; kill += 1) {
    expect(await writer(desk.dataFolder, list, kill * 300)).toMatch(/^writing/u);
    const { db, close } = openDataFolder(desk.dataFolder);
    expect(verifyDatabase(db).fault).toBeNull();
    expect(counts(db)).toEqual(before);
    close();
  }
  expect(await writer(desk.dataFolder, list, null)).toBe(`done ${ROWS}`);
  const { db, close } = openDataFolder(desk.dataFolder);
  expect(counts(db)).toMatchObject({ party: before['party']! + ROWS, import_run: 1, import_row: ROWS });
  expect(verifyDatabase(db).fault).toBeNull();
  close();
  desk.close();
}, 180_000);
