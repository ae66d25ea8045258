import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { tempFolder } from '../support/office.ts';

/** Run with UPDATE_GOLDEN=1 after a new migration, and read the difference in the review. */
const GOLDEN = join(import.meta.dirname, '../golden/schema.sql');
const SCHEMA = join(import.meta.dirname, '../../db/schema');

let folder: string;
let db: Database;
beforeAll(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Of `export interface XTable { a: …; b: …; }` in db/schema, the columns of each, by the name in `Tables`. */
function typedTables(): Map<string, string[]> {
  const sources = readdirSync(SCHEMA).map((name) => readFileSync(join(SCHEMA, name), 'utf8'));
  const interfaces = new Map<string, string[]>();
  for (const source of sources)
    for (const [, name, body] of source.matchAll(/export interface (\w+Table) \{([^}]*)\}/gu))
      interfaces.set(
        name!,
        [...body!.matchAll(/^ {2}(\w+):/gmu)].map((match) => match[1]!),
      );
  const tables = new Map<string, string[]>();
  const map = readFileSync(join(SCHEMA, 'tables.ts'), 'utf8');
  for (const [, table, name] of map.matchAll(/^ {2}(\w+): \w+\.(\w+);$/gmu))
    tables.set(table!, interfaces.get(name!) ?? []);
  return tables;
}

describe('the schema', () => {
  it('is the one that was reviewed', () => {
    const statements = db.sqlite
      .prepare(
        `SELECT sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name`,
      )
      .pluck()
      .all();
    const sql = `${statements.join(';\n\n')};\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, sql);
    expect(sql).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('has STRICT tables and nothing else', () => {
    const loose = db.sqlite
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('has an index under every reference that a parent would have to look through', () => {
    // A reference to staff is never followed downwards: staff are never deleted.
    const unindexed: string[] = [];
    for (const table of typedTables().keys()) {
      const keys = db.sqlite.pragma(`foreign_key_list(${table})`) as {
        table: string;
        from: string;
        seq: number;
      }[];
      const indexed = (db.sqlite.pragma(`index_list(${table})`) as { name: string }[]).map(
        ({ name }) => (db.sqlite.pragma(`index_info(${name})`) as { name: string }[])[0]?.name,
      );
      const primary = (db.sqlite.pragma(`table_info(${table})`) as { name: string; pk: number }[]).find(
        (column) => column.pk === 1,
      )?.name;
      for (const key of keys)
        if (key.seq === 0 && key.table !== 'staff' && key.from !== primary && !indexed.includes(key.from))
          unindexed.push(`${table}.${key.from}`);
    }
    expect(unindexed).toEqual([]);
  });

  it('has the columns that the types say, table by table', () => {
    const tables = typedTables();
    const real = db.sqlite
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
         AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    expect([...tables.keys()].sort()).toEqual(real);
    for (const [table, columns] of tables) {
      const found = db.sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
      const own = table.endsWith('_words') ? ['rowid', ...found] : found;
      expect([table, [...columns].sort()]).toEqual([table, [...own].sort()]);
    }
  });
});
