import { existsSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#shared/app-error.ts';
import { fromSqliteError } from '#db/sqlite-error.ts';
import { lockPath } from './data-folder-files.ts';
import { fileError } from './durable-files.ts';

export interface DataFolderLock {
  readonly dataFolder: string;
  /** Lets the next process in. `forget` takes the lock file away too: for a folder that was refused or undone. */
  readonly release: (options?: { readonly forget?: boolean }) => void;
}

/**
 * Keeps every other process (desk or command line) out of a data folder until it is released or this process dies.
 *
 * The lock is SQLite's own exclusive file lock on the zero-byte file `lock`, because Node has no flock: the kernel drops
 * it with the process, so a crash or a kill -9 leaves nothing stale and a reused process id means nothing. POSIX drops
 * such a lock as soon as *any* descriptor of that file is closed in this process: nothing else may ever open `lock`.
 *
 * `mode: 'read'` (for `verify`) shares the folder with other readers, keeps writers out, and writes nothing: a folder
 * that was never locked has no lock file and is read without one.
 *
 * Errors: dataFolderInUse, dataFolderMissing, dataFolderReadOnly.
 */
export const lockDataFolder = (dataFolder: string, mode: 'write' | 'read' = 'write'): DataFolderLock => {
  const path = lockPath(dataFolder);
  if (!existsSync(dataFolder)) throw new AppError('dataFolderMissing', { folder: dataFolder });
  if (mode === 'read' && !existsSync(path)) return { dataFolder, release: () => undefined };
  const db = mode === 'write' ? takeForWriting(dataFolder, path) : takeForReading(dataFolder, path);
  let held = true;
  return {
    dataFolder,
    release: (options) => {
      if (!held) return;
      held = false;
      // Taken away while still held, so that nobody can be between the two; Windows cannot remove an open file.
      if (options?.forget === true && process.platform !== 'win32') rmSync(path, { force: true });
      db.close();
      if (options?.forget === true) rmSync(path, { force: true });
    },
  };
};

const inode = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ino ?? -1;

const takeForWriting = (folder: string, path: string): Database.Database => {
  for (;;) {
    const db = open(folder, path, false);
    const before = inode(path);
    try {
      db.pragma('journal_mode = MEMORY'); // else the lock would make a journal file beside it
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      throw lockError(error, folder);
    }
    // Whoever held it may have taken the file away ("forget") between our opening and our locking.
    if (before !== -1 && inode(path) === before) return db;
    db.close();
  }
};

const takeForReading = (folder: string, path: string): Database.Database => {
  const db = open(folder, path, true);
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw lockError(error, folder);
  }
};

const open = (folder: string, path: string, readonly: boolean): Database.Database => {
  try {
    return new Database(path, { readonly, timeout: 0 });
  } catch (error) {
    throw lockError(error, folder);
  }
};

const lockError = (error: unknown, folder: string): unknown => {
  const known = fromSqliteError(error);
  if (!(known instanceof AppError)) return fileError(error, folder);
  if (known.code === 'databaseBusy') return new AppError('dataFolderInUse', { folder }, { cause: error });
  // Somebody wrote into the lock file: it is not the one that we make.
  if (known.code === 'databaseCorrupt') return new AppError('dataFolderNotOurs', { folder }, { cause: error });
  return new AppError(known.code, { ...known.details, folder }, { cause: error });
};
