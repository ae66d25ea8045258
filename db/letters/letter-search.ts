import { NORM_VERSION, searchKey } from '#shared/arabic/search-key.ts';
import { letterContentSchema, type LetterContent } from '#shared/letters/letter.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import { type RawBuilder, sql } from 'kysely';
import { type NoParams, queries, statement, type Statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/**
 * Words of letters, outgoing and incoming, by FTS5: addressee or sender, subject, body, number. Folded as names are, so
 * that every usual spelling meets. FTS5 is written and matched here and in `db/search-index.ts`, nowhere else.
 */
type Table = 'letter_words' | 'incoming_words';

/** A statement in SQL that Kysely cannot build. The holes are `?`, in the order of `names`. */
const raw = <P extends Readonly<Record<string, string | number>>, Row>(
  text: string,
  names: readonly (keyof P & string)[],
): Statement<P, Row> => ({ sql: text, values: (params) => names.map((name) => params[name]) });

const statementsOf = (table: Table) => ({
  add: raw<{ id: number; words: string }, never>(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`, [
    'id',
    'words',
  ]),
  drop: raw<{ id: number }, never>(`DELETE FROM ${table} WHERE rowid = ?`, ['id']),
  clear: raw<NoParams, never>(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`, []),
  any: raw<NoParams, { id: number }>(`SELECT rowid AS id FROM ${table} LIMIT 1`, []),
  match: raw<{ match: string; cap: number }, { id: number }>(
    `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`,
    ['match', 'cap'],
  ),
});
const outgoing = statementsOf('letter_words');
const incoming = statementsOf('incoming_words');

/** What hangs on a word in front: و ف, then ب ك ل, then the article. Two letters at least must be left. */
const IN_FRONT = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{2})/u;

/** The words of a text as the index holds them: folded, each once, and beside each its form without what hangs on it. */
function letterWords(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const word of searchKey(text).split(/[^\p{L}\p{N}]+/u)) {
      if (word === '') continue;
      words.add(word);
      words.add(word.replace(IN_FRONT, ''));
    }
  return words;
}

const joined = (texts: readonly string[]): string => [...letterWords(texts)].join(' ');

const textsOf = (content: LetterContent, referenceNumber: string | null): string[] => [
  referenceNumber ?? '',
  content.subject,
  recipientLine(content.recipient),
  plainText(content.body),
  content.inReplyTo,
  ...content.copies,
];

/** A new outgoing letter or draft becomes findable by its words; `referenceNumber` in ASCII digits, null before issue. */
export const indexLetter = (
  tx: WriteTransaction,
  id: number,
  content: LetterContent,
  referenceNumber: string | null,
): void => {
  tx.run(outgoing.add, { id, words: joined(textsOf(content, referenceNumber)) });
};

/** The same after an edit, or when the letter got its number. */
export const reindexLetter = (
  tx: WriteTransaction,
  id: number,
  content: LetterContent,
  referenceNumber: string | null,
): void => {
  dropLetter(tx, id);
  indexLetter(tx, id, content, referenceNumber);
};

const dropLetter = (tx: WriteTransaction, id: number): void => {
  tx.run(outgoing.drop, { id });
};

/** A registered incoming letter; `texts`: both numbers, sender, subject, and whatever else it should be found by. */
export const indexIncoming = (tx: WriteTransaction, id: number, texts: readonly string[]): void => {
  tx.run(incoming.drop, { id });
  tx.run(incoming.add, { id, words: joined(texts) });
};

/**
 * All words wanted, each as a prefix, without what hangs on it in front (the index holds every word so as well): what
 * FTS5 is asked. Null without a word. Quoted, so that nothing typed is an operator.
 */
export function wordsMatch(text: string): string | null {
  const words = searchKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `"${word.replace(IN_FRONT, '')}"*`).join(' AND ');
}

/**
 * A condition on `letter`: it holds every word of `match`. A test, not a way in (hence the plus): the register is read in
 * its own order through its own index, and no letter is fetched to be sorted.
 */
