import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import {
  chainGenesis,
  counterOrNext,
  findCounter,
  linkChain,
  openRegister,
  parseYearNumber,
  takeNextNumber,
  takeNumber,
  yearNumber,
} from '#db/registers/register-counter.ts';
import { isRefusedByTrigger } from '#db/sqlite-error.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { tempFolder } from '../support/office.ts';

let folder: string;
let db: Database;
beforeEach(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = <T>(act: (tx: WriteTransaction) => T): T =>
  db.write((tx): never => {
    tx.unaudited();
    return act(tx) as never;
  });

describe('a register', () => {
  it('goes on after the last number on paper, by one', () => {
    write((tx) => openRegister(tx, 'outgoing', 1448, 126));
    expect([1, 2, 3].map(() => write((tx) => takeNextNumber(tx, 'outgoing', 1448, true)))).toEqual([
      127, 128, 129,
    ]);
    expect(findCounter(db, 'outgoing', 1448)).toMatchObject({ opening: 126, last: 129 });
  });

  it('begins at 1 in a new Hijri year, or goes on where the setting says so', () => {
    write((tx) => openRegister(tx, 'outgoing', 1448, 126));
    write((tx) => takeNextNumber(tx, 'outgoing', 1448, true));
    expect(counterOrNext(db, 'outgoing', 1449, true)).toMatchObject({ opening: 0, last: 0 });
    expect(counterOrNext(db, 'outgoing', 1449, false)).toMatchObject({ opening: 127, last: 127 });
    expect(write((tx) => takeNextNumber(tx, 'outgoing', 1449, false))).toBe(128);
    expect(findCounter(db, 'outgoing', 1449)).toMatchObject({ opening: 127, last: 128 });
  });

  it('gives a number to the one who saw it as it stands, and to nobody else', () => {
    write((tx) => openRegister(tx, 'outgoing', 1448, 0));
    const seen = counterOrNext(db, 'outgoing', 1448, true);
    expect(write((tx) => takeNumber(tx, seen, true))).toBe(true);
    expect(write((tx) => takeNumber(tx, seen, true))).toBe(false);
    // The same number, but another chain: a seal would cover a head that no longer is.
    const next = counterOrNext(db, 'outgoing', 1448, true);
    write((tx) => linkChain(tx, 'outgoing', 1448, 1, 'a'.repeat(64)));
    expect(write((tx) => takeNumber(tx, next, true))).toBe(false);
    expect(findCounter(db, 'outgoing', 1448)?.last).toBe(1);
  });

  it('opens a year once for two who saw it unopened', () => {
    const seen = counterOrNext(db, 'outgoing', 1448, true);
    expect(write((tx) => takeNumber(tx, seen, true))).toBe(true);
    expect(write((tx) => takeNumber(tx, seen, true))).toBe(false);
  });

  it('going on over the year, does not follow a year that moved meanwhile', () => {
    write((tx) => openRegister(tx, 'outgoing', 1447, 10));
    const seen = counterOrNext(db, 'outgoing', 1448, false);
    write((tx) => takeNextNumber(tx, 'outgoing', 1447, false));
    expect(write((tx) => takeNumber(tx, seen, false))).toBe(false);
    expect(findCounter(db, 'outgoing', 1448)).toBeUndefined();
  });

  it.each([
    ['jump', 'UPDATE register_counter SET last = last + 2'],
    ['fall back', 'UPDATE register_counter SET last = last - 1'],
    ['change its opening', 'UPDATE register_counter SET opening = 0'],
    ['change its year', 'UPDATE register_counter SET hijri_year = 1449'],
    ['go away', 'DELETE FROM register_counter'],
    [
      'open in the middle',
      `INSERT INTO register_counter VALUES ('outgoing', 1449, 0, 5, '${'a'.repeat(64)}')`,
    ],
  ])('refuses to %s', (_, sql) => {
    write((tx) => openRegister(tx, 'outgoing', 1448, 5));
    write((tx) => takeNextNumber(tx, 'outgoing', 1448, true));
    let refused: unknown;
    try {
      db.sqlite.exec(sql);
    } catch (error) {
      refused = error;
    }
    expect(isRefusedByTrigger(refused)).toBe(true);
  });

  it('starts its chain from what a person declared', () => {
    expect(chainGenesis('outgoing', 1448, 126)).toMatch(/^[0-9a-f]{64}$/u);
    expect(
      new Set([
        chainGenesis('outgoing', 1448, 126),
        chainGenesis('outgoing', 1448, 0),
        chainGenesis('incoming', 1448, 126),
      ]).size,
    ).toBe(3);
  });
});

describe('a number with its year', () => {
  it('is written with four digits at least, and read in either shape', () => {
    expect(yearNumber(1448, 92)).toBe('1448-0092');
    expect(yearNumber(1448, 12_345)).toBe('1448-12345');
    expect(parseYearNumber('1448-0092')).toEqual({ year: 1448, number: 92 });
    expect(parseYearNumber(' 1448/92 ')).toEqual({ year: 1448, number: 92 });
    expect(parseYearNumber('1058529940')).toBeNull();
    expect(parseYearNumber('127/ص/1448')).toBeNull();
  });
});
