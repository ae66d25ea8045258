import type { Generated } from 'kysely';

export interface CommitteeMemberTable {
  id: Generated<number>;
  /** Null: a member who has no account at this desk. */
  staff_id: number | null;
  name: string;
  title: string;
  role: string;
  from_day: string;
  until_day: string | null;
  position: number;
  at_ms: number;
  recorded_by: number;
}

export interface CommitteeSessionTable {
  id: Generated<number>;
  /** Numbered within its Hijri year, when it is planned. */
  hijri_year: number;
  number: number;
  day: string;
  time: string;
  place: string;
  state: string;
  /** Members who must be there, as the setting stood when it was held. */
  quorum: number;
  /** Entered from its signed minutes. */
  on_paper: number;
  note: string;
  minutes_document_id: number | null;
  paper_sha256: string | null;
  paper_name: string;
  planned_at_ms: number;
  planned_by: number;
  closed_at_ms: number | null;
  closed_by: number | null;
  cancel_reason: string;
  version: number;
}

export interface SessionMemberTable {
  session_id: number;
  member_id: number;
  present: number;
  note: string;
}

export interface SessionCaseTable {
  session_id: number;
  request_id: number;
  position: number;
  note: string;
  /** Put off to a later session, with why; empty: not. */
  deferred_reason: string;
  at_ms: number;
  staff_id: number;
}

export interface DecisionTable {
  id: Generated<number>;
  request_id: number;
  /** Null: of an appeal's level, outside a session. */
  session_id: number | null;
  appeal_id: number | null;
  kind: string;
  /** Of a refusal: the clause or rule it stands on, why, and what would change it. Of moreInformation: what is wanted. */
  clause: string;
  reason: string;
  would_change: string;
  /** What was granted: service, quantity, value, how often; as it is told to the applicant. */
  granted_json: string;
  decided_on: string;
  /** Before day 14: why; in the floor mode the manager who overrode. */
  early_reason: string;
  override_by: number | null;
  /** The researcher of the case was among those who decided: acknowledged, and why. */
  conflict_note: string;
  at_ms: number;
  entered_by: number;
  letter_id: number | null;
  voided_at_ms: number | null;
  voided_by: number | null;
  void_reason: string;
}

export interface DecisionVoteTable {
  decision_id: number;
  member_id: number;
  vote: string;
  note: string;
}

export interface DecisionNoticeTable {
  id: Generated<number>;
  decision_id: number;
  contact_id: number | null;
  channel: string;
  /** Whom it reached: the applicant, or who stands for them. */
  receiver: string;
  outcome: string;
  note: string;
  proof_sha256: string | null;
  proof_name: string;
  at_ms: number;
  staff_id: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
}

export interface AppealTable {
  id: Generated<number>;
  request_id: number;
  decision_id: number;
  received_on: string;
  text: string;
  /** To whom, as the setting names it. */
  level: string;
  paper_sha256: string | null;
  paper_name: string;
  at_ms: number;
  staff_id: number;
  outcome: string | null;
  answer: string;
  answered_on: string | null;
  /** Who decided it, by name: often no account of this desk. */
  answered_by_name: string;
  answer_sha256: string | null;
  answer_name: string;
  closed_at_ms: number | null;
  closed_by: number | null;
}

export interface OfficeHolidayTable {
  first_day: string;
  last_day: string;
  name: string;
}
