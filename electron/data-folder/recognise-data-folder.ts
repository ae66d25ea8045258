import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import {
  BACKUP_WORK_FOLDER,
  DATABASE_FILE,
  DATABASE_KEY_FILE,
  FIRST_RUN_FILE,
  LOCK_FILE,
  NEXT_FOLDER,
  RECOVERY_FILE,
  RESTORE_MARK,
} from './data-folder-files.ts';
import { fileError, systemCode } from './durable-files.ts';

/**
 * `missing`: nothing is there. `empty`: a folder in which nothing of ours or of anybody's is lost by a first run.
 * `ours`: a Wisam data folder, whole or not. `notOurs`: somebody else's files, or no folder at all.
 */
export type DataFolderKind = 'missing' | 'empty' | 'ours' | 'notOurs';

/** What an operating system puts into a folder by itself. */
const FROM_THE_SYSTEM = new Set([
  '.DS_Store',
  'desktop.ini',
  'Thumbs.db',
  'lost+found',
  'System Volume Information',
]);

/** What an interrupted beginning of ours may leave: swept or used again, it holds nothing yet. */
const OF_NO_WEIGHT = new Set([
  LOCK_FILE,
  NEXT_FOLDER,
  BACKUP_WORK_FOLDER,
  `.${DATABASE_KEY_FILE}.new`,
  `.${RECOVERY_FILE}.new`,
]);

/** What a first run that was cut leaves behind: the next one clears it away. */
export const isOfCutFirstRun = (name: string): boolean =>
  name.startsWith(FIRST_RUN_FILE) || name === DATABASE_KEY_FILE || name === RECOVERY_FILE;

const PLAIN_SQLITE = Buffer.from('SQLite format 3\0', 'latin1');

const firstBytes = (path: string): Buffer => {
  const fd = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(PLAIN_SQLITE.length);
    return bytes.subarray(0, readSync(fd, bytes));
  } finally {
    closeSync(fd);
  }
};

/** Looks only; nothing is created or touched. Errors: dataFolderReadOnly when the folder may not even be read. */
export const recogniseDataFolder = (folder: string): DataFolderKind => {
  let names: string[];
  try {
    if (!statSync(folder).isDirectory()) return 'notOurs';
    names = readdirSync(folder).filter((name) => !FROM_THE_SYSTEM.has(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'missing';
    if (systemCode(error) === 'ENOTDIR') return 'notOurs';
    throw fileError(error, folder);
  }
  // A first run that was cut before its last act: the keys beside it open nothing yet.
  if (names.includes(FIRST_RUN_FILE) && !names.includes(DATABASE_FILE)) {
    names = names.filter((name) => !isOfCutFirstRun(name));
  }
  if (names.includes(RECOVERY_FILE) || names.includes(DATABASE_KEY_FILE) || names.includes(RESTORE_MARK)) {
    return 'ours';
  }
  if (names.includes(DATABASE_FILE)) {
    // A database without its key file: ours (encrypted from its first byte), unless it is another program's plain one.
    const path = join(folder, DATABASE_FILE);
    return !statSync(path).isFile() || firstBytes(path).equals(PLAIN_SQLITE) ? 'notOurs' : 'ours';
  }
  return names.every((name) => OF_NO_WEIGHT.has(name)) ? 'empty' : 'notOurs';
};

/** Errors: dataFolderMissing, firstRunNeeded (empty), dataFolderNotOurs. */
export const requireOurDataFolder = (folder: string): void => {
  const kind = recogniseDataFolder(folder);
  if (kind === 'missing') throw new AppError('dataFolderMissing', { folder });
  if (kind === 'empty') throw new AppError('firstRunNeeded', { folder });
  if (kind === 'notOurs') throw new AppError('dataFolderNotOurs', { folder });
};

/** For a first run, a demo or a restore that must not meet anything. Error: dataFolderNotEmpty. */
export const requireFreeDataFolder = (folder: string): void => {
  const kind = recogniseDataFolder(folder);
  if (kind === 'ours' || kind === 'notOurs') throw new AppError('dataFolderNotEmpty', { folder });
};
