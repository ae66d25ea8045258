import type { Statement } from '../statement.ts';

/**
 * FTS5 of names, the party's and the household member's: written and matched here alone. `detail = none` keeps the
 * index small; bm25 is never asked for, since it reads every match.
 */

/** A statement in SQL that Kysely cannot build. The holes are `?`, in the order of `names`. */
export const raw = <P extends Readonly<Record<string, string | number>>, Row>(
  sql: string,
  names: readonly (keyof P & string)[],
): Statement<P, Row> => ({ sql, values: (params) => names.map((name) => params[name]) });

type Table = 'party_words' | 'party_pair_words' | 'member_words' | 'member_pair_words';

const wordsOf = (table: Table) => ({
  add: raw<{ id: number; words: string }, never>(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`, [
    'id',
    'words',
  ]),
  drop: raw<{ id: number }, never>(`DELETE FROM ${table} WHERE rowid = ?`, ['id']),
  clear: raw<Readonly<Record<string, never>>, never>(
    `INSERT INTO ${table} (${table}) VALUES ('delete-all')`,
    [],
  ),
  /** One list where many had piled up: what a bulk load leaves is read a third faster after it. */
  settle: raw<Readonly<Record<string, never>>, never>(
    `INSERT INTO ${table} (${table}) VALUES ('optimize')`,
    [],
  ),
  match: raw<{ match: string; cap: number }, { id: number }>(
    `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? LIMIT ?`,
    ['match', 'cap'],
  ),
});

export const partyWords = wordsOf('party_words');
export const partyPairs = wordsOf('party_pair_words');
export const memberWords = wordsOf('member_words');
export const memberPairs = wordsOf('member_pair_words');

/** The words and the pairs of one kind of bearers. */
export const OF_PARTIES = { words: partyWords, pairs: partyPairs };
export const OF_MEMBERS = { words: memberWords, pairs: memberPairs };
export type Bearers = typeof OF_PARTIES;

export const learnWord = raw<{ word: string }, never>('INSERT OR IGNORE INTO name_word (word) VALUES (?)', [
  'word',
]);
export const learnEnd = raw<{ ending: string; word: string }, never>(
  'INSERT OR IGNORE INTO name_word_end (ending, word) VALUES (?, ?)',
  ['ending', 'word'],
);
export const forgetWords = raw<Readonly<Record<string, never>>, never>('DELETE FROM name_word', []);
/** Whether a word was ever indexed, as it stands. */
export const isWord = raw<{ word: string }, { word: string }>('SELECT word FROM name_word WHERE word = ?', [
  'word',
]);
/** Words that were ever indexed and begin so. */
export const wordsLike = raw<{ from: string; to: string; cap: number }, { word: string }>(
  'SELECT word FROM name_word WHERE word >= ? AND word < ? LIMIT ?',
  ['from', 'to', 'cap'],
);
export const forgetEnds = raw<Readonly<Record<string, never>>, never>('DELETE FROM name_word_end', []);
/** Words in which a fragment stands further on. */
export const wordsHolding = raw<{ from: string; to: string; cap: number }, { word: string }>(
  'SELECT DISTINCT word FROM name_word_end WHERE ending >= ? AND ending < ? LIMIT ?',
  ['from', 'to', 'cap'],
);
