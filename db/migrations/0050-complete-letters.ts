import type { Migration } from './migration.ts';
import { LETTER_RECORDS } from './parts/0050-letter-records.ts';

/**
 * The whole life of official letters: stored files, what stands on the sealed paper, signing, delivery, corrections,
 * incoming letters, numbers reserved for paper, templates, letters to many, and the search of all of it.
 */
export const completeLetters: Migration = {
  version: 50,
  name: 'complete-letters',
  sql: `
${LETTER_RECORDS}
-- ---- the letter's own later life --------------------------------------------------------------------------------
ALTER TABLE letter ADD COLUMN origin TEXT NOT NULL DEFAULT 'desk' CHECK (origin IN ('desk', 'paper'));
ALTER TABLE letter ADD COLUMN code TEXT CHECK (length(code) = 16 AND code NOT GLOB '*[^0-9]*');
ALTER TABLE letter ADD COLUMN corrects_id INTEGER REFERENCES letter (id);
ALTER TABLE letter ADD COLUMN answers_id INTEGER REFERENCES incoming_letter (id);
ALTER TABLE letter ADD COLUMN batch_id INTEGER REFERENCES letter_batch (id);
ALTER TABLE letter ADD COLUMN signed_at_ms INTEGER;
ALTER TABLE letter ADD COLUMN delivered_at_ms INTEGER;

CREATE UNIQUE INDEX letter_by_code ON letter (code) WHERE code IS NOT NULL;
CREATE INDEX letter_by_day ON letter (day, number) WHERE day IS NOT NULL;
CREATE INDEX letter_by_corrected ON letter (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX letter_by_answered ON letter (answers_id) WHERE answers_id IS NOT NULL;
CREATE INDEX letter_by_batch ON letter (batch_id) WHERE batch_id IS NOT NULL;
-- The register as it is listed and filtered, without a look at the letters themselves; and what is on its way to it.
CREATE INDEX letter_register ON letter (hijri_year, number, state, day, party_id, origin, signed_at_ms, delivered_at_ms)
  WHERE number IS NOT NULL;
CREATE INDEX letter_unfinished ON letter (updated_at_ms, state, party_id)
  WHERE number IS NULL AND discarded_at_ms IS NULL;

-- What stands on the sealed paper, whole: the letter's text and fields, the head, the pictures. Of letters sealed
-- before this migration there is none.
CREATE TABLE letter_paper (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id),
  paper_json TEXT NOT NULL CHECK (json_valid(paper_json)),
  profile_json TEXT NOT NULL CHECK (json_valid(profile_json)),
  -- { "logo": sha256 | null, "signature": …, "stamp": … }
  images_json TEXT NOT NULL CHECK (json_valid(images_json))
) STRICT;

-- Other renderings of a sealed letter, kept from their first print on: fields and body for pre-printed paper, the
-- certificate of a void.
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

CREATE TRIGGER letter_paper_is_never_updated BEFORE UPDATE ON letter_paper
BEGIN SELECT RAISE(ABORT, 'a sealed paper is never edited'); END;
CREATE TRIGGER letter_paper_is_never_deleted BEFORE DELETE ON letter_paper
BEGIN SELECT RAISE(ABORT, 'a sealed paper is never erased'); END;
CREATE TRIGGER letter_rendering_is_never_updated BEFORE UPDATE ON letter_rendering
BEGIN SELECT RAISE(ABORT, 'a kept rendering is never edited'); END;
CREATE TRIGGER letter_rendering_is_never_deleted BEFORE DELETE ON letter_rendering
BEGIN SELECT RAISE(ABORT, 'a kept rendering is never erased'); END;

-- The signed sheet that was filed, or the pictures it was issued with. A mistake is withdrawn, and stays.
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

CREATE INDEX letter_signing_by_letter ON letter_signing (letter_id);
CREATE INDEX letter_signing_by_scan ON letter_signing (scan_sha256) WHERE scan_sha256 IS NOT NULL;

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

CREATE INDEX letter_delivery_by_letter ON letter_delivery (letter_id);
CREATE INDEX letter_delivery_by_signature ON letter_delivery (signature_sha256) WHERE signature_sha256 IS NOT NULL;

CREATE TRIGGER letter_signing_is_withdrawn_once BEFORE UPDATE ON letter_signing
WHEN OLD.withdrawn_at_ms IS NOT NULL OR NEW.withdrawn_at_ms IS NULL OR NEW.id <> OLD.id
  OR NEW.letter_id <> OLD.letter_id OR NEW.kind <> OLD.kind OR NEW.scan_sha256 IS NOT OLD.scan_sha256
  OR NEW.scan_name <> OLD.scan_name OR NEW.at_ms <> OLD.at_ms OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE(ABORT, 'a signing is never edited'); END;
CREATE TRIGGER letter_signing_is_never_deleted BEFORE DELETE ON letter_signing
BEGIN SELECT RAISE(ABORT, 'a signing is never erased'); END;
CREATE TRIGGER letter_delivery_is_withdrawn_once BEFORE UPDATE ON letter_delivery
WHEN OLD.withdrawn_at_ms IS NOT NULL OR NEW.withdrawn_at_ms IS NULL OR NEW.id <> OLD.id
  OR NEW.letter_id <> OLD.letter_id OR NEW.method <> OLD.method OR NEW.receiver <> OLD.receiver
  OR NEW.day <> OLD.day OR NEW.note <> OLD.note OR NEW.signature_sha256 IS NOT OLD.signature_sha256
  OR NEW.signature_name <> OLD.signature_name
  OR NEW.at_ms <> OLD.at_ms OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE(ABORT, 'a delivery is never edited'); END;
CREATE TRIGGER letter_delivery_is_never_deleted BEFORE DELETE ON letter_delivery
BEGIN SELECT RAISE(ABORT, 'a delivery is never erased'); END;

-- «هل خرجت كل الصفحات؟»: null until it is answered.
ALTER TABLE print_job ADD COLUMN paper TEXT NOT NULL DEFAULT 'letter';
ALTER TABLE print_job ADD COLUMN page_range TEXT NOT NULL DEFAULT '';
ALTER TABLE print_job ADD COLUMN came_out INTEGER CHECK (came_out IN (0, 1));

DROP TRIGGER letter_sealed_is_never_edited;
-- Of an issued letter, voiding, signing and delivery are still to come; what was sealed stays.
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

-- ---- search -----------------------------------------------------------------------------------------------------
-- Folded words of number, addressee, subject and body of outgoing letters; of number, sender and subject of incoming.
CREATE VIRTUAL TABLE letter_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3 4', content = '', contentless_delete = 1);
CREATE VIRTUAL TABLE incoming_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0',
  prefix = '1 2 3 4', content = '', contentless_delete = 1);
`,
};
