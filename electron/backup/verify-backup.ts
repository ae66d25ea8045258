import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipientOf } from '../keys/recovery-identity.ts';
import { parseRecoveryKey } from '../keys/recovery-key-text.ts';
import type { CheckedArchive } from './backup-job.ts';
import { runBackupJob, type JobPorts } from './run-backup-job.ts';

/**
 * Decrypts an archive with the printed key into a temporary folder, checks all of it, and takes the folder away. What
 * lies there for that while is encrypted as ever, and its key stays in memory.
 * Errors: recoveryKeyWrong, fileMissing, fileUnreadable, backupNotOurs, backupDamaged, databaseTooNew, diskFull.
 */
export const verifyBackup = async (
  { archive, recoveryKey }: { readonly archive: string; readonly recoveryKey: string },
  ports: JobPorts,
): Promise<CheckedArchive> => {
  const identity = parseRecoveryKey(recoveryKey);
  await recipientOf(identity);
  const into = mkdtempSync(join(tmpdir(), 'wisam-verify-'));
  try {
    return await runBackupJob({ kind: 'open', archive, identity, into }, ports);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
};
