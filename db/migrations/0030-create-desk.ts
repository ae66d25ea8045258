import type { Migration } from './migration.ts';

/** Visits with their inquiries, contacts on the eight channels, support requests with their seven steps. */
export const createDesk: Migration = {
  version: 30,
  name: 'create-desk',
  sql: `
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

CREATE INDEX visit_by_day ON visit (day, state, arrived_at_ms);
CREATE INDEX visit_by_party ON visit (party_id, arrived_at_ms);

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

CREATE INDEX inquiry_by_visit ON inquiry (visit_id);

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
) STRICT;

CREATE INDEX contact_by_party ON contact (party_id, happened_at_ms);
CREATE INDEX contact_by_time ON contact (happened_at_ms);
CREATE INDEX contact_due ON contact (next_action_on)
  WHERE closed_at_ms IS NULL AND next_action_on IS NOT NULL;

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
  opened_by INTEGER NOT NULL REFERENCES staff (id),
  CHECK ((number_year IS NULL) = (number IS NULL))
) STRICT;

CREATE UNIQUE INDEX support_request_by_number ON support_request (number_year, number) WHERE number IS NOT NULL;
CREATE INDEX support_request_by_party ON support_request (party_id, opened_at_ms);
CREATE INDEX support_request_by_visit ON support_request (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX support_request_by_step ON support_request (current_step, updated_at_ms);

CREATE TABLE request_step (
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('done', 'skipped')),
  at_ms INTEGER NOT NULL,
  officer_id INTEGER NOT NULL REFERENCES staff (id),
  note TEXT NOT NULL,
  PRIMARY KEY (request_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_requirement (
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('needed', 'matched', 'notNeeded')),
  at_ms INTEGER,
  officer_id INTEGER REFERENCES staff (id),
  PRIMARY KEY (request_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_event (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  at_ms INTEGER NOT NULL,
  officer_id INTEGER NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL,
  step INTEGER CHECK (step BETWEEN 1 AND 7),
  text TEXT NOT NULL
) STRICT;

CREATE INDEX request_event_by_request ON request_event (request_id, id);
`,
};
