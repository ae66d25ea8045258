import type { BatchId, LetterId, PartyId, RequestId } from '#shared/ids.ts';
import {
  type BatchCounts,
  type BatchPerson,
  type BatchSummary,
  type LeftOut,
  leftOutSchema,
} from '#shared/batches/batch.ts';
import { NO_LETTERS } from '#shared/batches/batch-rules.ts';
import type { LetterState } from '#shared/letters/letter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const withAuthor = () =>
  queries
    .selectFrom('letter_batch')
    .innerJoin('staff', 'staff.id', 'letter_batch.created_by')
    .selectAll('letter_batch')
    .select('staff.name as created_by_name');

const one = statement<{ id: number }>()((param) => withAuthor().where('letter_batch.id', '=', param('id')));
const latest = statement<{ limit: number }>()((param) =>
  withAuthor()
    .where('letter_batch.discarded_at_ms', 'is', null)
    .orderBy('letter_batch.id', 'desc')
    .limit(param('limit')),
);
const persons = statement<{ batch: number }>()((param) =>
  queries
    .selectFrom('letter_batch_person as chosen')
    .innerJoin('party', 'party.id', 'chosen.party_id')
    .leftJoin('letter', 'letter.id', 'chosen.letter_id')
    .select([
      'chosen.position',
      'chosen.party_id',
      'party.name',
      'chosen.request_id',
      'chosen.letter_id',
      'chosen.left_out_code',
      'chosen.left_out_json',
      'letter.state',
      'letter.version',
      'letter.reference_number',
      'letter.discarded_at_ms',
    ])
    .where('chosen.batch_id', '=', param('batch'))
    .orderBy('chosen.position'),
);
const waiting = statement<{ batch: number; limit: number }>()((param) =>
  queries
    .selectFrom('letter_batch_person')
    .select(['position', 'party_id', 'request_id'])
    .where('batch_id', '=', param('batch'))
    .where('letter_id', 'is', null)
    .where('left_out_code', 'is', null)
    .orderBy('position')
    .limit(param('limit')),
);
const sealed = statement<{ batch: number }>()((param) =>
  queries
    .selectFrom('letter_batch_person as chosen')
    .innerJoin('letter', 'letter.id', 'chosen.letter_id')
    .innerJoin('letter_pdf', 'letter_pdf.letter_id', 'letter.id')
    .select(['letter.id', 'letter.pdf_sha256', 'letter_pdf.pdf'])
    .where('chosen.batch_id', '=', param('batch'))
    .where('letter.state', '=', 'issued')
    .orderBy('chosen.position'),
);

const letterOf = statement<{ batch: number; position: number }>()((param) =>
  queries
    .selectFrom('letter_batch_person as chosen')
    .innerJoin('letter', 'letter.id', 'chosen.letter_id')
    .select(['letter.version', 'chosen.left_out_code'])
    .where('chosen.batch_id', '=', param('batch'))
    .where('chosen.position', '=', param('position'))
    .where('letter.discarded_at_ms', 'is', null),
);
const counts = statement<{ batch: number }>()((param) =>
  queries
    .selectFrom('letter_batch_person as chosen')
    .leftJoin('letter', 'letter.id', 'chosen.letter_id')
    .select((eb) => [
      'letter.state',
      eb('chosen.left_out_code', 'is not', null).as('left_out'),
      eb('chosen.letter_id', 'is', null).as('unwritten'),
      eb('letter.discarded_at_ms', 'is not', null).as('discarded'),
      eb.fn.countAll<number>().as('n'),
    ])
    .where('chosen.batch_id', '=', param('batch'))
    .groupBy(['letter.state', 'left_out', 'unwritten', 'discarded']),
);

