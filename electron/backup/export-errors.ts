import { existsSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';
import { systemCode } from '../data-folder/durable-files.ts';

/** What a pulled stick or a lost share answers, depending on the moment. */
const GONE = [
  'ENOENT',
  'ENOTDIR',
  'EIO',
  'ENXIO',
  'ENODEV',
  'ESTALE',
  'EHOSTDOWN',
  'EUNKNOWN',
  'UNKNOWN',
  'EBADF',
];

/**
 * A failed act in the folder that backups are written to. EFBIG is a FAT stick at its 4 GiB.
 * Codes: diskFull, backupFolderMissing, backupFolderReadOnly; else the error itself.
 */
export const exportFolderError = (error: unknown, folder: string): unknown => {
  if (error instanceof AppError) return error;
  const code = systemCode(error);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new AppError('diskFull', { folder }, { cause: error });
  if (GONE.includes(code) || (code !== '' && !existsSync(folder))) {
    return new AppError('backupFolderMissing', { folder }, { cause: error });
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new AppError('backupFolderReadOnly', { folder }, { cause: error });
  }
  return error;
};
