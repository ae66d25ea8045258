import { letterContentSchema, type LetterState, type Recipient } from '#shared/letters/letter.ts';
import { idsIn } from '../parties/family-param.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const voided = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .innerJoin('staff as issuer', 'issuer.id', 'letter.issued_by')
    .innerJoin('staff as voider', 'voider.id', 'letter.voided_by')
    .select([
      'letter.reference_number',
      'letter.day',
      'letter.recipient_line',
      'letter.subject',
      'letter.code',
      'letter.void_reason',
      'letter.voided_at_ms',
      'issuer.name as issued_by_name',
      'voider.name as voided_by_name',
    ])
    .where('letter.id', '=', param('id'))
    .where('letter.state', '=', 'voided'),
);
const addressee = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(['state', 'reference_number', 'content_json'])
    .where('id', '=', param('id'))
    .where('discarded_at_ms', 'is', null),
);
const ofParty = statement<{ family: string }>()((param) =>
  queries
    .selectFrom('letter')
    .innerJoin('letter_pdf', 'letter_pdf.letter_id', 'letter.id')
    .select([
      'letter.id',
      'letter.reference_number',
      'letter.day',
      'letter.subject',
      'letter.state',
      'letter.pages',
      'letter.pdf_sha256',
      'letter_pdf.pdf',
    ])
    .where('letter.party_id', 'in', idsIn(param('family')))
    .where('letter.number', 'is not', null)
    .orderBy('letter.day')
    .orderBy('letter.number'),
);
const deliveredOn = statement<{ day: string }>()((param) =>
  queries
    .selectFrom('letter_delivery')
    .innerJoin('letter', 'letter.id', 'letter_delivery.letter_id')
    .select(['letter.reference_number', 'letter_delivery.receiver', 'letter_delivery.method'])
    .where('letter_delivery.day', '=', param('day'))
    .where('letter_delivery.withdrawn_at_ms', 'is', null)
    .orderBy('letter.number')
    .orderBy('letter_delivery.id'),
);

export interface VoidedLetter {
  readonly referenceNumber: string;
  /** ISO day of the number. */
  readonly day: string;
  readonly recipientLine: string;
  readonly subject: string;
  readonly code: string | null;
  readonly reason: string;
  readonly voidedAtMs: number;
  readonly issuedByName: string;
  readonly voidedByName: string;
}

export const findVoidedLetter = (reader: Reader, id: number): VoidedLetter | undefined => {
  const row = reader.get(voided, { id });
  return (
    row && {
      referenceNumber: row.reference_number ?? '',
      day: row.day ?? '',
      recipientLine: row.recipient_line,
      subject: row.subject,
      code: row.code,
      reason: row.void_reason,
      voidedAtMs: row.voided_at_ms ?? 0,
      issuedByName: row.issued_by_name,
      voidedByName: row.voided_by_name,
    }
  );
};

/** To whom a letter goes, whatever its state; undefined for one that was discarded. */
export function findAddressee(
  reader: Reader,
  id: number,
): { recipient: Recipient; referenceNumber: string | null; state: LetterState } | undefined {
  const row = reader.get(addressee, { id });
  return (
    row && {
      recipient: letterContentSchema.parse(JSON.parse(row.content_json)).recipient,
      referenceNumber: row.reference_number,
      state: row.state as LetterState,
    }
  );
}

/**
 * The sealed letters of a party, and of those who were merged into it, with their bytes, oldest first; what was only
 * entered from paper has none.
 */
export const listSealedOfParty = (reader: Reader, family: readonly number[]) =>
  reader.all(ofParty, { family: JSON.stringify(family) }).map((row) => ({
    id: row.id,
    referenceNumber: row.reference_number ?? '',
    day: row.day ?? '',
    subject: row.subject,
    voided: row.state === 'voided',
    pages: row.pages ?? 0,
    pdf: row.pdf,
    pdfSha256: row.pdf_sha256 ?? '',
  }));

/** What was handed over on an ISO day, by number. */
export const listDeliveredOn = (
  reader: Reader,
  day: string,
): { referenceNumber: string; receiver: string; method: string }[] =>
  reader.all(deliveredOn, { day }).map((row) => ({
    referenceNumber: row.reference_number ?? '',
    receiver: row.receiver,
    method: row.method,
  }));
