/** ISO day as text. */
const DAY = `GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

/** The catalogue of services, what each asks for (S.6), and what is handed out (S.7). */
export const SERVICES = `
-- ---- services and what they ask for -------------------------------------------------------------------------------
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

CREATE UNIQUE INDEX service_by_name ON service (name) WHERE active = 1;

-- The checklist of S.6, per kind of service; service_id null: of every service that has none of its own.
CREATE TABLE service_requirement (
  id INTEGER PRIMARY KEY,
  service_id INTEGER REFERENCES service (id),
  key TEXT NOT NULL CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL,
  -- «حيث تحتاجه الفئة»: ids of categories as a JSON list; an empty one: of everybody.
  categories_json TEXT NOT NULL CHECK (json_valid(categories_json))
) STRICT;

CREATE UNIQUE INDEX service_requirement_by_key ON service_requirement (ifnull(service_id, 0), key);

-- ---- deliveries (S.7, O.4) ----------------------------------------------------------------------------------------
CREATE TABLE delivery_plan (
  id INTEGER PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  service_id INTEGER NOT NULL REFERENCES service (id),
  frequency TEXT NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly')),
  -- Whose months are counted; never the one's and then the other's.
  calendar TEXT NOT NULL CHECK (calendar IN ('hijri', 'gregorian')),
  first_on TEXT NOT NULL CHECK (first_on ${DAY}),
  times INTEGER NOT NULL CHECK (times BETWEEN 1 AND 120),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit TEXT NOT NULL,
  value_halalas INTEGER CHECK (value_halalas > 0),
  place TEXT NOT NULL,
  -- O.4: carried to where they are.
  at_place INTEGER NOT NULL CHECK (at_place IN (0, 1)),
  note TEXT NOT NULL,
  ended_on TEXT CHECK (ended_on ${DAY}),
  end_reason TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  version INTEGER NOT NULL,
  CHECK ((ended_on IS NULL) = (end_reason = '')),
  CHECK (frequency <> 'once' OR times = 1)
) STRICT;

CREATE INDEX delivery_plan_by_request ON delivery_plan (request_id);

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES delivery_plan (id),
  request_id INTEGER NOT NULL REFERENCES support_request (id),
  -- The how-many-eth of its plan.
  turn INTEGER NOT NULL CHECK (turn > 0),
  -- One that failed or was voided stays; the turn is tried again by a row of its own.
  attempt INTEGER NOT NULL CHECK (attempt > 0),
  due_on TEXT NOT NULL CHECK (due_on ${DAY}),
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

CREATE UNIQUE INDEX delivery_once_a_turn ON delivery (plan_id, turn) WHERE state IN ('planned', 'delivered');
CREATE INDEX delivery_by_request ON delivery (request_id, due_on);
CREATE INDEX delivery_by_day ON delivery (due_on, state);
CREATE INDEX delivery_planned ON delivery (due_on) WHERE state = 'planned';
CREATE INDEX delivery_by_done ON delivery (done_at_ms) WHERE done_at_ms IS NOT NULL;
-- What was handed out stays as it was written; a mistake is voided. A tick without a receipt can be taken back.
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
-- What is only planned may be taken back with its plan.
CREATE TRIGGER delivery_is_never_deleted BEFORE DELETE ON delivery
WHEN OLD.state <> 'planned' OR OLD.departed_at_ms IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a delivery is never erased'); END;

-- The day's closing: what was handed out, counted and signed for.
CREATE TABLE delivery_day (
  day TEXT NOT NULL PRIMARY KEY CHECK (day ${DAY}),
  document_id INTEGER NOT NULL REFERENCES sealed_document (id),
  closed_at_ms INTEGER NOT NULL,
  closed_by INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

-- Anonymous (O.6.c): no request, no person, no officer, no hour; a random key, so that not even the order tells.
CREATE TABLE rating (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  service_id INTEGER REFERENCES service (id),
  -- Hijri or Gregorian days would tell whose it is: a month alone, 2026-11.
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX rating_by_month ON rating (month);
`;
