import type { Generated } from 'kysely';

export interface RegisterCounterTable {
  register: string;
  hijri_year: number;
  /** The last number used before the first of ours. */
  opening: number;
  /** The last number given. */
  last: number;
  /** Head of this register's own chain of seals, 64 hex digits. */
  chain_head: string;
}

export interface LetterTable {
  id: Generated<number>;
  state: string;
  party_id: number | null;
  request_id: number | null;
  author_id: number;
  version: number;
  content_json: string;
  subject: string;
  recipient_line: string;
  /** Folded subject, addressee and number: what the list is searched by. */
  search_text: string;
  remarks: string;
  approved_by: number | null;
  approved_at_ms: number | null;
  register: string | null;
  hijri_year: number | null;
  number: number | null;
  reference_number: string | null;
  /** ISO day of the number, Asia/Riyadh. */
  day: string | null;
  issued_by: number | null;
  issued_at_ms: number | null;
  /** SHA-256 of the canonical letter as it stands on paper. */
  content_sha256: string | null;
  /** The seal: covers register, year, number, content and the chain's head before it. */
  seal: string | null;
  /** The chain's head before and after this letter. */
  chain_before: string | null;
  chain_after: string | null;
  /** Hash of the audit event of the issue: the chain carries the log's head along. */
  audit_hash: string | null;
  pages: number | null;
  pdf_sha256: string | null;
  voided_by: number | null;
  voided_at_ms: number | null;
  void_reason: string;
  discarded_at_ms: number | null;
  created_at_ms: number;
  updated_at_ms: number;
}

export interface LetterPdfTable {
  letter_id: number;
  pdf: Uint8Array;
}

export interface PrintJobTable {
  id: Generated<number>;
  letter_id: number | null;
  title: string;
  /** `print` or `save`. */
  kind: string;
  copies: number;
  /** The printer's name, or the path saved to. */
  target: string;
  sha256: string;
  at_ms: number;
  staff_id: number;
}
