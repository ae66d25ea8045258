import type { Database as SqliteDatabase } from 'better-sqlite3';
import { AppError } from '#shared/app-error.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { fromSqliteError } from './sqlite-error.ts';

export interface MigrateOptions {
  /** Called before the first change of a database that holds data; a throw stops everything, untouched. */
  readonly backUp: (fromVersion: number) => void;
  /** For tests: up to an older version, or a list with a planted fault. */
  readonly migrations?: readonly Migration[];
}

export interface MigrateResult {
  readonly from: number;
  readonly to: number;
}

/** The schema version (`user_version`) of an open database; 0 before the first migration. */
export const schemaVersion = (sqlite: SqliteDatabase): number =>
  sqlite.pragma('user_version', { simple: true }) as number;

/**
 * Brings a database to the newest version: all of a migration or nothing of it. Kysely's own Migrator is not used: on
 * SQLite a throw leaves half a migration behind, and its errors are returned, not thrown.
 * @throws AppError databaseTooNew (nothing touched), databaseCorrupt, diskFull
 */
export function migrate(sqlite: SqliteDatabase, options: MigrateOptions): MigrateResult {
  const migrations = options.migrations ?? MIGRATIONS;
  const newest = migrations.at(-1)?.version ?? 0;
  const from = schemaVersion(sqlite);
  if (from > newest) throw new AppError('databaseTooNew', { found: from, known: newest });
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return { from, to: from };
  try {
    if (from > 0) options.backUp(from);
    // Does nothing inside a transaction; and with it on, rebuilding a parent table empties its cascading children.
    sqlite.pragma('foreign_keys = OFF');
    for (const migration of pending) apply(sqlite, migration);
  } catch (error) {
    throw fromSqliteError(error);
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  const check = sqlite.pragma('quick_check', { simple: true });
  if (check !== 'ok') throw new AppError('databaseCorrupt', { check: String(check) });
  return { from, to: newest };
}

function apply(sqlite: SqliteDatabase, migration: Migration): void {
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have migrated while this one waited for the lock.
    if (schemaVersion(sqlite) >= migration.version) {
      sqlite.exec('ROLLBACK');
      return;
    }
    sqlite.exec(migration.sql);
    const orphans = sqlite.pragma('foreign_key_check') as { table: string }[];
    if (orphans[0] !== undefined)
      throw new AppError('databaseCorrupt', { migration: migration.name, orphanIn: orphans[0].table });
    sqlite.pragma(`user_version = ${migration.version}`);
    sqlite.exec('COMMIT');
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
  }
}
