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
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const latest = statement<{ limit: number }>()((param) =>
  queries
    .selectFrom('print_job')
    .select(['at_ms', 'letter_id', 'title', 'copies'])
    .where('kind', '=', 'print')
    .orderBy('at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(param('limit')),
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
}

export const insertPrintJob = (tx: WriteTransaction, job: PrintJob, by: number, atMs: number): void => {
  tx.run(insert, {
    letter: job.letterId,
    title: job.title,
    kind: job.kind,
    copies: job.copies,
    target: job.target,
    sha: job.sha256,
    at: atMs,
    by,
  });
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
