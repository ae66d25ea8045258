import { AppError } from '#shared/app-error.ts';
import { mergedRecord, type MergeChoices, type Side } from '#shared/duplicates/merge-choices.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import type { Party } from '#shared/parties/party.ts';
import { findParty } from '../parties/party-queries.ts';
import { updateParty } from '../parties/party-writes.ts';
import { yearNumber } from '../registers/register-counter.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { moveDrafts } from './merge-drafts.ts';
import { beginMerge, endMerge, noteRow, type MergeRow, type PartySnapshot } from './merge-record.ts';
import { settleUniqueRows } from './merge-unique.ts';
import { MOVING, type MovingReference } from './party-references.ts';
import { retellPairs, takePairs } from './pairs.ts';
import { findRow, listRows, pick, setRow, type Row } from './row-access.ts';

export interface MergeWish {
  readonly keptId: PartyId;
  readonly mergedId: PartyId;
  /** The versions that the person compared. */
  readonly versions: { readonly kept: number; readonly merged: number };
  readonly choices: MergeChoices;
  /** Of two households the one in which they live now. */
  readonly household: Side;
  readonly reason: string;
}

export interface MergeDone {
  readonly mergeId: number;
  /** How many rows of each table changed hands. */
  readonly moved: Readonly<Record<string, number>>;
  /** Letters without a number that are about the record that stays from now on: the log tells each. */
  readonly letters: readonly { readonly id: number; readonly requestId: number | null }[];
}

/**
 * Makes one record of two, in the caller's transaction: fields as they were chosen, lists joined, all that may move moved,
 * a forwarding reference left. All that undoing it needs is kept beside it.
 * @throws AppError notFound, partyMerged { into, name }, conflict (somebody changed either record since)
 */
export function mergeParties(
  tx: WriteTransaction,
  wish: MergeWish,
  by: StaffId,
  atMs: number,
  today: string,
): MergeDone {
  const { keptId, mergedId } = wish;
  const kept = requireUnchanged(tx, keptId, wish.versions.kept);
  const merged = requireUnchanged(tx, mergedId, wish.versions.merged);
  if (keptId === mergedId || kept.kind !== merged.kind)
    throw new AppError('mergeRefused', { reason: 'kind' });
  const before = { kept: snapshotOf(tx, keptId), merged: snapshotOf(tx, mergedId) };
  const lastIds = Object.fromEntries(MOVING.filter(hasId).map(({ table }) => [table, lastId(tx, table)]));
  const mergeId = beginMerge(tx, { kept: keptId, merged: mergedId, reason: wish.reason, at: atMs, by });
  const note = (row: MergeRow): void => noteRow(tx, mergeId, row);

  settleUniqueRows(tx, { keptId, mergedId, household: wish.household, by, atMs, today }, note);
  const letters = listRows(tx, 'SELECT id, request_id FROM letter WHERE party_id = ? AND number IS NULL', [
    mergedId,
  ]);
  const moved: Record<string, number> = {};
  for (const reference of MOVING)
    moved[reference.table] = (moved[reference.table] ?? 0) + move(tx, reference, keptId, mergedId, note);
  moved['draft'] = moveDrafts(tx, mergedId, keptId, note);
  takePairs(tx, keptId, mergedId, note);
  writeIdentity(tx, wish, kept, merged, by, atMs);
  setRow(
    tx,
    'party',
    { id: mergedId },
    { merged_into: keptId, version: merged.version + 1, updated_at_ms: atMs },
  );
  const after = findRow(tx, 'party', { id: keptId })!;
  endMerge(tx, mergeId, {
    ...before,
    keptAfter: recordOf(findParty(tx, keptId)!),
    fileAfter: pick(after, ['file_year', 'file_number']),
    lastIds,
  });
  retellPairs(tx, keptId, atMs);
  return {
    mergeId,
    moved,
    letters: letters.map((row) => ({ id: Number(row['id']), requestId: row['request_id'] as number | null })),
  };
}

function requireUnchanged(reader: Reader, id: PartyId, version: number): Party {
  const party = findParty(reader, id);
  if (party === undefined) throw new AppError('notFound', { kind: 'party', id });
  if (party.mergedInto !== null) {
    const into = findParty(reader, party.mergedInto);
    throw new AppError('partyMerged', { into: party.mergedInto, name: into?.name ?? '' });
  }
  if (party.version !== version) throw new AppError('conflict', { id });
  return party;
}

