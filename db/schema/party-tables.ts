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
