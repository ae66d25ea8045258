import type { Migration } from './migration.ts';

/** P.1: a party once, with its roles, found by number, by name or by any word of the name. */
export const createParties: Migration = {
  version: 20,
  name: 'create-parties',
  sql: `
CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  search_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  id_kind TEXT NOT NULL,
  id_number TEXT CHECK (id_number <> ''),
  no_id_reason TEXT NOT NULL,
  mobile TEXT CHECK (mobile <> ''),
  village TEXT NOT NULL,
  sex TEXT,
  file_year INTEGER,
  file_number INTEGER CHECK (file_number > 0),
  created_at_ms INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES staff (id),
  updated_at_ms INTEGER NOT NULL,
  CHECK ((id_kind = 'none') = (id_number IS NULL)),
  CHECK ((file_year IS NULL) = (file_number IS NULL))
) STRICT;

CREATE UNIQUE INDEX party_by_id_number ON party (id_number, id_kind) WHERE id_number IS NOT NULL;
CREATE UNIQUE INDEX party_by_file ON party (file_year, file_number) WHERE file_number IS NOT NULL;
CREATE INDEX party_by_mobile ON party (mobile) WHERE mobile IS NOT NULL;
CREATE INDEX party_by_search_name ON party (search_name);
CREATE INDEX party_by_name_key ON party (name_key);

CREATE TABLE party_role (
  party_id INTEGER NOT NULL REFERENCES party (id),
  role TEXT NOT NULL,
  PRIMARY KEY (party_id, role)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_role_by_role ON party_role (role, party_id);

CREATE VIRTUAL TABLE party_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3 4',
  tokenize = 'unicode61 remove_diacritics 0'
);

-- Every word that was ever indexed: a long prefix is looked up here and matched as the few whole words it means, since
-- FTS5 gathers all matches of a prefix that is longer than its prefix indexes before it gives the first.
CREATE TABLE name_word (
  word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
`,
};
