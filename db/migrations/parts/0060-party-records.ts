/** What is known of a party beside its identity: how it is reached, its household, its circumstances, its documents. */
export const PARTY_RECORDS = `
-- ---- how a party is known and reached ---------------------------------------------------------------------------
-- كنية or شهرة, a former name: searched as a name is.
CREATE TABLE party_alias (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  alias TEXT NOT NULL CHECK (alias <> ''),
  search_name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX party_alias_by_party ON party_alias (party_id);
CREATE INDEX party_alias_by_search_name ON party_alias (search_name);

-- The number of a paper file, as it is written on it; \`key\` is it folded, for search.
CREATE TABLE party_legacy_number (
  party_id INTEGER NOT NULL REFERENCES party (id),
  key TEXT NOT NULL CHECK (key <> ''),
  number TEXT NOT NULL CHECK (number <> ''),
  PRIMARY KEY (party_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_legacy_number_by_key ON party_legacy_number (key, party_id);

-- Every way to reach somebody. The first mobile is mirrored in \`party.mobile\`, by the writes of this table alone.
CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('mobile', 'foreignMobile', 'whatsapp', 'landline', 'email')),
  -- E.164, or an address in lower case.
  value TEXT NOT NULL CHECK (value <> ''),
  -- Safe contact: whose it is (empty: their own), when one may call, and whether the association is never mentioned.
  owner TEXT NOT NULL,
  hours TEXT NOT NULL,
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  note TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX contact_point_by_party ON contact_point (party_id, position);
CREATE INDEX contact_point_by_value ON contact_point (value, party_id);

-- What the identity was before each change of it: \`before_json\` is the whole earlier record.
CREATE TABLE party_version (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  before_json TEXT NOT NULL CHECK (json_valid(before_json)),
  changed_json TEXT NOT NULL CHECK (json_valid(changed_json)),
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE INDEX party_version_by_party ON party_version (party_id, id);

-- ---- household and those who act for somebody --------------------------------------------------------------------
CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

-- A member may have a file of their own (party_id): then who they are is read there; what was typed here before it was
-- linked is kept so that the link can be taken back.
CREATE TABLE household_member (
  id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household (id),
  party_id INTEGER REFERENCES party (id),
  -- To the head of the household: head, wife, husband, son, daughter, …
  relation TEXT NOT NULL CHECK (relation <> ''),
  name TEXT NOT NULL,
  search_name TEXT NOT NULL,
  sex TEXT,
  birth_printed TEXT NOT NULL,
  birth_calendar TEXT CHECK (birth_calendar IN ('hijri', 'gregorian')),
  birth_day TEXT CHECK (birth_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  id_number TEXT CHECK (id_number <> ''),
  breadwinner INTEGER NOT NULL CHECK (breadwinner IN (0, 1)),
  -- What they do, and what ails them: «طالب في الصف الخامس».
  occupation TEXT NOT NULL,
  health TEXT NOT NULL,
  joined_on TEXT CHECK (joined_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  left_on TEXT CHECK (left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- death, marriage, moved, divorce, other; empty while they are there.
  left_reason TEXT NOT NULL,
  left_note TEXT NOT NULL,
  -- The membership that this one goes on from: they came back, or moved here from another household.
  follows INTEGER REFERENCES household_member (id),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  -- Entered by mistake: kept so that taking it out can be undone.
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  CHECK (party_id IS NOT NULL OR name <> ''),
  CHECK ((left_on IS NULL) = (left_reason = ''))
) STRICT;

CREATE INDEX household_member_by_household ON household_member (household_id);
CREATE INDEX household_member_by_followed ON household_member (follows) WHERE follows IS NOT NULL;
-- One household at a time.
CREATE UNIQUE INDEX household_member_now ON household_member (party_id)
  WHERE party_id IS NOT NULL AND left_on IS NULL AND withdrawn_at_ms IS NULL;
CREATE INDEX household_member_by_party ON household_member (party_id) WHERE party_id IS NOT NULL;
CREATE INDEX household_member_by_search_name ON household_member (search_name) WHERE search_name <> '';
CREATE INDEX household_member_by_id_number ON household_member (id_number) WHERE id_number IS NOT NULL;

-- ولي، وصي، وكيل: a party that acts for another, on a deed.
CREATE TABLE representative (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  representative_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind IN ('guardian', 'custodian', 'proxy')),
  relation TEXT NOT NULL,
  deed_number TEXT NOT NULL,
  deed_issuer TEXT NOT NULL,
  scope TEXT NOT NULL,
  issued_on TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The deed was matched to its original by whom and when.
  matched_by INTEGER REFERENCES staff (id),
  matched_at_ms INTEGER,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_reason TEXT NOT NULL,
  -- Whether the role of guardian or proxy came with this: it goes with it when it was a mistake.
  gave_role INTEGER NOT NULL CHECK (gave_role IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  CHECK (party_id <> representative_id),
  CHECK ((matched_by IS NULL) = (matched_at_ms IS NULL))
) STRICT;

CREATE INDEX representative_by_party ON representative (party_id);
CREATE INDEX representative_by_representative ON representative (representative_id);
CREATE INDEX representative_expiring ON representative (expires_on) WHERE expires_on IS NOT NULL AND ended_on IS NULL;

-- ---- circumstances: each dated, none overwritten -----------------------------------------------------------------
-- socialStatus, education, health, work, housing, iban: what was known from which day on. The newest that was not
-- withdrawn stands; a correction withdraws and adds.
CREATE TABLE party_fact (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  value_json TEXT NOT NULL CHECK (json_valid(value_json)),
  known_on TEXT NOT NULL CHECK (known_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  withdraw_reason TEXT NOT NULL
) STRICT;

CREATE INDEX party_fact_by_party ON party_fact (party_id, kind, known_on, id);

-- Incomes, expenses, debts. Halalas a month; of a debt \`total_halalas\` is what is owed.
CREATE TABLE money_line (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind IN ('income', 'expense', 'debt')),
  category TEXT NOT NULL CHECK (category <> ''),
  detail TEXT NOT NULL,
  monthly_halalas INTEGER NOT NULL CHECK (monthly_halalas >= 0),
  total_halalas INTEGER CHECK (total_halalas > 0),
  since_on TEXT NOT NULL CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT NOT NULL,
  -- The line that this one took the place of, when an amount changed.
  replaces INTEGER REFERENCES money_line (id),
  -- When that one would have ended: an undo gives it back.
  replaced_until_on TEXT CHECK (replaced_until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recorded_at_ms INTEGER NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  withdraw_reason TEXT NOT NULL
) STRICT;

CREATE INDEX money_line_by_party ON money_line (party_id, kind, since_on);
CREATE INDEX money_line_by_replaced ON money_line (replaces) WHERE replaces IS NOT NULL;

-- The list that settings edit. A category that was given is never deleted, only put aside.
CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  description TEXT NOT NULL,
  position INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE party_category (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  category_id INTEGER NOT NULL REFERENCES category (id),
  since_on TEXT NOT NULL CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  withdraw_reason TEXT NOT NULL
) STRICT;

CREATE INDEX party_category_by_party ON party_category (party_id);
CREATE UNIQUE INDEX party_category_now ON party_category (category_id, party_id)
  WHERE until_on IS NULL AND withdrawn_at_ms IS NULL;

CREATE TABLE party_need (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  need TEXT NOT NULL CHECK (need <> ''),
  since_on TEXT NOT NULL CHECK (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  met_on TEXT CHECK (met_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  withdraw_reason TEXT NOT NULL
) STRICT;

CREATE INDEX party_need_by_party ON party_need (party_id, since_on);

-- ---- matched and valid (S.2) ---------------------------------------------------------------------------------------
-- A document that was seen. No copy is kept unless a legal basis and a day of destruction say so (PDPL art. 28); what is
-- kept hangs on it as \`attachment\` (subject_kind partyDocument).
CREATE TABLE party_document (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  -- What it is, where \`kind\` is other.
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  issued_on TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  -- طُوبق على الأصل
  matched_by INTEGER REFERENCES staff (id),
  matched_at_ms INTEGER,
  legal_basis TEXT NOT NULL,
  destroy_by TEXT CHECK (destroy_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER,
  removed_by INTEGER REFERENCES staff (id),
  remove_reason TEXT NOT NULL,
  copy_destroyed_at_ms INTEGER,
  copy_destroyed_by INTEGER REFERENCES staff (id),
  -- Of its kind the one that ends last: kept by triggers (\`0060-outreach.ts\`), so that a renewed document is not listed.
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  CHECK ((matched_by IS NULL) = (matched_at_ms IS NULL)),
  CHECK ((legal_basis = '') = (destroy_by IS NULL)),
  CHECK ((copy_destroyed_by IS NULL) = (copy_destroyed_at_ms IS NULL)),
  CHECK (copy_destroyed_at_ms IS NULL OR destroy_by IS NOT NULL)
) STRICT;

CREATE INDEX party_document_by_party ON party_document (party_id, kind);
CREATE INDEX party_document_expiring ON party_document (expires_on, party_id) WHERE expires_on IS NOT NULL AND current = 1;
CREATE INDEX party_document_to_destroy ON party_document (destroy_by, party_id)
  WHERE destroy_by IS NOT NULL AND copy_destroyed_at_ms IS NULL;

-- A datum (name, idNumber, birth, mobile, iban, …) as it was matched: it stands while the value is still that one.
CREATE TABLE datum_match (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  datum TEXT NOT NULL CHECK (datum <> ''),
  value_sha256 TEXT NOT NULL CHECK (length(value_sha256) = 64),
  -- What it was matched against: «بطاقة الهوية».
  against TEXT NOT NULL,
  matched_by INTEGER NOT NULL REFERENCES staff (id),
  matched_at_ms INTEGER NOT NULL,
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id)
) STRICT;

CREATE INDEX datum_match_by_party ON datum_match (party_id, datum, id);

-- G.1: somebody on the list of whom to contact is put off until a day.
CREATE TABLE outreach_snooze (
  party_id INTEGER NOT NULL REFERENCES party (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  until_on TEXT NOT NULL CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (party_id, reason)
) STRICT, WITHOUT ROWID;

CREATE INDEX outreach_snooze_by_day ON outreach_snooze (until_on, party_id);
`;
