import type { Generated } from 'kysely';

export interface ServiceTable {
  id: Generated<number>;
  name: string;
  kind: string;
  /** How it is explained to a beneficiary (O.6.a). */
  description: string;
  /** What one of it is called: سلة، قسيمة، مقعد. */
  unit: string;
  quantity: number;
  value_halalas: number | null;
  /** Rules that advise and never refuse: villages, categories, the ceiling of income a head. */
  eligibility_json: string;
  /** Questions of T.4 that only this service asks. */
  questions_json: string;
  position: number;
  active: number;
  version: number;
  updated_at_ms: number;
}

export interface ServiceRequirementTable {
  id: Generated<number>;
  service_id: number | null;
  key: string;
  name: string;
  position: number;
  /** «حيث تحتاجه الفئة»: ids of categories as a JSON list; an empty one: of everybody. */
  categories_json: string;
}

export interface DeliveryPlanTable {
  id: Generated<number>;
  request_id: number;
  service_id: number;
  frequency: string;
  /** Whose months are counted. */
  calendar: string;
  first_on: string;
  times: number;
  quantity: number;
  unit: string;
  value_halalas: number | null;
  place: string;
  /** O.4: carried to where they are. */
  at_place: number;
  note: string;
  ended_on: string | null;
  end_reason: string;
  created_at_ms: number;
  created_by: number;
  version: number;
}

export interface DeliveryTable {
  id: Generated<number>;
  plan_id: number;
  request_id: number;
  /** The how-many-eth of its plan. */
  turn: number;
  /** One that failed or was voided stays; the turn is tried again by a row of its own. */
  attempt: number;
  due_on: string;
  state: string;
  quantity: number;
  unit: string;
  value_halalas: number | null;
  place: string;
  at_place: number;
  /** Digits for a scanner, on the list and on the receipt. */
  code: string;
  receiver_kind: string | null;
  receiver_name: string;
  representation_id: number | null;
  /** As it was used, and the bank's reference of the transfer. */
  iban: string;
  transfer_reference: string;
  /** Service at their place: under way since. */
  departed_at_ms: number | null;
  done_at_ms: number | null;
  done_by: number | null;
  fail_reason: string;
  receipt_document_id: number | null;
  voided_at_ms: number | null;
  voided_by: number | null;
  void_reason: string;
  note: string;
}

export interface DeliveryDayTable {
  day: string;
  document_id: number;
  closed_at_ms: number;
  closed_by: number;
}

export interface RatingTable {
  key: string;
  service_id: number | null;
  /** Hijri or Gregorian days would tell whose it is: a month alone, 2026-11. */
  month: string;
  score: number;
  comment: string;
}