export const lettersWithWords = (match: string): RawBuilder<boolean> =>
  sql`+letter.id in (select rowid from letter_words where letter_words match ${match})`;

const holding = raw<{ ids: string; match: string; from: number; to: number }, { id: number }>(
  `SELECT value AS id FROM json_each(?) WHERE value IN
   (SELECT rowid FROM letter_words WHERE letter_words MATCH ? AND rowid BETWEEN ? AND ?)`,
  ['ids', 'match', 'from', 'to'],
);

/** Those of some outgoing letters that hold every word of `match`, in the order they were given. */
export const lettersHolding = (reader: Reader, match: string, ids: readonly number[]): number[] =>
  ids.length === 0
    ? []
    : reader
        .all(holding, {
          ids: JSON.stringify(ids),
          match,
          from: ids.reduce((one, other) => Math.min(one, other)),
          to: ids.reduce((one, other) => Math.max(one, other)),
        })
        .map((row) => row.id);

/** Ids of the incoming letters that hold every word of `text`, highest id first, at most `cap`. */
export const findIncomingByWords = (reader: Reader, text: string, cap: number): number[] => {
  const match = wordsMatch(text);
  return match === null ? [] : reader.all(incoming.match, { match, cap }).map((row) => row.id);
};

const normVersion = statement()(() => queries.selectFrom('installation').select('norm_version'));
const letters = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('letter')
    .select(['id', 'content_json', 'reference_number'])
    .where('id', '>', param('after'))
    .orderBy('id')
    .limit(500),
);
const incomingLetters = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('incoming_letter')
    .select(['id', 'content_json', 'reference_number', 'their_number', 'sender_line', 'subject'])
    .where('id', '>', param('after'))
    .orderBy('id')
    .limit(500),
);

/** Every text anywhere within a JSON value: what an incoming letter's frozen content holds to be found by. */
function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsWithin);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}

/**
 * Indexes all letters again when the rules of folding have changed, or when there are letters and no index (a database
 * of before there was one). Call it before `refreshSearchIndex`, which records the new version.
 */
export function refreshLetterSearch(db: Reader & { write<T>(act: (tx: WriteTransaction) => T): T }): boolean {
  const stored = db.get(normVersion, {})?.norm_version;
  if (stored === undefined) return false;
  const missing = (any: Statement<NoParams, { id: number }>, rows: Statement<{ after: number }, unknown>) =>
    db.get(any, {}) === undefined && db.get(rows, { after: 0 }) !== undefined;
  // While the names are being folded (`refreshSearchIndex`), the letters are done: they come before them.
  const refolded = Math.abs(stored) !== NORM_VERSION;
  const fillLetters = refolded || missing(outgoing.any, letters);
  const fillIncoming = refolded || missing(incoming.any, incomingLetters);
  if (!fillLetters && !fillIncoming) return false;
  db.write((tx) => {
    // Nobody's act: the words of what is there already.
    tx.unaudited();
    if (fillLetters) indexAllLetters(tx);
    if (fillIncoming) indexAllIncoming(tx);
  });
  return true;
}

function indexAllLetters(tx: WriteTransaction): void {
  tx.run(outgoing.clear, {});
  for (let after = 0; ;) {
    const rows = tx.all(letters, { after });
    if (rows.length === 0) return;
    for (const row of rows) {
      const content = letterContentSchema.safeParse(JSON.parse(row.content_json));
      if (content.success) indexLetter(tx, row.id, content.data, row.reference_number);
      after = row.id;
    }
  }
}

function indexAllIncoming(tx: WriteTransaction): void {
  tx.run(incoming.clear, {});
  for (let after = 0; ;) {
    const rows = tx.all(incomingLetters, { after });
    if (rows.length === 0) return;
    for (const row of rows) {
      const { reference_number, their_number, sender_line, subject } = row;
      const content: unknown = JSON.parse(row.content_json);
      indexIncoming(tx, row.id, [
        reference_number,
        their_number,
        sender_line,
        subject,
        ...textsWithin(content),
      ]);
      after = row.id;
    }
  }
}
