import type { Generated } from 'kysely';

export interface AgreementTable {
  id: Generated<number>;
  party_id: number;
  kind: string;
  title: string;
  number: string;
  signed_on: string | null;
  starts_on: string | null;
  ends_on: string | null;
  our_duties: string;
  their_duties: string;
  liability: string;
  ended_on: string | null;
  end_reason: string;
  renews_id: number | null;
  version: number;
  created_at_ms: number;
  created_by: number;
  updated_at_ms: number;
  removed_at_ms: number | null;
  removed_by: number | null;
}

export interface AgreementEventTable {
  id: Generated<number>;
  agreement_id: number;
  kind: string;
  on_day: string;
  by_whom: string;
  text: string;
  settled_on: string | null;
  settlement: string;
  at_ms: number;
  staff_id: number;
  removed_at_ms: number | null;
}

export interface DuplicatePairTable {
  low_id: number;
  high_id: number;
  score: number;
  parts_json: string;
  found_at_ms: number;
  dismissed_at_ms: number | null;
  dismissed_by: number | null;
  dismiss_reason: string;
}

export interface PartyMergeTable {
  id: Generated<number>;
  kept_id: number;
  merged_id: number;
  reason: string;
  before_json: string;
  at_ms: number;
  staff_id: number;
  undone_at_ms: number | null;
  undone_by: number | null;
}

export interface PartyMergeRowTable {
  merge_id: number;
  table_name: string;
  row_key: string;
  change: string;
  moved_column: string;
  before_json: string | null;
  after_json: string | null;
}

export interface ImportRunTable {
  id: Generated<number>;
  file_name: string;
  file_sha256: string;
  sheet: string;
  mapping_json: string;
  report_json: string;
  added: number;
  updated: number;
  left_out: number;
  at_ms: number;
  staff_id: number;
  undone_at_ms: number | null;
  undone_by: number | null;
}

export interface ImportRowTable {
  run_id: number;
  row_number: number;
  party_id: number | null;
  kind: string;
  before_json: string | null;
  version_after: number;
  kept_reason: Generated<string>;
}
