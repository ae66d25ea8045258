/** ISO day as text. */
const DAY = `GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

/** What each step of a support request leaves behind (S.2 to S.5). */
export const REQUEST_RECORDS = `
-- ---- the request itself -------------------------------------------------------------------------------------------
ALTER TABLE support_request ADD COLUMN service_id INTEGER REFERENCES service (id);
-- 'closed': the service was delivered. A stop is not a state: it stands in request_stop.
ALTER TABLE support_request ADD COLUMN state TEXT NOT NULL DEFAULT 'open'
  CHECK (state IN ('open', 'withdrawn', 'refused', 'closed'));
-- The machine's phase, kept beside the facts it follows from, so that lists can filter by it.
ALTER TABLE support_request ADD COLUMN phase TEXT NOT NULL DEFAULT 'matching';
-- Who came for the applicant, on a deed (S.1).
ALTER TABLE support_request ADD COLUMN representation_id INTEGER REFERENCES representative (id);
ALTER TABLE support_request ADD COLUMN assigned_to INTEGER REFERENCES staff (id);
-- Answers of T.4 that the register does not hold, by key of the question.
ALTER TABLE support_request ADD COLUMN answers_json TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers_json));
-- Why it is urgent: exempt from the waiting time, with a reason.
ALTER TABLE support_request ADD COLUMN level_reason TEXT NOT NULL DEFAULT '';
-- The day on which what is missing is promised for (S.2).
ALTER TABLE support_request ADD COLUMN return_on TEXT CHECK (return_on ${DAY});
-- Day 0 of S.5, and how the waiting time was read on that day.
ALTER TABLE support_request ADD COLUMN raised_on TEXT CHECK (raised_on ${DAY});
ALTER TABLE support_request ADD COLUMN raised_at_ms INTEGER;
ALTER TABLE support_request ADD COLUMN reply_mode TEXT CHECK (reply_mode IN ('notice', 'floor', 'ceiling'));
-- Both follow from raised_on and the stops; kept for the lists, by the writes of the clock alone. A running stop: as far as known.
ALTER TABLE support_request ADD COLUMN not_before TEXT CHECK (not_before ${DAY});
ALTER TABLE support_request ADD COLUMN target_on TEXT CHECK (target_on ${DAY});
-- The office's own target in days, as the setting stood on the day of raising.
ALTER TABLE support_request ADD COLUMN target_days INTEGER NOT NULL DEFAULT 30 CHECK (target_days > 0);
ALTER TABLE support_request ADD COLUMN stopped_from TEXT CHECK (stopped_from ${DAY});
ALTER TABLE support_request ADD COLUMN closed_at_ms INTEGER;
ALTER TABLE support_request ADD COLUMN rating_offered_at_ms INTEGER;
ALTER TABLE support_request ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

UPDATE support_request SET state = iif(current_step IS NULL, 'closed', 'open'),
  closed_at_ms = iif(current_step IS NULL, updated_at_ms, NULL),
  phase = CASE
    WHEN current_step IS NULL THEN 'closed' WHEN current_step <= 2 THEN 'matching' WHEN current_step = 3 THEN 'referral'
    WHEN current_step = 4 THEN 'attestation' WHEN current_step = 5 THEN 'raising'
    -- Raised before decisions were recorded: it is with the committee.
    ELSE 'committee' END,
  -- S.5 waits until the committee has answered.
  current_step = iif(current_step > 5, 5, current_step),
  raised_at_ms = (SELECT at_ms FROM request_step s WHERE s.request_id = support_request.id AND s.step = 5),
  raised_on = (SELECT date(at_ms / 1000 + 10800, 'unixepoch') FROM request_step s
    WHERE s.request_id = support_request.id AND s.step = 5);
UPDATE support_request SET reply_mode = 'notice', not_before = date(raised_on, '+14 days'),
  target_on = date(raised_on, '+30 days') WHERE raised_on IS NOT NULL;

CREATE INDEX support_request_open ON support_request (phase, updated_at_ms) WHERE state = 'open';
-- One of each state rather than one by state: that would be taken where a narrower one of the open requests is at hand.
CREATE INDEX support_request_open_by_change ON support_request (updated_at_ms) WHERE state = 'open';
CREATE INDEX support_request_closed ON support_request (updated_at_ms) WHERE state = 'closed';
CREATE INDEX support_request_refused ON support_request (updated_at_ms) WHERE state = 'refused';
CREATE INDEX support_request_withdrawn ON support_request (updated_at_ms) WHERE state = 'withdrawn';
CREATE INDEX support_request_waiting ON support_request (phase, not_before) WHERE state = 'open' AND not_before IS NOT NULL;
CREATE INDEX support_request_target ON support_request (phase, target_on) WHERE state = 'open' AND target_on IS NOT NULL;
CREATE INDEX support_request_assigned ON support_request (assigned_to, updated_at_ms)
  WHERE state = 'open' AND assigned_to IS NOT NULL;
CREATE INDEX support_request_stopped ON support_request (stopped_from) WHERE state = 'open' AND stopped_from IS NOT NULL;
CREATE INDEX support_request_urgent ON support_request (updated_at_ms) WHERE state = 'open' AND level = 'urgent';
CREATE INDEX support_request_by_change ON support_request (updated_at_ms);
CREATE INDEX support_request_return ON support_request (return_on) WHERE state = 'open' AND return_on IS NOT NULL;
CREATE INDEX support_request_by_service ON support_request (service_id) WHERE service_id IS NOT NULL;

