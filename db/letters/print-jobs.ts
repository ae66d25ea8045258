import { AppError } from '#shared/app-error.ts';
import type { LetterId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const insert = statement<{
  letter: number | null;
  title: string;
  kind: string;
  copies: number;
  target: string;
  sha: string;
  paper: string;
  range: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('print_job').values({
    letter_id: param('letter'),
    title: param('title'),
    kind: param('kind'),
    copies: param('copies'),
    target: param('target'),
    sha256: param('sha'),
    paper: param('paper'),
    page_range: param('range'),
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const latest = statement<{ limit: number }>()((param) =>
  queries
    .selectFrom('print_job')
    .select(['at_ms', 'letter_id', 'title', 'copies'])
    .where('kind', '=', 'print')
    // A test page is nobody's work.
    .where('paper', '<>', 'testPage')
    .orderBy('at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(param('limit')),
);
const byId = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('print_job')
    .select(['letter_id', 'title', 'copies', 'target', 'paper', 'page_range', 'came_out'])
    .where('kind', '=', 'print')
    .where('id', '=', param('id')),
);
const answer = statement<{ id: number; out: number }>()((param) =>
  queries
    .updateTable('print_job')
    .set({ came_out: param('out') })
    .where('id', '=', param('id')),
);

export interface PrintJob {
  readonly letterId: number | null;
  readonly title: string;
  /** Saved copies leave the house as prints do. */
  readonly kind: 'print' | 'save';
  readonly copies: number;
  /** The printer's name, or the path saved to. */
  readonly target: string;
  readonly sha256: string;
  /** `letter`, `preprinted`, or another document's kind; `letter` when missing. */
  readonly paper?: string;
  /** `1-3,5`; null or missing is every page. */
  readonly pageRange?: string | null;
}

/** The id of the job, for «هل خرجت كل الصفحات؟». */
export const insertPrintJob = (tx: WriteTransaction, job: PrintJob, by: number, atMs: number): number =>
  tx.run(insert, {
    letter: job.letterId,
    title: job.title,
    kind: job.kind,
    copies: job.copies,
    target: job.target,
    sha: job.sha256,
    paper: job.paper ?? 'letter',
    range: job.pageRange ?? '',
    at: atMs,
    by,
  }).id;

export interface PrintJobRow {
  readonly letterId: LetterId | null;
  readonly title: string;
  readonly copies: number;
  readonly printer: string;
  readonly paper: string;
  readonly pageRange: string | null;
  /** Null until somebody answered. */
  readonly cameOut: boolean | null;
}

/** One print, never a saved copy. @throws AppError notFound */
export function getPrintJob(reader: Reader, id: number): PrintJobRow {
  const row = reader.get(byId, { id });
  if (row === undefined) throw new AppError('notFound', { kind: 'print', id });
  return {
    letterId: row.letter_id as LetterId | null,
    title: row.title,
    copies: row.copies,
    printer: row.target,
    paper: row.paper,
    pageRange: row.page_range === '' ? null : row.page_range,
    cameOut: row.came_out === null ? null : row.came_out === 1,
  };
}

export const setCameOut = (tx: WriteTransaction, id: number, complete: boolean): void => {
  tx.run(answer, { id, out: complete ? 1 : 0 });
};

/** Latest first. */
export const listPrints = (
  reader: Reader,
  limit: number,
): { atMs: number; letterId: LetterId | null; title: string; copies: number }[] =>
  reader.all(latest, { limit }).map((row) => ({
    atMs: row.at_ms,
    letterId: row.letter_id as LetterId | null,
    title: row.title,
    copies: row.copies,
  }));
