import { searchKey } from '#shared/arabic/search-key.ts';
import {
  letterContentSchema,
  type Letter,
  type LetterContent,
  type LetterSummary,
} from '#shared/letters/letter.ts';
import type { LetterLife } from '#shared/letters/letter-life.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';

/** What the list shows of a letter, names joined in. */
export interface LetterSummaryRow {
  id: number;
  state: string;
  reference_number: string | null;
  day: string | null;
  recipient_line: string;
  subject: string;
  party_id: number | null;
  party_name: string | null;
  updated_at_ms: number;
  author_name: string;
  signed_at_ms: number | null;
  delivered_at_ms: number | null;
  origin: string;
}

export interface LetterRow extends LetterSummaryRow {
  request_id: number | null;
  content_json: string;
  version: number;
  remarks: string;
  approved_by: number | null;
  approved_by_name: string | null;
  approved_at_ms: number | null;
  issued_by_name: string | null;
  issued_at_ms: number | null;
  pages: number | null;
  pdf_sha256: string | null;
  void_reason: string;
  author_id: number;
  code: string | null;
  batch_id: number | null;
}

export const letterSummaryOf = (row: LetterSummaryRow): LetterSummary => ({
  id: row.id as LetterSummary['id'],
  state: row.state as LetterSummary['state'],
  referenceNumber: row.reference_number,
  issuedOn: row.day,
  recipientLine: row.recipient_line,
  subject: row.subject,
  partyId: row.party_id as LetterSummary['partyId'],
  partyName: row.party_name,
  updatedAtMs: row.updated_at_ms,
  authorName: row.author_name,
  signed: row.signed_at_ms !== null,
  delivered: row.delivered_at_ms !== null,
  origin: row.origin as LetterSummary['origin'],
});

export const letterOf = (row: LetterRow, life: LetterLife): Letter => ({
  ...letterSummaryOf(row),
  ...life,
  requestId: row.request_id as Letter['requestId'],
  content: letterContentSchema.parse(JSON.parse(row.content_json)),
  version: row.version,
  remarks: row.remarks,
  approvedBy: row.approved_by as Letter['approvedBy'],
  approvedByName: row.approved_by_name,
  approvedAtMs: row.approved_at_ms,
  issuedByName: row.issued_by_name,
  issuedAtMs: row.issued_at_ms,
  pages: row.pages,
  pdfSha256: row.pdf_sha256,
  voidReason: row.void_reason,
  authorId: row.author_id as Letter['authorId'],
  code: row.code,
  batchId: row.batch_id as Letter['batchId'],
});

/** Folded text that the list is searched in; the number is added at issue. */
export const letterSearchText = (content: LetterContent, referenceNumber: string | null): string =>
  searchKey([referenceNumber ?? '', content.subject, recipientLine(content.recipient)].join(' '));

/** The columns that a letter's content fills. */
export const letterColumns = (content: LetterContent) => ({
  content_json: JSON.stringify(content),
  subject: content.subject,
  recipient_line: recipientLine(content.recipient),
  search_text: letterSearchText(content, null),
});
