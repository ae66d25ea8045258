import { openDatabase } from '#db/open-database.ts';
import { checkWal } from '#db/wal-check.ts';
import { verifyDatabase, type Verification } from './verify-database.ts';

/**
 * Verifies a closed database file and does not touch it: it is read from a copy, as SQLite cannot read a write-ahead log
 * without writing beside it. A log with a broken frame is a fault, though the rest be whole: SQLite would drop its later
 * commits in silence. Errors: those of `openDatabase`.
 */
export const verifyFile = (file: string, key: Buffer): Verification => {
  const walFault = checkWal(file);
  const database = openDatabase({ file, key, readonly: true });
  try {
    const verified = verifyDatabase(database);
    return { ...verified, fault: walFault ?? verified.fault };
  } finally {
    database.close();
  }
};
