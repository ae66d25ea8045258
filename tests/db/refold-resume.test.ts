import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { openDataFolder, openUnlessOlder } from '#electron/app/open-data-folder.ts';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import type { Database } from '#db/open-database.ts';
import { findParties } from '#db/parties/party-list.ts';
import { FOLDING, type NamesFolded, needsRefolding, refreshSearchIndex } from '#db/search/refresh-index.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

const PEOPLE = 12;
const workerFile = new URL('../../electron/prepare/prepare-worker.ts', import.meta.url);

let desk: TestDesk;
const within = <T>(act: (db: Database) => T): T => {
  const { db, close } = openDataFolder(desk.dataFolder);
  try {
    return act(db);
  } finally {
    close();
  }
};
const normOf = (db: Database): unknown =>
  db.sqlite.prepare('SELECT norm_version FROM installation').pluck().get();
const indexed = (db: Database): unknown =>
  db.sqlite.prepare('SELECT count(*) FROM party_words').pluck().get();
/** An office whose names an older program folded. */
const age = (db: Database): void => {
  db.sqlite.exec(
    `UPDATE party SET search_name = 'x', name_key = 'x'; UPDATE installation SET norm_version = 1`,
  );
};
const everybodyFound = (db: Database): void => {
  for (let number = 0; number < PEOPLE; number += 1)
    expect(findParties(db, nameOf(number), 2).map(({ name }) => name)).toContain(nameOf(number));
};
const WORDS = [
  'صالح',
  'ناصر',
  'ماجد',
  'سلطان',
  'تركي',
  'بدر',
  'نايف',
  'هيثم',
  'رامي',
  'وليد',
  'زياد',
  'جابر',
];
const nameOf = (number: number): string => `فاطمة ${WORDS[number]} علي الحربي`;

beforeAll(async () => {
  desk = await openOffice();
  for (let number = 0; number < PEOPLE; number += 1)
    await desk.call('parties.add', {
      ...person(),
      name: nameOf(number),
      idKind: 'none',
      idNumber: '',
      noIdReason: 'لا يحملها',
      mobile: '',
    });
  desk.app.holder.close();
});
afterAll(() => desk.close());

describe('folding the names again after an update', () => {
  it('goes in slices, each on the disk, and goes on behind the last one after it was ended', () => {
    within((db) => {
      age(db);
      const told: NamesFolded[] = [];
      const upTo = (most: number) => (names: NamesFolded) => {
        told.push(names);
        if (names.done >= most) throw new Error('ended');
      };
      expect(() => refreshSearchIndex(db, 5, { slice: 3, onNames: upTo(6) })).toThrow('ended');
      const { total } = told[0]!;
      expect(total).toBeGreaterThanOrEqual(PEOPLE);
      expect(told.map(({ done }) => done)).toEqual([0, 3, 6]);
      expect([normOf(db), indexed(db), needsRefolding(db)]).toEqual([FOLDING, 6, true]);
      told.length = 0;
      expect(refreshSearchIndex(db, 6, { slice: 3, onNames: upTo(Infinity) })).toBe(true);
      expect(told.map(({ done }) => done).slice(0, 2)).toEqual([6, 9]);
      expect(told.at(-1)).toEqual({ done: total, total });
      expect([normOf(db), needsRefolding(db)]).toEqual([NORM_VERSION, false]);
      everybodyFound(db);
      const logged = db.sqlite.prepare(`SELECT count(*) FROM audit_log WHERE action = 'search.refolded'`);
      expect(logged.pluck().get(), 'one act, however many starts it took').toBe(1);
    });
  });

  it('begins anew where other rules were under way', () => {
    within((db) => {
      age(db);
      const end = () => expect.fail('never told');
      db.sqlite.exec(`UPDATE installation SET norm_version = ${FOLDING + 1}`);
      const told: number[] = [];
      expect(refreshSearchIndex(db, 5, { slice: 5, onNames: ({ done }) => told.push(done) })).toBe(true);
      expect(told[0]).toBe(0);
      everybodyFound(db);
      expect(refreshSearchIndex(db, 5, { onNames: end })).toBe(false);
    });
  });

  it('outlives kills between and within slices: nobody is lost, nobody is indexed twice', async () => {
    within(age);
    const writer = join(import.meta.dirname, 'support/refold-writer.ts');
    for (let kill = 0; kill < 3; kill += 1) {
      await new Promise<void>((done, fail) => {
        const child = spawn(process.execPath, [writer, desk.dataFolder], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let lines = 0;
        child.stdout.on('data', (part: Buffer) => {
          lines += part.toString().split('\n').length - 1;
          // The second line is the first slice of this start.
          if (lines >= 2) child.kill('SIGKILL');
        });
        child.once('close', (_, signal) =>
          signal === 'SIGKILL' ? done() : fail(new Error('ended by itself')),
        );
      });
      within((db) => {
        expect(normOf(db)).toBe(FOLDING);
        expect(indexed(db)).toBeGreaterThan(kill);
      });
    }
    within((db) => {
      expect(refreshSearchIndex(db, 7)).toBe(true);
      everybodyFound(db);
      expect(indexed(db)).toBe(db.sqlite.prepare('SELECT count(*) FROM party').pluck().get());
      expect(verifyDatabase(db).fault).toBeNull();
    });
  });
});

describe('opening an office that an older program wrote', () => {
  it('is left to a thread, which tells how far it is; one of today is opened at once', async () => {
    within(age);
    const opening = openUnlessOlder(desk.dataFolder, { workerFile, nowMs: () => 9 });
    if (!('prepare' in opening)) throw new Error('opened as one of today');
    const told: NamesFolded[] = [];
    const open = await opening.prepare((names) => told.push(names), new AbortController().signal);
    expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
    everybodyFound(open.db);
    open.close();
    const again = openUnlessOlder(desk.dataFolder, { workerFile, nowMs: () => 9 });
    if ('prepare' in again) throw new Error('prepared twice');
    again.close();
  });

  it('lets the next process in after it was ended, and is older still', async () => {
    within(age);
    const end = new AbortController();
    const opening = openUnlessOlder(desk.dataFolder, { workerFile, nowMs: () => 9 });
    if (!('prepare' in opening)) throw new Error('opened as one of today');
    end.abort(new Error('the window was closed'));
    await expect(opening.prepare(() => {}, end.signal)).rejects.toThrow('the window was closed');
    within((db) => expect(needsRefolding(db)).toBe(true));
    within((db) => refreshSearchIndex(db, 7));
  });
});
