/**
 * The first part of migration 50, frozen with it: files by their content, incoming letters, numbers reserved for paper,
 * templates, letters to many.
 */
export const LETTER_RECORDS = `
-- ---- files, by their content ------------------------------------------------------------------------------------
DROP INDEX attachment_by_subject;
ALTER TABLE attachment RENAME TO first_attachment;

CREATE TABLE stored_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL CHECK (media_type <> ''),
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  -- Null: it lies, encrypted, in the folder of files.
  content BLOB CHECK (content IS NULL OR length(content) = size_bytes),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stored_file_is_never_updated BEFORE UPDATE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a stored file is never edited'); END;

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

-- No version wrote into the first shape of this table; what somebody put there stays all the same. An empty file is none.
INSERT OR IGNORE INTO stored_file
  SELECT sha256, iif(media_type = '', 'application/octet-stream', media_type), size_bytes, content, created_at_ms,
    created_by FROM first_attachment WHERE size_bytes > 0 ORDER BY content IS NULL, id;
INSERT INTO attachment
  SELECT id, iif(subject_kind = '', 'unknown', subject_kind), subject_id, 'attachment', iif(name = '', 'file', name),
    sha256, created_at_ms, created_by, NULL, NULL FROM first_attachment WHERE size_bytes > 0;
DROP TABLE first_attachment;

CREATE INDEX attachment_by_subject ON attachment (subject_kind, subject_id);
CREATE INDEX attachment_by_file ON attachment (sha256);

-- Logo, stamp and the signatories' signatures, as pictures.
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

CREATE INDEX office_image_by_file ON office_image (sha256);
CREATE UNIQUE INDEX office_image_in_use ON office_image (kind, ifnull(staff_id, 0)) WHERE removed_at_ms IS NULL;

-- What belongs to this desk and not to the office: its printer, the offsets of its paper.
CREATE TABLE desk_setting (
  key TEXT PRIMARY KEY CHECK (key <> ''),
  value_json TEXT NOT NULL CHECK (json_valid(value_json)),
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- ---- incoming letters -------------------------------------------------------------------------------------------
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

CREATE UNIQUE INDEX incoming_letter_by_number ON incoming_letter (register, hijri_year, number);
CREATE INDEX incoming_letter_by_state ON incoming_letter (state, due_day);
CREATE INDEX incoming_letter_by_day ON incoming_letter (day, number);
-- A letter is found by what its sender wrote on it as well.
CREATE INDEX incoming_letter_by_their_number ON incoming_letter (their_number);
CREATE INDEX incoming_letter_by_their_day ON incoming_letter (their_day) WHERE their_day IS NOT NULL;
CREATE INDEX incoming_letter_by_party ON incoming_letter (party_id) WHERE party_id IS NOT NULL;

CREATE TRIGGER incoming_letter_is_never_edited BEFORE UPDATE ON incoming_letter
WHEN OLD.state = 'voided' OR NEW.id <> OLD.id OR NEW.origin <> OLD.origin OR NEW.register <> OLD.register
  OR NEW.hijri_year <> OLD.hijri_year OR NEW.number <> OLD.number OR NEW.reference_number <> OLD.reference_number
  OR NEW.day <> OLD.day OR NEW.content_json <> OLD.content_json OR NEW.their_number <> OLD.their_number
  OR NEW.their_day IS NOT OLD.their_day OR NEW.sender_line <> OLD.sender_line OR NEW.subject <> OLD.subject
  OR NEW.registered_by <> OLD.registered_by OR NEW.registered_at_ms <> OLD.registered_at_ms
  OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.seal <> OLD.seal OR NEW.chain_before <> OLD.chain_before
  OR NEW.chain_after <> OLD.chain_after OR NEW.audit_hash <> OLD.audit_hash
BEGIN SELECT RAISE(ABORT, 'a registered letter is never edited'); END;
CREATE TRIGGER incoming_letter_is_never_deleted BEFORE DELETE ON incoming_letter
BEGIN SELECT RAISE(ABORT, 'a registered letter is never erased'); END;

-- ---- numbers reserved for paper ---------------------------------------------------------------------------------
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

CREATE INDEX reserved_range_by_number ON reserved_range (register, hijri_year, first);
CREATE INDEX reserved_number_by_range ON reserved_number (range_id);
CREATE INDEX reserved_number_by_letter ON reserved_number (letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX reserved_number_by_incoming ON reserved_number (incoming_id) WHERE incoming_id IS NOT NULL;
CREATE INDEX reserved_number_open ON reserved_number (register, hijri_year, number) WHERE state = 'open';

CREATE TRIGGER reserved_range_is_never_updated BEFORE UPDATE ON reserved_range
BEGIN SELECT RAISE(ABORT, 'a reservation is never edited'); END;
CREATE TRIGGER reserved_range_is_never_deleted BEFORE DELETE ON reserved_range
BEGIN SELECT RAISE(ABORT, 'a reservation is never erased'); END;
CREATE TRIGGER reserved_number_is_settled_once BEFORE UPDATE ON reserved_number
WHEN OLD.state <> 'open' OR NEW.state = 'open' OR NEW.register <> OLD.register OR NEW.hijri_year <> OLD.hijri_year
  OR NEW.number <> OLD.number OR NEW.range_id <> OLD.range_id OR NEW.reference_number <> OLD.reference_number
  OR NEW.seal <> OLD.seal OR NEW.chain_before <> OLD.chain_before OR NEW.chain_after <> OLD.chain_after
  OR NEW.audit_hash <> OLD.audit_hash
BEGIN SELECT RAISE(ABORT, 'a reserved number is settled once'); END;
CREATE TRIGGER reserved_number_is_never_deleted BEFORE DELETE ON reserved_number
BEGIN SELECT RAISE(ABORT, 'a reserved number stays'); END;

-- ---- templates and phrases --------------------------------------------------------------------------------------
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

CREATE UNIQUE INDEX letter_template_by_name ON letter_template (name_key) WHERE removed_at_ms IS NULL;
CREATE UNIQUE INDEX letter_template_by_key ON letter_template (built_in_key)
  WHERE built_in_key IS NOT NULL AND removed_at_ms IS NULL;

CREATE TABLE letter_phrase (
  id INTEGER PRIMARY KEY,
  phrase_group TEXT NOT NULL CHECK (phrase_group <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  position INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  updated_by INTEGER NOT NULL REFERENCES staff (id),
  removed_at_ms INTEGER
) STRICT;

-- ---- letters to many --------------------------------------------------------------------------------------------
CREATE TABLE letter_batch (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- The template as it stood, and what was typed once for all.
  template_json TEXT NOT NULL CHECK (json_valid(template_json)),
  created_by INTEGER NOT NULL REFERENCES staff (id),
  created_at_ms INTEGER NOT NULL,
  discarded_at_ms INTEGER
) STRICT;

-- Who was chosen. With neither letter nor reason: the letter is still to be written. With both: it is written, and why
-- it could not be issued (an error's code with its details).
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

CREATE UNIQUE INDEX letter_batch_person_once ON letter_batch_person (party_id, batch_id);
CREATE INDEX letter_batch_person_by_request ON letter_batch_person (request_id) WHERE request_id IS NOT NULL;
CREATE UNIQUE INDEX letter_batch_person_by_letter ON letter_batch_person (letter_id) WHERE letter_id IS NOT NULL;

CREATE TRIGGER letter_batch_person_gets_one_letter BEFORE UPDATE ON letter_batch_person
WHEN NEW.batch_id <> OLD.batch_id OR NEW.position <> OLD.position OR NEW.party_id <> OLD.party_id
  OR OLD.letter_id IS NOT NULL AND NEW.letter_id IS NOT OLD.letter_id
BEGIN SELECT RAISE(ABORT, 'a person of a batch gets one letter'); END;
CREATE TRIGGER letter_batch_person_is_never_deleted BEFORE DELETE ON letter_batch_person
BEGIN SELECT RAISE(ABORT, 'who was chosen stays on record'); END;

`;
