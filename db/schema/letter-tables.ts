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
  /** `desk`, or `paper` for what was written by hand under a reserved number. */
  origin: Generated<string>;
  /** The verification code printed in the foot: 16 digits. Null before issue, and on letters sealed without one. */
  code: string | null;
  /** The issued letter that this one corrects (إلحاقًا لخطابنا). */
  corrects_id: number | null;
  /** The incoming letter that this one answers. */
  answers_id: number | null;
  batch_id: number | null;
  signed_at_ms: number | null;
  delivered_at_ms: number | null;
}

/** What stands on the sealed paper, whole; none for letters sealed before migration 50. */
export interface LetterPaperTable {
  letter_id: number;
  paper_json: string;
  profile_json: string;
  /** JSON of `logo`, `signature`, `stamp`: sha256 or null. */
  images_json: string;
}

export interface LetterRenderingTable {
  letter_id: number;
  /** `preprinted` or `voidCertificate`. */
  kind: string;
  setting: string;
  pdf: Uint8Array;
  pages: number;
  sha256: string;
  made_at_ms: number;
}

export interface LetterSigningTable {
  id: Generated<number>;
  letter_id: number;
  /** `scan` or `pictures`. */
  kind: string;
  scan_sha256: string | null;
  scan_name: string;
  at_ms: number;
  staff_id: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
}

export interface LetterDeliveryTable {
  id: Generated<number>;
  letter_id: number;
  method: string;
  receiver: string;
  day: string;
  note: string;
  signature_sha256: string | null;
  signature_name: string;
  at_ms: number;
  staff_id: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
}

export interface ReservedRangeTable {
  id: Generated<number>;
  register: string;
  hijri_year: number;
  first: number;
  last: number;
  reason: string;
  day: string;
  reserved_by: number;
  reserved_at_ms: number;
}

export interface ReservedNumberTable {
  register: string;
  hijri_year: number;
  number: number;
  range_id: number;
  reference_number: string;
  seal: string;
  chain_before: string;
  chain_after: string;
  audit_hash: string;
  /** `open`, `entered` or `voided`. */
  state: string;
  letter_id: number | null;
  incoming_id: number | null;
  settled_by: number | null;
  settled_at_ms: number | null;
  reason: string;
}

export interface LetterTemplateTable {
  id: Generated<number>;
  /** The built-in template that this one stands in for. */
  built_in_key: string | null;
  name: string;
  name_key: string;
  category: string;
  template_json: string;
  version: number;
  created_at_ms: number;
  updated_at_ms: number;
  updated_by: number;
  removed_at_ms: number | null;
}

export interface LetterPhraseTable {
  id: Generated<number>;
  phrase_group: string;
  text: string;
  position: number;
  updated_at_ms: number;
  updated_by: number;
  removed_at_ms: number | null;
}

export interface LetterBatchTable {
  id: Generated<number>;
  name: string;
  /** The template as it stood, and what was typed once for all. */
  template_json: string;
  created_by: number;
  created_at_ms: number;
  discarded_at_ms: number | null;
}

export interface LetterBatchPersonTable {
  batch_id: number;
  position: number;
  party_id: number;
  request_id: number | null;
  letter_id: number | null;
  left_out_code: string | null;
  left_out_json: string | null;
}

/** FTS5, contentless: written and matched in one file alone. */
export interface LetterWordsTable {
  rowid: number;
  words: string;
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
  /** Which paper: `letter`, `preprinted`, or another document's kind. */
  paper: Generated<string>;
  /** `1-3`, or empty for all pages. */
  page_range: Generated<string>;
  /** «هل خرجت كل الصفحات؟»: 1, 0, or null while unanswered. */
  came_out: number | null;
}
