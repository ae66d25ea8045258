import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { AppError } from '#shared/app-error.ts';
import { newDatabaseKey, parseDatabaseKey } from '#db/database-key.ts';
import { databaseKeyPath } from '../data-folder/data-folder-files.ts';
import { fileError, systemCode, writeFileDurably } from '../data-folder/durable-files.ts';
import { requireKeyMatches } from './key-check.ts';
import { readRecoveryFile } from './recovery-file.ts';

const OWNER_ONLY = 0o600;

/**
 * Writes `DIR/database.key` (64 hex digits), readable by its owner alone from its first moment, and gives the key back.
 * Never replaces a key: without it a database is lost. Errors: conflict, diskFull, dataFolderReadOnly, dataFolderMissing.
 */
export const createKeyFile = (dataFolder: string, databaseKey: Buffer = newDatabaseKey()): Buffer => {
  const path = databaseKeyPath(dataFolder);
  if (existsSync(path)) throw new AppError('conflict', { file: path });
  writeFileDurably(
    path,
    `${databaseKey.toString('hex')}
`,
    OWNER_ONLY,
  );
  return databaseKey;
};

/**
 * The database key of a data folder, checked against `recovery.json` where that is there, so that a database that then
 * does not open is damaged, not locked by another key. Others' access to the file is taken away (where the file system
 * knows such a thing); `touch: false` leaves the file exactly as it is.
 * Errors: databaseKeyMissing, databaseKeyWrong { reason: 'notAKey' | 'otherKey' | 'otherRecipient' | 'recoveryFile' }.
 */
export const readDatabaseKey = (dataFolder: string, options: { readonly touch?: boolean } = {}): Buffer => {
  const path = databaseKeyPath(dataFolder);
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
    if (options.touch !== false) closeToOthers(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw new AppError('databaseKeyMissing', { file: path }, { cause: error });
    throw fileError(error, dataFolder);
  }
  const databaseKey = parseDatabaseKey(text);
  const recovery = readRecoveryFile(dataFolder);
  if (recovery !== null) requireKeyMatches(databaseKey, recovery);
  return databaseKey;
};

const closeToOthers = (path: string): void => {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  try {
    chmodSync(path, OWNER_ONLY);
  } catch (error) {
    // A folder carried on a FAT stick, or read-only: its key must still open it.
    if (!['EPERM', 'EROFS', 'EACCES', 'ENOTSUP'].includes(systemCode(error))) throw error;
  }
};
