import type { Database } from './open-database.ts';
import { syncPath } from './open-database.ts';

/**
 * Runs `act` without waiting for the disk at each commit, then writes everything out at once. Only for a database that
 * nobody relies on yet: a power cut in the middle can leave it unreadable, and its maker throws it away.
 */
export async function loadInBulk<T>(db: Database, act: () => Promise<T>): Promise<T> {
  db.sqlite.pragma('synchronous = OFF');
  try {
    return await act();
  } finally {
    db.sqlite.pragma('synchronous = FULL');
    db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    syncPath(db.file);
  }
}
