import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDataFolder } from '#electron/app/open-data-folder.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { EVERY_LETTER, listLetters } from '#db/letters/letter-list.ts';
import { findCounter } from '#db/registers/register-counter.ts';
import { findRequests } from '#db/requests/request-queries.ts';
import { openOffice, person } from '../support/office.ts';

const KILLS = 24;

/** Runs the writer and kills it a little after it has told of `acts` acts. Gives what it had said to be done. */
function killedWriter(dataFolder: string, acts: number, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support/issue-writer.ts'), dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problem = '';
  child.stderr.on('data', (part: Buffer) => (problem += part.toString()));
  child.stdout.on('data', (part: Buffer) => {
    const before = out.split('\n').length;
    out += part.toString();
    // Counted in acts, not in time, so that a busy machine kills as much; «ready» is the first line.
    if (before <= acts + 1 && out.split('\n').length > acts + 1)
      setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (_, signal) => {
      // A cut last line was not said.
      const lines = out.split('\n').slice(0, -1);
      if (signal === 'SIGKILL') done(lines.filter((line) => line !== 'ready'));
      else fail(new Error(`the writer ended by itself: ${problem}`));
    });
  });
}

it(`${KILLS} kills: what was said to be issued is there, whole and without a gap; the lock lets the next in`, async () => {
  const desk = await openOffice();
  await desk.call('parties.add', person());
  desk.app.holder.close();
  const told: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    told.push(...(await killedWriter(desk.dataFolder, kill % 4, (kill * 7) % 23)));
    const { db, close } = openDataFolder(desk.dataFolder);
    expect(verifyDatabase(db).fault).toBeNull();
    close();
  }
  const { db, close } = openDataFolder(desk.dataFolder);
  const kept = new Set<string | null>();
  for (let offset = 0; ; offset += 200) {
    const { rows } = listLetters(db, { ...EVERY_LETTER, states: ['issued'], offset, limit: 200 });
    for (const row of rows) kept.add(row.referenceNumber);
    if (rows.length === 0) break;
  }
  const lost = told.filter((line) => {
    const [kind, number] = line.split(' ') as [string, string];
    return kind === 'letter' ? !kept.has(number) : findRequests(db, number, 1).length === 0;
  });
  expect(lost).toEqual([]);
  // Enough happened for the word "kill" to mean something.
  expect(told.length).toBeGreaterThanOrEqual((KILLS / 4) * (0 + 1 + 2 + 3));
  // At most one act a kill is on the disk that nobody was told of.
  const years = new Set([...kept].map((number) => Number(number?.split('/')[2])));
  for (const year of years) expect(findCounter(db, 'outgoing', year)).toBeDefined();
  expect(kept.size).toBeLessThanOrEqual(told.filter((line) => line.startsWith('letter')).length + KILLS);
  close();
  desk.close();
}, 180_000);
