import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#shared/app-error.ts';
import { openSnapshot, type SealedPdf, type SnapshotFacts } from '#db/backup/snapshot.ts';
import { parseDatabaseKey } from '#db/database-key.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openDatabase } from '#db/open-database.ts';
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
}

/**
 * The rehearsal of a restore, over a folder whose files' hashes are right already: the key opens the database, it holds
 * what the manifest says, every page, reference, register and link of the log is whole, and a sealed PDF opens.
 * Errors: backupDamaged { reason }, databaseTooNew.
 */
export const checkUnpacked = (
  folder: string,
  { manifest, databaseKeyText }: UnpackedArchive,
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
    return { databaseKey, lines };
  } finally {
    database.close();
  }
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
