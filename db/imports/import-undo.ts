import { AppError } from '#shared/app-error.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import type { ImportRunId, KeptReason, UndoPlan } from '#shared/imports/import.ts';
import { removeParty } from '../parties/remove-party.ts';
import { indexAfterwards } from '../search-index.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { findRun } from './import-rows.ts';
import { type OwnRows, restoreOwnRows } from './own-rows.ts';
import { workedWith } from './worked-with.ts';

interface RunRow {
  readonly row_number: number;
  readonly party_id: number;
  readonly kind: string;
  readonly before_json: string | null;
  readonly name: string;
}

// From the last row up: a record that two rows filled goes back to what it was before the first.
const rowsOf = statement<{ run: number }>()((param) =>
  queries
    .selectFrom('import_row')
    .innerJoin('party', 'party.id', 'import_row.party_id')
    .select((eb) => [
      'import_row.row_number',
      eb.ref('party.id').as('party_id'),
      'import_row.kind',
      'import_row.before_json',
      'party.name',
    ])
    .where('import_row.run_id', '=', param('run'))
    .orderBy('import_row.row_number', 'desc'),
);

/**
 * What undoing a run would do now.
 * @throws AppError notFound
 */
export function planUndo(reader: Reader, id: ImportRunId): UndoPlan {
  const run = findRun(reader, id);
  if (run === undefined) throw new AppError('notFound', { kind: 'import', id });
  const rows: readonly RunRow[] = run.undoneAtMs === null ? reader.all(rowsOf, { run: id }) : [];
  const reasons = reasonsOf(reader, id, rows);
  const kept = rows.filter((row) => reasons.has(row.row_number));
  const free = rows.filter((row) => !reasons.has(row.row_number));
  return {
    run,
    remove: free.filter(({ kind }) => kind === 'added').length,
    restore: free.filter(({ kind }) => kind === 'updated').length,
    keep: kept.toReversed().map((row) => ({
      row: row.row_number,
      partyId: row.party_id as PartyId,
      name: row.name,
      reason: reasons.get(row.row_number) ?? 'other',
    })),
  };
}

/** A record that two rows touched stays or goes whole. */
function reasonsOf(reader: Reader, id: number, rows: readonly RunRow[]): Map<number, KeptReason> {
  const reasons = workedWith(reader, id);
  const byParty = new Map<number, KeptReason>();
  for (const row of rows) {
    const reason = reasons.get(row.row_number);
    if (reason !== undefined) byParty.set(row.party_id, reason);
  }
  for (const row of rows) {
    const reason = byParty.get(row.party_id);
    if (reason !== undefined && !reasons.has(row.row_number)) reasons.set(row.row_number, reason);
  }
  return reasons;
}

type Own = { readonly party: number; readonly at: number; readonly by: number };
const dropVersions = statement<Own>()((param) =>
  queries
    .deleteFrom('party_version')
    .where('party_id', '=', param('party'))
    .where('at_ms', '=', param('at'))
    .where('staff_id', '=', param('by')),
);
const dropFacts = statement<Own>()((param) =>
  queries
    .deleteFrom('party_fact')
    .where('party_id', '=', param('party'))
    .where('recorded_at_ms', '=', param('at'))
    .where('recorded_by', '=', param('by')),
);
const dropCategories = statement<Own>()((param) =>
  queries
    .deleteFrom('party_category')
    .where('party_id', '=', param('party'))
    .where('recorded_at_ms', '=', param('at'))
    .where('recorded_by', '=', param('by')),
);
const letGo = statement<{ party: number }>()((param) =>
  queries.updateTable('import_row').set({ party_id: null }).where('party_id', '=', param('party')),
);
const keepRow = statement<{ run: number; row: number; reason: string }>()((param) =>
  queries
    .updateTable('import_row')
    .set({ kept_reason: param('reason') })
    .where('run_id', '=', param('run'))
    .where('row_number', '=', param('row')),
);
const closeUndo = statement<{ id: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('import_run')
    .set({ undone_at_ms: param('at'), undone_by: param('by') })
    .where('id', '=', param('id'))
    .where('undone_at_ms', 'is', null),
);

/**
 * Takes a run back: what it added and nobody has touched is gone with all its rows, what it filled is as it was before.
 * What somebody has worked with stays, and says why. `step` is told how many rows are done.
 * @throws AppError notFound, importUndone
 */
export function undoRun(
  tx: WriteTransaction,
  id: ImportRunId,
  by: StaffId,
  atMs: number,
  step: (done: number, total: number) => void,
): UndoPlan {
  const plan = planUndo(tx, id);
  const { run } = plan;
  if (run.undoneAtMs !== null) throw new AppError('importUndone', { id });
  const kept = new Set(plan.keep.map(({ row }) => row));
  const rows: readonly RunRow[] = tx.all(rowsOf, { run: id });
  const own = { at: run.atMs, by: run.staffId };
  indexAfterwards(tx, () =>
    rows.forEach((row, index) => {
      if (index % 200 === 0) step(index, rows.length);
      if (kept.has(row.row_number)) return;
      const party = row.party_id;
      tx.run(dropFacts, { party, ...own });
      tx.run(dropCategories, { party, ...own });
      if (row.before_json === null) {
        tx.run(letGo, { party });
        removeParty(tx, party);
      } else {
        tx.run(dropVersions, { party, ...own });
        restoreOwnRows(tx, JSON.parse(row.before_json) as OwnRows);
      }
    }),
  );
  for (const { row, reason } of plan.keep) tx.run(keepRow, { run: id, row, reason });
  tx.run(closeUndo, { id, at: atMs, by });
  return plan;
}
