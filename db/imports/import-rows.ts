import type { StaffId } from '#shared/ids.ts';
import type { ImportReport, ImportRun, ImportRunId } from '#shared/imports/import.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** Runs of imports, and what each did to which record. */

const insertRunRow = statement<{
  file: string;
  sha256: string;
  sheet: string;
  mapping: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('import_run').values({
    file_name: param('file'),
    file_sha256: param('sha256'),
    sheet: param('sheet'),
    mapping_json: param('mapping'),
    report_json: '{}',
    added: 0,
    updated: 0,
    left_out: 0,
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const setReport = statement<{ id: number; report: string; added: number; updated: number; left: number }>()(
  (param) =>
    queries
      .updateTable('import_run')
      .set({
        report_json: param('report'),
        added: param('added'),
        updated: param('updated'),
        left_out: param('left'),
      })
      .where('id', '=', param('id')),
);
const insertRowRow = statement<{
  run: number;
  row: number;
  party: number;
  kind: string;
  before: string | null;
  version: number;
}>()((param) =>
  queries.insertInto('import_row').values({
    run_id: param('run'),
    row_number: param('row'),
    party_id: param('party'),
    kind: param('kind'),
    before_json: param('before'),
    version_after: param('version'),
  }),
);

export interface NewRun {
  readonly fileName: string;
  readonly sha256: string;
  readonly sheet: string;
  /** Which heading was taken for which field: no value of any row. */
  readonly mapping: unknown;
}

export const insertRun = (tx: WriteTransaction, run: NewRun, by: StaffId, atMs: number): ImportRunId =>
  tx.run(insertRunRow, {
    file: run.fileName,
    sha256: run.sha256,
    sheet: run.sheet,
    mapping: JSON.stringify(run.mapping),
    at: atMs,
    by,
  }).id as ImportRunId;

export const closeRun = (tx: WriteTransaction, report: ImportReport): void =>
  void tx.run(setReport, {
    id: report.runId,
    report: JSON.stringify(report),
    added: report.added,
    updated: report.filled,
    left: report.leftOut + report.faulty,
  });

export interface NewRow {
  readonly run: number;
  readonly row: number;
  readonly party: number;
  readonly kind: 'added' | 'updated';
  readonly before: string | null;
  readonly version: number;
}
export const insertRow = (tx: WriteTransaction, row: NewRow): void => void tx.run(insertRowRow, { ...row });

const runs = () =>
  queries
    .selectFrom('import_run as run')
    .innerJoin('staff as by', 'by.id', 'run.staff_id')
    .leftJoin('staff as undoer', 'undoer.id', 'run.undone_by')
    .select((eb) => [
      'run.id',
      'run.file_name',
      'run.sheet',
      'run.added',
      'run.updated',
      'run.left_out',
      'run.at_ms',
      'run.staff_id',
      'by.name as staff_name',
      'run.undone_at_ms',
      'undoer.name as undone_by_name',
      eb
        .selectFrom('import_row')
        .select((row) => row.fn.countAll<number>().as('n'))
        .whereRef('import_row.run_id', '=', 'run.id')
        .where('import_row.kept_reason', '<>', '')
        .as('kept'),
    ]);
const latest = statement<{ limit: number }>()((param) =>
  runs().orderBy('run.id', 'desc').limit(param('limit')),
);
const one = statement<{ id: number }>()((param) => runs().where('run.id', '=', param('id')));

interface RunRow {
  id: number;
  file_name: string;
  sheet: string;
  added: number;
  updated: number;
  left_out: number;
  at_ms: number;
  staff_id: number;
  staff_name: string;
  undone_at_ms: number | null;
  undone_by_name: string | null;
  kept: number | null;
}

const runOf = (row: RunRow): ImportRun => ({
  id: row.id as ImportRunId,
  fileName: row.file_name,
  sheet: row.sheet,
  added: row.added,
  filled: row.updated,
  leftOut: row.left_out,
  atMs: row.at_ms,
  staffId: row.staff_id as StaffId,
  staffName: row.staff_name,
  undoneAtMs: row.undone_at_ms,
  undoneByName: row.undone_by_name,
  kept: row.kept ?? 0,
});

/** Newest first. */
export const listRuns = (reader: Reader, limit: number): ImportRun[] =>
  reader.all(latest, { limit }).map(runOf);

export const findRun = (reader: Reader, id: number): ImportRun | undefined => {
  const row = reader.get(one, { id });
  return row && runOf(row);
};
