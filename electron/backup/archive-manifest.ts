import { z } from 'zod';

export const MANIFEST_NAME = 'manifest.json';
export const README_NAME = 'README.txt';
export const ARCHIVED_DATABASE = 'app.db';
export const ARCHIVED_KEY = 'database-key.txt';
export const ARCHIVED_SCRIPT = 'open-app-db.mjs';
export const ARCHIVED_SCANS = 'files/';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** Only these may lie in an archive. It is encrypted to a public key, so anybody could have written it: no name escapes. */
export const isArchiveName = (name: string): boolean =>
  [README_NAME, MANIFEST_NAME, ARCHIVED_DATABASE, ARCHIVED_KEY, ARCHIVED_SCRIPT].includes(name) ||
  isScanName(name);

/** `files/…`, at most three folders deep, no name beginning with a dot. */
export const isScanName = (name: string): boolean =>
  /^files(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}){1,4}$/.test(name);

export const manifestSchema = z.object({
  app: z.literal('wisam'),
  format: z.literal(1),
  appVersion: z.string(),
  schemaVersion: z.int(),
  /** Of the folded search columns. */
  normVersion: z.int(),
  createdAt: z.iso.datetime(),
  /** Whom the archive is encrypted to. */
  recipient: z.string(),
  counts: z.record(z.string(), count),
  registers: z.array(z.object({ register: z.string(), hijriYear: z.int(), last: count })),
  /** A log whose tail was cut still verifies by itself: here its length and head are anchored outside it. */
  audit: z.object({ count, hash: sha256 }),
  /** Every file of the archive but this one. */
  files: z.array(z.object({ name: z.string(), sizeBytes: count, sha256 })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Larger than any manifest of ours; a longer one is not read into memory. */
export const MANIFEST_MOST_BYTES = 64 * 1024 * 1024;
