import type { Migration } from './migration.ts';

/**
 * Registers and letters. What must never happen is refused here as well as in the service: a counter that jumps or
 * falls back, a sealed letter that is edited or erased, a letter without its PDF.
 */
export const createLetters: Migration = {
  version: 40,
  name: 'create-letters',
  sql: `
CREATE TABLE register_counter (
  register TEXT NOT NULL,
  hijri_year INTEGER NOT NULL CHECK (hijri_year BETWEEN 1343 AND 1500),
  opening INTEGER NOT NULL CHECK (opening >= 0),
  last INTEGER NOT NULL CHECK (last >= opening),
  chain_head TEXT NOT NULL CHECK (length(chain_head) = 64),
  PRIMARY KEY (register, hijri_year)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER register_counter_opens_where_it_starts BEFORE INSERT ON register_counter
WHEN NEW.last <> NEW.opening
BEGIN SELECT RAISE(ABORT, 'a register opens at its opening number'); END;
CREATE TRIGGER register_counter_moves_by_one BEFORE UPDATE ON register_counter
WHEN NEW.register <> OLD.register OR NEW.hijri_year <> OLD.hijri_year OR NEW.opening <> OLD.opening
  OR NEW.last NOT IN (OLD.last, OLD.last + 1)
BEGIN SELECT RAISE(ABORT, 'a register moves by one'); END;
CREATE TRIGGER register_counter_is_never_deleted BEFORE DELETE ON register_counter
BEGIN SELECT RAISE(ABORT, 'a register stays'); END;

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
  updated_at_ms INTEGER NOT NULL,
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

CREATE UNIQUE INDEX letter_by_number ON letter (register, hijri_year, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX letter_by_reference ON letter (register, reference_number) WHERE number IS NOT NULL;
CREATE INDEX letter_by_state ON letter (state, updated_at_ms);
CREATE INDEX letter_by_time ON letter (updated_at_ms);
CREATE INDEX letter_by_party ON letter (party_id, updated_at_ms) WHERE party_id IS NOT NULL;
CREATE INDEX letter_by_request ON letter (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE letter_pdf (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id),
  pdf BLOB NOT NULL CHECK (length(pdf) > 0)
) STRICT;

-- From an issued letter only voiding leads on, and it touches nothing that was sealed.
CREATE TRIGGER letter_sealed_is_never_edited BEFORE UPDATE ON letter
WHEN OLD.number IS NOT NULL AND NOT (
  OLD.state = 'issued' AND NEW.state IN ('issued', 'voided')
  AND NEW.party_id IS OLD.party_id AND NEW.request_id IS OLD.request_id AND NEW.author_id = OLD.author_id
  AND NEW.version = OLD.version AND NEW.content_json = OLD.content_json AND NEW.subject = OLD.subject
  AND NEW.recipient_line = OLD.recipient_line AND NEW.remarks = OLD.remarks
  AND NEW.approved_by = OLD.approved_by AND NEW.approved_at_ms = OLD.approved_at_ms
  AND NEW.register = OLD.register AND NEW.hijri_year = OLD.hijri_year AND NEW.number = OLD.number
  AND NEW.reference_number = OLD.reference_number AND NEW.day = OLD.day AND NEW.issued_by = OLD.issued_by
  AND NEW.issued_at_ms = OLD.issued_at_ms AND NEW.content_sha256 = OLD.content_sha256 AND NEW.seal = OLD.seal
  AND NEW.chain_before = OLD.chain_before AND NEW.chain_after = OLD.chain_after
  AND NEW.audit_hash = OLD.audit_hash AND NEW.pages = OLD.pages AND NEW.pdf_sha256 = OLD.pdf_sha256
  AND NEW.created_at_ms = OLD.created_at_ms
)
BEGIN SELECT RAISE(ABORT, 'an issued letter is never edited'); END;
CREATE TRIGGER letter_sealed_is_never_deleted BEFORE DELETE ON letter
WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued letter is never erased'); END;
CREATE TRIGGER letter_pdf_is_never_updated BEFORE UPDATE ON letter_pdf
BEGIN SELECT RAISE(ABORT, 'a sealed PDF is never edited'); END;
CREATE TRIGGER letter_pdf_is_never_deleted BEFORE DELETE ON letter_pdf
BEGIN SELECT RAISE(ABORT, 'a sealed PDF is never erased'); END;

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
) STRICT;

CREATE INDEX print_job_by_time ON print_job (at_ms);
CREATE INDEX print_job_by_letter ON print_job (letter_id) WHERE letter_id IS NOT NULL;
`,
};
