const OPEN_FILE = `(
    EXISTS (SELECT 1 FROM party_document d WHERE d.party_id = p.id AND d.removed_at_ms IS NULL)
    OR EXISTS (SELECT 1 FROM party_category c WHERE c.party_id = p.id AND c.until_on IS NULL AND c.withdrawn_at_ms IS NULL)
    OR EXISTS (SELECT 1 FROM support_request r WHERE r.party_id = p.id AND r.current_step IS NOT NULL)
  )`;

/** Writes a party's line of `party_reach` anew from the view. */
const follow = (party: string): string =>
  `DELETE FROM party_reach WHERE party_id = ${party};
  INSERT INTO party_reach (party_id, reached_at_ms, missing)
    SELECT party_id, reached_at_ms, missing FROM party_reach_now WHERE party_id = ${party};`;

const follows = (table: string, columns: string): string => `
CREATE TRIGGER party_reach_after_${table}_insert AFTER INSERT ON ${table}
BEGIN
  ${follow('NEW.party_id')}
END;
CREATE TRIGGER party_reach_after_${table}_update AFTER UPDATE OF ${columns} ON ${table}
BEGIN
  ${follow('OLD.party_id')}
  ${follow('NEW.party_id')}
END;
CREATE TRIGGER party_reach_after_${table}_delete AFTER DELETE ON ${table}
BEGIN
  ${follow('OLD.party_id')}
END;
`;

/** Of one kind the document that ends last counts: a renewal stands for the one before it. */
const settle = (row: 'OLD' | 'NEW'): string => `
  UPDATE party_document SET current = (id IS (
    SELECT one.id FROM party_document one
    WHERE one.party_id = ${row}.party_id AND one.kind = ${row}.kind AND one.title = ${row}.title
      AND one.removed_at_ms IS NULL
    ORDER BY coalesce(one.expires_on, '9999') DESC, one.id DESC LIMIT 1
  )) WHERE party_id = ${row}.party_id AND kind = ${row}.kind AND title = ${row}.title;`;

/**
 * G.1: whom to contact without being asked, kept by the database itself, so that whatever writes contacts, documents,
 * categories or merges keeps it: a list of a million people is read from its indexes and never computed at an opening.
 */
export const OUTREACH = `
-- Whether a call reached somebody. A call that was logged by mistake is withdrawn and stays on record.
ALTER TABLE contact ADD COLUMN outcome TEXT NOT NULL DEFAULT 'reached'
  CHECK (outcome IN ('reached', 'noAnswer', 'withdrawn'));

-- Which documents are asked of whom; category 0 is everybody.
CREATE TABLE expected_document (
  kind TEXT NOT NULL CHECK (kind <> ''),
  category_id INTEGER NOT NULL,
  PRIMARY KEY (kind, category_id)
) STRICT, WITHOUT ROWID;

-- A beneficiary or applicant: when they were last reached, and how many expected documents are missing. Missing are
-- documents of a file that is at work: somebody in a category, with a document, or with a request under way.
CREATE TABLE party_reach (
  party_id INTEGER PRIMARY KEY,
  reached_at_ms INTEGER NOT NULL,
  missing INTEGER NOT NULL
) STRICT;

CREATE INDEX party_reach_silent ON party_reach (reached_at_ms, party_id);
CREATE INDEX party_reach_missing ON party_reach (reached_at_ms, party_id) WHERE missing > 0;

CREATE VIEW party_reach_now AS
SELECT p.id AS party_id,
  max(
    p.created_at_ms,
    coalesce((SELECT max(c.happened_at_ms) FROM contact c WHERE c.party_id = p.id AND c.outcome = 'reached'), 0),
    coalesce((SELECT max(v.arrived_at_ms) FROM visit v WHERE v.party_id = p.id), 0)
  ) AS reached_at_ms,
  CASE WHEN ${OPEN_FILE} THEN (
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

INSERT INTO expected_document (kind, category_id) VALUES
  ('identity', 0), ('housing', 0), ('income', 0), ('iban', 0);
-- Proof of the circumstance of whom it makes what they are; a report of whom illness or school concerns.
INSERT INTO expected_document (kind, category_id)
  SELECT 'circumstance', id FROM category WHERE name IN ('أرملة', 'مطلقة', 'يتيم', 'أسرة سجين', 'مهجورة أو معلقة');
INSERT INTO expected_document (kind, category_id)
  SELECT 'reports', id FROM category WHERE name IN ('يتيم', 'ذو إعاقة', 'مريض');

INSERT INTO party_reach (party_id, reached_at_ms, missing)
  SELECT party_id, reached_at_ms, missing FROM party_reach_now;

CREATE TRIGGER party_document_settles_insert AFTER INSERT ON party_document
BEGIN${settle('NEW')}
END;
CREATE TRIGGER party_document_settles_update
AFTER UPDATE OF party_id, kind, title, expires_on, removed_at_ms ON party_document
BEGIN${settle('OLD')}${settle('NEW')}
END;

CREATE TRIGGER party_reach_after_party_update AFTER UPDATE OF kind, merged_into ON party
BEGIN
  ${follow('NEW.id')}
END;
CREATE TRIGGER party_reach_after_party_delete AFTER DELETE ON party
BEGIN
  DELETE FROM party_reach WHERE party_id = OLD.id;
END;
${follows('party_role', 'party_id, role')}
${follows('contact', 'party_id, happened_at_ms, outcome')}
${follows('visit', 'party_id, arrived_at_ms')}
${follows('party_document', 'party_id, kind, removed_at_ms')}
${follows('party_category', 'party_id, category_id, until_on, withdrawn_at_ms')}
${follows('support_request', 'party_id, current_step')}
`;
