import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';

export const DATABASE_KEY_BYTES = 32;

/** A fresh random key for a new database. It never passes through a password: the cipher takes it raw. */
export const newDatabaseKey = (): Buffer => randomBytes(DATABASE_KEY_BYTES);

/**
 * The key from its stored form, 64 hex digits (white space around them is dropped).
 * @throws AppError databaseKeyWrong when the text is no key; the text itself is never repeated
 */
export function parseDatabaseKey(hex: string): Buffer {
  const text = hex.trim();
  if (!/^[0-9a-f]{64}$/iu.test(text)) throw new AppError('databaseKeyWrong', { reason: 'notAKey' });
  return Buffer.from(text, 'hex');
}

/**
 * What tells a wrong key from a damaged file: the cipher answers SQLITE_NOTADB to both. Sixteen hex digits, kept
 * beside the database; they say nothing about the key.
 */
export const keyCheck = (key: Buffer): string =>
  createHmac('sha256', key).update('wisam key check').digest('hex').slice(0, 16);

export function keyMatches(key: Buffer, check: string): boolean {
  const ours = Buffer.from(keyCheck(key));
  const theirs = Buffer.from(check);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
