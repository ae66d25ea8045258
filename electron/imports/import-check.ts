import { assertNever } from '#shared/assert.ts';
import { searchKey } from '#shared/arabic/search-key.ts';
import { AppError } from '#shared/app-error.ts';
import type { CategoryId } from '#shared/ids.ts';
import type { ColumnChoice, ImportFix } from '#shared/imports/fields.ts';
import { NAME_PARTS, REPEATABLE } from '#shared/imports/fields.ts';
import { cellText } from '#shared/imports/grid.ts';
import type {
  CellProblem,
  Decision,
  ImportCounts,
  ImportOptions,
  ImportProgress,
  ImportRowView,
  RowFilter,
  RowMatch,
} from '#shared/imports/import.ts';
import { createRowJudge, isEmptyRow, type JudgedColumn, type JudgedRow } from '#shared/imports/judge-row.ts';
import type { Reader } from '#db/transaction.ts';
import { findMatches } from './find-matches.ts';
import type { ImportTable, TableRow } from './import-table.ts';

/** A row after it was judged and looked for in the register. */
export interface CheckedRow extends TableRow {
  readonly judged: JudgedRow;
  readonly match: RowMatch | null;
  /** Null: somebody has to say. */
  decision: Decision | null;
}

export interface Check {
  readonly columns: readonly JudgedColumn[];
  readonly rows: readonly CheckedRow[];
}

export interface CheckPorts {
  readonly reader: Reader;
  readonly today: string;
  readonly categories: ReadonlyMap<string, CategoryId>;
  /** May throw to end it. */
  readonly progress: (progress: ImportProgress) => void;
  /** The check before this one: what a person decided there holds for rows that meet the same record. */
  readonly before: Check | null;
}

/**
 * Whether columns so chosen make a list of people.
 * @throws AppError importColumns { why: noName, twice { field } }
 */
export function requireColumns(columns: readonly ColumnChoice[]): void {
  const has = (field: ColumnChoice['field']): boolean => columns.some((column) => column.field === field);
  if (!has('name') && !NAME_PARTS.some(has)) throw new AppError('importColumns', { why: 'noName' });
  const seen = new Set<string>();
  for (const { field } of columns) {
    if (field === null || REPEATABLE.has(field)) continue;
    if (seen.has(field)) throw new AppError('importColumns', { why: 'twice', field });
    seen.add(field);
  }
}

const STEP = 250;

/** Judges every row, and looks for whom it may be. Reads the register, writes nothing. */
export function checkTable(
  table: ImportTable,
  choices: readonly ColumnChoice[],
  options: ImportOptions,
  { reader, today, categories, progress, before }: CheckPorts,
): Check {
  requireColumns(choices);
  const columns = table.headings.map((heading, index): JudgedColumn => ({
    field: null,
    byYear: false,
    keep: [],
    ...choices[index],
    index,
    heading,
  }));
  const judge = createRowJudge({
    columns,
    roles: options.roles,
    noIdReason: options.noIdReason,
    today,
    categories,
  });
  const taken = table.rows.filter(
    (row) => !(options.skipHidden && row.hidden) && !isEmptyRow(row.cells, columns),
  );
  const judged = taken.map((row, index) => {
    if (index % STEP === 0) progress({ stage: 'checking', done: index, total: taken.length });
    return { ...row, judged: judge(row.cells) };
  });
  const sought = judged.flatMap(({ row, judged: { record } }) => (record === null ? [] : [{ row, record }]));
  const matches = findMatches(reader, sought, (done) =>
    progress({ stage: 'comparing', done, total: sought.length }),
  );
  const earlier = new Map(before?.rows.map((row) => [row.row, row]));
  return {
    columns,
    rows: judged.map((row) => {
      const match = matches.get(row.row) ?? null;
      return { ...row, match, decision: keptDecision(earlier.get(row.row), row.judged, match) };
    }),
  };
}

function keptDecision(
  earlier: CheckedRow | undefined,
  judged: JudgedRow,
  match: RowMatch | null,
): Decision | null {
  const first = firstDecision(judged, match);
  if (earlier === undefined || judged.record === null || earlier.judged.record === null) return first;
  const same =
    earlier.match?.kind === match?.kind &&
    earlier.match?.partyId === match?.partyId &&
    earlier.match?.row === match?.row;
  return same ? earlier.decision : first;
}

