import { AppError } from '#shared/app-error.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { recordOf, type PartyRecord } from '#shared/parties/party-record.ts';
import type { Party } from '#shared/parties/party.ts';
import { findIdentifierHolder, findParty } from '../parties/party-queries.ts';
import { partyOf, type WholePartyRow } from '../parties/party-rows.ts';
import { updateParty } from '../parties/party-writes.ts';
import type { RecordField } from '../parties/party-versions.ts';
import { reindexParty } from '../search-index.ts';
import type { WriteTransaction } from '../transaction.ts';
import {
  findMerge,
  listMergeRows,
  markUndone,
  type MergeRow,
  type PartySnapshot,
  type StoredMerge,
} from './merge-record.ts';
import { retellPairs } from './pairs.ts';
import { bringBackPairs } from './undo-pairs.ts';
import {
  changeRow,
  dropRows,
  findRow,
  listRows,
  pick,
  putRow,
  runSql,
  sameRow,
  setRow,
  type Row,
} from './row-access.ts';
import { followRequests, rowsSince, undoConflicts, undoObstacle } from './undo-standing.ts';

/** What becomes of a later edit: it stays, it goes to the record that comes back, or what was before returns. */
export type ConflictChoice = 'kept' | 'returned' | 'before';

export interface UndoWish {
  readonly mergeId: number;
  /** By field; a later edit that nobody decided about stays where it was made. */
  readonly conflicts: Readonly<Partial<Record<RecordField, ConflictChoice>>>;
  /** Rows written after the merge that go with the record that comes back. */
  readonly give: readonly { readonly table: string; readonly column: string; readonly id: number }[];
}

export interface UndoDone {
  readonly keptId: PartyId;
  readonly mergedId: PartyId;
  /** Letters without a number that are about another record now: the log tells each. */
  readonly letters: readonly {
    readonly id: number;
    readonly partyId: number;
    readonly requestId: number | null;
  }[];
}

/**
 * Makes two records of one again: to the letter where nothing was changed since. Rows that were sealed or taken out in
 * the meantime stay as they are.
 * @throws AppError notFound, undoRefused { reason, name }, identifierTaken { id, name }
 */
export function undoMerge(tx: WriteTransaction, wish: UndoWish, by: StaffId, atMs: number): UndoDone {
  const merge = findMerge(tx, wish.mergeId);
  if (merge === undefined) throw new AppError('notFound', { kind: 'merge', id: wish.mergeId });
  const obstacle = undoObstacle(tx, merge);
  if (obstacle !== null) throw new AppError('undoRefused', { reason: obstacle.code, name: obstacle.name });
  const keptBefore = partyOfSnapshot(merge.before.kept);
  const conflicts = undoConflicts(tx, merge, recordOf(keptBefore));
  const since = rowsSince(tx, merge);

  const letters = openLetters(tx, merge);
  // Before what was there returns: a person who is given a later household lives in that one.
  for (const row of since)
    if (wish.give.some((one) => one.table === row.table && one.column === row.column && one.id === row.id))
      setRow(tx, row.table, { id: row.id }, { [row.column]: merge.mergedId });
  bringBackRows(tx, merge, listMergeRows(tx, merge.id));
  followRequests(tx, merge);
  const fields = conflicts.map(({ field }) => field);
  const given = bringBackIdentity(tx, merge, keptBefore, fields, wish, by, atMs);
  bringBackPairs(tx, merge, atMs);
  if (fields.length > 0 || given !== null) {
    retellPairs(tx, merge.keptId, atMs);
    retellPairs(tx, merge.mergedId, atMs);
  }
  markUndone(tx, merge.id, atMs, by);
  return {
    keptId: merge.keptId as PartyId,
    mergedId: merge.mergedId as PartyId,
    letters: openLetters(tx, merge).filter(
      (letter) => letters.find(({ id }) => id === letter.id)?.partyId !== letter.partyId,
    ),
  };
}

