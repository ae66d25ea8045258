import { existsSync, rmSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';
import { lockExclusively, lockForReading, type FileLock } from '#db/file-lock.ts';
import { lockPath } from './data-folder-files.ts';
import { fileError } from './durable-files.ts';

export interface DataFolderLock {
  readonly dataFolder: string;
  /** Lets the next process in. `forget` takes the lock file away too: for a folder that was refused or undone. */
  readonly release: (options?: { readonly forget?: boolean }) => void;
}

/**
 * Keeps every other process (desk or command line) out of a data folder until it is released or this process dies, by
 * an operating system's lock on the file `lock` in it: a crash or a kill -9 leaves nothing stale.
 *
 * `mode: 'read'` (for `verify`) shares the folder with other readers, keeps writers out, and writes nothing: a folder
 * that was never locked has no lock file and is read without one.
 *
 * Errors: dataFolderInUse, dataFolderMissing, dataFolderReadOnly, dataFolderNotOurs (the lock file is another's).
 */
export const lockDataFolder = (dataFolder: string, mode: 'write' | 'read' = 'write'): DataFolderLock => {
  const path = lockPath(dataFolder);
  if (!existsSync(dataFolder)) throw new AppError('dataFolderMissing', { folder: dataFolder });
  if (mode === 'read' && !existsSync(path)) return { dataFolder, release: () => undefined };
  let lock: FileLock | null = take(dataFolder, () =>
    mode === 'write' ? lockExclusively(path) : lockForReading(path),
  );
  return {
    dataFolder,
    release: (options) => {
      if (lock === null) return;
      // Taken away while still held, so that nobody can be between the two; Windows cannot remove an open file.
      if (options?.forget === true && process.platform !== 'win32') rmSync(path, { force: true });
      lock.release();
      if (options?.forget === true && process.platform === 'win32') rmSync(path, { force: true });
      lock = null;
    },
  };
};

const take = (folder: string, act: () => FileLock): FileLock => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof AppError)) throw fileError(error, folder);
    if (error.code === 'databaseBusy') throw new AppError('dataFolderInUse', { folder }, { cause: error });
    if (error.code === 'databaseCorrupt')
      throw new AppError('dataFolderNotOurs', { folder }, { cause: error });
    throw new AppError(error.code, { ...error.details, folder }, { cause: error });
  }
};
