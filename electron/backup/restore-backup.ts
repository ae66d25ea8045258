import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, type AppErrorCode } from '#shared/app-error.ts';
import { databasePath, NEXT_FOLDER, SAFETY_FOLDER } from '../data-folder/data-folder-files.ts';
import { fileError, makePrivateFolder, syncFile, syncFolder } from '../data-folder/durable-files.ts';
import { recogniseDataFolder } from '../data-folder/recognise-data-folder.ts';
import { createKeyFile, readDatabaseKey } from '../keys/key-file.ts';
import { readRecoveryFile, writeRecoveryFile } from '../keys/recovery-file.ts';
import { recipientOf } from '../keys/recovery-identity.ts';
import { parseRecoveryKey } from '../keys/recovery-key-text.ts';
import type { CheckedArchive } from './backup-job.ts';
import { appendDeed } from './command-line-deeds.ts';
import { exportBackup } from './export-backup.ts';
import { swapIn } from './interrupted-restore.ts';
import { runBackupJob, type JobPorts } from './run-backup-job.ts';

export interface RestoreInput {
  readonly archive: string;
  /** As typed or pasted from the printed sheet, or the content of a key file. */
  readonly recoveryKey: string;
  /** Exists; the caller holds its lock and has recovered what was interrupted in it. */
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly nowMs: () => number;
}

export interface RestoredBackup {
  readonly archive: CheckedArchive;
  /** The backup of what was replaced; null when there was nothing, or when it could not be backed up. */
  readonly safetyBackup: string | null;
  /** The folder in which a damaged present was kept as it was; null otherwise. */
  readonly keptAs: string | null;
}

/**
 * Replaces a data folder's content by an archive's. Everything is decrypted and checked beside the present first; the
 * present is backed up; then one mark decides and the two are swapped (`swapIn`). Before that mark nothing is touched,
 * and any error leaves the folder as it was.
 * Errors: recoveryKeyWrong, fileMissing, backupNotOurs, backupDamaged, databaseTooNew, diskFull, dataFolderReadOnly.
 */
export const restoreBackup = async (input: RestoreInput, ports: JobPorts): Promise<RestoredBackup> => {
  const identity = parseRecoveryKey(input.recoveryKey);
  const recipient = await recipientOf(identity);
  const next = join(input.dataFolder, NEXT_FOLDER);
  try {
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next, { mode: 0o700 });
    const archive = await runBackupJob({ kind: 'open', archive: input.archive, identity, into: next }, ports);
    const databaseKey = createKeyFile(next, Buffer.from(archive.databaseKey));
    await writeRecoveryFile(next, databaseKey, recipient);
    appendDeed(next, {
      kind: 'restore',
      atMs: input.nowMs(),
      sha256: archive.sha256,
      createdAt: archive.manifest.createdAt,
    });
    syncTree(next);
    const { safetyBackup, keepAs } = await saveThePresent(input, ports);
    ports.signal?.throwIfAborted();
    swapIn(input.dataFolder, keepAs);
    return { archive, safetyBackup, keptAs: keepAs === null ? null : join(input.dataFolder, keepAs) };
  } catch (error) {
    throw fileError(error, input.dataFolder);
  } finally {
    // After the swap there is none; after a failure nothing of it may stay.
    rmSync(next, { recursive: true, force: true });
  }
};

const syncTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else syncFile(path);
  }
  syncFolder(folder);
};

/** What may be wrong with the present that makes a person restore: then its files are kept as they are. */
const WHY_RESTORING: readonly AppErrorCode[] = [
  'databaseCorrupt',
  'databaseKeyMissing',
  'databaseKeyWrong',
  'databaseTooNew',
  'backupVerifyFailed',
];

const saveThePresent = async (
  input: RestoreInput,
  ports: JobPorts,
): Promise<{ safetyBackup: string | null; keepAs: string | null }> => {
  if (!existsSync(databasePath(input.dataFolder))) {
    // A key without its database may still open one that lies elsewhere; what a cut first run left opens nothing.
    const worthKeeping = recogniseDataFolder(input.dataFolder) === 'ours';
    return { safetyBackup: null, keepAs: worthKeeping ? keptName(input) : null };
  }
  const folder = join(input.dataFolder, SAFETY_FOLDER);
  try {
    const databaseKey = readDatabaseKey(input.dataFolder);
    const recovery = readRecoveryFile(input.dataFolder);
    if (recovery === null) return { safetyBackup: null, keepAs: keptName(input) };
    makePrivateFolder(folder);
    const { recipient } = recovery;
    const { file } = await exportBackup({ ...input, databaseKey, recipient, folder }, ports);
    return { safetyBackup: file, keepAs: null };
  } catch (error) {
    if (!(error instanceof AppError && WHY_RESTORING.includes(error.code))) throw error;
    return { safetyBackup: null, keepAs: keptName(input) };
  } finally {
    removeIfEmpty(folder);
  }
};

/** `kept-20261122-103000`. */
const keptName = (input: RestoreInput): string =>
  `kept-${new Date(input.nowMs()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`;

const removeIfEmpty = (folder: string): void => {
  if (
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(folder).length === 0
  ) {
    rmSync(folder, { recursive: true });
  }
};