const openLetters = (tx: WriteTransaction, merge: StoredMerge) =>
  listRows(tx, 'SELECT id, party_id, request_id FROM letter WHERE party_id IN (?, ?) AND number IS NULL', [
    merge.keptId,
    merge.mergedId,
  ]).map((row) => ({
    id: Number(row['id']),
    partyId: Number(row['party_id']),
    requestId: row['request_id'] as number | null,
  }));

function bringBackRows(tx: WriteTransaction, merge: StoredMerge, rows: readonly MergeRow[]): void {
  // What goes back to the other record makes room for what comes back to this one: a person lives in one household.
  const staying = (row: MergeRow): number => (row.before?.['party_id'] === merge.keptId ? 1 : 0);
  for (const row of rows.toSorted((a, b) => staying(a) - staying(b))) {
    if (row.table === 'duplicate_pair') continue;
    if (row.change === 'moved') {
      // A letter that was issued in the meantime is sealed with the record it was issued for.
      const sealed = row.table === 'letter' ? ' AND number IS NULL' : '';
      const names = Object.keys(row.key);
      runSql(
        tx,
        `UPDATE ${row.table} SET ${row.column} = ? WHERE ${row.column} = ? AND ${names.map((name) => `${name} IS ?`).join(' AND ')}${sealed}`,
        [merge.mergedId, merge.keptId, ...Object.values(row.key)],
      );
      continue;
    }
    if (row.before !== null && row.after !== null) bringBackRow(tx, row, row.before, row.after);
  }
}

/** What the merge changed in a row is as it was, unless that was changed since or something later stands in its place. */
function bringBackRow(tx: WriteTransaction, { table, key }: MergeRow, before: Row, after: Row): void {
  const now = findRow(tx, table, key);
  if (now === undefined || now['party_id'] !== after['party_id']) return;
  const names = Object.keys(before).filter((name) => before[name] !== after[name]);
  const changed = names.filter((name) => name !== 'party_id');
  const untouched = changed.every((name) => now[name] === after[name]);
  if (untouched && changeRow(tx, table, key, pick(before, names))) return;
  if (names.includes('party_id')) setRow(tx, table, key, pick(before, ['party_id']));
}

const FILE = ['file_year', 'file_number'] as const;

/** Both identities. Answers with what was given to the record that comes back, or null. */
function bringBackIdentity(
  tx: WriteTransaction,
  merge: StoredMerge,
  keptBefore: Party,
  changed: readonly RecordField[],
  wish: UndoWish,
  by: StaffId,
  atMs: number,
): PartyRecord | null {
  const { keptId, mergedId, before } = merge;
  const now = findRow(tx, 'party', { id: keptId })!;
  const current = findParty(tx, keptId)!;
  const mergedBefore = recordOf(partyOfSnapshot(before.merged));
  // Numbers are unique: both are laid down before either is taken up again.
  for (const id of [keptId, mergedId])
    setRow(tx, 'party', { id }, { id_kind: 'none', id_number: null, file_year: null, file_number: null });
  // A file number that was given after the merge stays where it was given.
  const fileMoved = sameRow(pick(now, FILE), before.fileAfter);
  const file = fileMoved ? pick(before.kept.row, FILE) : pick(now, FILE);
  refuseTaken(tx, recordOf(keptBefore), [keptId, mergedId]);
  refuseTaken(tx, mergedBefore, [keptId, mergedId]);
  restoreOwn(tx, keptId, { ...before.kept, row: { ...before.kept.row, ...file } });
  const mergedFile = pick(before.merged.row, FILE);
  const fileTaken = file['file_number'] !== null && sameRow(file, mergedFile);
  restoreOwn(tx, mergedId, {
    ...before.merged,
    row: { ...before.merged.row, ...(fileTaken ? { file_year: null, file_number: null } : {}) },
  });
  if (changed.length === 0) return null;
  return applyConflicts(
    tx,
    merge,
    wish,
    changed,
    { now: recordOf(current), version: current.version },
    by,
    atMs,
  );
}

