import type { Generated } from 'kysely';

export interface PartyAliasTable {
  id: Generated<number>;
  party_id: number;
  alias: string;
  search_name: string;
  created_at_ms: number;
}

export interface PartyLegacyNumberTable {
  party_id: number;
  key: string;
  number: string;
}

export interface ContactPointTable {
  id: Generated<number>;
  party_id: number;
  position: number;
  kind: string;
  value: string;
  owner: string;
  hours: string;
  discreet: number;
  note: string;
  created_at_ms: number;
}

export interface PartyVersionTable {
  id: Generated<number>;
  party_id: number;
  before_json: string;
  changed_json: string;
  at_ms: number;
  staff_id: number;
}

export interface HouseholdTable {
  id: Generated<number>;
  created_at_ms: number;
  created_by: number;
}

export interface HouseholdMemberTable {
  id: Generated<number>;
  household_id: number;
  party_id: number | null;
  relation: string;
  name: string;
  search_name: string;
  sex: string | null;
  birth_printed: string;
  birth_calendar: string | null;
  birth_day: string | null;
  id_number: string | null;
  breadwinner: number;
  occupation: string;
  health: string;
  joined_on: string | null;
  left_on: string | null;
  left_reason: string;
  left_note: string;
  follows: number | null;
  created_at_ms: number;
  created_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
}

/** Contentless FTS5, as `party_words` is. */
export interface MemberWordsTable {
  rowid: number;
  words: string;
}

/** Contentless FTS5, as `party_pair_words` is. */
export interface MemberPairWordsTable {
  rowid: number;
  words: string;
}

/** Contentless FTS5: two words of a name as one, and a word with the first letter of another. */
export interface PartyPairWordsTable {
  rowid: number;
  words: string;
}

export interface NameWordEndTable {
  ending: string;
  word: string;
}

export interface RepresentativeTable {
  id: Generated<number>;
  party_id: number;
  representative_id: number;
  kind: string;
  relation: string;
  deed_number: string;
  deed_issuer: string;
  scope: string;
  issued_on: string | null;
  expires_on: string | null;
  matched_by: number | null;
  matched_at_ms: number | null;
  ended_on: string | null;
  end_reason: string;
  gave_role: number;
  created_at_ms: number;
  created_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
}

export interface PartyFactTable {
  id: Generated<number>;
  party_id: number;
  kind: string;
  value_json: string;
  known_on: string;
  source: string;
  recorded_at_ms: number;
  recorded_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
  withdraw_reason: string;
}

export interface MoneyLineTable {
  id: Generated<number>;
  party_id: number;
  kind: string;
  category: string;
  detail: string;
  monthly_halalas: number;
  total_halalas: number | null;
  since_on: string;
  until_on: string | null;
  source: string;
  replaces: number | null;
  replaced_until_on: string | null;
  recorded_at_ms: number;
  recorded_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
  withdraw_reason: string;
}

export interface CategoryTable {
  id: Generated<number>;
  name: string;
  description: string;
  position: number;
  active: number;
}

export interface PartyCategoryTable {
  id: Generated<number>;
  party_id: number;
  category_id: number;
  since_on: string;
  until_on: string | null;
  reason: string;
  end_reason: string;
  recorded_at_ms: number;
  recorded_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
  withdraw_reason: string;
}

export interface PartyNeedTable {
  id: Generated<number>;
  party_id: number;
  need: string;
  since_on: string;
  met_on: string | null;
  outcome: string;
  recorded_at_ms: number;
  recorded_by: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
  withdraw_reason: string;
}

export interface PartyDocumentTable {
  id: Generated<number>;
  party_id: number;
  kind: string;
  title: string;
  number: string;
  issued_on: string | null;
  expires_on: string | null;
  note: string;
  matched_by: number | null;
  matched_at_ms: number | null;
  legal_basis: string;
  destroy_by: string | null;
  created_at_ms: number;
  created_by: number;
  removed_at_ms: number | null;
  removed_by: number | null;
  remove_reason: string;
  copy_destroyed_at_ms: number | null;
  copy_destroyed_by: number | null;
  /** Of its kind the one that ends last: written by triggers alone. */
  current: Generated<number>;
}

export interface DatumMatchTable {
  id: Generated<number>;
  party_id: number;
  datum: string;
  value_sha256: string;
  against: string;
  matched_by: number;
  matched_at_ms: number;
  withdrawn_at_ms: number | null;
  withdrawn_by: number | null;
}

export interface ExpectedDocumentTable {
  kind: string;
  /** 0: everybody. */
  category_id: number;
}

/** Written by triggers alone (`parts/0060-outreach.ts`). */
export interface PartyReachTable {
  party_id: number;
  reached_at_ms: number;
  missing: number;
}

export interface OutreachSnoozeTable {
  party_id: number;
  reason: string;
  until_on: string;
  note: string;
  at_ms: number;
  staff_id: number;
}
