import type { UNDO_OBSTACLES } from '#shared/duplicates/merge-contract.ts';
import type { PartyRecord } from '#shared/parties/party-record.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import { findParty } from '../parties/party-queries.ts';
import { changedFields, type RecordField } from '../parties/party-versions.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import type { StoredMerge } from './merge-record.ts';
import { MOVING } from './party-references.ts';
import { listRows, runSql, type Row } from './row-access.ts';

/** Why a merge cannot be undone; `duplicates.undo.blocked.<code>` of the locales. */
export type UndoObstacle = (typeof UNDO_OBSTACLES)[number];

export interface Obstacle {
  readonly code: UndoObstacle;
  /** Who stands in the way: the one merged later, or into whom the kept record went; the merge to undo first. */
  readonly name: string;
  readonly mergeId: number | null;
}

/** Null when it can be undone. Merges are undone in order, the last first. */
export function undoObstacle(reader: Reader, merge: StoredMerge): Obstacle | null {
  if (merge.undoneAtMs !== null) return { code: 'undone', name: '', mergeId: null };
  const erased = listRows(
    reader,
    `SELECT 1 FROM audit_log WHERE subject_kind = 'party' AND subject_id IN (?, ?) AND action = 'party.erased' LIMIT 1`,
    [merge.keptId, merge.mergedId],
  );
  if (erased.length > 0) return { code: 'erased', name: '', mergeId: null };
  const [up] = listRows(
    reader,
    `SELECT m.id, p.name FROM party_merge m JOIN party p ON p.id = m.kept_id
     WHERE m.merged_id = ? AND m.undone_at_ms IS NULL`,
    [merge.keptId],
  );
  if (up !== undefined) return { code: 'keptMerged', name: String(up['name']), mergeId: Number(up['id']) };
  const [later] = listRows(
    reader,
    `SELECT m.id, p.name FROM party_merge m JOIN party p ON p.id = m.merged_id
     WHERE m.kept_id = ? AND m.undone_at_ms IS NULL AND m.id > ? ORDER BY m.id DESC LIMIT 1`,
    [merge.keptId, merge.id],
  );
  return later === undefined
    ? null
    : { code: 'laterMerge', name: String(later['name']), mergeId: Number(later['id']) };
}

export interface UndoConflict {
  readonly field: RecordField;
  readonly before: PartyRecord[RecordField];
  readonly after: PartyRecord[RecordField];
  readonly now: PartyRecord[RecordField];
}

/** Fields of the record that stayed which somebody changed after the merge. */
export function undoConflicts(reader: Reader, merge: StoredMerge, before: PartyRecord): UndoConflict[] {
  const now = recordOf(findParty(reader, merge.keptId)!);
  const after = merge.before.keptAfter;
  return changedFields(after, now).map((field) => ({
    field,
    before: before[field],
    after: after[field],
    now: now[field],
  }));
}

export interface NewRow {
  readonly table: string;
  readonly column: string;
  readonly id: number;
  readonly label: string;
  /** Epoch ms. */
  readonly atMs: number;
}

/**
 * What belongs to a request, and which one that is, in SQL: it is with whom the request is, and is never sent elsewhere by
 * itself.
 */
const TIED: Readonly<Record<string, string>> = {
  referral: 'referral.request_id',
  letter: 'letter.request_id',
  contact: `(SELECT d.request_id FROM decision_notice n JOIN decision d ON d.id = n.decision_id
    WHERE n.contact_id = contact.id)`,
};

/** What was hung on the record that stayed after the merge: it stays there unless it is given back with the other. */
export function rowsSince(reader: Reader, merge: StoredMerge): NewRow[] {
  return MOVING.filter(({ key }) => key[0] === 'id').flatMap(({ table, column, where, label, at }) =>
    listRows(
      reader,
      `SELECT id, ${label} AS label, ${at} AS at FROM ${table} WHERE ${column} = ? AND id > ?
         ${where === undefined || where.includes(':kept') ? '' : `AND ${where}`}
         ${TIED[table] === undefined ? '' : `AND ${TIED[table]} IS NULL`} ORDER BY id LIMIT 200`,
      [merge.keptId, merge.before.lastIds[table] ?? 0],
    ).map((row: Row) => ({
      table,
      column,
      id: Number(row['id']),
      label: String(row['label'] ?? ''),
      atMs: Number(row['at']),
    })),
  );
}

/** What was written since for a request that is the other's again goes there with it. */
export function followRequests(tx: WriteTransaction, merge: StoredMerge): void {
  for (const [table, request] of Object.entries(TIED))
    runSql(
      tx,
      `UPDATE ${table} SET party_id = ? WHERE party_id = ? AND id > ?
         ${table === 'letter' ? 'AND number IS NULL' : ''}
         AND ${request} IN (SELECT id FROM support_request WHERE party_id = ?)`,
      [merge.mergedId, merge.keptId, merge.before.lastIds[table] ?? 0, merge.mergedId],
    );
}
