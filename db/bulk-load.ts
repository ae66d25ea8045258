import type { Database } from './open-database.ts';
import { syncPath } from './open-database.ts';
import { fromSqliteError } from './sqlite-error.ts';

/**
 * Runs `act` without waiting for the disk at each commit, then writes everything out at once. Only for a database that
 * nobody relies on yet: a power cut in the middle can leave it unreadable, and its maker throws it away.
 * Errors: those of `act`, diskFull, diskFailed.
 */
export async function loadInBulk<T>(db: Database, act: () => Promise<T>): Promise<T> {
  db.sqlite.pragma('synchronous = OFF');
  try {
    const made = await act().finally(() => db.sqlite.pragma('synchronous = FULL'));
    // Not after a failure: writing out what is thrown away would hide why it failed.
    db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    syncPath(db.file);
    return made;
  } catch (error) {
    throw fromSqliteError(error);
  }
}
