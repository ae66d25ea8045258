/** How parties are found by fragments of their names, beside `party_words` and `member_words`. */
export const PARTY_SEARCH = `
-- ---- found -----------------------------------------------------------------------------------------------------------
-- Every mobile is a contact point, and found as one.
DROP INDEX party_by_mobile;

-- Names of members of households, by member.
CREATE VIRTUAL TABLE member_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3 4',
  tokenize = 'unicode61 remove_diacritics 0'
);

-- Every two words of a name as one, and each word with the first letter of another: of a name typed with words that thousands bear, the few who bear both are read, and
-- not all who bear either.
CREATE VIRTUAL TABLE party_pair_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE VIRTUAL TABLE member_pair_words USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = 'unicode61 remove_diacritics 0'
);

-- What the words of \`name_word\` end in: a fragment from the middle of a word finds the words it stands in.
CREATE TABLE name_word_end (
  ending TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (ending, word)
) STRICT, WITHOUT ROWID;
`;
