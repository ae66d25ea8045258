import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { openDatabase, type Database } from '#db/open-database.ts';
import { databasePath } from '../data-folder/data-folder-files.ts';
import { recoverInterruptedRestore } from '../backup/interrupted-restore.ts';
import { lockDataFolder, type DataFolderLock } from '../data-folder/lock-data-folder.ts';
import { requireOurDataFolder } from '../data-folder/recognise-data-folder.ts';
import { readDatabaseKey } from '../keys/key-file.ts';

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
  // Not there yet, in a place that is: a first run makes it. Where the place itself is gone (a drive that is not plugged
  // in), a new office must not be offered to somebody whose office lies on it.
  if (!existsSync(dataFolder) && existsSync(dirname(dataFolder)))
    throw new AppError('firstRunNeeded', { folder: dataFolder });
  requireOurDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder);
  try {
    recoverInterruptedRestore(dataFolder);
    const key = readDatabaseKey(dataFolder);
    const db = openDatabase({ file: databasePath(dataFolder), key });
    return { dataFolder, db, key, close: closing(db, lock) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const closing = (db: Database, lock: DataFolderLock) => (): void => {
  try {
    db.close();
  } finally {
    lock.release();
  }
};
