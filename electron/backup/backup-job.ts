import type { AppEvents } from '#shared/ipc/events.ts';
import type { VerifiedLine } from '../verify/verify-database.ts';
import type { Manifest } from './archive-manifest.ts';

export type BackupProgress = AppEvents['backup.progress'];

/** Snapshot, pack, and rehearse the restore of what was written. */
export interface MakeJob {
  readonly kind: 'make';
  readonly dataFolder: string;
  readonly databaseKey: Uint8Array;
  readonly recipient: string;
  /** An empty folder of our own in the data folder; what is put there is encrypted as the database is. */
  readonly workFolder: string;
  /** The archive under its temporary name, beside its last one. */
  readonly target: string;
  readonly appVersion: string;
  readonly createdAtMs: number;
}

/** Decrypt and check an archive into an empty folder. */
export interface OpenJob {
  readonly kind: 'open';
  readonly archive: string;
  readonly identity: string;
  readonly into: string;
}

export type BackupJob = MakeJob | OpenJob;

/** What both give: the archive as it lies on the disk, read and checked to its last byte. */
export interface CheckedArchive {
  readonly manifest: Manifest;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly databaseKey: Uint8Array;
  /** What `verify` prints for its database. */
  readonly lines: readonly VerifiedLine[];
  /** Addresses of kept files that were lost before the archive was made. */
  readonly lostFiles: readonly string[];
}
