import { afterEach, beforeEach, expect, it } from 'vitest';
import { partyRecordSchema } from '#shared/parties/party-record.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import { dropParty, indexAfterwards, reindexParty } from '#db/search-index.ts';
import type { Database } from '#db/open-database.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let db: Database;
beforeEach(async () => {
  desk = await openOffice();
  db = desk.office().db;
});
afterEach(() => desk.close());

const person = (n: number) =>
  partyRecordSchema.parse({
    name: `فهد سالم رقم${n} الحربي`,
    idKind: 'none',
    noIdReason: 'لم تُحضر',
    roles: ['beneficiary'],
  });
const addMany = (tx: WriteTransaction, from: number): void => {
  for (let n = from; n < from + 60; n += 1) insertParty(tx, person(n), 1 as never, 1000);
};
const found = (word: string): unknown =>
  db.sqlite.prepare(`SELECT count(*) FROM party_words WHERE party_words MATCH ?`).pluck().get(word);
it('finds everybody who was written, those without it as well', () => {
  db.write((tx) => {
    tx.unaudited();
    indexAfterwards(tx, () => {
      addMany(tx, 0);
      expect(found('فهد')).toBe(0);
    });
    expect(found('فهد')).toBe(60);
    addMany(tx, 60);
  });
  expect(found('فهد')).toBe(120);
});

it('keeps the order of what was written, changed and dropped', () => {
  db.write((tx) => {
    tx.unaudited();
    indexAfterwards(tx, () => {
      const [one, other] = [
        insertParty(tx, person(1), 1 as never, 1),
        insertParty(tx, person(2), 1 as never, 1),
      ];
      reindexParty(tx, one, { name: 'نورة علي', latinName: '', aliases: [] });
      dropParty(tx, other);
    });
  });
  expect([found('فهد'), found('نوره')]).toEqual([0, 1]);
});

it('leaves nothing behind of what failed, and waits no more', () => {
  expect(() =>
    db.write((tx) => {
      tx.unaudited();
      indexAfterwards(tx, () => {
        addMany(tx, 0);
        throw new Error('stopped');
      });
    }),
  ).toThrow('stopped');
  expect(found('فهد')).toBe(0);
  db.write((tx) => {
    tx.unaudited();
    indexAfterwards(tx, () => addMany(tx, 0));
    insertParty(tx, person(99), 1 as never, 1);
  });
  expect(found('فهد')).toBe(61);
});
