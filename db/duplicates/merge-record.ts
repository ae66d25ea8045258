import type { PartyRecord } from '#shared/parties/party-record.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import type { Row } from './row-access.ts';

/** What is kept of a merge so that it can be undone to the letter. */

/** A party's own row and those that are part of its identity, as they lay in their tables. */
export interface PartySnapshot {
  readonly row: Row;
  readonly roles: readonly Row[];
  readonly aliases: readonly Row[];
  readonly points: readonly Row[];
  readonly legacy: readonly Row[];
}

export interface MergeBefore {
  readonly kept: PartySnapshot;
  readonly merged: PartySnapshot;
  /** What the merge made of the record that stayed: what differs from it later was changed since. */
  readonly keptAfter: PartyRecord;
  /** File year and number after the merge. */
  readonly fileAfter: Row;
  /** The highest id of each table that moves: a later one was written after the merge. */
  readonly lastIds: Readonly<Record<string, number>>;
}

export interface StoredMerge {
  readonly id: number;
  readonly keptId: number;
  readonly mergedId: number;
  readonly reason: string;
  readonly before: MergeBefore;
  readonly atMs: number;
  readonly staffId: number;
  readonly undoneAtMs: number | null;
}

export interface MergeRow {
  readonly table: string;
  readonly key: Row;
  readonly change: 'moved' | 'changed' | 'removed' | 'added';
  /** Of a moved row; else empty. */
  readonly column: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

const insert = statement<{
  kept: number;
  merged: number;
  reason: string;
  before: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('party_merge').values({
    kept_id: param('kept'),
    merged_id: param('merged'),
    reason: param('reason'),
    before_json: param('before'),
    at_ms: param('at'),
    staff_id: param('by'),
    undone_at_ms: null,
    undone_by: null,
  }),
);
const setBefore = statement<{ id: number; before: string }>()((param) =>
  queries
    .updateTable('party_merge')
    .set({ before_json: param('before') })
    .where('id', '=', param('id')),
);
const insertRow = statement<{
  merge: number;
  table: string;
  key: string;
  change: string;
  column: string;
  before: string | null;
  after: string | null;
}>()((param) =>
  queries.insertInto('party_merge_row').values({
    merge_id: param('merge'),
    table_name: param('table'),
    row_key: param('key'),
    change: param('change'),
    moved_column: param('column'),
    before_json: param('before'),
    after_json: param('after'),
  }),
);
const rowsOf = statement<{ merge: number }>()((param) =>
  queries.selectFrom('party_merge_row').selectAll().where('merge_id', '=', param('merge')),
);
const one = statement<{ id: number }>()((param) =>
  queries.selectFrom('party_merge').selectAll().where('id', '=', param('id')),
);
const undone = statement<{ id: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('party_merge')
    .set({ undone_at_ms: param('at'), undone_by: param('by') })
    .where('id', '=', param('id')),
);

const dropTold = statement<{ merge: number; table: string }>()((param) =>
  queries
    .deleteFrom('party_merge_row')
    .where('merge_id', '=', param('merge'))
    .where('table_name', '=', param('table')),
);
const standingAfter = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('party_merge')
    .select(['id', 'kept_id as keptId', 'merged_id as mergedId'])
    .where('id', '>', param('id'))
    .where('undone_at_ms', 'is', null)
    .orderBy('id'),
);

/** What was before is told when the merge is done: its id is needed for the rows first. */
export const beginMerge = (
  tx: WriteTransaction,
  merge: { kept: number; merged: number; reason: string; at: number; by: number },
): number => tx.run(insert, { ...merge, before: '{}' }).id;

export const endMerge = (tx: WriteTransaction, id: number, before: MergeBefore): void =>
  void tx.run(setBefore, { id, before: JSON.stringify(before) });

export const markUndone = (tx: WriteTransaction, id: number, at: number, by: number): void =>
  void tx.run(undone, { id, at, by });

export const noteRow = (tx: WriteTransaction, merge: number, row: MergeRow): void =>
  void tx.run(insertRow, {
    merge,
    table: row.table,
    key: JSON.stringify(row.key),
    change: row.change,
    column: row.column,
    before: row.before === null ? null : JSON.stringify(row.before),
    after: row.after === null ? null : JSON.stringify(row.after),
  });

export const listMergeRows = (reader: Reader, merge: number): MergeRow[] =>
  reader.all(rowsOf, { merge }).map((row) => ({
    table: row.table_name,
    key: JSON.parse(row.row_key) as Row,
    change: row.change as MergeRow['change'],
    column: row.moved_column,
    before: row.before_json === null ? null : (JSON.parse(row.before_json) as Row),
    after: row.after_json === null ? null : (JSON.parse(row.after_json) as Row),
  }));

/** What a merge did to one table is told anew. */
export const dropMergeRows = (tx: WriteTransaction, merge: number, table: string): void =>
  void tx.run(dropTold, { merge, table });

/** Merges that came after one and were not undone, in their order. */
export const listMergesSince = (
  reader: Reader,
  id: number,
): { readonly id: number; readonly keptId: number; readonly mergedId: number }[] =>
  reader.all(standingAfter, { id });

export function findMerge(reader: Reader, id: number): StoredMerge | undefined {
  const row = reader.get(one, { id });
  return (
    row && {
      id: row.id,
      keptId: row.kept_id,
      mergedId: row.merged_id,
      reason: row.reason,
      before: JSON.parse(row.before_json) as MergeBefore,
      atMs: row.at_ms,
      staffId: row.staff_id,
      undoneAtMs: row.undone_at_ms,
    }
  );
}