/** What becomes of a row unless somebody says otherwise: only a likeness is nobody's but a person's to judge. */
function firstDecision({ record }: JudgedRow, match: RowMatch | null): Decision | null {
  if (record === null || match?.kind === 'sameIdInFile') return 'leave';
  if (match === null) return 'add';
  return match.kind === 'sameId' ? 'fill' : null;
}

const ALLOWED: Readonly<Record<RowMatch['kind'] | 'none', readonly Decision[]>> = {
  none: ['add', 'leave'],
  sameId: ['fill', 'leave'],
  likely: ['add', 'fill', 'leave'],
  likelyInFile: ['add', 'leave'],
  // An identity number belongs to one person: two rows with it cannot both be taken.
  sameIdInFile: ['leave'],
};

/** Sets what becomes of rows; of those that cannot be so decided nothing changes. */
export function decide(
  check: Check,
  which: readonly number[] | 'sameId' | 'likely' | 'undecided',
  decision: Decision,
): void {
  const numbers = typeof which === 'string' ? null : new Set(which);
  for (const row of check.rows) {
    if (row.judged.record === null) continue;
    if (numbers === null ? !passes(row, which as RowFilter) : !numbers.has(row.row)) continue;
    if (ALLOWED[row.match?.kind ?? 'none'].includes(decision)) row.decision = decision;
  }
}

const isWarned = ({ judged }: CheckedRow): boolean =>
  judged.record !== null && judged.problems.some(({ severity }) => severity === 'warning');

function passes(row: CheckedRow, filter: RowFilter): boolean {
  const { judged, match, decision } = row;
  switch (filter) {
    case 'all':
      return true;
    case 'ready':
      return judged.record !== null && decision !== 'leave';
    case 'warned':
      return isWarned(row);
    case 'faulty':
      return judged.record === null;
    case 'sameId':
      return match?.kind === 'sameId';
    case 'likely':
      return match?.kind === 'likely' || match?.kind === 'likelyInFile';
    case 'undecided':
      return judged.record !== null && decision === null;
    case 'left':
      return judged.record !== null && decision === 'leave';
    default:
      return assertNever(filter);
  }
}

export function countsOf({ rows }: Check): ImportCounts {
  const count = (filter: (row: CheckedRow) => boolean): number => rows.filter(filter).length;
  const good = (decision: Decision) => (row: CheckedRow) =>
    row.judged.record !== null && row.decision === decision;
  return {
    rows: rows.length,
    ready: count((row) => passes(row, 'ready')),
    warned: count(isWarned),
    faulty: count((row) => passes(row, 'faulty')),
    sameId: count((row) => passes(row, 'sameId')),
    likely: count((row) => passes(row, 'likely')),
    undecided: count((row) => passes(row, 'undecided')),
    add: count(good('add')),
    fill: count(good('fill')),
    leave: count(good('leave')),
  };
}

export function pageOf(
  { columns, rows }: Check,
  { filter, offset, limit }: { readonly filter: RowFilter; readonly offset: number; readonly limit: number },
): { total: number; rows: ImportRowView[] } {
  const shown = columns.filter(({ field }) => field !== null);
  const found = rows.filter((row) => passes(row, filter));
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map(({ row, cells, judged, match, decision }) => ({
      row,
      cells: shown.map(({ index }) => cellText(cells[index] ?? null).slice(0, 200)),
      state: judged.record === null ? 'faulty' : 'ready',
      problems: [...judged.problems],
      match,
      decision,
    })),
  };
}

/** How often each repair was made in a column, and each problem found. */
export function columnStats({ rows }: Check, column: number) {
  const fixes = new Map<ImportFix, number>();
  const problems = new Map<string, { problem: CellProblem; count: number }>();
  for (const { judged } of rows) {
    for (const { column: at, fix } of judged.fixes)
      if (at === column) fixes.set(fix, (fixes.get(fix) ?? 0) + 1);
    for (const problem of judged.problems) {
      if (problem.column !== column) continue;
      const found = problems.get(problem.code);
      if (found === undefined) problems.set(problem.code, { problem, count: 1 });
      else found.count += 1;
    }
  }
  return {
    fixes: [...fixes].map(([fix, count]) => ({ fix, count })),
    problems: [...problems.values()].map(({ problem: { code, severity, details }, count }) => ({
      code,
      severity,
      details,
      count,
    })),
  };
}

/** Names of the office's categories, folded. */
export const categoryNames = (categories: readonly { readonly id: CategoryId; readonly name: string }[]) =>
  new Map(categories.map(({ id, name }) => [searchKey(name), id] as const));
