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

CREATE TABLE appeal (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL CHECK (text <> ''),
  -- To whom, as the setting names it.
  level TEXT NOT NULL CHECK (level <> ''),
  paper_sha256 TEXT REFERENCES stored_file (sha256),
  paper_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  outcome TEXT CHECK (outcome IN ('upheld', 'changed', 'withdrawn')),
  answer TEXT NOT NULL,
  answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Who decided it, by name: often no account of this desk.
  answered_by_name TEXT NOT NULL,
  answer_sha256 TEXT REFERENCES stored_file (sha256),
  answer_name TEXT NOT NULL,
  closed_at_ms INTEGER,
  closed_by INTEGER REFERENCES staff (id),
  CHECK ((outcome IS NULL) = (closed_at_ms IS NULL)),
  CHECK ((closed_at_ms IS NULL) = (closed_by IS NULL)),
  CHECK (outcome IS NULL OR outcome = 'withdrawn' OR answer <> '' AND answered_on IS NOT NULL)
) STRICT;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
  subject_id INTEGER NOT NULL,
  -- scan, signedScan, receipt, handwritten, attachment …
  role TEXT NOT NULL CHECK (role <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER,
  removed_by INTEGER REFERENCES staff (id),
  CHECK ((removed_at_ms IS NULL) = (removed_by IS NULL))
) STRICT;

CREATE TABLE attestation (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  version INTEGER NOT NULL CHECK (version > 0),
  document_id INTEGER NOT NULL REFERENCES sealed_document (id),
  -- Canonical hash of the attested fields: another one today means that the signatures are stale.
  fields_sha256 TEXT NOT NULL CHECK (length(fields_sha256) = 64),
  officer_signed_at_ms INTEGER,
  applicant_signed_at_ms INTEGER,
  stale_at_ms INTEGER,
  -- Names of the fields that changed since, as a JSON list.
  stale_fields_json TEXT NOT NULL CHECK (json_valid(stale_fields_json)),
  made_at_ms INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (request_id, version)
) STRICT;

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL CHECK (count >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  high_water_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor_id INTEGER REFERENCES staff (id),
  actor_name TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action <> ''),
  subject_kind TEXT NOT NULL,
  subject_id INTEGER,
  details_json TEXT NOT NULL CHECK (json_valid(details_json)),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE backup_run (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  file TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  verified_at_ms INTEGER,
  audit_count INTEGER NOT NULL,
  audit_hash TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff (id)
) STRICT;

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  description TEXT NOT NULL,
  position INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE committee_member (
  id INTEGER PRIMARY KEY,
  -- Null: a member who has no account at this desk.
  staff_id INTEGER REFERENCES staff (id),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'secretary', 'member')),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  position INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES staff (id),
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;

CREATE TABLE committee_session (
  id INTEGER PRIMARY KEY,
  -- Numbered within its Hijri year, when it is planned.
  hijri_year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  time TEXT NOT NULL CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]'),
  place TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'closed', 'cancelled')),
  -- Members who must be there, as the setting stood when it was held.
  quorum INTEGER NOT NULL CHECK (quorum > 0),
  -- Entered from its signed minutes.
  on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),
  note TEXT NOT NULL,
  minutes_document_id INTEGER REFERENCES sealed_document (id),
  paper_sha256 TEXT REFERENCES stored_file (sha256),
  paper_name TEXT NOT NULL,
  planned_at_ms INTEGER NOT NULL,
  planned_by INTEGER NOT NULL REFERENCES staff (id),
  closed_at_ms INTEGER,
  closed_by INTEGER REFERENCES staff (id),
  cancel_reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (hijri_year, number),
  CHECK ((closed_at_ms IS NULL) = (closed_by IS NULL)),
  CHECK ((state = 'closed') = (closed_at_ms IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason <> ''))
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  channel TEXT NOT NULL,
  direction TEXT NOT NULL,
  platform TEXT NOT NULL,
  inquiry TEXT NOT NULL CHECK (inquiry <> ''),
  answer TEXT NOT NULL,
  next_action TEXT NOT NULL,
  next_action_on TEXT CHECK (next_action_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_at_ms INTEGER,
  happened_at_ms INTEGER NOT NULL,
  officer_id INTEGER NOT NULL REFERENCES staff (id)
, outcome TEXT NOT NULL DEFAULT 'reached'
  CHECK (outcome IN ('reached', 'noAnswer', 'withdrawn'))) STRICT;

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

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  -- Null: of an appeal's level, outside a session.
  session_id INTEGER REFERENCES committee_session (id),
  appeal_id INTEGER REFERENCES appeal (id),
  kind TEXT NOT NULL CHECK (kind IN ('accepted', 'refused', 'moreInformation')),
  -- Of a refusal: the clause or rule it stands on, why, and what would change it. Of moreInformation: what is wanted.
  clause TEXT NOT NULL,
  reason TEXT NOT NULL,
  would_change TEXT NOT NULL,
  -- What was granted: service, quantity, value, how often; as it is told to the applicant.
  granted_json TEXT NOT NULL CHECK (json_valid(granted_json)),
  decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Before day 14: why; in the floor mode the manager who overrode.
  early_reason TEXT NOT NULL,
  override_by INTEGER REFERENCES staff (id),
  -- The researcher of the case was among those who decided: acknowledged, and why.
  conflict_note TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES staff (id),
  letter_id INTEGER REFERENCES letter (id),
  voided_at_ms INTEGER,
  voided_by INTEGER REFERENCES staff (id),
  void_reason TEXT NOT NULL,
  CHECK (kind <> 'refused' OR clause <> '' AND reason <> '' AND would_change <> ''),
  CHECK (kind <> 'moreInformation' OR reason <> ''),
  CHECK ((voided_at_ms IS NULL) = (voided_by IS NULL)),
  CHECK ((voided_at_ms IS NULL) = (void_reason = ''))
) STRICT;

