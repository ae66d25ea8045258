import { statSync } from 'node:fs';
import Sqlite, { type Database as SqliteDatabase } from 'better-sqlite3';
import { fromSqliteError } from './sqlite-error.ts';

export interface FileLock {
  /** Harmless when called twice. */
  readonly release: () => void;
}

/** A connection that nobody refers to is collected and closed, and its lock falls with it: so each is kept here. */
const held = new Set<SqliteDatabase>();

function keep(sqlite: SqliteDatabase): FileLock {
  held.add(sqlite);
  return {
    release: () => {
      held.delete(sqlite);
      sqlite.close();
    },
  };
}

const inode = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ino ?? -1;

/**
 * Takes SQLite's own file lock on a zero-byte file, because Node has no flock: the kernel drops it with the process, so
 * that a crash leaves nothing stale and a reused process id means nothing. Makes the file when it is missing; writes
 * nothing into it. POSIX drops such a lock as soon as *any* descriptor of the file is closed in this process: nothing
 * else may ever open it.
 * @throws AppError databaseBusy (somebody holds it), dataFolderReadOnly, databaseCorrupt (the file is not empty)
 */
export function lockExclusively(path: string): FileLock {
  for (;;) {
    const sqlite = open(path, false);
    const before = inode(path);
    guarded(sqlite, () => {
      sqlite.pragma('journal_mode = MEMORY'); // else the lock would make a journal file beside it
      sqlite.exec('BEGIN EXCLUSIVE');
    });
    // Whoever held it may have taken the file away between our opening and our locking.
    if (before !== -1 && inode(path) === before) return keep(sqlite);
    sqlite.close();
  }
}

/** Shares the file with other readers and keeps `lockExclusively` out. Writes nothing. @throws as above */
export function lockForReading(path: string): FileLock {
  const sqlite = open(path, true);
  guarded(sqlite, () => {
    sqlite.exec('BEGIN');
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
  });
  return keep(sqlite);
}

function open(path: string, readonly: boolean): SqliteDatabase {
  try {
    return new Sqlite(path, { readonly, timeout: 0 });
  } catch (error) {
    throw fromSqliteError(error);
  }
}

function guarded(sqlite: SqliteDatabase, act: () => void): void {
  try {
    act();
  } catch (error) {
    sqlite.close();
    throw fromSqliteError(error);
  }
}
