import { CompiledQuery, type Compilable } from 'kysely';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** Whole rows of any table, for a merge and its undo. Names of tables and columns are ours alone, never a person's. */
export type Row = Readonly<Record<string, string | number | null>>;

const query = <R>(sql: string, values: readonly unknown[]): Compilable<R> => ({
  compile: () => CompiledQuery.raw(sql, [...values]),
});

export const listRows = (reader: Reader, sql: string, values: readonly unknown[]): Row[] =>
  reader.list(query<Row>(sql, values));

export const runSql = (tx: WriteTransaction, sql: string, values: readonly unknown[]): number =>
  tx.exec(query(sql, values)).changes;

const matching = (key: Row): string =>
  Object.keys(key)
    .map((name) => `${name} IS ?`)
    .join(' AND ');

export const findRow = (reader: Reader, table: string, key: Row): Row | undefined =>
  listRows(reader, `SELECT * FROM ${table} WHERE ${matching(key)}`, Object.values(key))[0];

export const setRow = (tx: WriteTransaction, table: string, key: Row, values: Row): void =>
  void update(tx, '', table, key, values);

/** False, and nothing done, where another row stands in its place. */
export const changeRow = (tx: WriteTransaction, table: string, key: Row, values: Row): boolean =>
  update(tx, 'OR IGNORE', table, key, values) > 0;

const update = (tx: WriteTransaction, or: '' | 'OR IGNORE', table: string, key: Row, values: Row): number =>
  runSql(
    tx,
    `UPDATE ${or} ${table} SET ${Object.keys(values)
      .map((name) => `${name} = ?`)
      .join(', ')} WHERE ${matching(key)}`,
    [...Object.values(values), ...Object.values(key)],
  );

/** A row that is there already stays as it is. */
export const putRow = (tx: WriteTransaction, table: string, row: Row): void =>
  void runSql(
    tx,
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')}) ON CONFLICT DO NOTHING`,
    Object.values(row),
  );

export const dropRows = (tx: WriteTransaction, table: string, key: Row): void =>
  void runSql(tx, `DELETE FROM ${table} WHERE ${matching(key)}`, Object.values(key));

/** Only the named columns of a row. */
export const pick = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

export const sameRow = (one: Row | undefined, other: Row | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