const hasId = ({ key }: MovingReference): boolean => key[0] === 'id';
const lastId = (reader: Reader, table: string): number =>
  Number(listRows(reader, `SELECT max(id) AS last FROM ${table}`, [])[0]?.['last'] ?? 0);

/** A party's own rows as they lie. */
export const snapshotOf = (reader: Reader, id: number): PartySnapshot => ({
  row: findRow(reader, 'party', { id })!,
  roles: listRows(reader, 'SELECT * FROM party_role WHERE party_id = ? ORDER BY role', [id]),
  aliases: listRows(reader, 'SELECT * FROM party_alias WHERE party_id = ? ORDER BY id', [id]),
  points: listRows(reader, 'SELECT * FROM contact_point WHERE party_id = ? ORDER BY id', [id]),
  legacy: listRows(reader, 'SELECT * FROM party_legacy_number WHERE party_id = ? ORDER BY key', [id]),
});

/** The rows of a reference that a merge would move, by their keys. */
export const rowsToMove = (reader: Reader, reference: MovingReference, kept: number, merged: number): Row[] =>
  listRows(
    reader,
    `SELECT ${reference.key.join(', ')} FROM ${reference.table} WHERE ${reference.column} = ?
       ${reference.where === undefined ? '' : `AND (${reference.where.replaceAll(':kept', '?')})`}`,
    [merged, ...(reference.where?.includes(':kept') === true ? [kept] : [])],
  );

function move(
  tx: WriteTransaction,
  reference: MovingReference,
  kept: number,
  merged: number,
  note: (row: MergeRow) => void,
): number {
  const { table, column } = reference;
  const rows = rowsToMove(tx, reference, kept, merged);
  for (const key of rows) {
    setRow(tx, table, { ...key, [column]: merged }, { [column]: kept });
    note({ table, key, change: 'moved', column, before: null, after: null });
  }
  return rows.length;
}

/** The fields as they were chosen. What the other record bore stays with it, so that a search for it is led on. */
function writeIdentity(
  tx: WriteTransaction,
  { keptId, mergedId, choices }: MergeWish,
  kept: Party,
  merged: Party,
  by: StaffId,
  atMs: number,
): void {
  const record = mergedRecord(recordOf(kept), recordOf(merged), choices);
  const file = exchangeFile(tx, keptId, mergedId, choices.fileNumber ?? 'kept');
  const swap = choices.identity === 'merged' && merged.idNumber !== '';
  const ours = findRow(tx, 'party', { id: keptId })!;
  const identity = ['id_kind', 'id_number', 'no_id_reason'];
  // A number belongs to one record: it is laid down before it is taken up.
  if (swap)
    setRow(tx, 'party', { id: mergedId }, { id_kind: 'none', id_number: null, no_id_reason: 'merged' });
  updateParty(
    tx,
    keptId,
    file === null ? record : { ...record, legacyNumbers: [...new Set([...record.legacyNumbers, file])] },
    by,
    atMs,
  );
  if (swap) setRow(tx, 'party', { id: mergedId }, pick(ours, identity));
  // A merge that changes no field is seen by the version all the same.
  if (findRow(tx, 'party', { id: keptId })?.['version'] === ours['version'])
    setRow(tx, 'party', { id: keptId }, { version: Number(ours['version']) + 1, updated_at_ms: atMs });
}

/** Of two file numbers one goes on and the other becomes a number of a paper file; answers with that one. */
function exchangeFile(tx: WriteTransaction, keptId: number, mergedId: number, chosen: Side): string | null {
  const names = ['file_year', 'file_number'];
  const ours = pick(findRow(tx, 'party', { id: keptId })!, names);
  const theirs = pick(findRow(tx, 'party', { id: mergedId })!, names);
  if (theirs['file_number'] === null) return null;
  if (ours['file_number'] !== null && chosen === 'kept') return written(theirs);
  setRow(tx, 'party', { id: mergedId }, { file_year: null, file_number: null });
  setRow(tx, 'party', { id: keptId }, theirs);
  if (ours['file_number'] === null) return null;
  setRow(tx, 'party', { id: mergedId }, ours);
  return written(ours);
}

const written = (file: Row): string => yearNumber(Number(file['file_year']), Number(file['file_number']));
