import { openDatabase } from '#db/open-database.ts';
import { checkWal } from '#db/wal-check.ts';
import { scansPath } from '../data-folder/data-folder-files.ts';
import { decryptFile, fileKey } from '../files/file-cipher.ts';
import { readFromFolder } from '../files/file-folder.ts';
import { verifyDatabase, type Verification } from './verify-database.ts';
import type { ReadOutside } from './verify-files.ts';

/** Reads the files of a data folder that lie outside its database; undefined without a folder. */
export function readOutsideOf(dataFolder: string | undefined, key: Uint8Array): ReadOutside | undefined {
  if (dataFolder === undefined) return undefined;
  const cipher = fileKey(key);
  return (sha256) => {
    const stored = readFromFolder(scansPath(dataFolder), sha256);
    return stored && decryptFile(stored, sha256, cipher);
  };
}

/**
 * Verifies a closed database file and does not touch it: it is read from a copy, as SQLite cannot read a write-ahead log
 * without writing beside it. A log with a broken frame is a fault, though the rest be whole: SQLite would drop its later
 * commits in silence. Errors: those of `openDatabase`.
 */
export const verifyFile = (file: string, key: Buffer, readOutside?: ReadOutside): Verification => {
  const walFault = checkWal(file);
  const database = openDatabase({ file, key, readonly: true });
  try {
    const verified = verifyDatabase(database, readOutside === undefined ? {} : { readOutside });
    return { ...verified, fault: walFault ?? verified.fault };
  } finally {
    database.close();
  }
};
