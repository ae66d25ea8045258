import { rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { makePrivateFolder } from '../data-folder/durable-files.ts';
import { lockDataFolder } from '../data-folder/lock-data-folder.ts';
import { recogniseDataFolder } from '../data-folder/recognise-data-folder.ts';
import { recoverInterruptedRestore } from './interrupted-restore.ts';
import { restoreBackup, type RestoredBackup, type RestoreInput } from './restore-backup.ts';
import type { JobPorts } from './run-backup-job.ts';

/**
 * `restoreBackup` into a folder that may not exist yet and that nobody has locked: the command line's. Refuses a folder
 * with somebody else's files; what it made is gone again when it fails.
 * Errors: restoreTargetNotEmpty, dataFolderInUse, and those of `restoreBackup`.
 */
export const restoreIntoFolder = async (input: RestoreInput, ports: JobPorts): Promise<RestoredBackup> => {
  const { dataFolder } = input;
  const kind = recogniseDataFolder(dataFolder);
  if (kind === 'notOurs') throw new AppError('restoreTargetNotEmpty', { folder: dataFolder });
  const made = kind === 'missing' ? makePrivateFolder(dataFolder) : null;
  try {
    const lock = lockDataFolder(dataFolder);
    let restored = false;
    try {
      recoverInterruptedRestore(dataFolder);
      const result = await restoreBackup(input, ports);
      restored = true;
      return result;
    } finally {
      lock.release({ forget: !restored && kind !== 'ours' });
    }
  } catch (error) {
    if (made !== null) removeEmpty(dataFolder, made);
    throw error;
  }
};

/** Takes away the empty folders that were made, from the innermost to `outermost`. */
const removeEmpty = (innermost: string, outermost: string): void => {
  try {
    for (let folder = innermost; folder.length >= outermost.length; folder = dirname(folder))
      rmdirSync(folder);
  } catch {
    // somebody put something there meanwhile
  }
};
