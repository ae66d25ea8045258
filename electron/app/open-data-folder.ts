import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { type NamesFolded, needsRefolding } from '#db/search/refresh-index.ts';
import { databasePath } from '../data-folder/data-folder-files.ts';
import { recoverInterruptedRestore } from '../backup/interrupted-restore.ts';
import { lockDataFolder, type DataFolderLock } from '../data-folder/lock-data-folder.ts';
import { requireOurDataFolder } from '../data-folder/recognise-data-folder.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import type { PrepareJob } from '../prepare/prepare-office.ts';
import { runJob } from '../threads/run-job.ts';

/** A data folder, locked for this process, with its database open. */
export interface OpenDataFolder {
  readonly dataFolder: string;
  readonly db: Database;
  readonly key: Buffer;
  /** Closes the database first, then lets the next process in. Harmless when called twice. */
  readonly close: () => void;
}

/**
 * Recognise, lock, carry on an interrupted restore, key, database: in this order, so that a folder that is not ours or
 * is in use is not touched. Nothing stays open when one of them fails. Errors: those of each.
 */
export function openDataFolder(dataFolder: string): OpenDataFolder {
  const { lock, key } = enter(dataFolder);
  try {
    return opened(dataFolder, key, lock, openDatabase({ file: databasePath(dataFolder), key }));
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** An office that an older program wrote last: locked, and untouched until it is brought up to date. */
export interface OlderOffice {
  /**
   * Migrates and folds in a thread, so that the window is drawn meanwhile, and opens what has become of it. Ended by
   * `signal`, it goes on with the next start. Errors: those of `openDataFolder`.
   */
  readonly prepare: (onNames: (names: NamesFolded) => void, signal: AbortSignal) => Promise<OpenDataFolder>;
}

/** As `openDataFolder`, but what takes minutes after an update is left to the caller, who has a window to keep alive. */
export function openUnlessOlder(
  dataFolder: string,
  ports: { readonly workerFile: string | URL; readonly nowMs: () => number },
): OpenDataFolder | OlderOffice {
  const { lock, key } = enter(dataFolder);
  const file = databasePath(dataFolder);
  try {
    const db = openUnlessOld(file, key);
    if (db !== null) return opened(dataFolder, key, lock, db);
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    prepare: async (onNames, signal) => {
      try {
        const job: PrepareJob = { file, key, nowMs: ports.nowMs() };
        await runJob<void, NamesFolded>(job, { workerFile: ports.workerFile, onProgress: onNames, signal });
        return opened(dataFolder, key, lock, openDatabase({ file, key }));
      } catch (error) {
        lock.release();
        throw error;
      }
    },
  };
}

/** Thrown before the first change, so that nothing has been touched. */
class OlderSchema extends Error {}

/** Null where migrations or the folding of names are to be done first. An office of today is opened once, as ever. */
function openUnlessOld(file: string, key: Buffer): Database | null {
  let db: Database;
  try {
    db = openDatabase({
      file,
      key,
      backUp: () => {
        throw new OlderSchema();
      },
    });
  } catch (error) {
    if (error instanceof OlderSchema) return null;
    throw error;
  }
  try {
    if (!needsRefolding(db)) return db;
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return null;
}

function enter(dataFolder: string): { readonly lock: DataFolderLock; readonly key: Buffer } {
  // Not there yet, in a place that is: a first run makes it. Where the place itself is gone (a drive that is not plugged
  // in), a new office must not be offered to somebody whose office lies on it.
  if (!existsSync(dataFolder) && existsSync(dirname(dataFolder)))
    throw new AppError('firstRunNeeded', { folder: dataFolder });
  requireOurDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder);
  try {
    recoverInterruptedRestore(dataFolder);
    return { lock, key: readDatabaseKey(dataFolder) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const opened = (dataFolder: string, key: Buffer, lock: DataFolderLock, db: Database): OpenDataFolder => ({
  dataFolder,
  db,
  key,
  close: closing(db, lock),
});

const closing = (db: Database, lock: DataFolderLock) => (): void => {
  try {
    db.close();
  } finally {
    lock.release();
  }
};