CREATE TABLE decision_notice (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  contact_id INTEGER REFERENCES contact (id),
  channel TEXT NOT NULL CHECK (channel <> ''),
  -- Whom it reached: the applicant, or who stands for them.
  receiver TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'noAnswer')),
  note TEXT NOT NULL,
  proof_sha256 TEXT REFERENCES stored_file (sha256),
  proof_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  CHECK ((withdrawn_at_ms IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE TABLE decision_vote (
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  member_id INTEGER NOT NULL REFERENCES committee_member (id),
  vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstained')),
  note TEXT NOT NULL,
  PRIMARY KEY (decision_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES delivery_plan (id),
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  -- The how-many-eth of its plan.
  turn INTEGER NOT NULL CHECK (turn > 0),
  -- One that failed or was voided stays; the turn is tried again by a row of its own.
  attempt INTEGER NOT NULL CHECK (attempt > 0),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state TEXT NOT NULL CHECK (state IN ('planned', 'delivered', 'failed', 'cancelled', 'voided')),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit TEXT NOT NULL,
  value_halalas INTEGER CHECK (value_halalas > 0),
  place TEXT NOT NULL,
  at_place INTEGER NOT NULL CHECK (at_place IN (0, 1)),
  -- Digits for a scanner, on the list and on the receipt.
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 16 AND code NOT GLOB '*[^0-9]*'),
  receiver_kind TEXT CHECK (receiver_kind IN ('self', 'representative', 'household')),
  receiver_name TEXT NOT NULL,
  representation_id INTEGER REFERENCES representative (id),
  -- As it was used, and the bank's reference of the transfer.
  iban TEXT NOT NULL,
  transfer_reference TEXT NOT NULL,
  -- Service at their place: under way since.
  departed_at_ms INTEGER,
  done_at_ms INTEGER,
  done_by INTEGER REFERENCES staff (id),
  fail_reason TEXT NOT NULL,
  receipt_document_id INTEGER REFERENCES sealed_document (id),
  voided_at_ms INTEGER,
  voided_by INTEGER REFERENCES staff (id),
  void_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (plan_id, turn, attempt),
  CHECK ((done_at_ms IS NULL) = (done_by IS NULL)),
  CHECK (state NOT IN ('delivered', 'voided') OR done_at_ms IS NOT NULL AND receiver_kind IS NOT NULL AND receiver_name <> ''),
  CHECK ((state = 'voided') = (voided_at_ms IS NOT NULL AND voided_by IS NOT NULL AND void_reason <> '')),
  CHECK (state NOT IN ('failed', 'cancelled') OR fail_reason <> '')
) STRICT;

CREATE TABLE delivery_day (
  day TEXT NOT NULL PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document_id INTEGER NOT NULL REFERENCES sealed_document (id),
  closed_at_ms INTEGER NOT NULL,
  closed_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery_plan (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  service_id INTEGER NOT NULL REFERENCES service (id),
  frequency TEXT NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly')),
  -- Whose months are counted; never the one's and then the other's.
  calendar TEXT NOT NULL CHECK (calendar IN ('hijri', 'gregorian')),
  first_on TEXT NOT NULL CHECK (first_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  times INTEGER NOT NULL CHECK (times BETWEEN 1 AND 120),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit TEXT NOT NULL,
  value_halalas INTEGER CHECK (value_halalas > 0),
  place TEXT NOT NULL,
  -- O.4: carried to where they are.
  at_place INTEGER NOT NULL CHECK (at_place IN (0, 1)),
  note TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_reason TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  version INTEGER NOT NULL,
  CHECK ((ended_on IS NULL) = (end_reason = '')),
  CHECK (frequency <> 'once' OR times = 1)
) STRICT;

CREATE TABLE desk_setting (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  value_json TEXT NOT NULL CHECK (json_valid(value_json)),
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document_signature (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES sealed_document (id),
  signer TEXT NOT NULL CHECK (signer IN ('applicant', 'officer', 'witness', 'member', 'receiver')),
  -- 'account': a member of staff or committee, signed in as themselves.
  mode TEXT NOT NULL CHECK (mode IN ('screen', 'paper', 'thumb', 'account')),
  signer_name TEXT NOT NULL CHECK (signer_name <> ''),
  -- National id of a witness; empty: not asked.
  signer_id_number TEXT NOT NULL,
  representation_id INTEGER REFERENCES representative (id),
  staff_id INTEGER REFERENCES staff (id),
  member_id INTEGER REFERENCES committee_member (id),
  -- The drawing as a picture, or the scan.
  file_sha256 TEXT REFERENCES stored_file (sha256),
  file_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  taken_by INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  withdraw_reason TEXT NOT NULL,
  CHECK ((withdrawn_at_ms IS NULL) = (withdrawn_by IS NULL)),
  CHECK (mode = 'account' OR mode = 'thumb' OR file_sha256 IS NOT NULL)
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  data_json TEXT NOT NULL CHECK (json_valid(data_json)),
  saved_at_ms INTEGER NOT NULL,
  UNIQUE (staff_id, kind, key)
) STRICT;

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

CREATE TABLE expected_document (
  kind TEXT NOT NULL CHECK (kind <> ''),
  category_id INTEGER NOT NULL,
  PRIMARY KEY (kind, category_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE field_visit (
  id INTEGER PRIMARY KEY,
  research_id INTEGER NOT NULL REFERENCES social_research (id),
  planned_on TEXT NOT NULL CHECK (planned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  planned_time TEXT NOT NULL CHECK (planned_time = '' OR planned_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  place TEXT NOT NULL,
  -- How to find it, in the words of whoever told.
  directions TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'failed', 'cancelled')),
  visited_on TEXT CHECK (visited_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  present TEXT NOT NULL,
  findings TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  recorded_at_ms INTEGER,
  recorded_by INTEGER REFERENCES staff (id),
  CHECK ((state = 'planned') = (recorded_at_ms IS NULL)),
  CHECK ((recorded_at_ms IS NULL) = (recorded_by IS NULL)),
  CHECK ((state = 'done') = (visited_on IS NOT NULL))
) STRICT;

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

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

CREATE TABLE incoming_letter (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'voided')),
  -- 'desk', or 'paper' for a number that was reserved for paper and entered later.
  origin TEXT NOT NULL CHECK (origin IN ('desk', 'paper')),
  register TEXT NOT NULL CHECK (register = 'incoming'),
  hijri_year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  reference_number TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- What was received, as it was registered: frozen.
  content_json TEXT NOT NULL CHECK (json_valid(content_json)),
  their_number TEXT NOT NULL,
  their_day TEXT CHECK (their_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sender_line TEXT NOT NULL,
  subject TEXT NOT NULL,
  party_id INTEGER REFERENCES party (id),
  registered_by INTEGER NOT NULL REFERENCES staff (id),
  registered_at_ms INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  seal TEXT NOT NULL CHECK (length(seal) = 64),
  chain_before TEXT NOT NULL CHECK (length(chain_before) = 64),
  chain_after TEXT NOT NULL CHECK (length(chain_after) = 64),
  audit_hash TEXT NOT NULL CHECK (length(audit_hash) = 64),
  -- What becomes of it.
  assigned_to INTEGER REFERENCES staff (id),
  due_day TEXT CHECK (due_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_at_ms INTEGER,
  closed_by INTEGER REFERENCES staff (id),
  close_note TEXT NOT NULL,
  voided_by INTEGER REFERENCES staff (id),
  voided_at_ms INTEGER,
  void_reason TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  FOREIGN KEY (register, hijri_year) REFERENCES register_counter (register, hijri_year),
  CHECK ((state = 'voided') = (voided_at_ms IS NOT NULL AND voided_by IS NOT NULL AND void_reason <> '')),
  CHECK ((state = 'closed') = (closed_at_ms IS NOT NULL AND closed_by IS NOT NULL))
) STRICT;

CREATE VIRTUAL TABLE incoming_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3 4', content = '', contentless_delete = 1);

CREATE TABLE inquiry (
  id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  question TEXT NOT NULL CHECK (question <> ''),
  answer TEXT NOT NULL,
  outcome TEXT NOT NULL,
  asked_at_ms INTEGER NOT NULL,
  answered_at_ms INTEGER,
  officer_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL CHECK (length(uuid) = 36),
  created_at_ms INTEGER NOT NULL,
  norm_version INTEGER NOT NULL
) STRICT;

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  party_id INTEGER REFERENCES party (id),
  request_id INTEGER REFERENCES support_request (id),
  author_id INTEGER NOT NULL REFERENCES staff (id),
  version INTEGER NOT NULL CHECK (version > 0),
  content_json TEXT NOT NULL CHECK (json_valid(content_json)),
  subject TEXT NOT NULL,
  recipient_line TEXT NOT NULL,
  search_text TEXT NOT NULL,
  remarks TEXT NOT NULL,
  approved_by INTEGER REFERENCES staff (id),
  approved_at_ms INTEGER,
  register TEXT,
  hijri_year INTEGER,
  number INTEGER CHECK (number > 0),
  reference_number TEXT,
  day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_by INTEGER REFERENCES staff (id),
  issued_at_ms INTEGER,
  content_sha256 TEXT CHECK (length(content_sha256) = 64),
  seal TEXT CHECK (length(seal) = 64),
  chain_before TEXT CHECK (length(chain_before) = 64),
  chain_after TEXT CHECK (length(chain_after) = 64),
  audit_hash TEXT CHECK (length(audit_hash) = 64),
  pages INTEGER CHECK (pages > 0),
  pdf_sha256 TEXT CHECK (length(pdf_sha256) = 64),
  voided_by INTEGER REFERENCES staff (id),
  voided_at_ms INTEGER,
  void_reason TEXT NOT NULL,
  discarded_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL, origin TEXT NOT NULL DEFAULT 'desk' CHECK (origin IN ('desk', 'paper')), code TEXT CHECK (length(code) = 16 AND code NOT GLOB '*[^0-9]*'), corrects_id INTEGER REFERENCES letter (id), answers_id INTEGER REFERENCES incoming_letter (id), batch_id INTEGER REFERENCES letter_batch (id), signed_at_ms INTEGER, delivered_at_ms INTEGER,
  FOREIGN KEY (register, hijri_year) REFERENCES register_counter (register, hijri_year),
  -- A number and all that belongs to it, or none of it.
  CHECK (
    CASE WHEN state IN ('issued', 'voided') THEN
      register IS NOT NULL AND hijri_year IS NOT NULL AND number IS NOT NULL AND reference_number IS NOT NULL
      AND day IS NOT NULL AND issued_by IS NOT NULL AND issued_at_ms IS NOT NULL AND content_sha256 IS NOT NULL
      AND seal IS NOT NULL AND chain_before IS NOT NULL AND chain_after IS NOT NULL AND audit_hash IS NOT NULL
      AND pages IS NOT NULL AND pdf_sha256 IS NOT NULL AND approved_by IS NOT NULL AND approved_at_ms IS NOT NULL
      AND discarded_at_ms IS NULL
    ELSE
      register IS NULL AND hijri_year IS NULL AND number IS NULL AND reference_number IS NULL AND day IS NULL
      AND issued_by IS NULL AND issued_at_ms IS NULL AND content_sha256 IS NULL AND seal IS NULL
      AND chain_before IS NULL AND chain_after IS NULL AND audit_hash IS NULL AND pages IS NULL
      AND pdf_sha256 IS NULL
    END
  ),
  CHECK ((state = 'voided') = (voided_at_ms IS NOT NULL AND voided_by IS NOT NULL AND void_reason <> ''))
) STRICT;

CREATE TABLE letter_batch (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- The template as it stood, and what was typed once for all.
  template_json TEXT NOT NULL CHECK (json_valid(template_json)),
  created_by INTEGER NOT NULL REFERENCES staff (id),
  created_at_ms INTEGER NOT NULL,
  discarded_at_ms INTEGER
) STRICT;

CREATE TABLE letter_batch_person (
  batch_id INTEGER NOT NULL REFERENCES letter_batch (id),
  position INTEGER NOT NULL CHECK (position > 0),
  party_id INTEGER NOT NULL REFERENCES party (id),
  request_id INTEGER REFERENCES support_request (id),
  letter_id INTEGER REFERENCES letter (id),
  left_out_code TEXT CHECK (left_out_code <> ''),
  left_out_json TEXT CHECK (json_valid(left_out_json)),
  PRIMARY KEY (batch_id, position),
  CHECK ((left_out_code IS NULL) = (left_out_json IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_delivery (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  method TEXT NOT NULL CHECK (method <> ''),
  receiver TEXT NOT NULL CHECK (receiver <> ''),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  -- The receiver's signature: a scan of the receipt, or drawn on the screen.
  signature_sha256 TEXT REFERENCES stored_file (sha256),
  signature_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  CHECK ((withdrawn_at_ms IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE TABLE letter_paper (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id),
  paper_json TEXT NOT NULL CHECK (json_valid(paper_json)),
  profile_json TEXT NOT NULL CHECK (json_valid(profile_json)),
  -- { "logo": sha256 | null, "signature": …, "stamp": … }
  images_json TEXT NOT NULL CHECK (json_valid(images_json))
) STRICT;

CREATE TABLE letter_pdf (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id),
  pdf BLOB NOT NULL CHECK (length(pdf) > 0)
) STRICT;

CREATE TABLE letter_phrase (
  id INTEGER PRIMARY KEY,
  phrase_group TEXT NOT NULL CHECK (phrase_group <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  position INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  updated_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER
) STRICT;

CREATE TABLE letter_rendering (
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  kind TEXT NOT NULL CHECK (kind IN ('preprinted', 'voidCertificate')),
  -- What it was set with: the offsets, for pre-printed paper.
  setting TEXT NOT NULL,
  pdf BLOB NOT NULL CHECK (length(pdf) > 0),
  pages INTEGER NOT NULL CHECK (pages > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  made_at_ms INTEGER NOT NULL,
  PRIMARY KEY (letter_id, kind, setting)
) STRICT;

CREATE TABLE letter_signing (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  kind TEXT NOT NULL CHECK (kind IN ('scan', 'pictures')),
  scan_sha256 TEXT REFERENCES stored_file (sha256),
  scan_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  withdrawn_at_ms INTEGER,
  withdrawn_by INTEGER REFERENCES staff (id),
  CHECK ((kind = 'scan') = (scan_sha256 IS NOT NULL)),
  CHECK ((withdrawn_at_ms IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE TABLE letter_template (
  id INTEGER PRIMARY KEY,
  -- The built-in template that this one stands in for; null for one of the office's own.
  built_in_key TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category <> ''),
  template_json TEXT NOT NULL CHECK (json_valid(template_json)),
  version INTEGER NOT NULL CHECK (version > 0),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  updated_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER
) STRICT;

CREATE VIRTUAL TABLE letter_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3 4', content = '', contentless_delete = 1);

CREATE VIRTUAL TABLE member_pair_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE VIRTUAL TABLE member_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3 4',
  tokenize = 'unicode61 remove_diacritics 0'
);

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

CREATE TABLE name_word (
  word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE name_word_end (
  ending TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (ending, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE need_assessment (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  -- The criteria with their weights, and what was found for each.
  parts_json TEXT NOT NULL CHECK (json_valid(parts_json)),
  note TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE office_holiday (
  first_day TEXT NOT NULL PRIMARY KEY CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  name TEXT NOT NULL CHECK (name <> ''),
  CHECK (last_day >= first_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE office_image (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('logo', 'stamp', 'signature')),
  staff_id INTEGER REFERENCES staff (id),
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  width_px INTEGER NOT NULL CHECK (width_px > 0),
  height_px INTEGER NOT NULL CHECK (height_px > 0),
  set_at_ms INTEGER NOT NULL,
  set_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER,
  CHECK ((kind = 'signature') = (staff_id IS NOT NULL))
) STRICT;

CREATE TABLE organisation_profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  profile_json TEXT NOT NULL CHECK (json_valid(profile_json)),
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE outreach_snooze (
  party_id INTEGER NOT NULL REFERENCES party (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  until_on TEXT NOT NULL CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (party_id, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  search_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  id_kind TEXT NOT NULL,
  id_number TEXT CHECK (id_number <> ''),
  no_id_reason TEXT NOT NULL,
  mobile TEXT CHECK (mobile <> ''),
  village TEXT NOT NULL,
  sex TEXT,
  file_year INTEGER,
  file_number INTEGER CHECK (file_number > 0),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  updated_at_ms INTEGER NOT NULL, latin_name TEXT NOT NULL DEFAULT '', nationality TEXT NOT NULL DEFAULT '', birth_printed TEXT NOT NULL DEFAULT '', birth_calendar TEXT CHECK (birth_calendar IN ('hijri', 'gregorian')), birth_day TEXT CHECK (birth_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), birth_year INTEGER, district TEXT NOT NULL DEFAULT '', short_address TEXT NOT NULL DEFAULT '', directions TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', merged_into INTEGER REFERENCES party (id), version INTEGER NOT NULL DEFAULT 1,
  CHECK ((id_kind = 'none') = (id_number IS NULL)),
  CHECK ((file_year IS NULL) = (file_number IS NULL))
) STRICT;

CREATE TABLE party_alias (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  alias TEXT NOT NULL CHECK (alias <> ''),
  search_name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
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

CREATE TABLE party_document (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  -- What it is, where `kind` is other.
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
  -- Of its kind the one that ends last: kept by triggers (`0060-outreach.ts`), so that a renewed document is not listed.
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  CHECK ((matched_by IS NULL) = (matched_at_ms IS NULL)),
  CHECK ((legal_basis = '') = (destroy_by IS NULL)),
  CHECK ((copy_destroyed_by IS NULL) = (copy_destroyed_at_ms IS NULL)),
  CHECK (copy_destroyed_at_ms IS NULL OR destroy_by IS NOT NULL)
) STRICT;

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

CREATE TABLE party_legacy_number (
  party_id INTEGER NOT NULL REFERENCES party (id),
  key TEXT NOT NULL CHECK (key <> ''),
  number TEXT NOT NULL CHECK (number <> ''),
  PRIMARY KEY (party_id, key)
) STRICT, WITHOUT ROWID;

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

CREATE VIRTUAL TABLE party_pair_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE party_reach (
  party_id INTEGER PRIMARY KEY,
  reached_at_ms INTEGER NOT NULL,
  missing INTEGER NOT NULL
) STRICT;

CREATE TABLE party_role (
  party_id INTEGER NOT NULL REFERENCES party (id),
  role TEXT NOT NULL,
  PRIMARY KEY (party_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_version (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  before_json TEXT NOT NULL CHECK (json_valid(before_json)),
  changed_json TEXT NOT NULL CHECK (json_valid(changed_json)),
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE VIRTUAL TABLE party_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3 4',
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE print_job (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER REFERENCES letter (id),
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('print', 'save')),
  copies INTEGER NOT NULL CHECK (copies > 0),
  target TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id)
, paper TEXT NOT NULL DEFAULT 'letter', page_range TEXT NOT NULL DEFAULT '', came_out INTEGER CHECK (came_out IN (0, 1))) STRICT;

CREATE TABLE rating (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  service_id INTEGER REFERENCES service (id),
  -- Hijri or Gregorian days would tell whose it is: a month alone, 2026-11.
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE referral (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  request_id INTEGER REFERENCES support_request (id),
  visit_id INTEGER REFERENCES visit (id),
  -- The question as the visit keeps it: its answer goes back there with the return.
  inquiry_id INTEGER REFERENCES inquiry (id),
  question TEXT NOT NULL CHECK (question <> ''),
  asked_at_ms INTEGER NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES staff (id),
  -- Null: whichever social research officer comes first.
  assigned_to INTEGER REFERENCES staff (id),
  answer TEXT NOT NULL,
  -- إيضاح الجوانب التنظيمية
  explanation TEXT NOT NULL,
  answered_at_ms INTEGER,
  -- Who answered; entered by somebody else from the signed paper: `entered_by`, and the paper.
  answered_by INTEGER REFERENCES staff (id),
  entered_by INTEGER REFERENCES staff (id),
  paper_sha256 TEXT REFERENCES stored_file (sha256),
  paper_name TEXT NOT NULL,
  -- Back at the desk.
  returned_at_ms INTEGER,
  returned_by INTEGER REFERENCES staff (id),
  cancelled_at_ms INTEGER,
  cancelled_by INTEGER REFERENCES staff (id),
  cancel_reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  CHECK ((answered_at_ms IS NULL) = (answered_by IS NULL)),
  CHECK (answered_at_ms IS NULL OR answer <> ''),
  CHECK (returned_at_ms IS NULL OR answered_at_ms IS NOT NULL),
  CHECK ((returned_at_ms IS NULL) = (returned_by IS NULL)),
  CHECK ((cancelled_at_ms IS NULL) = (cancelled_by IS NULL)),
  CHECK ((cancelled_at_ms IS NULL) = (cancel_reason = ''))
) STRICT;

CREATE TABLE register_counter (
  register TEXT NOT NULL,
  hijri_year INTEGER NOT NULL CHECK (hijri_year BETWEEN 1343 AND 1500),
  opening INTEGER NOT NULL CHECK (opening >= 0),
  last INTEGER NOT NULL CHECK (last >= opening),
  chain_head TEXT NOT NULL CHECK (length(chain_head) = 64),
  PRIMARY KEY (register, hijri_year)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE request_datum (
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  datum TEXT NOT NULL CHECK (datum <> ''),
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'corrected')),
  value_sha256 TEXT NOT NULL CHECK (length(value_sha256) = 64),
  -- The original that it was held against then; empty: told, and held against nothing.
  against TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (request_id, datum)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_event (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  at_ms INTEGER NOT NULL,
  officer_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  step INTEGER CHECK (step BETWEEN 1 AND 7),
  text TEXT NOT NULL
, clause TEXT NOT NULL DEFAULT '', subject_kind TEXT NOT NULL DEFAULT '', subject_id INTEGER) STRICT;

CREATE TABLE request_requirement (
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('needed', 'matched', 'notNeeded')),
  at_ms INTEGER,
  officer_id INTEGER REFERENCES staff (id), document_id INTEGER REFERENCES party_document (id), valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (request_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_step (
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('done', 'skipped')),
  at_ms INTEGER NOT NULL,
  officer_id INTEGER NOT NULL REFERENCES staff (id),
  note TEXT NOT NULL,
  PRIMARY KEY (request_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_stop (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  kind TEXT NOT NULL CHECK (kind IN ('applicant', 'office', 'committee', 'moreInformation')),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  ended_at_ms INTEGER,
  ended_by INTEGER REFERENCES staff (id),
  end_note TEXT NOT NULL,
  CHECK ((until_day IS NULL) = (ended_at_ms IS NULL)),
  CHECK ((ended_at_ms IS NULL) = (ended_by IS NULL)),
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;

CREATE TABLE reserved_number (
  register TEXT NOT NULL,
  hijri_year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  range_id INTEGER NOT NULL REFERENCES reserved_range (id),
  reference_number TEXT NOT NULL,
  seal TEXT NOT NULL CHECK (length(seal) = 64),
  chain_before TEXT NOT NULL CHECK (length(chain_before) = 64),
  chain_after TEXT NOT NULL CHECK (length(chain_after) = 64),
  audit_hash TEXT NOT NULL CHECK (length(audit_hash) = 64),
  -- open until what was written by hand is entered, or the number is voided.
  state TEXT NOT NULL CHECK (state IN ('open', 'entered', 'voided')),
  letter_id INTEGER REFERENCES letter (id),
  incoming_id INTEGER REFERENCES incoming_letter (id),
  settled_by INTEGER REFERENCES staff (id),
  settled_at_ms INTEGER,
  -- Why it was written by hand, or why it is void.
  reason TEXT NOT NULL,
  PRIMARY KEY (register, hijri_year, number),
  FOREIGN KEY (register, hijri_year) REFERENCES register_counter (register, hijri_year),
  CHECK ((state = 'open') = (settled_at_ms IS NULL AND settled_by IS NULL)),
  CHECK ((state = 'entered') = (letter_id IS NOT NULL OR incoming_id IS NOT NULL)),
  CHECK (state <> 'voided' OR reason <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE reserved_range (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL CHECK (register IN ('outgoing', 'incoming')),
  hijri_year INTEGER NOT NULL,
  first INTEGER NOT NULL CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first),
  reason TEXT NOT NULL CHECK (reason <> ''),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reserved_by INTEGER NOT NULL REFERENCES staff (id),
  reserved_at_ms INTEGER NOT NULL,
  FOREIGN KEY (register, hijri_year) REFERENCES register_counter (register, hijri_year)
) STRICT;

CREATE TABLE sealed_document (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
  subject_id INTEGER NOT NULL,
  request_id INTEGER REFERENCES support_request (id),
  -- The how-many-eth of its kind for its subject.
  version INTEGER NOT NULL CHECK (version > 0),
  -- Stands on the paper as a QR code: digits alone, and nothing of anybody in them.
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 16 AND code NOT GLOB '*[^0-9]*'),
  title TEXT NOT NULL CHECK (title <> ''),
  content_json TEXT NOT NULL CHECK (json_valid(content_json)),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
  pdf BLOB NOT NULL CHECK (length(pdf) > 0),
  pages INTEGER NOT NULL CHECK (pages > 0),
  pdf_sha256 TEXT NOT NULL CHECK (length(pdf_sha256) = 64),
  made_at_ms INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES staff (id),
  voided_at_ms INTEGER,
  voided_by INTEGER REFERENCES staff (id),
  void_reason TEXT NOT NULL,
  UNIQUE (kind, subject_kind, subject_id, version),
  CHECK ((voided_at_ms IS NULL) = (voided_by IS NULL)),
  CHECK ((voided_at_ms IS NULL) = (void_reason = ''))
) STRICT;

CREATE TABLE service (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('inKind', 'transfer', 'voucher', 'training', 'atPlace')),
  -- How it is explained to a beneficiary (O.6.a).
  description TEXT NOT NULL,
  -- What one of it is called: سلة، قسيمة، مقعد.
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  value_halalas INTEGER CHECK (value_halalas > 0),
  -- Rules that advise and never refuse: villages, categories, the ceiling of income a head.
  eligibility_json TEXT NOT NULL CHECK (json_valid(eligibility_json)),
  -- Questions of T.4 that only this service asks.
  questions_json TEXT NOT NULL CHECK (json_valid(questions_json)),
  position INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  version INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE service_requirement (
  id INTEGER PRIMARY KEY,
  service_id INTEGER REFERENCES service (id),
  key TEXT NOT NULL CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL,
  -- «حيث تحتاجه الفئة»: ids of categories as a JSON list; an empty one: of everybody.
  categories_json TEXT NOT NULL CHECK (json_valid(categories_json))
) STRICT;

CREATE TABLE session_case (
  session_id INTEGER NOT NULL REFERENCES committee_session (id),
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  position INTEGER NOT NULL,
  note TEXT NOT NULL,
  -- Put off to a later session, with why; empty: not.
  deferred_reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  PRIMARY KEY (session_id, request_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_member (
  session_id INTEGER NOT NULL REFERENCES committee_session (id),
  member_id INTEGER NOT NULL REFERENCES committee_member (id),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE social_research (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  researcher_id INTEGER REFERENCES staff (id),
  purpose TEXT NOT NULL,
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  findings TEXT NOT NULL,
  recommendation TEXT CHECK (recommendation IN ('accept', 'refuse', 'moreInformation')),
  recommendation_reason TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES staff (id),
  finished_at_ms INTEGER,
  finished_by INTEGER REFERENCES staff (id),
  entered_by INTEGER REFERENCES staff (id),
  paper_sha256 TEXT REFERENCES stored_file (sha256),
  paper_name TEXT NOT NULL,
  cancelled_at_ms INTEGER,
  cancelled_by INTEGER REFERENCES staff (id),
  cancel_reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  CHECK ((finished_at_ms IS NULL) = (finished_by IS NULL)),
  CHECK (finished_at_ms IS NULL OR recommendation IS NOT NULL AND findings <> ''),
  CHECK ((cancelled_at_ms IS NULL) = (cancelled_by IS NULL)),
  CHECK ((cancelled_at_ms IS NULL) = (cancel_reason = ''))
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL UNIQUE,
  job_title TEXT NOT NULL,
  password_hash TEXT NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  failed_attempts INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
  locked_until_ms INTEGER,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_right (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  right_name TEXT NOT NULL,
  PRIMARY KEY (staff_id, right_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_role (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  role TEXT NOT NULL,
  PRIMARY KEY (staff_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE stored_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type <> ''),
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  -- Null: it lies, encrypted, in the folder of files.
  content BLOB CHECK (content IS NULL OR length(content) = size_bytes),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE support_request (
  id INTEGER PRIMARY KEY,
  party_id INTEGER NOT NULL REFERENCES party (id),
  visit_id INTEGER REFERENCES visit (id),
  service TEXT NOT NULL CHECK (service <> ''),
  need TEXT NOT NULL,
  level TEXT NOT NULL,
  number_year INTEGER,
  number INTEGER CHECK (number > 0),
  current_step INTEGER CHECK (current_step BETWEEN 1 AND 7),
  opened_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES staff (id), service_id INTEGER REFERENCES service (id), state TEXT NOT NULL DEFAULT 'open'
  CHECK (state IN ('open', 'withdrawn', 'refused', 'closed')), phase TEXT NOT NULL DEFAULT 'matching', representation_id INTEGER REFERENCES representative (id), assigned_to INTEGER REFERENCES staff (id), answers_json TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers_json)), level_reason TEXT NOT NULL DEFAULT '', return_on TEXT CHECK (return_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), raised_on TEXT CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), raised_at_ms INTEGER, reply_mode TEXT CHECK (reply_mode IN ('notice', 'floor', 'ceiling')), not_before TEXT CHECK (not_before GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), target_on TEXT CHECK (target_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), target_days INTEGER NOT NULL DEFAULT 30 CHECK (target_days > 0), stopped_from TEXT CHECK (stopped_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), closed_at_ms INTEGER, rating_offered_at_ms INTEGER, version INTEGER NOT NULL DEFAULT 1,
  CHECK ((number_year IS NULL) = (number IS NULL))
) STRICT;

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  party_id INTEGER NOT NULL REFERENCES party (id),
  purpose TEXT NOT NULL,
  state TEXT NOT NULL,
  ticket INTEGER CHECK (ticket > 0),
  arrived_at_ms INTEGER NOT NULL,
  served_from_ms INTEGER,
  ended_at_ms INTEGER,
  officer_id INTEGER REFERENCES staff (id),
  note TEXT NOT NULL,
  UNIQUE (day, ticket)
) STRICT;

CREATE INDEX agreement_by_party ON agreement (party_id);

CREATE INDEX agreement_ending ON agreement (ends_on) WHERE ends_on IS NOT NULL AND ended_on IS NULL;

CREATE INDEX agreement_event_by_agreement ON agreement_event (agreement_id, id);

CREATE UNIQUE INDEX agreement_renewed ON agreement (renews_id) WHERE renews_id IS NOT NULL AND removed_at_ms IS NULL;

CREATE INDEX appeal_by_answer_file ON appeal (answer_sha256) WHERE answer_sha256 IS NOT NULL;

CREATE INDEX appeal_by_decision ON appeal (decision_id);

CREATE INDEX appeal_by_paper_file ON appeal (paper_sha256) WHERE paper_sha256 IS NOT NULL;

CREATE INDEX appeal_by_request ON appeal (request_id);

CREATE UNIQUE INDEX appeal_open ON appeal (request_id) WHERE outcome IS NULL;

CREATE INDEX attachment_by_file ON attachment (sha256);

CREATE INDEX attachment_by_subject ON attachment (subject_kind, subject_id);

CREATE INDEX attestation_by_document ON attestation (document_id);

CREATE INDEX audit_log_by_subject ON audit_log (subject_kind, subject_id, seq);

CREATE INDEX committee_session_by_day ON committee_session (day);

CREATE INDEX committee_session_by_minutes_document ON committee_session (minutes_document_id) WHERE minutes_document_id IS NOT NULL;

CREATE INDEX committee_session_by_paper_file ON committee_session (paper_sha256) WHERE paper_sha256 IS NOT NULL;

CREATE INDEX contact_by_party ON contact (party_id, happened_at_ms);

CREATE INDEX contact_by_time ON contact (happened_at_ms);

CREATE INDEX contact_due ON contact (next_action_on)
  WHERE closed_at_ms IS NULL AND next_action_on IS NOT NULL;

CREATE INDEX contact_point_by_party ON contact_point (party_id, position);

CREATE INDEX contact_point_by_value ON contact_point (value, party_id);

CREATE INDEX contact_point_minded ON contact_point (party_id, position)
  WHERE discreet = 1 OR owner <> '' OR hours <> '';

CREATE INDEX datum_match_by_party ON datum_match (party_id, datum, id);

CREATE INDEX decision_by_appeal ON decision (appeal_id) WHERE appeal_id IS NOT NULL;

CREATE INDEX decision_by_letter ON decision (letter_id) WHERE letter_id IS NOT NULL;

CREATE INDEX decision_by_request ON decision (request_id, id);

CREATE INDEX decision_by_session ON decision (session_id) WHERE session_id IS NOT NULL;

CREATE INDEX decision_notice_by_contact ON decision_notice (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX decision_notice_by_decision ON decision_notice (decision_id);

CREATE INDEX decision_notice_by_proof_file ON decision_notice (proof_sha256) WHERE proof_sha256 IS NOT NULL;

CREATE INDEX decision_vote_by_member ON decision_vote (member_id);

CREATE INDEX delivery_by_day ON delivery (due_on, state);

CREATE INDEX delivery_by_done ON delivery (done_at_ms) WHERE done_at_ms IS NOT NULL;

CREATE INDEX delivery_by_receipt_document ON delivery (receipt_document_id) WHERE receipt_document_id IS NOT NULL;

CREATE INDEX delivery_by_representation ON delivery (representation_id) WHERE representation_id IS NOT NULL;

CREATE INDEX delivery_by_request ON delivery (request_id, due_on);

CREATE INDEX delivery_day_by_document ON delivery_day (document_id);

CREATE UNIQUE INDEX delivery_once_a_turn ON delivery (plan_id, turn) WHERE state IN ('planned', 'delivered');

CREATE INDEX delivery_plan_by_request ON delivery_plan (request_id);

CREATE INDEX delivery_plan_by_service ON delivery_plan (service_id);

CREATE INDEX delivery_planned ON delivery (due_on) WHERE state = 'planned';

CREATE INDEX document_signature_by_document ON document_signature (document_id, id);

CREATE INDEX document_signature_by_file ON document_signature (file_sha256) WHERE file_sha256 IS NOT NULL;

CREATE INDEX document_signature_by_member ON document_signature (member_id) WHERE member_id IS NOT NULL;

CREATE INDEX document_signature_by_representation ON document_signature (representation_id) WHERE representation_id IS NOT NULL;

CREATE INDEX duplicate_pair_by_high ON duplicate_pair (high_id);

CREATE INDEX duplicate_pair_open ON duplicate_pair (score, low_id) WHERE dismissed_at_ms IS NULL;

CREATE INDEX field_visit_by_research ON field_visit (research_id);

CREATE INDEX field_visit_planned ON field_visit (planned_on) WHERE state = 'planned';

CREATE INDEX household_member_by_followed ON household_member (follows) WHERE follows IS NOT NULL;

CREATE INDEX household_member_by_household ON household_member (household_id);

CREATE INDEX household_member_by_id_number ON household_member (id_number) WHERE id_number IS NOT NULL;

CREATE INDEX household_member_by_party ON household_member (party_id) WHERE party_id IS NOT NULL;

CREATE INDEX household_member_by_search_name ON household_member (search_name) WHERE search_name <> '';

CREATE UNIQUE INDEX household_member_now ON household_member (party_id)
  WHERE party_id IS NOT NULL AND left_on IS NULL AND withdrawn_at_ms IS NULL;

CREATE INDEX import_row_by_party ON import_row (party_id) WHERE party_id IS NOT NULL;

CREATE INDEX incoming_letter_by_day ON incoming_letter (day, number);

CREATE UNIQUE INDEX incoming_letter_by_number ON incoming_letter (register, hijri_year, number);

CREATE INDEX incoming_letter_by_party ON incoming_letter (party_id) WHERE party_id IS NOT NULL;

CREATE INDEX incoming_letter_by_state ON incoming_letter (state, due_day);

CREATE INDEX incoming_letter_by_their_day ON incoming_letter (their_day) WHERE their_day IS NOT NULL;

CREATE INDEX incoming_letter_by_their_number ON incoming_letter (their_number);

CREATE INDEX inquiry_by_visit ON inquiry (visit_id);

CREATE UNIQUE INDEX letter_batch_person_by_letter ON letter_batch_person (letter_id) WHERE letter_id IS NOT NULL;

CREATE INDEX letter_batch_person_by_request ON letter_batch_person (request_id) WHERE request_id IS NOT NULL;

CREATE UNIQUE INDEX letter_batch_person_once ON letter_batch_person (party_id, batch_id);

CREATE INDEX letter_by_answered ON letter (answers_id) WHERE answers_id IS NOT NULL;

CREATE INDEX letter_by_batch ON letter (batch_id) WHERE batch_id IS NOT NULL;

CREATE UNIQUE INDEX letter_by_code ON letter (code) WHERE code IS NOT NULL;

CREATE INDEX letter_by_corrected ON letter (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE INDEX letter_by_day ON letter (day, number) WHERE day IS NOT NULL;

CREATE UNIQUE INDEX letter_by_number ON letter (register, hijri_year, number) WHERE number IS NOT NULL;

CREATE INDEX letter_by_party ON letter (party_id, updated_at_ms) WHERE party_id IS NOT NULL;

CREATE UNIQUE INDEX letter_by_reference ON letter (register, reference_number) WHERE number IS NOT NULL;

CREATE INDEX letter_by_request ON letter (request_id) WHERE request_id IS NOT NULL;

CREATE INDEX letter_by_state ON letter (state, updated_at_ms);

CREATE INDEX letter_by_time ON letter (updated_at_ms);

CREATE INDEX letter_delivery_by_letter ON letter_delivery (letter_id);

CREATE INDEX letter_delivery_by_signature ON letter_delivery (signature_sha256) WHERE signature_sha256 IS NOT NULL;

CREATE INDEX letter_register ON letter (hijri_year, number, state, day, party_id, origin, signed_at_ms, delivered_at_ms)
  WHERE number IS NOT NULL;

CREATE INDEX letter_signing_by_letter ON letter_signing (letter_id);

CREATE INDEX letter_signing_by_scan ON letter_signing (scan_sha256) WHERE scan_sha256 IS NOT NULL;

CREATE UNIQUE INDEX letter_template_by_key ON letter_template (built_in_key)
  WHERE built_in_key IS NOT NULL AND removed_at_ms IS NULL;

CREATE UNIQUE INDEX letter_template_by_name ON letter_template (name_key) WHERE removed_at_ms IS NULL;

CREATE INDEX letter_unfinished ON letter (updated_at_ms, state, party_id)
  WHERE number IS NULL AND discarded_at_ms IS NULL;

CREATE INDEX money_line_by_party ON money_line (party_id, kind, since_on);

CREATE INDEX money_line_by_replaced ON money_line (replaces) WHERE replaces IS NOT NULL;

CREATE INDEX need_assessment_by_request ON need_assessment (request_id, id);

CREATE INDEX office_image_by_file ON office_image (sha256);

CREATE UNIQUE INDEX office_image_in_use ON office_image (kind, ifnull(staff_id, 0)) WHERE removed_at_ms IS NULL;

CREATE INDEX outreach_snooze_by_day ON outreach_snooze (until_on, party_id);

CREATE INDEX party_alias_by_party ON party_alias (party_id);

CREATE INDEX party_alias_by_search_name ON party_alias (search_name);

CREATE INDEX party_by_birth ON party (birth_year, search_name) WHERE birth_year IS NOT NULL;

CREATE UNIQUE INDEX party_by_file ON party (file_year, file_number) WHERE file_number IS NOT NULL;

CREATE UNIQUE INDEX party_by_id_number ON party (id_number, id_kind) WHERE id_number IS NOT NULL;

CREATE INDEX party_by_merged ON party (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX party_by_name_key ON party (name_key);

CREATE INDEX party_by_search_name ON party (search_name);

CREATE INDEX party_by_village ON party (village, search_name) WHERE village <> '';

CREATE INDEX party_category_by_party ON party_category (party_id);

CREATE UNIQUE INDEX party_category_now ON party_category (category_id, party_id)
  WHERE until_on IS NULL AND withdrawn_at_ms IS NULL;

CREATE INDEX party_document_by_party ON party_document (party_id, kind);

CREATE INDEX party_document_expiring ON party_document (expires_on, party_id) WHERE expires_on IS NOT NULL AND current = 1;

CREATE INDEX party_document_to_destroy ON party_document (destroy_by, party_id)
  WHERE destroy_by IS NOT NULL AND copy_destroyed_at_ms IS NULL;

CREATE INDEX party_fact_by_party ON party_fact (party_id, kind, known_on, id);

CREATE INDEX party_legacy_number_by_key ON party_legacy_number (key, party_id);

CREATE INDEX party_merge_by_kept ON party_merge (kept_id);

CREATE UNIQUE INDEX party_merge_standing ON party_merge (merged_id) WHERE undone_at_ms IS NULL;

CREATE INDEX party_need_by_party ON party_need (party_id, since_on);

CREATE INDEX party_reach_missing ON party_reach (reached_at_ms, party_id) WHERE missing > 0;

CREATE INDEX party_reach_silent ON party_reach (reached_at_ms, party_id);

CREATE INDEX party_role_by_role ON party_role (role, party_id);

CREATE INDEX party_version_by_party ON party_version (party_id, id);

CREATE INDEX print_job_by_letter ON print_job (letter_id) WHERE letter_id IS NOT NULL;

CREATE INDEX print_job_by_time ON print_job (at_ms);

CREATE INDEX rating_by_month ON rating (month);

CREATE INDEX rating_by_service ON rating (service_id) WHERE service_id IS NOT NULL;

CREATE INDEX referral_by_inquiry ON referral (inquiry_id) WHERE inquiry_id IS NOT NULL;

CREATE INDEX referral_by_paper_file ON referral (paper_sha256) WHERE paper_sha256 IS NOT NULL;

CREATE INDEX referral_by_party ON referral (party_id, asked_at_ms);

CREATE INDEX referral_by_request ON referral (request_id) WHERE request_id IS NOT NULL;

CREATE INDEX referral_by_visit ON referral (visit_id) WHERE visit_id IS NOT NULL;

CREATE INDEX referral_open ON referral (asked_at_ms) WHERE returned_at_ms IS NULL AND cancelled_at_ms IS NULL;

CREATE INDEX representative_by_party ON representative (party_id);

CREATE INDEX representative_by_representative ON representative (representative_id);

CREATE INDEX representative_expiring ON representative (expires_on) WHERE expires_on IS NOT NULL AND ended_on IS NULL;

CREATE INDEX request_event_by_request ON request_event (request_id, id);

CREATE INDEX request_requirement_by_document ON request_requirement (document_id) WHERE document_id IS NOT NULL;

CREATE INDEX request_stop_by_request ON request_stop (request_id, id);

CREATE UNIQUE INDEX request_stop_running ON request_stop (request_id) WHERE until_day IS NULL;

CREATE INDEX reserved_number_by_incoming ON reserved_number (incoming_id) WHERE incoming_id IS NOT NULL;

CREATE INDEX reserved_number_by_letter ON reserved_number (letter_id) WHERE letter_id IS NOT NULL;

CREATE INDEX reserved_number_by_range ON reserved_number (range_id);

CREATE INDEX reserved_number_open ON reserved_number (register, hijri_year, number) WHERE state = 'open';

CREATE INDEX reserved_range_by_number ON reserved_range (register, hijri_year, first);

CREATE INDEX sealed_document_by_request ON sealed_document (request_id, id) WHERE request_id IS NOT NULL;

CREATE UNIQUE INDEX service_by_name ON service (name) WHERE active = 1;

CREATE UNIQUE INDEX service_requirement_by_key ON service_requirement (ifnull(service_id, 0), key);

CREATE INDEX service_requirement_by_service ON service_requirement (service_id) WHERE service_id IS NOT NULL;

CREATE INDEX session_case_by_request ON session_case (request_id);

CREATE INDEX session_member_by_member ON session_member (member_id);

CREATE INDEX social_research_by_paper_file ON social_research (paper_sha256) WHERE paper_sha256 IS NOT NULL;

CREATE INDEX social_research_by_request ON social_research (request_id);

CREATE INDEX social_research_open ON social_research (opened_at_ms) WHERE finished_at_ms IS NULL AND cancelled_at_ms IS NULL;

CREATE INDEX support_request_assigned ON support_request (assigned_to, updated_at_ms)
  WHERE state = 'open' AND assigned_to IS NOT NULL;

CREATE INDEX support_request_by_change ON support_request (updated_at_ms);

CREATE UNIQUE INDEX support_request_by_number ON support_request (number_year, number) WHERE number IS NOT NULL;

CREATE INDEX support_request_by_party ON support_request (party_id, opened_at_ms);

CREATE INDEX support_request_by_representation ON support_request (representation_id) WHERE representation_id IS NOT NULL;

CREATE INDEX support_request_by_service ON support_request (service_id) WHERE service_id IS NOT NULL;

CREATE INDEX support_request_by_step ON support_request (current_step, updated_at_ms);

CREATE INDEX support_request_by_visit ON support_request (visit_id) WHERE visit_id IS NOT NULL;

CREATE INDEX support_request_closed ON support_request (updated_at_ms) WHERE state = 'closed';

CREATE INDEX support_request_open ON support_request (phase, updated_at_ms) WHERE state = 'open';

CREATE INDEX support_request_open_by_change ON support_request (updated_at_ms) WHERE state = 'open';

CREATE INDEX support_request_refused ON support_request (updated_at_ms) WHERE state = 'refused';

CREATE INDEX support_request_return ON support_request (return_on) WHERE state = 'open' AND return_on IS NOT NULL;

CREATE INDEX support_request_stopped ON support_request (stopped_from) WHERE state = 'open' AND stopped_from IS NOT NULL;

CREATE INDEX support_request_target ON support_request (phase, target_on) WHERE state = 'open' AND target_on IS NOT NULL;

CREATE INDEX support_request_urgent ON support_request (updated_at_ms) WHERE state = 'open' AND level = 'urgent';

CREATE INDEX support_request_waiting ON support_request (phase, not_before) WHERE state = 'open' AND not_before IS NOT NULL;

CREATE INDEX support_request_withdrawn ON support_request (updated_at_ms) WHERE state = 'withdrawn';

CREATE INDEX visit_by_day ON visit (day, state, arrived_at_ms);

CREATE INDEX visit_by_party ON visit (party_id, arrived_at_ms);

CREATE TRIGGER audit_head_is_never_deleted BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'the audit head stays'); END;

CREATE TRIGGER audit_head_moves_by_one BEFORE UPDATE ON audit_head
WHEN NEW.count <> OLD.count + 1
BEGIN SELECT RAISE(ABORT, 'the audit head moves by one'); END;

CREATE TRIGGER audit_log_appends_in_order BEFORE INSERT ON audit_log
WHEN NEW.seq <> (SELECT count + 1 FROM audit_head)
BEGIN SELECT RAISE(ABORT, 'the audit log grows by one'); END;

CREATE TRIGGER audit_log_is_never_deleted BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER audit_log_is_never_updated BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never erased'); END;

CREATE TRIGGER decision_is_never_edited BEFORE UPDATE ON decision
WHEN NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id OR NEW.session_id IS NOT OLD.session_id
  OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.kind <> OLD.kind OR NEW.clause <> OLD.clause OR NEW.reason <> OLD.reason
  OR NEW.would_change <> OLD.would_change OR NEW.granted_json <> OLD.granted_json OR NEW.decided_on <> OLD.decided_on
  OR NEW.early_reason <> OLD.early_reason OR NEW.override_by IS NOT OLD.override_by
  OR NEW.conflict_note <> OLD.conflict_note OR NEW.at_ms <> OLD.at_ms OR NEW.entered_by <> OLD.entered_by
  OR OLD.voided_at_ms IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a decision is never edited'); END;

CREATE TRIGGER delivery_is_never_deleted BEFORE DELETE ON delivery
WHEN OLD.state <> 'planned' OR OLD.departed_at_ms IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a delivery is never erased'); END;

CREATE TRIGGER delivery_is_never_edited BEFORE UPDATE ON delivery
WHEN OLD.state = 'voided' OR OLD.state = 'delivered'
  AND NOT (NEW.state = 'planned' AND OLD.receipt_document_id IS NULL AND NEW.id = OLD.id AND NEW.code = OLD.code)
  AND NOT (NEW.state IN ('delivered', 'voided')
  AND NEW.id = OLD.id AND NEW.plan_id = OLD.plan_id AND NEW.request_id = OLD.request_id AND NEW.turn = OLD.turn
  AND NEW.due_on = OLD.due_on AND NEW.quantity = OLD.quantity AND NEW.unit = OLD.unit
  AND NEW.value_halalas IS OLD.value_halalas AND NEW.place = OLD.place AND NEW.at_place = OLD.at_place
  AND NEW.code = OLD.code AND NEW.attempt = OLD.attempt
  AND (OLD.receipt_document_id IS NULL OR NEW.receipt_document_id IS OLD.receipt_document_id)
  AND NEW.receiver_kind IS OLD.receiver_kind AND NEW.receiver_name = OLD.receiver_name
  AND NEW.representation_id IS OLD.representation_id AND NEW.iban = OLD.iban
  AND NEW.transfer_reference = OLD.transfer_reference AND NEW.done_at_ms IS OLD.done_at_ms AND NEW.done_by IS OLD.done_by)
BEGIN SELECT RAISE(ABORT, 'a delivery is never edited'); END;

CREATE TRIGGER document_signature_is_never_deleted BEFORE DELETE ON document_signature
BEGIN SELECT RAISE(ABORT, 'a signature is never erased'); END;

CREATE TRIGGER document_signature_is_withdrawn_once BEFORE UPDATE ON document_signature
WHEN OLD.withdrawn_at_ms IS NOT NULL OR NEW.withdrawn_at_ms IS NULL OR NEW.id <> OLD.id
  OR NEW.document_id <> OLD.document_id OR NEW.signer <> OLD.signer OR NEW.mode <> OLD.mode
  OR NEW.signer_name <> OLD.signer_name OR NEW.signer_id_number <> OLD.signer_id_number
  OR NEW.representation_id IS NOT OLD.representation_id OR NEW.staff_id IS NOT OLD.staff_id
  OR NEW.member_id IS NOT OLD.member_id OR NEW.file_sha256 IS NOT OLD.file_sha256 OR NEW.file_name <> OLD.file_name
  OR NEW.at_ms <> OLD.at_ms OR NEW.taken_by <> OLD.taken_by
BEGIN SELECT RAISE(ABORT, 'a signature is never edited'); END;

CREATE TRIGGER incoming_letter_is_never_deleted BEFORE DELETE ON incoming_letter
BEGIN SELECT RAISE(ABORT, 'a registered letter is never erased'); END;

CREATE TRIGGER incoming_letter_is_never_edited BEFORE UPDATE ON incoming_letter
WHEN OLD.state = 'voided' OR NEW.id <> OLD.id OR NEW.origin <> OLD.origin OR NEW.register <> OLD.register
  OR NEW.hijri_year <> OLD.hijri_year OR NEW.number <> OLD.number OR NEW.reference_number <> OLD.reference_number
  OR NEW.day <> OLD.day OR NEW.content_json <> OLD.content_json OR NEW.their_number <> OLD.their_number
  OR NEW.their_day IS NOT OLD.their_day OR NEW.sender_line <> OLD.sender_line OR NEW.subject <> OLD.subject
  OR NEW.registered_by <> OLD.registered_by OR NEW.registered_at_ms <> OLD.registered_at_ms
  OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.seal <> OLD.seal OR NEW.chain_before <> OLD.chain_before
  OR NEW.chain_after <> OLD.chain_after OR NEW.audit_hash <> OLD.audit_hash
BEGIN SELECT RAISE(ABORT, 'a registered letter is never edited'); END;

CREATE TRIGGER letter_batch_person_gets_one_letter BEFORE UPDATE ON letter_batch_person
WHEN NEW.batch_id <> OLD.batch_id OR NEW.position <> OLD.position OR NEW.party_id <> OLD.party_id
  OR OLD.letter_id IS NOT NULL AND NEW.letter_id IS NOT OLD.letter_id
BEGIN SELECT RAISE(ABORT, 'a person of a batch gets one letter'); END;

CREATE TRIGGER letter_batch_person_is_never_deleted BEFORE DELETE ON letter_batch_person
BEGIN SELECT RAISE(ABORT, 'who was chosen stays on record'); END;

CREATE TRIGGER letter_delivery_is_never_deleted BEFORE DELETE ON letter_delivery
BEGIN SELECT RAISE(ABORT, 'a delivery is never erased'); END;

CREATE TRIGGER letter_delivery_is_withdrawn_once BEFORE UPDATE ON letter_delivery
WHEN OLD.withdrawn_at_ms IS NOT NULL OR NEW.withdrawn_at_ms IS NULL OR NEW.id <> OLD.id
  OR NEW.letter_id <> OLD.letter_id OR NEW.method <> OLD.method OR NEW.receiver <> OLD.receiver
  OR NEW.day <> OLD.day OR NEW.note <> OLD.note OR NEW.signature_sha256 IS NOT OLD.signature_sha256
  OR NEW.signature_name <> OLD.signature_name
  OR NEW.at_ms <> OLD.at_ms OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE(ABORT, 'a delivery is never edited'); END;

CREATE TRIGGER letter_paper_is_never_deleted BEFORE DELETE ON letter_paper
BEGIN SELECT RAISE(ABORT, 'a sealed paper is never erased'); END;

CREATE TRIGGER letter_paper_is_never_updated BEFORE UPDATE ON letter_paper
BEGIN SELECT RAISE(ABORT, 'a sealed paper is never edited'); END;

CREATE TRIGGER letter_pdf_is_never_deleted BEFORE DELETE ON letter_pdf
BEGIN SELECT RAISE(ABORT, 'a sealed PDF is never erased'); END;

CREATE TRIGGER letter_pdf_is_never_updated BEFORE UPDATE ON letter_pdf
BEGIN SELECT RAISE(ABORT, 'a sealed PDF is never edited'); END;

CREATE TRIGGER letter_rendering_is_never_deleted BEFORE DELETE ON letter_rendering
BEGIN SELECT RAISE(ABORT, 'a kept rendering is never erased'); END;

CREATE TRIGGER letter_rendering_is_never_updated BEFORE UPDATE ON letter_rendering
BEGIN SELECT RAISE(ABORT, 'a kept rendering is never edited'); END;

CREATE TRIGGER letter_sealed_is_never_deleted BEFORE DELETE ON letter
WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued letter is never erased'); END;

CREATE TRIGGER letter_sealed_is_never_edited BEFORE UPDATE ON letter
WHEN OLD.number IS NOT NULL AND NOT (
  (OLD.state = 'issued' AND NEW.state IN ('issued', 'voided') OR OLD.state = 'voided' AND NEW.state = 'voided'
    AND NEW.voided_by = OLD.voided_by AND NEW.voided_at_ms = OLD.voided_at_ms AND NEW.void_reason = OLD.void_reason)
  AND NEW.party_id IS OLD.party_id AND NEW.request_id IS OLD.request_id AND NEW.author_id = OLD.author_id
  AND NEW.version = OLD.version AND NEW.content_json = OLD.content_json AND NEW.subject = OLD.subject
  AND NEW.recipient_line = OLD.recipient_line AND NEW.remarks = OLD.remarks
  AND NEW.approved_by = OLD.approved_by AND NEW.approved_at_ms = OLD.approved_at_ms
  AND NEW.register = OLD.register AND NEW.hijri_year = OLD.hijri_year AND NEW.number = OLD.number
  AND NEW.reference_number = OLD.reference_number AND NEW.day = OLD.day AND NEW.issued_by = OLD.issued_by
  AND NEW.issued_at_ms = OLD.issued_at_ms AND NEW.content_sha256 = OLD.content_sha256 AND NEW.seal = OLD.seal
  AND NEW.chain_before = OLD.chain_before AND NEW.chain_after = OLD.chain_after
  AND NEW.audit_hash = OLD.audit_hash AND NEW.pages = OLD.pages AND NEW.pdf_sha256 = OLD.pdf_sha256
  AND NEW.created_at_ms = OLD.created_at_ms AND NEW.origin = OLD.origin AND NEW.code IS OLD.code
  AND NEW.corrects_id IS OLD.corrects_id AND NEW.answers_id IS OLD.answers_id AND NEW.batch_id IS OLD.batch_id
  AND NEW.discarded_at_ms IS OLD.discarded_at_ms
)
BEGIN SELECT RAISE(ABORT, 'an issued letter is never edited'); END;

CREATE TRIGGER letter_signing_is_never_deleted BEFORE DELETE ON letter_signing
BEGIN SELECT RAISE(ABORT, 'a signing is never erased'); END;

CREATE TRIGGER letter_signing_is_withdrawn_once BEFORE UPDATE ON letter_signing
WHEN OLD.withdrawn_at_ms IS NOT NULL OR NEW.withdrawn_at_ms IS NULL OR NEW.id <> OLD.id
  OR NEW.letter_id <> OLD.letter_id OR NEW.kind <> OLD.kind OR NEW.scan_sha256 IS NOT OLD.scan_sha256
  OR NEW.scan_name <> OLD.scan_name OR NEW.at_ms <> OLD.at_ms OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE(ABORT, 'a signing is never edited'); END;

CREATE TRIGGER party_document_settles_insert AFTER INSERT ON party_document
BEGIN
  UPDATE party_document SET current = (id IS (
    SELECT one.id FROM party_document one
    WHERE one.party_id = NEW.party_id AND one.kind = NEW.kind AND one.title = NEW.title
      AND one.removed_at_ms IS NULL
    ORDER BY coalesce(one.expires_on, '9999') DESC, one.id DESC LIMIT 1
  )) WHERE party_id = NEW.party_id AND kind = NEW.kind AND title = NEW.title;
END;

CREATE TRIGGER party_document_settles_update
AFTER UPDATE OF party_id, kind, title, expires_on, removed_at_ms ON party_document
BEGIN
  UPDATE party_document SET current = (id IS (
    SELECT one.id FROM party_document one
    WHERE one.party_id = OLD.party_id AND one.kind = OLD.kind AND one.title = OLD.title
      AND one.removed_at_ms IS NULL
    ORDER BY coalesce(one.expires_on, '9999') DESC, one.id DESC LIMIT 1
  )) WHERE party_id = OLD.party_id AND kind = OLD.kind AND title = OLD.title;
  UPDATE party_document SET current = (id IS (
    SELECT one.id FROM party_document one
    WHERE one.party_id = NEW.party_id AND one.kind = NEW.kind AND one.title = NEW.title
      AND one.removed_at_ms IS NULL
    ORDER BY coalesce(one.expires_on, '9999') DESC, one.id DESC LIMIT 1
  )) WHERE party_id = NEW.party_id AND kind = NEW.kind AND title = NEW.title;
END;

CREATE TRIGGER party_reach_after_contact_delete AFTER DELETE ON contact
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
END;

CREATE TRIGGER party_reach_after_contact_insert AFTER INSERT ON contact
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_contact_update AFTER UPDATE OF party_id, happened_at_ms, outcome ON contact
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_category_delete AFTER DELETE ON party_category
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
END;

CREATE TRIGGER party_reach_after_party_category_insert AFTER INSERT ON party_category
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_category_update AFTER UPDATE OF party_id, category_id, until_on, withdrawn_at_ms ON party_category
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_delete AFTER DELETE ON party
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.id;
END;

CREATE TRIGGER party_reach_after_party_document_delete AFTER DELETE ON party_document
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
END;

CREATE TRIGGER party_reach_after_party_document_insert AFTER INSERT ON party_document
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_document_update AFTER UPDATE OF party_id, kind, removed_at_ms ON party_document
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_role_delete AFTER DELETE ON party_role
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
END;

CREATE TRIGGER party_reach_after_party_role_insert AFTER INSERT ON party_role
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_role_update AFTER UPDATE OF party_id, role ON party_role
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_party_update AFTER UPDATE OF kind, merged_into ON party
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.id;
END;

CREATE TRIGGER party_reach_after_support_request_delete AFTER DELETE ON support_request
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
END;

CREATE TRIGGER party_reach_after_support_request_insert AFTER INSERT ON support_request
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_support_request_update AFTER UPDATE OF party_id, current_step ON support_request
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_visit_delete AFTER DELETE ON visit
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
END;

CREATE TRIGGER party_reach_after_visit_insert AFTER INSERT ON visit
BEGIN
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE TRIGGER party_reach_after_visit_update AFTER UPDATE OF party_id, arrived_at_ms ON visit
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = OLD.party_id;
  DELETE FROM party_reach WHERE party_id = NEW.party_id;
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = NEW.party_id;
END;

CREATE VIEW party_reach_now AS
SELECT p.id AS party_id,
  max(
    p.created_at_ms,
    coalesce((SELECT max(c.happened_at_ms) FROM contact c WHERE c.party_id = p.id AND c.outcome = 'reached'), 0),
    coalesce((SELECT max(v.arrived_at_ms) FROM visit v WHERE v.party_id = p.id), 0)
  ) AS reached_at_ms,
  CASE WHEN (
    EXISTS (SELECT 1 FROM party_document d WHERE d.party_id = p.id AND d.removed_at_ms IS NULL)
    OR EXISTS (SELECT 1 FROM party_category c WHERE c.party_id = p.id AND c.until_on IS NULL AND c.withdrawn_at_ms IS NULL)
    OR EXISTS (SELECT 1 FROM support_request r WHERE r.party_id = p.id AND r.current_step IS NOT NULL)
  ) THEN (
    SELECT count(DISTINCT e.kind) FROM expected_document e
    WHERE NOT EXISTS (
        SELECT 1 FROM party_document d WHERE d.party_id = p.id AND d.kind = e.kind AND d.removed_at_ms IS NULL
      )
      AND (e.category_id = 0 OR EXISTS (
        SELECT 1 FROM party_category c
        WHERE c.party_id = p.id AND c.category_id = e.category_id AND c.until_on IS NULL AND c.withdrawn_at_ms IS NULL
      ))
  ) ELSE 0 END AS missing
FROM party p
WHERE p.kind = 'person' AND p.merged_into IS NULL AND EXISTS (
  SELECT 1 FROM party_role r WHERE r.party_id = p.id AND r.role IN ('beneficiary', 'applicant')
);

CREATE TRIGGER register_counter_is_never_deleted BEFORE DELETE ON register_counter
BEGIN SELECT RAISE(ABORT, 'a register stays'); END;

CREATE TRIGGER register_counter_moves_by_one BEFORE UPDATE ON register_counter
WHEN NEW.register <> OLD.register OR NEW.hijri_year <> OLD.hijri_year OR NEW.opening <> OLD.opening
  OR NEW.last NOT IN (OLD.last, OLD.last + 1)
BEGIN SELECT RAISE(ABORT, 'a register moves by one'); END;

CREATE TRIGGER register_counter_opens_where_it_starts BEFORE INSERT ON register_counter
WHEN NEW.last <> NEW.opening
BEGIN SELECT RAISE(ABORT, 'a register opens at its opening number'); END;

CREATE TRIGGER reserved_number_is_never_deleted BEFORE DELETE ON reserved_number
BEGIN SELECT RAISE(ABORT, 'a reserved number stays'); END;

CREATE TRIGGER reserved_number_is_settled_once BEFORE UPDATE ON reserved_number
WHEN OLD.state <> 'open' OR NEW.state = 'open' OR NEW.register <> OLD.register OR NEW.hijri_year <> OLD.hijri_year
  OR NEW.number <> OLD.number OR NEW.range_id <> OLD.range_id OR NEW.reference_number <> OLD.reference_number
  OR NEW.seal <> OLD.seal OR NEW.chain_before <> OLD.chain_before OR NEW.chain_after <> OLD.chain_after
  OR NEW.audit_hash <> OLD.audit_hash
BEGIN SELECT RAISE(ABORT, 'a reserved number is settled once'); END;

CREATE TRIGGER reserved_range_is_never_deleted BEFORE DELETE ON reserved_range
BEGIN SELECT RAISE(ABORT, 'a reservation is never erased'); END;

CREATE TRIGGER reserved_range_is_never_updated BEFORE UPDATE ON reserved_range
BEGIN SELECT RAISE(ABORT, 'a reservation is never edited'); END;

CREATE TRIGGER sealed_document_is_never_deleted BEFORE DELETE ON sealed_document
BEGIN SELECT RAISE(ABORT, 'a sealed document is never erased'); END;

CREATE TRIGGER sealed_document_is_voided_once BEFORE UPDATE ON sealed_document
WHEN OLD.voided_at_ms IS NOT NULL OR NEW.voided_at_ms IS NULL OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind
  OR NEW.subject_kind <> OLD.subject_kind OR NEW.subject_id <> OLD.subject_id OR NEW.request_id IS NOT OLD.request_id
  OR NEW.version <> OLD.version OR NEW.code <> OLD.code OR NEW.title <> OLD.title
  OR NEW.content_json <> OLD.content_json OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.pdf <> OLD.pdf
  OR NEW.pages <> OLD.pages OR NEW.pdf_sha256 <> OLD.pdf_sha256 OR NEW.made_at_ms <> OLD.made_at_ms
  OR NEW.made_by <> OLD.made_by
BEGIN SELECT RAISE(ABORT, 'a sealed document is never edited'); END;

CREATE TRIGGER stored_file_is_never_updated BEFORE UPDATE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a stored file is never edited'); END;
