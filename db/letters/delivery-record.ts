import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.ts';

/** SHA-256 of what the log does not say of a delivery in words: who received it, and the note. */
export const deliveryRecordSha256 = (receiver: string, note: string): string =>
  createHash('sha256').update(canonicalJson({ note, receiver })).digest('hex');