-- The timeline says under which clause something was done, and on what record.
ALTER TABLE request_event ADD COLUMN clause TEXT NOT NULL DEFAULT '';
ALTER TABLE request_event ADD COLUMN subject_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE request_event ADD COLUMN subject_id INTEGER;

-- The document that a requirement was matched with, how long it holds, and the day it was promised for.
ALTER TABLE request_requirement ADD COLUMN document_id INTEGER REFERENCES party_document (id);
ALTER TABLE request_requirement ADD COLUMN valid_until TEXT CHECK (valid_until ${DAY});
ALTER TABLE request_requirement ADD COLUMN due_on TEXT CHECK (due_on ${DAY});
ALTER TABLE request_requirement ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- A datum of T.4, asked after at this request: confirmed as the register has it, or corrected there (S.2).
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

-- The clock of S.5 stands from \`from_day\` until \`until_day\` (the day on which it goes on).
CREATE TABLE request_stop (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  kind TEXT NOT NULL CHECK (kind IN ('applicant', 'office', 'committee', 'moreInformation')),
  from_day TEXT NOT NULL CHECK (from_day ${DAY}),
  until_day TEXT CHECK (until_day ${DAY}),
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

CREATE INDEX request_stop_by_request ON request_stop (request_id, id);
CREATE UNIQUE INDEX request_stop_running ON request_stop (request_id) WHERE until_day IS NULL;

-- S.4: one version of what the applicant answers for. The last one of a request counts.
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

-- ---- S.3: referral, and what it is not: social research with its field visits -------------------------------------
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
  -- Who answered; entered by somebody else from the signed paper: \`entered_by\`, and the paper.
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

CREATE INDEX referral_by_request ON referral (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX referral_by_party ON referral (party_id, asked_at_ms);
CREATE INDEX referral_by_visit ON referral (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX referral_by_inquiry ON referral (inquiry_id) WHERE inquiry_id IS NOT NULL;
CREATE INDEX referral_open ON referral (asked_at_ms) WHERE returned_at_ms IS NULL AND cancelled_at_ms IS NULL;

-- بحث اجتماعي: prepares the committee's study of a request.
CREATE TABLE social_research (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  researcher_id INTEGER REFERENCES staff (id),
  purpose TEXT NOT NULL,
  due_on TEXT CHECK (due_on ${DAY}),
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

CREATE INDEX social_research_by_request ON social_research (request_id);
CREATE INDEX social_research_open ON social_research (opened_at_ms) WHERE finished_at_ms IS NULL AND cancelled_at_ms IS NULL;

CREATE TABLE field_visit (
  id INTEGER PRIMARY KEY,
  research_id INTEGER NOT NULL REFERENCES social_research (id),
  planned_on TEXT NOT NULL CHECK (planned_on ${DAY}),
  planned_time TEXT NOT NULL CHECK (planned_time = '' OR planned_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  place TEXT NOT NULL,
  -- How to find it, in the words of whoever told.
  directions TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'failed', 'cancelled')),
  visited_on TEXT CHECK (visited_on ${DAY}),
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

CREATE INDEX field_visit_by_research ON field_visit (research_id);
CREATE INDEX field_visit_planned ON field_visit (planned_on) WHERE state = 'planned';

-- O.1: need by explainable criteria, as they stood on that day. The last one of a request counts.
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

CREATE INDEX need_assessment_by_request ON need_assessment (request_id, id);

-- Under every reference that a parent would have to look through.
CREATE INDEX support_request_by_representation ON support_request (representation_id) WHERE representation_id IS NOT NULL;
CREATE INDEX request_requirement_by_document ON request_requirement (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX document_signature_by_member ON document_signature (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX document_signature_by_representation ON document_signature (representation_id) WHERE representation_id IS NOT NULL;
CREATE INDEX attestation_by_document ON attestation (document_id);
CREATE INDEX referral_by_paper_file ON referral (paper_sha256) WHERE paper_sha256 IS NOT NULL;
CREATE INDEX social_research_by_paper_file ON social_research (paper_sha256) WHERE paper_sha256 IS NOT NULL;
CREATE INDEX committee_session_by_paper_file ON committee_session (paper_sha256) WHERE paper_sha256 IS NOT NULL;
CREATE INDEX committee_session_by_minutes_document ON committee_session (minutes_document_id) WHERE minutes_document_id IS NOT NULL;
CREATE INDEX session_member_by_member ON session_member (member_id);
CREATE INDEX decision_vote_by_member ON decision_vote (member_id);
CREATE INDEX decision_notice_by_proof_file ON decision_notice (proof_sha256) WHERE proof_sha256 IS NOT NULL;
CREATE INDEX decision_notice_by_contact ON decision_notice (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX appeal_by_answer_file ON appeal (answer_sha256) WHERE answer_sha256 IS NOT NULL;
CREATE INDEX appeal_by_paper_file ON appeal (paper_sha256) WHERE paper_sha256 IS NOT NULL;
CREATE INDEX appeal_by_decision ON appeal (decision_id);
CREATE INDEX service_requirement_by_service ON service_requirement (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX delivery_plan_by_service ON delivery_plan (service_id);
CREATE INDEX delivery_by_receipt_document ON delivery (receipt_document_id) WHERE receipt_document_id IS NOT NULL;
CREATE INDEX delivery_by_representation ON delivery (representation_id) WHERE representation_id IS NOT NULL;
CREATE INDEX delivery_day_by_document ON delivery_day (document_id);
CREATE INDEX rating_by_service ON rating (service_id) WHERE service_id IS NOT NULL;
`;
