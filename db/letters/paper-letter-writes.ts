import { createHash } from 'node:crypto';
import type { LetterId } from '#shared/ids.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { queries } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { letterColumns, letterSearchText } from './letter-rows.ts';
import { indexLetter } from './letter-search.ts';

/** A letter that was written by hand, under a number that was kept for paper. */
export interface PaperLetterRow {
  readonly id: LetterId;
  readonly content: LetterContent;
  readonly partyId: number | null;
  readonly hijriYear: number;
  readonly number: number;
  readonly referenceNumber: string;
  /** ISO day that stands on the paper. */
  readonly day: string;
  /** Seal and links of the number, as they were made when it was reserved. */
  readonly seal: string;
  readonly chainBefore: string;
  readonly chainAfter: string;
  /** Hash of the event of the entry, which seals what was entered. */
  readonly auditHash: string;
  readonly contentSha256: string;
  readonly pdf: Uint8Array;
  readonly pdfSha256: string;
  readonly pages: number;
}

/** SHA-256 of what was entered: the stored text itself with number and day, so that no later form of it changes it. */
export const paperLetterSha256 = (contentJson: string, referenceNumber: string, day: string): string =>
  createHash('sha256')
    .update(canonicalJson({ content: JSON.parse(contentJson) as never, day, referenceNumber }))
    .digest('hex');

/**
 * The id that the next letter will have: the log's event names it and is hashed into the letter's own row. Only inside
 * the transaction that inserts it.
 */
export const nextLetterId = (tx: WriteTransaction): LetterId =>
  ((tx.first(queries.selectFrom('letter').select((eb) => eb.fn.max('id').as('last')))?.last ?? 0) +
    1) as LetterId;

/** Issued from the first: what is on paper was signed and sent before anybody typed it here. */
export function insertPaperLetter(
  tx: WriteTransaction,
  letter: PaperLetterRow,
  by: number,
  atMs: number,
): void {
  const { content, id } = letter;
  tx.exec(
    queries.insertInto('letter').values({
      ...letterColumns(content),
      search_text: letterSearchText(content, letter.referenceNumber),
      id,
      state: 'issued',
      origin: 'paper',
      party_id: letter.partyId,
      request_id: null,
      author_id: by,
      version: 1,
      remarks: '',
      approved_by: by,
      approved_at_ms: atMs,
      register: 'outgoing',
      hijri_year: letter.hijriYear,
      number: letter.number,
      reference_number: letter.referenceNumber,
      day: letter.day,
      issued_by: by,
      issued_at_ms: atMs,
      content_sha256: letter.contentSha256,
      seal: letter.seal,
      chain_before: letter.chainBefore,
      chain_after: letter.chainAfter,
      audit_hash: letter.auditHash,
      pages: letter.pages,
      pdf_sha256: letter.pdfSha256,
      void_reason: '',
      created_at_ms: atMs,
      updated_at_ms: atMs,
    }),
  );
  tx.exec(queries.insertInto('letter_pdf').values({ letter_id: id, pdf: letter.pdf }));
  indexLetter(tx, id, content, letter.referenceNumber);
}
