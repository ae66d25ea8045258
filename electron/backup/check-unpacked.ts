import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#shared/app-error.ts';
import { openSnapshot, type SealedPdf, type SnapshotFacts } from '#db/backup/snapshot.ts';
import { parseDatabaseKey } from '#db/database-key.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openDatabase } from '#db/open-database.ts';
import { scansPath } from '../data-folder/data-folder-files.ts';
import { checkStoredFiles, outsideReader } from '../files/check-stored-files.ts';
import { verifyDatabase, type VerifiedLine } from '../verify/verify-database.ts';
import { ARCHIVED_DATABASE, type Manifest } from './archive-manifest.ts';
import type { UnpackedArchive } from './unpack-archive.ts';

/** Before anything large is unpacked. Error: databaseTooNew. */
export const requireKnownSchema = ({ schemaVersion }: Pick<Manifest, 'schemaVersion'>): void => {
  if (schemaVersion > SCHEMA_VERSION) {
    throw new AppError('databaseTooNew', { found: schemaVersion, known: SCHEMA_VERSION });
  }
};

export interface CheckedData {
  readonly databaseKey: Buffer;
  /** What `verify` prints for it. */
  readonly lines: readonly VerifiedLine[];
  /** Addresses of kept files that are not in it: they were lost before the archive was made. */
  readonly lostFiles: readonly string[];
}

/**
 * The rehearsal of a restore, over a folder whose files' hashes are right already: the key opens the database, it holds
 * what the manifest says, every page, reference, register and link of the log is whole, and a sealed PDF opens.
 * Every kept file is decrypted and held against its address. `source` is the data folder that the archive was just made
 * of: what lies there whole must be in the archive.
 * Errors: backupDamaged { reason }, databaseTooNew.
 */
export const checkUnpacked = (
  folder: string,
  { manifest, databaseKeyText }: UnpackedArchive,
  source?: string,
): CheckedData => {
  requireKnownSchema(manifest);
  const databaseKey = readKey(databaseKeyText);
  const file = join(folder, ARCHIVED_DATABASE);
  const snapshot = openSnapshotOf(file, databaseKey);
  try {
    compareFacts(snapshot.facts(), manifest);
    const sealed = snapshot.lastSealedPdf();
    if (sealed !== undefined) requirePdf(sealed);
  } finally {
    snapshot.close();
  }
  const database = openDatabase({ file, key: databaseKey });
  try {
    const { fault, lines } = verifyDatabase(database);
    if (fault !== null) throw new AppError('backupDamaged', { reason: 'verify', fault });
    const lostFiles = [...checkStoredFiles(database, scansPath(folder), databaseKey)].map(
      ({ sha256 }) => sha256,
    );
    if (source !== undefined) requireLostAtSource(lostFiles, source, databaseKey);
    return { databaseKey, lines, lostFiles };
  } finally {
    database.close();
  }
};

/**
 * One scan that a bad disk took must not keep an office from ever backing up the rest; one that lies there whole and did
 * not come through makes the archive a bad one.
 */
const requireLostAtSource = (lost: readonly string[], source: string, databaseKey: Buffer): void => {
  const readSource = outsideReader(scansPath(source), databaseKey);
  const file = lost.find((sha256) => readSource(sha256) !== null);
  if (file !== undefined) throw new AppError('backupDamaged', { reason: 'file', file });
};

const readKey = (text: string): Buffer => {
  try {
    return parseDatabaseKey(text);
  } catch (error) {
    throw new AppError('backupDamaged', { reason: 'key' }, { cause: error });
  }
};

const openSnapshotOf = (file: string, key: Buffer): ReturnType<typeof openSnapshot> => {
  try {
    return openSnapshot(file, key);
  } catch (error) {
    throw new AppError('backupDamaged', { reason: 'database' }, { cause: error });
  }
};

const compareFacts = (facts: SnapshotFacts, manifest: Manifest): void => {
  for (const name of ['schemaVersion', 'normVersion', 'counts', 'registers', 'audit'] as const) {
    if (!isDeepStrictEqual(facts[name], manifest[name]))
      throw new AppError('backupDamaged', { reason: name });
  }
};

/** The bytes that were sealed, and a file that a reader can find its way in: header, end mark, cross-reference. */
const requirePdf = ({ letterId, sha256, pdf }: SealedPdf): void => {
  const bytes = Buffer.from(pdf);
  const tail = bytes.subarray(-1024).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? -1);
  const at = start < 0 ? '' : bytes.subarray(start, start + 20).toString('latin1');
  const opens = bytes.subarray(0, 5).toString('latin1') === '%PDF-' && /^(?:xref|\d+ \d+ obj)/.test(at);
  if (!opens || createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new AppError('backupDamaged', { reason: 'pdf', letter: letterId });
  }
};
