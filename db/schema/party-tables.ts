import type { Generated } from 'kysely';

export interface PartyTable {
  id: Generated<number>;
  kind: string;
  name: string;
  /** `nameWords(name)` joined: the B-tree tier of the search. */
  search_name: string;
  /** `nameKey(name)`: all spellings of one full name. */
  name_key: string;
  id_kind: string;
  id_number: string | null;
  no_id_reason: string;
  /** E.164. */
  mobile: string | null;
  village: string;
  sex: string | null;
  /** Hijri year and number within it, given at S.6. */
  file_year: number | null;
  file_number: number | null;
  created_at_ms: number;
  created_by: number;
  updated_at_ms: number;
  latin_name: Generated<string>;
  /** ISO 3166-1 alpha-2; empty: not asked. */
  nationality: Generated<string>;
  /** As printed, year first, in `birth_calendar`: 1380-07-01, 1380-07 or 1380. */
  birth_printed: Generated<string>;
  birth_calendar: string | null;
  /** ISO, where the printed date is whole and within the table. */
  birth_day: string | null;
  /** Gregorian, for matching. */
  birth_year: number | null;
  district: Generated<string>;
  short_address: Generated<string>;
  directions: Generated<string>;
  note: Generated<string>;
  /** The record that this one was merged into. */
  merged_into: number | null;
  version: Generated<number>;
}

export interface PartyRoleTable {
  party_id: number;
  role: string;
}

/** Contentless FTS5: written and matched through `search-index.ts` alone. */
export interface PartyWordsTable {
  rowid: number;
  words: string;
}

export interface NameWordTable {
  word: string;
}
