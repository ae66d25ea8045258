import type { Generated } from 'kysely';

export interface RequestDatumTable {
  request_id: number;
  datum: string;
  state: string;
  value_sha256: string;
  /** The original that it was held against; empty: told. */
  against: string;
  at_ms: number;
  staff_id: number;
}

export interface RequestStopTable {
  id: Generated<number>;
  request_id: number;
  kind: string;
  from_day: string;
  until_day: string | null;
  reason: string;
  at_ms: number;
  staff_id: number;
  ended_at_ms: number | null;
  ended_by: number | null;
  end_note: string;
}

export interface SealedDocumentTable {
  id: Generated<number>;
  kind: string;
  subject_kind: string;
  subject_id: number;
  request_id: number | null;
  /** The how-many-eth of its kind for its subject. */
  version: number;
  /** Stands on the paper as a QR code: digits alone, and nothing of anybody in them. */
  code: string;
  title: string;
  content_json: string;
  content_sha256: string;
  pdf: Uint8Array;
  pages: number;
  pdf_sha256: string;
  made_at_ms: number;
  made_by: number;
  voided_at_ms: number | null;
  voided_by: number | null;
  void_reason: string;
}

export interface DocumentSignatureTable {
  id: Generated<number>;
  document_id: number;
  signer: string;
  /** 'account': a member of staff or committee, signed in as themselves. */
  mode: string;
  signer_name: string;
  /** National id of a witness; empty: not asked. */
  signer_id_number: string;
  representation_id: number | null;
  staff_id: number | null;
  member_id: number | null;
  /** The drawing as a picture, or the scan. */
  file_sha256: string | null;
  file_name: string;
  at_ms: number;
  taken_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
  withdraw_reason: string;
}

export interface AttestationTable {
  id: Generated<number>;
  request_id: number;
  version: number;
  document_id: number;
  /** Canonical hash of the attested fields: another one today means that the signatures are stale. */
  fields_sha256: string;
  officer_signed_at_ms: number | null;
  applicant_signed_at_ms: number | null;
  stale_at_ms: number | null;
  /** Names of the fields that changed since, as a JSON list. */
  stale_fields_json: string;
  made_at_ms: number;
  made_by: number;
}

export interface ReferralTable {
  id: Generated<number>;
  party_id: number;
  request_id: number | null;
  visit_id: number | null;
  /** The question as the visit keeps it: its answer goes back there with the return. */
  inquiry_id: number | null;
  question: string;
  asked_at_ms: number;
  asked_by: number;
  /** Null: whichever social research officer comes first. */
  assigned_to: number | null;
  answer: string;
  /** إيضاح الجوانب التنظيمية */
  explanation: string;
  answered_at_ms: number | null;
  /** Who answered; entered by somebody else from the signed paper: `entered_by`, and the paper. */
  answered_by: number | null;
  entered_by: number | null;
  paper_sha256: string | null;
  paper_name: string;
  /** Back at the desk. */
  returned_at_ms: number | null;
  returned_by: number | null;
  cancelled_at_ms: number | null;
  cancelled_by: number | null;
  cancel_reason: string;
  version: number;
}

export interface SocialResearchTable {
  id: Generated<number>;
  request_id: number;
  researcher_id: number | null;
  purpose: string;
  due_on: string | null;
  findings: string;
  recommendation: string | null;
  recommendation_reason: string;
  opened_at_ms: number;
  opened_by: number;
  finished_at_ms: number | null;
  finished_by: number | null;
  entered_by: number | null;
  paper_sha256: string | null;
  paper_name: string;
  cancelled_at_ms: number | null;
  cancelled_by: number | null;
  cancel_reason: string;
  version: number;
}

export interface FieldVisitTable {
  id: Generated<number>;
  research_id: number;
  planned_on: string;
  planned_time: string;
  place: string;
  /** How to find it, in the words of whoever told. */
  directions: string;
  state: string;
  visited_on: string | null;
  present: string;
  findings: string;
  at_ms: number;
  staff_id: number;
  recorded_at_ms: number | null;
  recorded_by: number | null;
}

export interface NeedAssessmentTable {
  id: Generated<number>;
  request_id: number;
  score: number;
  /** The criteria with their weights, and what was found for each. */
  parts_json: string;
  note: string;
  at_ms: number;
  staff_id: number;
}
