import type { Migration } from './migration.ts';
import { OUTREACH } from './parts/0060-outreach.ts';
import { PARTY_RECORDS } from './parts/0060-party-records.ts';
import { PARTY_SEARCH } from './parts/0060-party-search.ts';

/**
 * One register of people and bodies (P.1, P.2, G.1, S.2): identity as printed, contact, household, circumstances with
 * their history, documents, agreements, suspected duplicates and merges that can be undone, imports that can be undone.
 */
export const completeParties: Migration = {
  version: 60,
  name: 'complete-parties',
  sql: `
ALTER TABLE party ADD COLUMN latin_name TEXT NOT NULL DEFAULT '';
-- ISO 3166-1 alpha-2; empty: not asked.
ALTER TABLE party ADD COLUMN nationality TEXT NOT NULL DEFAULT '';
-- As printed, year first, in its own calendar: 1380-07-01, 1380-07 or 1380. \`birth_day\` is the same in ISO, where there is one.
ALTER TABLE party ADD COLUMN birth_printed TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN birth_calendar TEXT CHECK (birth_calendar IN ('hijri', 'gregorian'));
ALTER TABLE party ADD COLUMN birth_day TEXT CHECK (birth_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
-- Gregorian, for matching; of a Hijri year alone the one in which it began.
ALTER TABLE party ADD COLUMN birth_year INTEGER;
ALTER TABLE party ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN short_address TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN directions TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- The record that this one was merged into: a forwarding reference, which the search follows.
ALTER TABLE party ADD COLUMN merged_into INTEGER REFERENCES party (id);
ALTER TABLE party ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE INDEX party_by_merged ON party (merged_into) WHERE merged_into IS NOT NULL;
-- First name and year of birth: one way in which duplicates are looked for.
CREATE INDEX party_by_birth ON party (birth_year, search_name) WHERE birth_year IS NOT NULL;
CREATE INDEX party_by_village ON party (village, search_name) WHERE village <> '';
${PARTY_RECORDS}${PARTY_SEARCH}
INSERT INTO contact_point (party_id, position, kind, value, owner, hours, discreet, note, created_at_ms)
  SELECT id, 1, 'mobile', mobile, '', '', 0, '', created_at_ms FROM party WHERE mobile IS NOT NULL;

INSERT INTO category (name, description, position, active) VALUES
  ('أرملة', '', 1, 1), ('مطلقة', '', 2, 1), ('يتيم', '', 3, 1), ('مسن', '', 4, 1), ('ذو إعاقة', '', 5, 1),
  ('مريض', '', 6, 1), ('أسرة سجين', '', 7, 1), ('أسرة محدودة الدخل', '', 8, 1), ('مهجورة أو معلقة', '', 9, 1),
  ('غارم', '', 10, 1);

-- ---- agreements (P.2) ------------------------------------------------------------------------------------------------
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  number TEXT NOT NULL,
  signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  our_duties TEXT NOT NULL,
  their_duties TEXT NOT NULL,
  -- حدود المسؤولية وتبعات التقصير
  liability TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_reason TEXT NOT NULL,
  -- The agreement whose term this one goes on with.
  renews_id INTEGER REFERENCES agreement (id),
  version INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  updated_at_ms INTEGER NOT NULL,
  -- Taken back: it stays on record and on no list.
  removed_at_ms INTEGER,
  removed_by INTEGER REFERENCES staff (id),
  CHECK ((ended_on IS NULL) = (end_reason = ''))
) STRICT;

CREATE INDEX agreement_by_party ON agreement (party_id);
CREATE UNIQUE INDEX agreement_renewed ON agreement (renews_id) WHERE renews_id IS NOT NULL AND removed_at_ms IS NULL;
CREATE INDEX agreement_ending ON agreement (ends_on) WHERE ends_on IS NOT NULL AND ended_on IS NULL;

-- A breach (تقصير) or a dispute, and how it was settled.
CREATE TABLE agreement_event (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id),
  kind TEXT NOT NULL CHECK (kind IN ('breach', 'dispute', 'note')),
  on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  by_whom TEXT NOT NULL CHECK (by_whom IN ('us', 'them', '')),
  text TEXT NOT NULL CHECK (text <> ''),
  settled_on TEXT CHECK (settled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  settlement TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER,
  CHECK ((settled_on IS NULL) = (settlement = ''))
) STRICT;

CREATE INDEX agreement_event_by_agreement ON agreement_event (agreement_id, id);

-- ---- never twice ---------------------------------------------------------------------------------------------------
-- Pairs that may be one person, with the parts of their score; \`low_id\` < \`high_id\`.
CREATE TABLE duplicate_pair (
  low_id INTEGER NOT NULL REFERENCES party (id),
  high_id INTEGER NOT NULL REFERENCES party (id),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  parts_json TEXT NOT NULL CHECK (json_valid(parts_json)),
  found_at_ms INTEGER NOT NULL,
  -- Somebody looked and said: two persons.
  dismissed_at_ms INTEGER,
  dismissed_by INTEGER REFERENCES staff (id),
  dismiss_reason TEXT NOT NULL,
  PRIMARY KEY (low_id, high_id),
  CHECK (low_id < high_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX duplicate_pair_open ON duplicate_pair (score, low_id) WHERE dismissed_at_ms IS NULL;
CREATE INDEX duplicate_pair_by_high ON duplicate_pair (high_id);

-- A merge with all that undoing it needs: both records as they were, and each row that changed hands.
CREATE TABLE party_merge (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES party (id),
  merged_id INTEGER NOT NULL REFERENCES party (id),
  reason TEXT NOT NULL,
  before_json TEXT NOT NULL CHECK (json_valid(before_json)),
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  undone_at_ms INTEGER,
  undone_by INTEGER REFERENCES staff (id),
  CHECK (kept_id <> merged_id)
) STRICT;

CREATE INDEX party_merge_by_kept ON party_merge (kept_id);
CREATE UNIQUE INDEX party_merge_standing ON party_merge (merged_id) WHERE undone_at_ms IS NULL;

CREATE TABLE party_merge_row (
  merge_id INTEGER NOT NULL REFERENCES party_merge (id),
  table_name TEXT NOT NULL,
  -- The row's primary key as JSON.
  row_key TEXT NOT NULL,
  -- moved: only its party changed, in this column; changed, removed: the row as it was; added: there was none.
  change TEXT NOT NULL CHECK (change IN ('moved', 'changed', 'removed', 'added')),
  moved_column TEXT NOT NULL,
  before_json TEXT CHECK (json_valid(before_json)),
  -- What the merge made of it: a row that is another now was changed since.
  after_json TEXT CHECK (json_valid(after_json)),
  PRIMARY KEY (merge_id, table_name, row_key, moved_column),
  CHECK ((change = 'moved') = (moved_column <> '')),
  CHECK ((change IN ('changed', 'removed')) = (before_json IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- ---- in: imports that can be undone whole ----------------------------------------------------------------------------
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  sheet TEXT NOT NULL,
  mapping_json TEXT NOT NULL CHECK (json_valid(mapping_json)),
  report_json TEXT NOT NULL CHECK (json_valid(report_json)),
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  undone_at_ms INTEGER,
  undone_by INTEGER REFERENCES staff (id),
  CHECK ((undone_at_ms IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE TABLE import_row (
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  row_number INTEGER NOT NULL CHECK (row_number > 0),
  -- Null once undoing the run has taken the party out again.
  party_id INTEGER REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind IN ('added', 'updated')),
  -- The rows of the record before it was updated; null for one that was added.
  before_json TEXT CHECK (json_valid(before_json)),
  -- The party's version that the import left: a later one means that somebody has changed it since.
  version_after INTEGER NOT NULL,
  -- Why undoing the run left it as it is: what somebody had done with it since.
  kept_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (run_id, row_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_row_by_party ON import_row (party_id) WHERE party_id IS NOT NULL;
${OUTREACH}`,
};