/** A letter that somebody threw away on its own counts as left out: the register has nothing of it to go on with. */
const leftOutOf = (row: {
  left_out_code: string | null;
  left_out_json: string | null;
  discarded_at_ms: number | null;
}): LeftOut | null =>
  row.left_out_code !== null
    ? leftOutSchema.parse({ code: row.left_out_code, details: JSON.parse(row.left_out_json ?? '{}') })
    : row.discarded_at_ms === null
      ? null
      : { code: 'letterDiscarded', details: {} };

/** Everybody who was chosen, in their order. */
export const listBatchPersons = (reader: Reader, batchId: number): BatchPerson[] =>
  reader.all(persons, { batch: batchId }).map((row) => ({
    position: row.position,
    partyId: row.party_id as PartyId,
    name: row.name,
    requestId: row.request_id as RequestId | null,
    letterId: row.letter_id as LetterId | null,
    letterState: row.discarded_at_ms === null ? (row.state as LetterState | null) : null,
    letterVersion: row.version,
    referenceNumber: row.reference_number,
    leftOut: leftOutOf(row),
  }));

export interface BatchRow {
  readonly summary: BatchSummary;
  /** The template as it stood and the values typed for all, as JSON. */
  readonly templateJson: string;
  readonly discardedAtMs: number | null;
}

const batchOf = (reader: Reader, row: NonNullable<ReturnType<typeof rowOf>>): BatchRow => ({
  summary: {
    id: row.id as BatchId,
    name: row.name,
    createdById: row.created_by as BatchSummary['createdById'],
    createdByName: row.created_by_name,
    createdAtMs: row.created_at_ms,
    discarded: row.discarded_at_ms !== null,
    counts: countsOf(reader, row.id),
  },
  discardedAtMs: row.discarded_at_ms,
  templateJson: row.template_json,
});
/** What every act and every word of the screen goes by, counted where the rows lie. */
function countsOf(reader: Reader, batchId: number): BatchCounts {
  const sum: BatchCounts = { chosen: 0, waiting: 0, leftOut: 0, letters: { ...NO_LETTERS } };
  for (const { state, left_out, unwritten, discarded, n } of reader.all(counts, { batch: batchId })) {
    sum.chosen += n;
    if (Boolean(left_out) || Boolean(discarded)) sum.leftOut += n;
    else if (unwritten) sum.waiting += n;
    if (state !== null && !discarded) sum.letters[state as LetterState] += n;
  }
  return sum;
}

const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

/** Discarded batches too. */
export const findBatch = (reader: Reader, id: number): BatchRow | undefined => {
  const row = rowOf(reader, id);
  return row && batchOf(reader, row);
};

/** Newest first, without those that were thrown away. */
export const listBatches = (reader: Reader, limit: number): BatchRow[] =>
  reader.all(latest, { limit }).map((row) => batchOf(reader, row));

/** Who has neither a letter nor a reason, in their order. */
export const listWaiting = (
  reader: Reader,
  batchId: number,
  limit: number,
): { position: number; partyId: PartyId; requestId: RequestId | null }[] =>
  reader.all(waiting, { batch: batchId, limit }).map((row) => ({
    position: row.position,
    partyId: row.party_id as PartyId,
    requestId: row.request_id as RequestId | null,
  }));

/** The letter of one place, as it stands now; undefined when it has none or it was thrown away. */
export const findBatchLetter = (
  reader: Reader,
  batchId: number,
  position: number,
): { version: number; leftOut: boolean } | undefined => {
  const row = reader.get(letterOf, { batch: batchId, position });
  return row && { version: row.version, leftOut: row.left_out_code !== null };
};

/** The issued letters of a batch with their sealed bytes, in the order of its persons; voided ones are not printed again. */
export const listSealedOfBatch = (
  reader: Reader,
  batchId: number,
): { id: LetterId; pdf: Uint8Array; pdfSha256: string }[] =>
  reader.all(sealed, { batch: batchId }).map((row) => ({
    id: row.id as LetterId,
    pdf: row.pdf,
    pdfSha256: row.pdf_sha256 ?? '',
  }));
