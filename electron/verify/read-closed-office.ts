import { AppError } from '#shared/app-error.ts';
import { openDatabase } from '#db/open-database.ts';
import type { Reader, Sync } from '#db/transaction.ts';
import { restoreIsPending } from '../backup/interrupted-restore.ts';
import { databasePath } from '../data-folder/data-folder-files.ts';
import { lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { requireOurDataFolder } from '../data-folder/recognise-data-folder.ts';
import { readDatabaseKey } from '../keys/key-file.ts';

/**
 * One look into a data folder that nobody has open. Writes nothing into it, not even a lock file: the database is read
 * from a private copy, and that of an older program is brought to today's schema there alone.
 * Errors: dataFolderMissing, firstRunNeeded, dataFolderNotOurs, dataFolderInUse, restoreInterrupted, databaseMissing,
 * databaseKeyMissing, databaseKeyWrong, databaseCorrupt, databaseTooNew, diskFull.
 */
export function readClosedOffice<T>(dataFolder: string, look: (reader: Reader) => Sync<T>): T {
  requireOurDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder, 'read');
  try {
    if (restoreIsPending(dataFolder)) throw new AppError('restoreInterrupted', { folder: dataFolder });
    const key = readDatabaseKey(dataFolder, { touch: false });
    const database = openDatabase({ file: databasePath(dataFolder), key, readonly: true });
    try {
      return database.snapshot(look);
    } finally {
      database.close();
    }
  } finally {
    lock.release();
  }
}
