import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';

/**
 * Writes a file whole or not at all: beside it first, onto the disk, then into its place. A file that was there before
 * stays until the new one is whole. Errors: diskFull, dataFolderReadOnly, fileMissing (its folder is not there).
 */
export function writeFileSafely(path: string, bytes: Uint8Array): void {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = openSync(beside, 'wx');
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw fromFileError(error, path);
  }
}

/** What the system said of a file, in our words. */
export function fromFileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('diskFull', { path }, { cause: error });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('fileMissing', { path }, { cause: error });
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new AppError('dataFolderReadOnly', { path }, { cause: error });
  return error;
}
