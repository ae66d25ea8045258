import { afterEach, expect, it } from 'vitest';
import { databaseAt, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

it('0020 adds parties and leaves every row of the office as it was', () => {
  old = databaseAt(10);
  old.sqlite.exec(OFFICE_ROWS);
  const before = old.rows();
  old.to(20);
  expect(old.rows()).toEqual({ ...before, name_word: [], party: [], party_role: [] });
  old.sqlite.exec(PARTY_ROWS);
  const found = old.sqlite.prepare(`SELECT rowid FROM party_words WHERE party_words MATCH '"حر"*'`).pluck();
  expect(found.all()).toEqual([1]);
  old.sqlite.exec('DELETE FROM party_words WHERE rowid = 1');
  expect(found.all()).toEqual([]);
});

it('0020 lets nobody be there twice', () => {
  old = databaseAt(20);
  old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS);
  for (const wrong of [
    `UPDATE party SET id_kind = 'nationalId', id_number = '1058529940' WHERE id = 2`,
    `UPDATE party SET file_year = 1448, file_number = 92 WHERE id = 2`,
    `UPDATE party SET file_year = 1448 WHERE id = 2`,
    `UPDATE party SET id_number = '' WHERE id = 1`,
    `UPDATE party SET name = '' WHERE id = 1`,
    `INSERT INTO party_role VALUES (9, 'donor')`,
    `UPDATE party SET created_by = 9`,
  ])
    expect(() => old.sqlite.exec(wrong)).toThrow('constraint');
});
