import type { IncomingState } from '#shared/incoming/incoming.ts';
import type { LetterId } from '#shared/ids.ts';
import type { Delivery, LetterLife, LetterLink, LetterPrint, Signing } from '#shared/letters/letter-life.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const signings = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter_signing as signing')
    .innerJoin('staff as filer', 'filer.id', 'signing.staff_id')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'signing.withdrawn_by')
    .select([
      'signing.kind',
      'signing.scan_sha256',
      'signing.scan_name',
      'signing.at_ms',
      'filer.name as by_name',
      'signing.withdrawn_at_ms',
      'withdrawer.name as withdrawn_by_name',
    ])
    .where('signing.letter_id', '=', param('id'))
    .orderBy('signing.id'),
);
const deliveries = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter_delivery as delivery')
    .innerJoin('staff as filer', 'filer.id', 'delivery.staff_id')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'delivery.withdrawn_by')
    .select([
      'delivery.id',
      'delivery.method',
      'delivery.receiver',
      'delivery.day',
      'delivery.note',
      'delivery.signature_sha256',
      'delivery.signature_name',
      'delivery.at_ms',
      'filer.name as by_name',
      'delivery.withdrawn_at_ms',
      'withdrawer.name as withdrawn_by_name',
    ])
    .where('delivery.letter_id', '=', param('id'))
    .orderBy('delivery.id'),
);
const prints = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('print_job as job')
    .innerJoin('staff', 'staff.id', 'job.staff_id')
    .select([
      'job.kind',
      'job.paper',
      'job.copies',
      'job.target',
      'job.page_range',
      'job.came_out',
      'job.at_ms',
      'staff.name as by_name',
    ])
    .where('job.letter_id', '=', param('id'))
    .orderBy('job.id'),
);

const linkColumns = ['id', 'reference_number', 'day', 'subject', 'state'] as const;
const corrected = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(linkColumns)
    .where('id', '=', (eb) =>
      eb.selectFrom('letter as later').select('later.corrects_id').where('later.id', '=', param('id')),
    ),
);
const corrections = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(linkColumns)
    .where('corrects_id', '=', param('id'))
    .where('discarded_at_ms', 'is', null)
    .orderBy('id'),
);
const answered = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select(['id', 'reference_number', 'day', 'sender_line', 'subject'])
    .where('id', '=', (eb) =>
      eb.selectFrom('letter').select('letter.answers_id').where('letter.id', '=', param('id')),
    ),
);
const incomingState = statement<{ id: number }>()((param) =>
  queries.selectFrom('incoming_letter').select('state').where('id', '=', param('id')),
);
const deliveryLetter = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter_delivery')
    .select(['letter_id', 'withdrawn_at_ms'])
    .where('id', '=', param('id')),
);
const inForce = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter_signing')
    .select(['id', 'kind', 'at_ms'])
    .where('letter_id', '=', param('id'))
    .where('withdrawn_at_ms', 'is', null)
    .orderBy('id', 'desc'),
);
const deliveredInForce = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter_delivery')
    .select(['id', 'at_ms'])
    .where('letter_id', '=', param('id'))
    .where('withdrawn_at_ms', 'is', null)
    .orderBy('id', 'desc'),
);

const withdrawnOf = (row: {
  withdrawn_at_ms: number | null;
  withdrawn_by_name: string | null;
}): Signing['withdrawn'] =>
  row.withdrawn_at_ms === null ? null : { atMs: row.withdrawn_at_ms, byName: row.withdrawn_by_name ?? '' };

const linkOf = (row: {
  id: number;
  reference_number: string | null;
  day: string | null;
  subject: string;
  state: string;
}): LetterLink => ({
  id: row.id as LetterId,
  referenceNumber: row.reference_number,
  day: row.day,
  subject: row.subject,
  voided: row.state === 'voided',
});

const signingOf = (row: NonNullable<ReturnType<typeof rowsOf>['signings'][number]>): Signing => ({
  kind: row.kind as Signing['kind'],
  file: row.scan_sha256 === null ? null : { sha256: row.scan_sha256, name: row.scan_name },
  atMs: row.at_ms,
  byName: row.by_name,
  withdrawn: withdrawnOf(row),
});

const deliveryOf = (row: NonNullable<ReturnType<typeof rowsOf>['deliveries'][number]>): Delivery => ({
  id: row.id as Delivery['id'],
  method: row.method as Delivery['method'],
  receiver: row.receiver,
  day: row.day,
  note: row.note,
  signature:
    row.signature_sha256 === null ? null : { sha256: row.signature_sha256, name: row.signature_name },
  atMs: row.at_ms,
  byName: row.by_name,
  withdrawn: withdrawnOf(row),
});

const printOf = (row: NonNullable<ReturnType<typeof rowsOf>['prints'][number]>): LetterPrint => ({
  kind: row.kind as LetterPrint['kind'],
  paper: row.paper,
  copies: row.copies,
  target: row.target,
  pageRange: row.page_range,
  cameOut: row.came_out === null ? null : row.came_out === 1,
  atMs: row.at_ms,
  byName: row.by_name,
});

const rowsOf = (reader: Reader, id: number) => ({
  signings: reader.all(signings, { id }),
  deliveries: reader.all(deliveries, { id }),
  prints: reader.all(prints, { id }),
});

/** What became of a letter, and which letters hang on it. */
export function letterLife(reader: Reader, id: number): LetterLife {
  const rows = rowsOf(reader, id);
  const corrects = reader.get(corrected, { id });
  const answers = reader.get(answered, { id });
  return {
    signings: rows.signings.map(signingOf),
    deliveries: rows.deliveries.map(deliveryOf),
    prints: rows.prints.map(printOf),
    corrects: corrects === undefined ? null : linkOf(corrects),
    correctedBy: reader.all(corrections, { id }).map(linkOf),
    answers:
      answers === undefined
        ? null
        : {
            id: answers.id as NonNullable<LetterLife['answers']>['id'],
            referenceNumber: answers.reference_number,
            day: answers.day,
            senderLine: answers.sender_line,
            subject: answers.subject,
          },
  };
}

/** How an incoming letter stands; undefined when there is none of that id. */
export const findIncomingState = (reader: Reader, id: number): IncomingState | undefined =>
  reader.get(incomingState, { id })?.state as IncomingState | undefined;

/** Which letter a delivery is of, and whether it still holds. */
export const findDelivery = (
  reader: Reader,
  deliveryId: number,
): { letterId: LetterId; withdrawn: boolean } | undefined => {
  const row = reader.get(deliveryLetter, { id: deliveryId });
  return row && { letterId: row.letter_id as LetterId, withdrawn: row.withdrawn_at_ms !== null };
};

/** The signings of a letter that were not withdrawn, latest first. */
export const signingsInForce = (
  reader: Reader,
  letterId: number,
): { id: number; kind: string; at_ms: number }[] => reader.all(inForce, { id: letterId });

/** The deliveries of a letter that were not withdrawn, latest first. */
export const deliveriesInForce = (reader: Reader, letterId: number): { id: number; at_ms: number }[] =>
  reader.all(deliveredInForce, { id: letterId });
