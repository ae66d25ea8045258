import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetStoredFile } from '#db/files/stored-files.ts';
import { openOffice, type TestDesk } from '../support/office.ts';
import { insertRaw } from './support/hanging-rows.ts';

/**
 * A copy is destroyed with its bytes when its day comes (PDPL), unless something else speaks of them: one place that was
 * forgotten here, and the destruction breaks on it.
 */
let desk: TestDesk;
beforeAll(async () => {
  desk = await openOffice();
});
afterAll(() => desk.close());

const db = () => desk.office().db;
/** Every `table.column` of the schema that names a kept file. */
function fileReferences(): [string, string][] {
  const tables = db()
    .sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  return tables.flatMap((table) =>
    (db().sqlite.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[])
      .filter((key) => key.table === 'stored_file')
      .map((key): [string, string] => [table, key.from]),
  );
}
function keep(name: string): string {
  const sha256 = createHash('sha256').update(name).digest('hex');
  insertRaw(db().sqlite, 'stored_file', { sha256, media_type: 'image/png', size_bytes: 1 });
  return sha256;
}
const forget = (sha256: string): boolean =>
  db().write((tx) => {
    tx.unaudited();
    return forgetStoredFile(tx, sha256);
  });

it('a file is forgotten once nothing speaks of it, and by no place of the schema before', () => {
  const references = fileReferences();
  expect(references.length).toBeGreaterThan(10);
  const files = references.map(([table, column]) => [table, column, keep(`${table}.${column}`)] as const);
  const nothing = keep('nothing');
  const { sqlite } = db();
  // The rows around it are not what is asked about.
  sqlite.pragma('foreign_keys = OFF');
  sqlite.pragma('ignore_check_constraints = ON');
  for (const [index, [table, column, sha256]] of files.entries()) {
    const names = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    // An appeal bears two papers: a request has one that is open.
    const request = names.includes('request_id') ? { request_id: 900 + index } : {};
    insertRaw(sqlite, table, { [column]: sha256, ...request });
  }
  const standing = files.filter(([table, column, sha256]) => {
    const rows = sqlite.prepare(`SELECT count(*) FROM ${table} WHERE ${column} = ?`).pluck().get(sha256);
    return rows === 1;
  });
  expect(files.filter((one) => !standing.includes(one))).toEqual([]);
  expect(
    files.filter(([, , sha256]) => forget(sha256)).map(([table, column]) => `${table}.${column}`),
  ).toEqual([]);
  expect(forget(nothing)).toBe(true);
});
