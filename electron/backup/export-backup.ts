import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { BACKUP_WORK_FOLDER, databasePath, scansPath } from '../data-folder/data-folder-files.ts';
import { fileError, syncFolder } from '../data-folder/durable-files.ts';
import type { CheckedArchive } from './backup-job.ts';
import { exportFolderError } from './export-errors.ts';
import { requireRoom } from './require-room.ts';
import { runBackupJob, type JobPorts } from './run-backup-job.ts';

export interface ExportInput {
  readonly dataFolder: string;
  readonly databaseKey: Buffer;
  /** Whom it is encrypted to: `recovery.json`'s. */
  readonly recipient: string;
  /** The folder that the person chose: a USB stick, a share. */
  readonly folder: string;
  readonly appVersion: string;
  readonly nowMs: () => number;
}

export interface ExportedBackup extends CheckedArchive {
  readonly file: string;
  readonly createdAtMs: number;
  readonly verifiedAtMs: number;
}

const RIYADH_MS = 3 * 3_600_000;
const ARCHIVE_ENDING = '.tar.zst.age';

/** `backup-20261122-103000`, by the office's clock (Asia/Riyadh has no summer time). */
const archiveStem = (atMs: number): string => {
  const [day = '', time = ''] = new Date(atMs + RIYADH_MS).toISOString().split(/[T.]/);
  return `backup-${day.replaceAll('-', '')}-${time.replaceAll(':', '')}`;
};

/**
 * Writes one verified archive into the chosen folder, or nothing: under a temporary name, flushed, read back and its
 * restore rehearsed, and only then given its name. The caller holds the data folder's lock.
 * Errors: backupFolderMissing, backupFolderReadOnly, diskFull { folder, neededBytes?, freeBytes? }, backupVerifyFailed,
 * databaseMissing, databaseCorrupt, dataFolderReadOnly; the signal's reason when it was aborted.
 */
export const exportBackup = async (input: ExportInput, ports: JobPorts): Promise<ExportedBackup> => {
  const { dataFolder, folder } = input;
  requireFolder(folder);
  const needed = roomNeeded(dataFolder);
  requireRoom(folder, needed);
  const workFolder = join(dataFolder, BACKUP_WORK_FOLDER);
  const partial = join(folder, partialName(dataFolder));
  const createdAtMs = input.nowMs();
  try {
    makeEmpty(workFolder, partial, dataFolder);
    requireRoom(dataFolder, needed * 2);
    const checked = await runBackupJob(
      {
        kind: 'make',
        dataFolder,
        databaseKey: input.databaseKey,
        recipient: input.recipient,
        workFolder,
        target: partial,
        appVersion: input.appVersion,
        createdAtMs,
      },
      ports,
    );
    const file = giveName(partial, folder, createdAtMs);
    return { ...checked, file, createdAtMs, verifiedAtMs: input.nowMs() };
  } finally {
    removeQuietly(partial);
    removeQuietly(workFolder);
  }
};

const requireFolder = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new AppError('backupFolderMissing', { folder });
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new AppError('backupFolderReadOnly', { folder }, { cause: error });
  }
};

/** Everything that is packed hardly compresses: the database is encrypted, scans are compressed already. */
const roomNeeded = (dataFolder: string): number => {
  const database = statSync(databasePath(dataFolder), { throwIfNoEntry: false });
  if (database === undefined) throw new AppError('databaseMissing', { file: databasePath(dataFolder) });
  const scans = scansPath(dataFolder);
  const names = existsSync(scans) ? readdirSync(scans, { recursive: true, encoding: 'utf8' }) : [];
  return names.reduce(
    (sum, name) => sum + (statSync(join(scans, name), { throwIfNoEntry: false })?.size ?? 0),
    database.size + (1 << 20),
  );
};

/** The same for this data folder on this machine every time, so that what a power cut left is overwritten, not kept. */
const partialName = (dataFolder: string): string => {
  const whose = createHash('sha256')
    .update(`${hostname()}\n${resolve(dataFolder)}`)
    .digest('hex')
    .slice(0, 12);
  return `.wisam-${whose}.partial`;
};

const makeEmpty = (workFolder: string, partial: string, dataFolder: string): void => {
  try {
    rmSync(workFolder, { recursive: true, force: true });
    mkdirSync(workFolder, { mode: 0o700 });
  } catch (error) {
    throw fileError(error, dataFolder);
  }
  removeQuietly(partial);
};

const giveName = (partial: string, folder: string, atMs: number): string => {
  try {
    const stem = archiveStem(atMs);
    let file = join(folder, stem + ARCHIVE_ENDING);
    for (let again = 2; existsSync(file); again += 1)
      file = join(folder, `${stem}-${again}${ARCHIVE_ENDING}`);
    renameSync(partial, file);
    syncFolder(folder);
    return file;
  } catch (error) {
    throw exportFolderError(error, folder);
  }
};

/** On a stick that was pulled nothing can be removed, and that must not hide what happened. */
const removeQuietly = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // swept at the next backup
  }
};
