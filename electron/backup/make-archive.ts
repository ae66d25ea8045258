import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/app-error.ts';
import { openSnapshot, writeSnapshot, type SnapshotFacts } from '#db/backup/snapshot.ts';
import { databasePath, scansPath } from '../data-folder/data-folder-files.ts';
import { fileError, systemCode } from '../data-folder/durable-files.ts';
import {
  ARCHIVED_DATABASE,
  ARCHIVED_KEY,
  ARCHIVED_SCANS,
  ARCHIVED_SCRIPT,
  isScanName,
  MANIFEST_NAME,
  README_NAME,
  type Manifest,
} from './archive-manifest.ts';
import { ARCHIVE_README } from './archive-readme.ts';
import { ARCHIVE_SCRIPT } from './archive-script.ts';
import type { BackupProgress, CheckedArchive, MakeJob } from './backup-job.ts';
import { checkUnpacked, requireKnownSchema } from './check-unpacked.ts';
import { exportFolderError } from './export-errors.ts';
import { packArchive, type ArchiveEntry, type PackedArchive } from './pack-archive.ts';
import { unpackArchive } from './unpack-archive.ts';

type Progress = (progress: BackupProgress) => void;
type FileFacts = Manifest['files'][number];

/**
 * Writes one archive under its temporary name, flushed, and rehearses its restore from the very bytes that were written.
 * Errors: databaseMissing, databaseCorrupt, databaseTooNew, diskFull { folder }, backupFolderMissing, backupFolderReadOnly,
 * backupVerifyFailed { reason }.
 */
export const makeArchive = async (job: MakeJob, progress: Progress): Promise<CheckedArchive> => {
  const key = Buffer.from(job.databaseKey);
  const snapshot = join(job.workFolder, 'snapshot');
  progress({ stage: 'snapshot', done: 0, total: 1 });
  writeSnapshot({ file: databasePath(job.dataFolder), key, target: snapshot });
  const facts = factsOf(snapshot, key);
  // Not ours to judge: the rehearsal would call it a bad stick.
  requireKnownSchema(facts);
  progress({ stage: 'snapshot', done: 1, total: 1 });
  const entries = await listEntries(job, key, snapshot, facts);
  const packed = await pack(job, entries, progress);
  rmSync(snapshot);
  return rehearse(job, packed, progress);
};

const factsOf = (path: string, key: Buffer): SnapshotFacts => {
  const snapshot = openSnapshot(path, key);
  try {
    return snapshot.facts();
  } finally {
    snapshot.close();
  }
};

interface Listed {
  readonly entry: ArchiveEntry;
  readonly facts: FileFacts;
}

/** The order in the archive: words for people, the manifest, then the rest. */
const listEntries = async (
  job: MakeJob,
  key: Buffer,
  snapshot: string,
  facts: SnapshotFacts,
): Promise<readonly ArchiveEntry[]> => {
  const readme = text(README_NAME, ARCHIVE_README);
  const rest = [
    text(ARCHIVED_KEY, `${key.toString('hex')}\n`),
    text(ARCHIVED_SCRIPT, ARCHIVE_SCRIPT),
    await file(ARCHIVED_DATABASE, snapshot),
  ];
  for (const name of scanNames(scansPath(job.dataFolder))) {
    // oxlint-disable-next-line no-await-in-loop -- one after another: the disk is the limit
    rest.push(await file(ARCHIVED_SCANS + name, join(scansPath(job.dataFolder), name)));
  }
  const manifest: Manifest = {
    app: 'wisam',
    format: 1,
    appVersion: job.appVersion,
    createdAt: new Date(job.createdAtMs).toISOString(),
    recipient: job.recipient,
    ...facts,
    registers: [...facts.registers],
    files: [readme, ...rest].map((listed) => listed.facts),
  };
  const described = text(MANIFEST_NAME, `${JSON.stringify(manifest, null, 2)}\n`);
  return [readme, described, ...rest].map((listed) => listed.entry);
};

const text = (name: string, words: string): Listed => {
  const content = Buffer.from(words, 'utf8');
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    entry: { name, sizeBytes: content.length, content },
    facts: { name, sizeBytes: content.length, sha256 },
  };
};

const file = async (name: string, path: string): Promise<Listed> => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    sizeBytes += (chunk as Buffer).length;
  }
  return {
    entry: { name, sizeBytes, content: { path } },
    facts: { name, sizeBytes, sha256: hash.digest('hex') },
  };
};

/** In a fixed order. What an operating system or an interrupted write left between the scans stays behind. */
const scanNames = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => isScanName(ARCHIVED_SCANS + name) && statSync(join(folder, name)).isFile())
        .sort()
    : [];

const pack = async (
  job: MakeJob,
  entries: readonly ArchiveEntry[],
  progress: Progress,
): Promise<PackedArchive> => {
  const total = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  try {
    return await packArchive({
      entries,
      target: job.target,
      recipient: job.recipient,
      modifiedAtMs: job.createdAtMs,
      onBytes: (done) => progress({ stage: 'pack', done, total }),
    });
  } catch (error) {
    const source = error instanceof Error && 'path' in error && String(error.path).startsWith(job.dataFolder);
    const inTarget = !source || job.target.startsWith(job.dataFolder);
    throw inTarget ? exportFolderError(error, dirname(job.target)) : fileError(error, job.dataFolder);
  }
};

const rehearse = async (job: MakeJob, packed: PackedArchive, progress: Progress): Promise<CheckedArchive> => {
  const into = join(job.workFolder, 'rehearsal');
  mkdirSync(into, { mode: 0o700 });
  try {
    const unpacked = await unpackArchive({
      archive: job.target,
      opener: { fileKey: packed.fileKey },
      into,
      check: requireKnownSchema,
      onBytes: (done, total) => progress({ stage: 'verify', done, total }),
    });
    const { manifest, sha256, sizeBytes } = unpacked;
    if (sha256 !== packed.sha256 || sizeBytes !== packed.sizeBytes) {
      throw new AppError('backupVerifyFailed', { reason: 'readBack' });
    }
    const checked = checkUnpacked(into, unpacked, job.dataFolder);
    return { manifest, sha256, sizeBytes, ...checked };
  } catch (error) {
    throw rehearsalError(error, job);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
};

const rehearsalError = (error: unknown, job: MakeJob): unknown => {
  const folder = dirname(job.target);
  if (error instanceof AppError) {
    if (error.code === 'diskFull' || error.code === 'backupVerifyFailed') return error;
    const gone = !existsSync(folder) || error.code === 'fileMissing' || error.code === 'fileUnreadable';
    if (gone) return new AppError('backupFolderMissing', { folder }, { cause: error });
    return new AppError('backupVerifyFailed', { reason: error.code, ...error.details }, { cause: error });
  }
  // Here only the data folder is written to; the target is read.
  const full = ['ENOSPC', 'EDQUOT'].includes(systemCode(error));
  return full ? fileError(error, job.dataFolder) : exportFolderError(error, folder);
};
