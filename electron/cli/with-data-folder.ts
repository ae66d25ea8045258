import { recoverInterruptedRestore } from '../backup/interrupted-restore.ts';
import { lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { requireOurDataFolder } from '../data-folder/recognise-data-folder.ts';
import { readDatabaseKey } from '../keys/key-file.ts';

/**
 * Holds a data folder of ours for the length of an act, its interrupted restore carried on first.
 * Errors: dataFolderMissing, firstRunNeeded, dataFolderNotOurs, dataFolderInUse, databaseKeyMissing, databaseKeyWrong.
 */
export const withDataFolder = async <T>(
  dataFolder: string,
  act: (dataFolder: string, databaseKey: Buffer) => Promise<T>,
): Promise<T> => {
  requireOurDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder);
  try {
    recoverInterruptedRestore(dataFolder);
    return await act(dataFolder, readDatabaseKey(dataFolder));
  } finally {
    lock.release();
  }
};
