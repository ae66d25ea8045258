/** The papers that were frozen, and who signed them. */
export const FROZEN_PAPERS = `
-- ---- frozen papers ------------------------------------------------------------------------------------------------
-- What was signed, told or handed over, as it was set: never edited, never erased; a mistake is voided, and stays.
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

CREATE INDEX sealed_document_by_request ON sealed_document (request_id, id) WHERE request_id IS NOT NULL;
CREATE TRIGGER sealed_document_is_voided_once BEFORE UPDATE ON sealed_document
WHEN OLD.voided_at_ms IS NOT NULL OR NEW.voided_at_ms IS NULL OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind
  OR NEW.subject_kind <> OLD.subject_kind OR NEW.subject_id <> OLD.subject_id OR NEW.request_id IS NOT OLD.request_id
  OR NEW.version <> OLD.version OR NEW.code <> OLD.code OR NEW.title <> OLD.title
  OR NEW.content_json <> OLD.content_json OR NEW.content_sha256 <> OLD.content_sha256 OR NEW.pdf <> OLD.pdf
  OR NEW.pages <> OLD.pages OR NEW.pdf_sha256 <> OLD.pdf_sha256 OR NEW.made_at_ms <> OLD.made_at_ms
  OR NEW.made_by <> OLD.made_by
BEGIN SELECT RAISE(ABORT, 'a sealed document is never edited'); END;
CREATE TRIGGER sealed_document_is_never_deleted BEFORE DELETE ON sealed_document
BEGIN SELECT RAISE(ABORT, 'a sealed document is never erased'); END;

-- A signature on a frozen paper: drawn on the screen, a scan of the signed sheet, or a thumb before two witnesses.
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

CREATE INDEX document_signature_by_document ON document_signature (document_id, id);
CREATE INDEX document_signature_by_file ON document_signature (file_sha256) WHERE file_sha256 IS NOT NULL;
CREATE TRIGGER document_signature_is_withdrawn_once BEFORE UPDATE ON document_signature
WHEN OLD.withdrawn_at_ms IS NOT NULL OR NEW.withdrawn_at_ms IS NULL OR NEW.id <> OLD.id
  OR NEW.document_id <> OLD.document_id OR NEW.signer <> OLD.signer OR NEW.mode <> OLD.mode
  OR NEW.signer_name <> OLD.signer_name OR NEW.signer_id_number <> OLD.signer_id_number
  OR NEW.representation_id IS NOT OLD.representation_id OR NEW.staff_id IS NOT OLD.staff_id
  OR NEW.member_id IS NOT OLD.member_id OR NEW.file_sha256 IS NOT OLD.file_sha256 OR NEW.file_name <> OLD.file_name
  OR NEW.at_ms <> OLD.at_ms OR NEW.taken_by <> OLD.taken_by
BEGIN SELECT RAISE(ABORT, 'a signature is never edited'); END;
CREATE TRIGGER document_signature_is_never_deleted BEFORE DELETE ON document_signature
BEGIN SELECT RAISE(ABORT, 'a signature is never erased'); END;
`;
