import type { Generated } from 'kysely';

export interface VisitTable {
  id: Generated<number>;
  /** ISO day in Asia/Riyadh. */
  day: string;
  party_id: number;
  purpose: string;
  state: string;
  ticket: number | null;
  arrived_at_ms: number;
  served_from_ms: number | null;
  ended_at_ms: number | null;
  officer_id: number | null;
  note: string;
}

export interface InquiryTable {
  id: Generated<number>;
  visit_id: number;
  question: string;
  answer: string;
  outcome: string;
  asked_at_ms: number;
  answered_at_ms: number | null;
  officer_id: number;
}

export interface ContactTable {
  id: Generated<number>;
  party_id: number;
  channel: string;
  direction: string;
  platform: string;
  inquiry: string;
  answer: string;
  next_action: string;
  /** ISO day. */
  next_action_on: string | null;
  closed_at_ms: number | null;
  happened_at_ms: number;
  officer_id: number;
  /** reached, noAnswer or withdrawn. */
  outcome: Generated<string>;
}

export interface SupportRequestTable {
  id: Generated<number>;
  party_id: number;
  visit_id: number | null;
  service: string;
  need: string;
  level: string;
  /** Hijri year and number within it, given at S.5. */
  number_year: number | null;
  number: number | null;
  /** `currentStep` of the step facts, kept beside them so that lists can filter by it. */
  current_step: number | null;
  opened_at_ms: number;
  updated_at_ms: number;
  opened_by: number;
  service_id: number | null;
  /** open, withdrawn, refused or closed. */
  state: Generated<string>;
  /** The machine's phase, kept beside the facts it follows from. */
  phase: Generated<string>;
  /** Who came for the applicant, on a deed. */
  representation_id: number | null;
  assigned_to: number | null;
  /** Answers of T.4 that the register does not hold, by key of the question. */
  answers_json: Generated<string>;
  level_reason: Generated<string>;
  /** ISO days. */
  return_on: string | null;
  raised_on: string | null;
  raised_at_ms: number | null;
  reply_mode: string | null;
  not_before: string | null;
  target_on: string | null;
  target_days: Generated<number>;
  stopped_from: string | null;
  closed_at_ms: number | null;
  rating_offered_at_ms: number | null;
  version: Generated<number>;
}

export interface RequestStepTable {
  request_id: number;
  step: number;
  kind: string;
  at_ms: number;
  officer_id: number;
  note: string;
}

export interface RequestRequirementTable {
  request_id: number;
  key: string;
  name: string;
  position: number;
  state: string;
  at_ms: number | null;
  officer_id: number | null;
  document_id: number | null;
  /** ISO days. */
  valid_until: string | null;
  due_on: string | null;
  note: Generated<string>;
}

export interface RequestEventTable {
  id: Generated<number>;
  request_id: number;
  at_ms: number;
  officer_id: number;
  kind: string;
  step: number | null;
  text: string;
  /** Id of the policy's clause, as S.4; and the record that it left. */
  clause: Generated<string>;
  subject_kind: Generated<string>;
  subject_id: number | null;
}
