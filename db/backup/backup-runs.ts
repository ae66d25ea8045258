import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

export interface BackupRun {
  readonly atMs: number;
  /** The archive's path, as the person chose it. */
  readonly file: string;
  readonly sizeBytes: number;
  /** SHA-256 of the archive, hex. */
  readonly sha256: string;
  /** When its restore was rehearsed; null when it was not, or failed. */
  readonly verifiedAtMs: number | null;
  /** How far the audit log reached in it. */
  readonly auditCount: number;
  readonly auditHash: string;
  readonly staffId: number | null;
}

const insert = statement<{
  at: number;
  file: string;
  size: number;
  sha: string;
  verified: number | null;
  count: number;
  hash: string;
  by: number | null;
}>()((param) =>
  queries.insertInto('backup_run').values({
    at_ms: param('at'),
    file: param('file'),
    size_bytes: param('size'),
    sha256: param('sha'),
    verified_at_ms: param('verified'),
    audit_count: param('count'),
    audit_hash: param('hash'),
    staff_id: param('by'),
  }),
);
const latest = statement()(() =>
  queries.selectFrom('backup_run').selectAll().orderBy('at_ms', 'desc').orderBy('id', 'desc').limit(1),
);
const latestVerified = statement()(() =>
  queries.selectFrom('backup_run').select((eb) => eb.fn.max<number | null>('verified_at_ms').as('at')),
);

/** Records a backup; the caller logs it in the same transaction. */
export const insertBackupRun = (tx: WriteTransaction, run: BackupRun): void => {
  tx.run(insert, {
    at: run.atMs,
    file: run.file,
    size: run.sizeBytes,
    sha: run.sha256,
    verified: run.verifiedAtMs,
    count: run.auditCount,
    hash: run.auditHash,
    by: run.staffId,
  });
};

export function findLatestBackup(reader: Reader): BackupRun | undefined {
  const row = reader.get(latest, {});
  return (
    row && {
      atMs: row.at_ms,
      file: row.file,
      sizeBytes: row.size_bytes,
      sha256: row.sha256,
      verifiedAtMs: row.verified_at_ms,
      auditCount: row.audit_count,
      auditHash: row.audit_hash,
      staffId: row.staff_id,
    }
  );
}

/** When a backup's restore was last rehearsed with success, epoch ms. */
export const latestVerifiedBackupMs = (reader: Reader): number | null =>
  reader.get(latestVerified, {})?.at ?? null;
