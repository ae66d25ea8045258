import { statfsSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';

/** Error: diskFull { folder, neededBytes, freeBytes }. A file system that does not say how much is free is trusted. */
export const requireRoom = (folder: string, neededBytes: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes > 0 && freeBytes < neededBytes) {
    throw new AppError('diskFull', { folder, neededBytes, freeBytes });
  }
};
