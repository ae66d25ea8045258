import type { Migration } from './migration.ts';

/** The office itself: its profile, its staff, and the append-only log, which is there before anything can happen. */
export const createOffice: Migration = {
  version: 10,
  name: 'create-office',
  sql: `
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL CHECK (length(uuid) = 36),
  created_at_ms INTEGER NOT NULL,
  norm_version INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation_profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  profile_json TEXT NOT NULL CHECK (json_valid(profile_json)),
  updated_at_ms INTEGER NOT NULL
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

CREATE TABLE staff_role (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  role TEXT NOT NULL,
  PRIMARY KEY (staff_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_right (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  right_name TEXT NOT NULL,
  PRIMARY KEY (staff_id, right_name)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX audit_log_by_subject ON audit_log (subject_kind, subject_id, seq);

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL CHECK (count >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  high_water_ms INTEGER NOT NULL
) STRICT;

-- SHA-256 of 'wisam audit log': the hash before the first event.
INSERT INTO audit_head (id, count, hash, high_water_ms)
VALUES (1, 0, '8bd8eb228ec4b856b1af99cda26e1e77ffba20bf74799481d1ca53b482a59338', 0);

CREATE TRIGGER audit_log_appends_in_order BEFORE INSERT ON audit_log
WHEN NEW.seq <> (SELECT count + 1 FROM audit_head)
BEGIN SELECT RAISE(ABORT, 'the audit log grows by one'); END;
CREATE TRIGGER audit_log_is_never_updated BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_log_is_never_deleted BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_head_moves_by_one BEFORE UPDATE ON audit_head
WHEN NEW.count <> OLD.count + 1
BEGIN SELECT RAISE(ABORT, 'the audit head moves by one'); END;
CREATE TRIGGER audit_head_is_never_deleted BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'the audit head stays'); END;

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

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  content BLOB CHECK (content IS NULL OR length(content) = size_bytes),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE INDEX attachment_by_subject ON attachment (subject_kind, subject_id);

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
`,
};
