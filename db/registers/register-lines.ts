import { letterAttachmentsSchema, type LetterAttachments } from '#shared/letters/letter.ts';
import type { LetterRegister, RegisterLine } from '#shared/registers/register.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** Lines of the register books, from the three tables whose rows bear numbers. */
const letters = () =>
  queries
    .selectFrom('letter')
    .innerJoin('staff as issuer', 'issuer.id', 'letter.issued_by')
    .leftJoin('reserved_number', (join) =>
      join
        .onRef('reserved_number.letter_id', '=', 'letter.id')
        .onRef('reserved_number.register', '=', 'letter.register')
        .onRef('reserved_number.hijri_year', '=', 'letter.hijri_year')
        .onRef('reserved_number.number', '=', 'letter.number'),
    )
    .select((eb) => [
      'letter.id',
      'letter.number',
      'letter.reference_number',
      'letter.state',
      'letter.origin',
      'letter.day',
      'letter.recipient_line as party',
      'letter.subject',
      eb
        .fn<string | null>('json_extract', ['letter.content_json', eb.val('$.attachments')])
        .as('attachments'),
      'letter.signed_at_ms',
      'letter.delivered_at_ms',
      'letter.void_reason',
      'reserved_number.reason as paper_reason',
      'issuer.name as by_name',
      'letter.chain_after',
    ])
    .where('letter.register', '=', 'outgoing')
    .where('letter.number', 'is not', null);
const incoming = () =>
  queries
    .selectFrom('incoming_letter')
    .innerJoin('staff as clerk', 'clerk.id', 'incoming_letter.registered_by')
    .leftJoin('reserved_number', (join) =>
      join
        .onRef('reserved_number.register', '=', 'incoming_letter.register')
        .onRef('reserved_number.hijri_year', '=', 'incoming_letter.hijri_year')
        .onRef('reserved_number.number', '=', 'incoming_letter.number'),
    )
    .select([
      'incoming_letter.id',
      'incoming_letter.number',
      'incoming_letter.reference_number',
      'incoming_letter.state',
      'incoming_letter.origin',
      'incoming_letter.day',
      'incoming_letter.sender_line as party',
      'incoming_letter.subject',
      'incoming_letter.their_number',
      'incoming_letter.their_day',
      'incoming_letter.void_reason',
      'reserved_number.reason as paper_reason',
      'clerk.name as by_name',
      'incoming_letter.chain_after',
    ]);
/** Numbers kept for paper under which no letter stands. */
const reserved = () =>
  queries
    .selectFrom('reserved_number')
    .innerJoin('reserved_range', 'reserved_range.id', 'reserved_number.range_id')
    .innerJoin('staff as keeper', 'keeper.id', 'reserved_range.reserved_by')
    .select([
      'reserved_number.number',
      'reserved_number.reference_number',
      'reserved_number.state',
      'reserved_number.reason',
      'reserved_range.reason as range_reason',
      'reserved_range.day',
      'keeper.name as by_name',
      'reserved_number.chain_after',
    ])
    .where('reserved_number.state', '<>', 'entered');

const lettersOfYear = statement<{ year: number }>()((param) =>
  letters().where('letter.hijri_year', '=', param('year')),
);
const incomingOfYear = statement<{ year: number }>()((param) =>
  incoming().where('incoming_letter.hijri_year', '=', param('year')),
);
const reservedOfYear = statement<{ register: string; year: number }>()((param) =>
  reserved()
    .where('reserved_number.register', '=', param('register'))
    .where('reserved_number.hijri_year', '=', param('year')),
);

/** A line, and the chain's head behind it. */
export interface ChainedLine {
  readonly line: RegisterLine;
  readonly chainAfter: string;
}

const attachmentsOf = (json: string | null): LetterAttachments | null => {
  const parsed = letterAttachmentsSchema.safeParse(json === null ? null : JSON.parse(json));
  return parsed.success ? parsed.data : null;
};

/** Every number of a register and year, ascending, with what stands under it. */
export function listRegisterLines(
  reader: Reader,
  register: LetterRegister,
  hijriYear: number,
): ChainedLine[] {
  const lines = register === 'outgoing' ? outgoingLines(reader, hijriYear) : incomingLines(reader, hijriYear);
  return [...lines, ...reservedLines(reader, register, hijriYear)].toSorted(
    (one, other) => one.line.number - other.line.number,
  );
}

const outgoingLines = (reader: Reader, year: number): ChainedLine[] =>
  reader.all(lettersOfYear, { year }).map((row) => ({
    chainAfter: row.chain_after ?? '',
    line: {
      number: row.number ?? 0,
      referenceNumber: row.reference_number ?? '',
      state: row.state === 'voided' ? 'voided' : 'valid',
      origin: row.origin === 'paper' ? 'paper' : 'desk',
      letterId: row.id,
      day: row.day ?? '',
      party: row.party,
      subject: row.subject,
      attachments: attachmentsOf(row.attachments),
      theirNumber: '',
      theirDay: null,
      signedAtMs: row.signed_at_ms,
      deliveredAtMs: row.delivered_at_ms,
      note: row.void_reason === '' ? (row.paper_reason ?? '') : row.void_reason,
      byName: row.by_name,
    },
  }));

const incomingLines = (reader: Reader, year: number): ChainedLine[] =>
  reader.all(incomingOfYear, { year }).map((row) => ({
    chainAfter: row.chain_after,
    line: {
      number: row.number,
      referenceNumber: row.reference_number,
      state: row.state === 'voided' ? 'voided' : 'valid',
      origin: row.origin === 'paper' ? 'paper' : 'desk',
      letterId: row.id,
      day: row.day,
      party: row.party,
      subject: row.subject,
      attachments: null,
      theirNumber: row.their_number,
      theirDay: row.their_day,
      signedAtMs: null,
      deliveredAtMs: null,
      note: row.void_reason === '' ? (row.paper_reason ?? '') : row.void_reason,
      byName: row.by_name,
    },
  }));

const reservedLines = (reader: Reader, register: LetterRegister, year: number): ChainedLine[] =>
  reader.all(reservedOfYear, { register, year }).map((row) => ({
    chainAfter: row.chain_after,
    line: {
      number: row.number,
      referenceNumber: row.reference_number,
      state: row.state === 'voided' ? 'voided' : 'reserved',
      origin: 'paper',
      letterId: null,
      day: row.day,
      party: '',
      subject: '',
      attachments: null,
      theirNumber: '',
      theirDay: null,
      signedAtMs: null,
      deliveredAtMs: null,
      note: row.reason === '' ? row.range_reason : row.reason,
      byName: row.by_name,
    },
  }));
