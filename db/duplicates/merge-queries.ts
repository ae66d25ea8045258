import type { MergeSummary } from '#shared/duplicates/merge-contract.ts';
import type { PartyId } from '#shared/ids.ts';
import { datumStandings } from '../documents/datum-matches.ts';
import { findDatumValues } from '../documents/datum-values.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { MOVING } from './party-references.ts';
import { rowsToMove } from './merge-party.ts';
import { listRows } from './row-access.ts';

const merges = () =>
  queries
    .selectFrom('party_merge')
    .innerJoin('party as kept', 'kept.id', 'party_merge.kept_id')
    .innerJoin('party as merged', 'merged.id', 'party_merge.merged_id')
    .innerJoin('staff', 'staff.id', 'party_merge.staff_id')
    .leftJoin('staff as undoer', 'undoer.id', 'party_merge.undone_by')
    .select([
      'party_merge.id',
      'party_merge.kept_id',
      'kept.name as kept_name',
      'party_merge.merged_id',
      'merged.name as merged_name',
      'party_merge.reason',
      'party_merge.at_ms',
      'staff.name as staff_name',
      'party_merge.undone_at_ms',
      'undoer.name as undone_name',
    ]);
const updatedAt = statement<{ id: number }>()((param) =>
  queries.selectFrom('party').select('updated_at_ms').where('id', '=', param('id')),
);
const count = statement()(() =>
  queries.selectFrom('party_merge').select((eb) => eb.fn.countAll<number>().as('n')),
);

/** The latest first; `id` asks for one of them. */
export const listMerges = (
  reader: Reader,
  { id, limit, offset }: { readonly id: number | null; readonly limit: number; readonly offset: number },
): MergeSummary[] =>
  reader
    .list(
      merges()
        .$if(id !== null, (query) => query.where('party_merge.id', '=', id ?? 0))
        .orderBy('party_merge.id', 'desc')
        .limit(limit)
        .offset(offset),
    )
    .map((row) => ({
      id: row.id,
      keptId: row.kept_id as PartyId,
      keptName: row.kept_name,
      mergedId: row.merged_id as PartyId,
      mergedName: row.merged_name,
      reason: row.reason,
      atMs: row.at_ms,
      byName: row.staff_name,
      undone: row.undone_at_ms === null ? null : { atMs: row.undone_at_ms, byName: row.undone_name ?? '' },
    }));

export const findUpdatedAt = (reader: Reader, id: number): number =>
  reader.get(updatedAt, { id })?.updated_at_ms ?? 0;
export const countMerges = (reader: Reader): number => reader.get(count, {})?.n ?? 0;

/** Data of a party that were matched to their originals as they stand now: one that was changed since is no longer. */
export const listMatchedData = (reader: Reader, id: number): string[] =>
  datumStandings(reader, id, findDatumValues(reader, id) ?? [])
    .filter(({ state }) => state === 'matched')
    .map(({ datum }) => datum);

/** How many rows of each table would change hands, none left out, nothing that is zero. */
export function countRowsToMove(reader: Reader, kept: number, merged: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reference of MOVING) {
    const found = rowsToMove(reader, reference, kept, merged).length;
    if (found > 0) counts[reference.table] = (counts[reference.table] ?? 0) + found;
  }
  return counts;
}

/** Issued and incoming letters that stay under the record that goes, and are read with the other's from then on. */
export const countSealed = (reader: Reader, id: number): number =>
  Number(
    listRows(
      reader,
      `SELECT (SELECT count(*) FROM letter WHERE party_id = ? AND number IS NOT NULL)
         + (SELECT count(*) FROM incoming_letter WHERE party_id = ?) AS n`,
      [id, id],
    )[0]?.['n'],
  );

/** The household they live in, with how many live there; null when none is known. */
export function findHousehold(reader: Reader, id: number): { id: number; members: number } | null {
  const [row] = listRows(
    reader,
    `SELECT household_id AS id, (SELECT count(*) FROM household_member o WHERE o.household_id = m.household_id
       AND o.left_on IS NULL AND o.withdrawn_at_ms IS NULL) AS members
     FROM household_member m WHERE m.party_id = ? AND m.left_on IS NULL AND m.withdrawn_at_ms IS NULL`,
    [id],
  );
  return row === undefined ? null : { id: Number(row['id']), members: Number(row['members']) };
}

/** Whether one acts for the other: then they are two persons, most likely. */
export const representEachOther = (reader: Reader, one: number, other: number): boolean =>
  listRows(
    reader,
    `SELECT 1 FROM representative WHERE withdrawn_at_ms IS NULL
       AND (party_id = ? AND representative_id = ? OR party_id = ? AND representative_id = ?) LIMIT 1`,
    [one, other, other, one],
  ).length > 0;