/** Later edits, field by field, over what was brought back. */
function applyConflicts(
  tx: WriteTransaction,
  merge: StoredMerge,
  wish: UndoWish,
  fields: readonly RecordField[],
  edited: { readonly now: PartyRecord; readonly version: number },
  by: StaffId,
  atMs: number,
): PartyRecord | null {
  const { keptId, mergedId } = merge;
  const kept: Record<string, unknown> = {};
  const returned: Record<string, unknown> = {};
  for (const field of fields) {
    const choice =
      wish.conflicts[IDENTITY.has(field) ? 'idNumber' : field] ?? wish.conflicts[field] ?? 'kept';
    if (choice === 'kept') kept[field] = edited.now[field];
    if (choice === 'returned') returned[field] = edited.now[field];
  }
  // Whoever saw the merged record must not save over the one that came back.
  setRow(tx, 'party', { id: keptId }, { version: edited.version });
  if (Object.keys(kept).length > 0)
    updateParty(tx, keptId as PartyId, { ...recordOf(findParty(tx, keptId)!), ...kept }, by, atMs);
  if (Object.keys(returned).length === 0) return null;
  const record = { ...recordOf(findParty(tx, mergedId)!), ...returned };
  updateParty(tx, mergedId as PartyId, record, by, atMs);
  return record;
}

/** A number, its kind and the reason for having none are one thing. */
const IDENTITY: ReadonlySet<RecordField> = new Set(['idKind', 'idNumber', 'noIdReason']);

function refuseTaken(tx: WriteTransaction, record: PartyRecord, own: readonly number[]): void {
  const holder = findIdentifierHolder(tx, record.idKind, record.idNumber);
  if (holder !== undefined && !own.includes(holder.id))
    throw new AppError('identifierTaken', { id: holder.id, name: holder.name });
}

/** A party's own rows as they lay, ids and all. */
function restoreOwn(tx: WriteTransaction, id: number, snapshot: PartySnapshot): void {
  const { id: _, ...columns } = snapshot.row;
  const names = findParty(tx, id)!;
  setRow(tx, 'party', { id }, columns);
  for (const [table, rows] of [
    ['party_role', snapshot.roles],
    ['party_alias', snapshot.aliases],
    ['contact_point', snapshot.points],
    ['party_legacy_number', snapshot.legacy],
  ] as const) {
    const there = listRows(tx, `SELECT * FROM ${table} WHERE party_id = ?`, [id]);
    if (there.length === rows.length && there.every((row) => rows.some((one) => sameRow(row, one)))) continue;
    dropRows(tx, table, { party_id: id });
    for (const row of rows) {
      const taken = row['id'] !== undefined && findRow(tx, table, { id: row['id'] ?? null }) !== undefined;
      // Its old place was taken by another's row: a new one does as well.
      const { id: own = null, ...rest } = row;
      putRow(tx, table, taken || own === null ? rest : { ...rest, id: own });
    }
  }
  const party = findParty(tx, id)!;
  if (
    party.name !== names.name ||
    party.latinName !== names.latinName ||
    JSON.stringify(party.aliases) !== JSON.stringify(names.aliases)
  )
    reindexParty(tx, id, party);
}

/** The record as it was, read from what was kept of it. */
export function partyOfSnapshot(snapshot: PartySnapshot): Party {
  const text = (value: string | number | null | undefined): string => String(value ?? '');
  return partyOf(
    {
      ...(snapshot.row as unknown as WholePartyRow),
      roles: snapshot.roles.map((row) => text(row['role'])).join(',') || null,
    },
    {
      aliases: snapshot.aliases.map((row) => text(row['alias'])),
      contactPoints: [...snapshot.points]
        .sort((a, b) => Number(a['position']) - Number(b['position']))
        .map((row) => ({
          kind: text(row['kind']) as Party['contactPoints'][number]['kind'],
          value: text(row['value']),
          owner: text(row['owner']),
          hours: text(row['hours']),
          discreet: row['discreet'] === 1,
          note: text(row['note']),
        })),
      legacyNumbers: snapshot.legacy.map((row) => text(row['number'])),
    },
  );
}
