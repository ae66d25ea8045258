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
}

export interface RequestEventTable {
  id: Generated<number>;
  request_id: number;
  at_ms: number;
  officer_id: number;
  kind: string;
  step: number | null;
  text: string;
}
