import { AppError } from '#shared/app-error.ts';
import type { BackupStatus } from '#shared/backup/backup-contract.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findLatestBackup, insertBackupRun, latestVerifiedBackupMs } from '#db/backup/backup-runs.ts';
import type { Database } from '#db/open-database.ts';
import { readDatabaseKey } from '../keys/key-file.ts';
import { readRecoveryFile } from '../keys/recovery-file.ts';
import type { BackupProgress } from './backup-job.ts';
import { recordDeeds } from './command-line-deeds.ts';
import { exportBackup, type ExportedBackup } from './export-backup.ts';

export interface BackupServicePorts {
  readonly database: Database;
  /** Its lock is held by this process. */
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly nowMs: () => number;
  /** `backup-worker`, as a source or as a bundle. */
  readonly workerFile: string | URL;
  readonly onProgress: (progress: BackupProgress) => void;
}

export interface BackupService {
  readonly status: () => BackupStatus;
  /** Errors: those of `exportBackup`, databaseKeyMissing, databaseKeyWrong, databaseBusy while another one runs. */
  readonly exportTo: (folder: string, by: Staff) => Promise<ExportedBackup>;
  /** Ends a running export, when the desk closes: nothing of it stays. */
  readonly close: () => Promise<void>;
}

/** Backups of the desk. Making it writes into the log what the command line did while the desk was closed. */
export const createBackupService = (ports: BackupServicePorts): BackupService => {
  const { database, dataFolder } = ports;
  const closing = new AbortController();
  let running: Promise<ExportedBackup> | null = null;
  recordDeeds(dataFolder, database);

  const exportNow = async (folder: string, by: Staff): Promise<ExportedBackup> => {
    const backup = await exportBackup(
      {
        dataFolder,
        databaseKey: readDatabaseKey(dataFolder),
        recipient: requireRecipient(dataFolder),
        folder,
        appVersion: ports.appVersion,
        nowMs: ports.nowMs,
      },
      { workerFile: ports.workerFile, onProgress: ports.onProgress, signal: closing.signal },
    );
    record(database, backup, by);
    return backup;
  };

  return {
    status: () => {
      const last = findLatestBackup(database);
      return {
        lastAtMs: last?.atMs ?? null,
        lastFile: last?.file ?? null,
        lastSizeBytes: last?.sizeBytes ?? null,
        lastVerifiedAtMs: latestVerifiedBackupMs(database),
      };
    },
    exportTo: async (folder, by) => {
      if (running !== null) throw new AppError('databaseBusy', { reason: 'backup' });
      running = exportNow(folder, by);
      try {
        return await running;
      } finally {
        running = null;
      }
    },
    close: async () => {
      closing.abort();
      await running?.catch(() => undefined);
    },
  };
};

/** A backup that nobody could open would be worse than none. Error: databaseKeyWrong { reason: 'recoveryFile' }. */
export const requireRecipient = (dataFolder: string): string => {
  const recovery = readRecoveryFile(dataFolder);
  if (recovery === null) throw new AppError('databaseKeyWrong', { reason: 'recoveryFile' });
  return recovery.recipient;
};

const record = (database: Database, backup: ExportedBackup, by: Staff): void => {
  const { file, sizeBytes, sha256, createdAtMs, verifiedAtMs, manifest } = backup;
  const { count, hash } = manifest.audit;
  database.write((tx) => {
    insertBackupRun(tx, {
      atMs: createdAtMs,
      file,
      sizeBytes,
      sha256,
      verifiedAtMs,
      auditCount: count,
      auditHash: hash,
      staffId: by.id,
    });
    tx.audit({
      atMs: verifiedAtMs,
      actorId: by.id,
      actorName: by.name,
      action: 'backup.exported',
      subjectKind: 'backup',
      subjectId: null,
      details: { file, sizeBytes, sha256, auditCount: count, auditHash: hash },
    });
  });
};
