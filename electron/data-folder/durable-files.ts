import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, basename } from 'node:path';
import { AppError } from '#shared/app-error.ts';

/** Flushes a folder's entries (a rename is durable only after this). Windows has no such call and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/** Flushes a file that somebody else wrote. */
export const syncFile = (path: string): void => {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/**
 * Writes a small file so that after a power cut it is there whole or not at all: temp, fsync, rename, fsync of the folder.
 * `mode` is given at creation, so that a secret is never readable by others, not even for a moment.
 */
export const writeFileDurably = (path: string, data: string | Uint8Array, mode: number): void => {
  const folder = dirname(path);
  const temp = join(folder, `.${basename(path)}.new`);
  try {
    rmSync(temp, { force: true });
    const fd = openSync(temp, 'wx', mode);
    try {
      const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
      for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temp, path);
    syncFolder(folder);
  } catch (error) {
    rmSync(temp, { force: true });
    throw fileError(error, folder);
  }
};

/** Makes a folder and its missing parents, readable by its owner alone. Gives the topmost one made, or null. */
export const makePrivateFolder = (folder: string): string | null => {
  try {
    return mkdirSync(folder, { recursive: true, mode: 0o700 }) ?? null;
  } catch (error) {
    throw fileError(systemCode(error) === 'ENOENT' ? parentError(folder, error) : error, folder);
  }
};

/** On a read-only disk Node calls a folder that it may not make «not found»: what its parent says is the reason. */
const parentError = (folder: string, notFound: unknown): unknown => {
  let parent = dirname(folder);
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent);
  try {
    accessSync(parent, constants.W_OK);
    return notFound;
  } catch (error) {
    return error;
  }
};

/** The system's error code of a failed file act, or an empty text. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A failed file act in the data folder as an AppError: diskFull, dataFolderReadOnly, dataFolderMissing; else itself. */
export const fileError = (error: unknown, folder: string): unknown => {
  if (error instanceof AppError) return error;
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('diskFull', { folder }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('dataFolderReadOnly', { folder }, { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('dataFolderMissing', { folder }, { cause: error });
    default:
      return error;
  }
};
