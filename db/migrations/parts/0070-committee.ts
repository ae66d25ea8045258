/** ISO day as text. */
const DAY = `GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

/** لجنة البحث (S.5): its members, sessions and decisions, and what follows a decision: the telling and the appeal. */
export const COMMITTEE = `
-- ---- the research committee ---------------------------------------------------------------------------------------
CREATE TABLE committee_member (
  id INTEGER PRIMARY KEY,
  -- Null: a member who has no account at this desk.
  staff_id INTEGER REFERENCES staff (id),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'deputy', 'secretary', 'member')),
  from_day TEXT NOT NULL CHECK (from_day ${DAY}),
  until_day TEXT CHECK (until_day ${DAY}),
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
  day TEXT NOT NULL CHECK (day ${DAY}),
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

CREATE INDEX committee_session_by_day ON committee_session (day);

CREATE TABLE session_member (
  session_id INTEGER NOT NULL REFERENCES committee_session (id),
  member_id INTEGER NOT NULL REFERENCES committee_member (id),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX session_case_by_request ON session_case (request_id);

-- A decision is never edited. A mistake is voided, with why, and decided anew.
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
  decided_on TEXT NOT NULL CHECK (decided_on ${DAY}),
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

CREATE INDEX decision_by_request ON decision (request_id, id);
CREATE INDEX decision_by_session ON decision (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX decision_by_appeal ON decision (appeal_id) WHERE appeal_id IS NOT NULL;
CREATE INDEX decision_by_letter ON decision (letter_id) WHERE letter_id IS NOT NULL;
-- Its letter is still to come, once; so is a void.
CREATE TRIGGER decision_is_never_edited BEFORE UPDATE ON decision
WHEN NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id OR NEW.session_id IS NOT OLD.session_id
  OR NEW.appeal_id IS NOT OLD.appeal_id OR NEW.kind <> OLD.kind OR NEW.clause <> OLD.clause OR NEW.reason <> OLD.reason
  OR NEW.would_change <> OLD.would_change OR NEW.granted_json <> OLD.granted_json OR NEW.decided_on <> OLD.decided_on
  OR NEW.early_reason <> OLD.early_reason OR NEW.override_by IS NOT OLD.override_by
  OR NEW.conflict_note <> OLD.conflict_note OR NEW.at_ms <> OLD.at_ms OR NEW.entered_by <> OLD.entered_by
  OR OLD.voided_at_ms IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a decision is never edited'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never erased'); END;

CREATE TABLE decision_vote (
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  member_id INTEGER NOT NULL REFERENCES committee_member (id),
  vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstained')),
  note TEXT NOT NULL,
  PRIMARY KEY (decision_id, member_id)
) STRICT, WITHOUT ROWID;

-- S.5 «والرد عليه»: each try to tell the applicant; the contact register has the same one.
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

CREATE INDEX decision_notice_by_decision ON decision_notice (decision_id);

CREATE TABLE appeal (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  received_on TEXT NOT NULL CHECK (received_on ${DAY}),
  text TEXT NOT NULL CHECK (text <> ''),
  -- To whom, as the setting names it.
  level TEXT NOT NULL CHECK (level <> ''),
  paper_sha256 TEXT REFERENCES stored_file (sha256),
  paper_name TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  outcome TEXT CHECK (outcome IN ('upheld', 'changed', 'withdrawn')),
  answer TEXT NOT NULL,
  answered_on TEXT CHECK (answered_on ${DAY}),
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

CREATE INDEX appeal_by_request ON appeal (request_id);
CREATE UNIQUE INDEX appeal_open ON appeal (request_id) WHERE outcome IS NULL;

-- Days on which the office is closed beside the week's own: a slip shows the next working day.
CREATE TABLE office_holiday (
  first_day TEXT NOT NULL PRIMARY KEY CHECK (first_day ${DAY}),
  last_day TEXT NOT NULL CHECK (last_day ${DAY}),
  name TEXT NOT NULL CHECK (name <> ''),
  CHECK (last_day >= first_day)
) STRICT, WITHOUT ROWID;
`;
