import { openDatabase, type Database } from '#db/open-database.ts';
import { databasePath } from '../data-folder/data-folder-files.ts';
import { withDataFolder } from './with-data-folder.ts';

/**
 * Opens a data folder of ours for one look that is logged: whoever holds the folder and its key sees the case, and the log
 * says so. Errors: those of `withDataFolder` and `openDatabase`.
 */
export const withOffice = <T>(dataFolder: string, act: (db: Database) => Promise<T>): Promise<T> =>
  withDataFolder(dataFolder, async (folder, key) => {
    const db = openDatabase({ file: databasePath(folder), key });
    try {
      return await act(db);
    } finally {
      db.close();
    }
  });
