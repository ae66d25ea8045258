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

/** Runs the import and kills it once it has told of so many rows; null lets it come to its end. Gives its last line. */
function writer(dataFolder: string, list: string, killAt: number | null): Promise<string> {
  const file = join(import.meta.dirname, 'support/import-writer.ts');
  const child = spawn(process.execPath, [file, dataFolder, list], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let problem = '';
  child.stderr.on('data', (part: Buffer) => (problem += part.toString()));
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
    // Counted in rows, not in time, so that a busy machine kills at the same place.
    if (killAt !== null && out.includes(`writing ${killAt}\n`)) child.kill('SIGKILL');
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL' || (killAt === null && code === 0)) done(out.trim().split('\n').at(-1) ?? '');
      else fail(new Error(`the writer ended by itself: ${problem}`));
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
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const last = await writer(desk.dataFolder, list, kill * 360);
    const { db, close } = openDataFolder(desk.dataFolder);
    expect(verifyDatabase(db).fault).toBeNull();
    const found = counts(db);
    // The signal may come after the last commit: then all of it is there, and never a part.
    if (found['party'] === before['party']) {
      expect(found).toEqual(before);
      cut += 1;
    } else expect(found['party']).toBe(before['party']! + ROWS);
    close();
    expect(last).toMatch(/^(?:writing|done)/u);
    if (found['party'] !== before['party']) break;
  }
  expect(cut).toBeGreaterThan(KILLS / 2);
  expect(await writer(desk.dataFolder, list, null)).toBe(`done ${ROWS}`);
  const { db, close } = openDataFolder(desk.dataFolder);
  expect(counts(db)).toMatchObject({ party: before['party']! + ROWS, import_run: 1, import_row: ROWS });
  expect(verifyDatabase(db).fault).toBeNull();
  close();
  desk.close();
}, 180_000);
