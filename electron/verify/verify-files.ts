import { fileAddress } from '../files/file-cipher.ts';
import { findFilePlace } from '#db/files/file-places.ts';
import { findStoredContent, listStoredFiles } from '#db/files/stored-files.ts';
import { queries, statement } from '#db/statement.ts';
import type { Reader } from '#db/transaction.ts';
import { placeOf } from './verify-chains.ts';

/** The bytes of a file that lies outside the database, proved against its address; null when gone or damaged. */
export type ReadOutside = (sha256: string) => Uint8Array | null;

const attached = (table: 'letter' | 'incoming_letter') =>
  queries
    .selectFrom(table)
    .select(['register', 'hijri_year', 'number', 'content_json'])
    .where('number', 'is not', null)
    .where('content_json', 'like', '%"sha256"%');
const lettersWithFiles = statement()(() => attached('letter'));
const incomingWithFiles = statement()(() => attached('incoming_letter'));

/**
 * Every file that is kept, byte for byte, and every file that a sealed letter speaks of.
 * @param readOutside without it, only what lies in the database is read
 */
export function checkFiles(
  reader: Reader,
  readOutside: ReadOutside | undefined,
): { count: number; fault: string | null } {
  const known = new Set<string>();
  for (const { sha256, outside } of listStoredFiles(reader)) {
    known.add(sha256);
    if (outside) {
      if (readOutside !== undefined && readOutside(sha256) === null)
        return { count: known.size, fault: faultOf(reader, sha256, 'vanished') };
      continue;
    }
    const content = findStoredContent(reader, sha256);
    if (content === undefined || content === null || fileAddress(content) !== sha256)
      return { count: known.size, fault: faultOf(reader, sha256, 'damaged') };
  }
  for (const [kind, rows] of [
    ['letter', reader.all(lettersWithFiles, {})],
    ['incoming', reader.all(incomingWithFiles, {})],
  ] as const)
    for (const row of rows)
      for (const sha256 of addressesIn(JSON.parse(row.content_json)))
        if (!known.has(sha256))
          return {
            count: known.size,
            fault: `${kind}.file:${placeOf(row.register ?? '', row.hijri_year, row.number)}`,
          };
  return { count: known.size, fault: null };
}

/** By the number that it belongs to; a file of no number by the head of its address. */
function faultOf(reader: Reader, sha256: string, what: 'vanished' | 'damaged'): string {
  const place = findFilePlace(reader, sha256);
  if (place === undefined) return `file.${what}:${sha256.slice(0, 16)}`;
  const register = place.kind === 'letter' ? 'outgoing' : 'incoming';
  return `${place.kind}.file:${placeOf(register, place.hijriYear, place.number)}`;
}

function addressesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sha256' && typeof inner === 'string' ? [inner] : addressesIn(inner),
  );
}
