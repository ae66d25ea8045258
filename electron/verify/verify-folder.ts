import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { restoreIsPending } from '../backup/interrupted-restore.ts';
import { databasePath } from '../data-folder/data-folder-files.ts';
import { lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { requireOurDataFolder } from '../data-folder/recognise-data-folder.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { runJob } from '../threads/run-job.ts';
import type { Verification } from './verify-database.ts';

export interface VerifyJob {
  readonly file: string;
  readonly key: Uint8Array;
  /** Where the files lie that are not in the database; without it they are not read. */
  readonly dataFolder?: string;
  /** The database is open at a desk: it is read beside that, not from a copy. */
  readonly open?: boolean;
}

/**
 * Verifies a data folder that nobody has open, and writes nothing into it, not even a lock file.
 * Errors: dataFolderMissing, firstRunNeeded, dataFolderNotOurs, dataFolderInUse, restoreInterrupted, databaseMissing,
 * databaseKeyMissing, databaseKeyWrong, databaseCorrupt, databaseTooNew, diskFull.
 */
export const verifyFolder = async (
  dataFolder: string,
  ports: { readonly workerFile: string | URL; readonly signal?: AbortSignal },
): Promise<Verification> => {
  requireOurDataFolder(dataFolder);
  const lock = lockDataFolder(dataFolder, 'read');
  try {
    if (restoreIsPending(dataFolder)) throw new AppError('restoreInterrupted', { folder: dataFolder });
    const key = readDatabaseKey(dataFolder, { touch: false });
    const file = databasePath(dataFolder);
    return await verifyInThread({ file, key, dataFolder }, ports);
  } finally {
    lock.release();
  }
};

/** Its temporary files lie in a folder of our own, that is gone afterwards however the thread ended. */
const verifyInThread = async (
  job: VerifyJob,
  ports: { readonly workerFile: string | URL; readonly signal?: AbortSignal },
): Promise<Verification> => {
  const temp = mkdtempSync(join(tmpdir(), 'wisam-verify-'));
  try {
    const env = { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp };
    return await runJob<Verification, never>(job, { ...ports, env });
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
};
