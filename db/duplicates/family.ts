import type { PartyId } from '#shared/ids.ts';
import { AppError } from '#shared/app-error.ts';
import type { Reader } from '../transaction.ts';
import { rawStatement } from './raw-statement.ts';

const family = rawStatement<{ id: number }, { id: number }>(
  `WITH RECURSIVE of (id) AS (
     SELECT ? UNION SELECT party.id FROM of JOIN party ON party.merged_into = of.id
   ) SELECT id FROM of ORDER BY id`,
  ['id'],
);
const kept = rawStatement<{ id: number }, { id: number; name: string }>(
  `WITH RECURSIVE up (id, name, into_id) AS (
     SELECT id, name, merged_into FROM party WHERE id = ?
     UNION SELECT party.id, party.name, party.merged_into FROM up JOIN party ON party.id = up.into_id
   ) SELECT id, name FROM up WHERE into_id IS NULL`,
  ['id'],
);

/**
 * A party and every record that was merged into it, directly or through another. Sealed rows (issued letters, incoming
 * letters, persons of a batch) stay with the record they were written for, and are read through this.
 */
export const familyOf = (reader: Reader, id: number): number[] =>
  reader.all(family, { id }).map((row) => row.id);

/** Where a record went, through any number of merges: itself when it was not merged; undefined when there is none. */
export const keptOf = (reader: Reader, id: number): { id: PartyId; name: string } | undefined =>
  reader.get(kept, { id }) as { id: PartyId; name: string } | undefined;

/**
 * For commands: nothing new is hung on a record that was merged.
 * @throws AppError notFound, partyMerged { into, name }
 */
export function requireStanding(reader: Reader, id: number): void {
  const found = keptOf(reader, id);
  if (found === undefined) throw new AppError('notFound', { kind: 'party', id });
  if (found.id !== id) throw new AppError('partyMerged', { into: found.id, name: found.name });
}
