import SqliteDatabase, { type Database as Sqlite } from 'better-sqlite3';
import { schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** What SQLite makes for itself: its own tables, and those behind the words of a search. */
const OBJECTS = `SELECT name, sql FROM sqlite_schema
  WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\'
  ORDER BY name`;

const objectsOf = (sqlite: Sqlite): Map<string, string> =>
  new Map(
    (sqlite.prepare(OBJECTS).all() as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql]),
  );

const made = new Map<number, ReadonlyMap<string, string>>();

/** The schema that this program's own migrations make, up to a version. */
function schemaOf(version: number): ReadonlyMap<string, string> {
  const known = made.get(version);
  if (known !== undefined) return known;
  const fresh = new SqliteDatabase(':memory:');
  try {
    for (const migration of MIGRATIONS) if (migration.version <= version) fresh.exec(migration.sql);
    const objects = objectsOf(fresh);
    made.set(version, objects);
    return objects;
  } finally {
    fresh.close();
  }
}

/**
 * The first table, index or trigger of a database that is not as our migrations make it (altered, dropped, added), by
 * its name; null when all are. What guards the registers is itself guarded so.
 */
export function findForeignSchema(sqlite: Sqlite): string | null {
  const [wanted, found] = [schemaOf(schemaVersion(sqlite)), objectsOf(sqlite)];
  for (const [name, sql] of wanted) if (found.get(name) !== sql) return name;
  for (const name of found.keys()) if (!wanted.has(name)) return name;
  return null;
}
