import { AppError } from '#shared/app-error.ts';
import type { CodeAnswer } from '#shared/letters/verified-letter.ts';
import { openDatabase } from '#db/open-database.ts';
import { restoreIsPending } from '../backup/interrupted-restore.ts';
import { databasePath } from '../data-folder/data-folder-files.ts';
import { lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { requireOurDataFolder } from '../data-folder/recognise-data-folder.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { verifyCode } from './verify-code.ts';

/**
 * Checks one letter's code in a data folder that nobody has open, and writes nothing into it, not even a lock file.
 * Errors: dataFolderMissing, firstRunNeeded, dataFolderNotOurs, dataFolderInUse, restoreInterrupted, databaseMissing,
 * databaseKeyMissing, databaseKeyWrong, databaseCorrupt, databaseTooNew, diskFull.
 */
export function verifyLetterInFolder(dataFolder: string, code: string): CodeAnswer {
  requireOurDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder, 'read');
  try {
    if (restoreIsPending(dataFolder)) throw new AppError('restoreInterrupted', { folder: dataFolder });
    const key = readDatabaseKey(dataFolder, { touch: false });
    const database = openDatabase({ file: databasePath(dataFolder), key, readonly: true });
    try {
      return database.snapshot((reader) => verifyCode(reader, code));
    } finally {
      database.close();
    }
  } finally {
    lock.release();
  }
}
