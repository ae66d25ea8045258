import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { listBatches, listBatchPersons } from '#db/batches/batch-queries.ts';
import { findLetterPdf } from '#db/letters/letter-queries.ts';
import type { Database } from '#db/open-database.ts';
import { openOffice, person } from '../support/office.ts';

const KILLS = 24;
const PERSONS = 24;

interface Kill {
  /** The line that is waited for: the beginning of drafts, or a letter. */
  readonly at: 'drafting' | 'letter';
  readonly times: number;
  readonly afterMs: number;
}

/** Runs the writer and kills it a little after it has told of so much, or (null) lets it come to its end. Gives the letters. */
function writer(dataFolder: string, kill: Kill | null): Promise<string[]> {
  const file = join(import.meta.dirname, 'support/batch-writer.ts');
  const child = spawn(process.execPath, [file, dataFolder, ...(kill === null ? ['once'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problem = '';
  child.stderr.on('data', (part: Buffer) => (problem += part.toString()));
  child.stdout.on('data', (part: Buffer) => {
    const told = (): number => out.split('\n').filter((line) => line.startsWith(kill?.at ?? ' ')).length;
    const before = told();
    out += part.toString();
    // Counted in acts, not in time, so that a busy machine kills as much.
    if (kill !== null && before < kill.times && told() >= kill.times)
      setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      const lines = out.split('\n').slice(0, -1);
      if (signal === 'SIGKILL' || (kill === null && code === 0))
        done(lines.filter((line) => line.startsWith('letter')));
      else fail(new Error(`the writer ended by itself: ${problem}`));
    });
  });
}

/** What must hold after any kill: each letter belongs to one person of its batch, and each number has its sealed page. */
function faultsOf(db: Database): string[] {
  const faults: string[] = [];
  const found = verifyDatabase(db).fault;
  if (found !== null) faults.push(found);
  const orphans = db.sqlite
    .prepare(
      `SELECT count(*) FROM letter l WHERE l.batch_id IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM letter_batch_person p WHERE p.batch_id = l.batch_id AND p.letter_id = l.id
        AND p.party_id = l.party_id)`,
    )
    .pluck()
    .get() as number;
  if (orphans > 0) faults.push(`${orphans} letters without their person`);
  for (const { summary } of listBatches(db, 200)) {
    const twice = db.sqlite
      .prepare('SELECT count(*) - count(DISTINCT party_id) FROM letter WHERE batch_id = ?')
      .pluck()
      .get(summary.id) as number;
    if (twice > 0) faults.push(`batch ${summary.id}: ${twice} persons with two letters`);
    for (const one of listBatchPersons(db, summary.id))
      if (one.referenceNumber !== null && findLetterPdf(db, one.letterId ?? 0) === undefined)
        faults.push(`${one.referenceNumber} without a page`);
  }
  return faults;
}

it(`${KILLS} kills in letters to many: no number without its letter, no person with two, and the rest goes on`, async () => {
  const desk = await openOffice();
  for (let n = 0; n < PERSONS; n += 1)
    await desk.call('parties.add', {
      ...person(`فلان بن فلان رقم${n} الحربي`, ''),
      idKind: 'none',
      noIdReason: 'لم تُحضر',
      mobile: `05011000${10 + n}`,
    });
  desk.app.holder.close();
  const told: string[] = [];
  let cutDrafting = 0;
  let cutIssuing = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const drafting = kill % 3 === 0;
    told.push(
      ...(await writer(desk.dataFolder, {
        at: drafting ? 'drafting' : 'letter',
        times: drafting ? 1 : 1 + ((kill * 5) % PERSONS),
        afterMs: drafting ? kill % 5 : (kill * 7) % 29,
      })),
    );
    const { db, close } = openDataFolder(desk.dataFolder);
    expect(faultsOf(db)).toEqual([]);
    const latest = listBatches(db, 1)[0]?.summary.counts;
    if (latest !== undefined && latest.waiting > 0) cutDrafting += 1;
    else if (latest !== undefined && latest.letters.draft > 0) cutIssuing += 1;
    close();
  }
  told.push(...(await writer(desk.dataFolder, null)));
  const { db, close } = openDataFolder(desk.dataFolder);
  expect(faultsOf(db)).toEqual([]);
  const kept = new Set<string | null>();
  for (const { summary } of listBatches(db, 200)) {
    expect(summary.counts).toMatchObject({ chosen: PERSONS, waiting: 0, leftOut: 0 });
    expect(summary.counts.letters.issued).toBe(PERSONS);
    for (const one of listBatchPersons(db, summary.id)) kept.add(one.referenceNumber);
  }
  expect(told.map((line) => line.split(' ')[1]!).filter((number) => !kept.has(number))).toEqual([]);
  // At most one letter a kill is on the disk that nobody was told of.
  expect(kept.size).toBeLessThanOrEqual(told.length + KILLS);
  // Enough was cut off for the word "kill" to mean something.
  expect(told.length).toBeGreaterThan(KILLS);
  expect(cutIssuing).toBeGreaterThan(KILLS / 4);
  expect(cutDrafting).toBeGreaterThan(0);
  close();
  desk.close();
}, 240_000);
