import type { Generated } from 'kysely';

export interface IncomingLetterTable {
  id: Generated<number>;
  /** `open`, `closed` (nothing more to do) or `voided`. */
  state: string;
  /** `desk`, or `paper` for a number that was reserved for paper. */
  origin: string;
  register: string;
  hijri_year: number;
  number: number;
  reference_number: string;
  /** ISO day of our number, Asia/Riyadh. */
  day: string;
  /** What was received, as it was registered: frozen. */
  content_json: string;
  their_number: string;
  their_day: string | null;
  sender_line: string;
  subject: string;
  party_id: number | null;
  registered_by: number;
  registered_at_ms: number;
  content_sha256: string;
  seal: string;
  chain_before: string;
  chain_after: string;
  audit_hash: string;
  assigned_to: number | null;
  due_day: string | null;
  closed_at_ms: number | null;
  closed_by: number | null;
  close_note: string;
  voided_by: number | null;
  voided_at_ms: number | null;
  void_reason: string;
  updated_at_ms: number;
}

/** FTS5, contentless: written and matched in one file alone. */
export interface IncomingWordsTable {
  rowid: number;
  words: string;
}
