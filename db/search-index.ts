import { toAsciiDigits } from '#shared/arabic/digits.ts';
import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import { nameKey, nameWords } from '#shared/arabic/names.ts';
import { NORM_VERSION, searchKey } from '#shared/arabic/search-key.ts';
import { parseYearNumber } from './registers/register-counter.ts';
import { type NoParams, queries, statement, type Statement } from './statement.ts';
import type { Reader, WriteTransaction } from './transaction.ts';

/**
 * Who is meant by a fragment. Numbers and the beginning of a name by B-tree; any other words by FTS5. Capped and ranked
 * here: bm25 reads every match, which a typed letter cannot wait for. FTS5 is written and matched in this file alone.
 */
const CAP = 200;

/** A statement in SQL that Kysely cannot build. The holes are `?`, in the order of `names`. */
const raw = <P extends Readonly<Record<string, string | number>>, Row>(
  sql: string,
  names: readonly (keyof P & string)[],
): Statement<P, Row> => ({ sql, values: (params) => names.map((name) => params[name]) });

interface Found {
  id: number;
  search_name: string;
}

const FOUND = 'p.id, p.search_name';
const byPrefix = raw<{ from: string; to: string; cap: number }, Found>(
  `SELECT ${FOUND} FROM party p WHERE p.search_name >= ? AND p.search_name < ? ORDER BY p.search_name LIMIT ?`,
  ['from', 'to', 'cap'],
);
const byNameKey = raw<{ key: string; cap: number }, Found>(
  `SELECT ${FOUND} FROM party p WHERE p.name_key = ? LIMIT ?`,
  ['key', 'cap'],
);
const byWords = raw<{ match: string; cap: number }, Found>(
  `SELECT ${FOUND} FROM party_words w JOIN party p ON p.id = w.rowid WHERE party_words MATCH ? LIMIT ?`,
  ['match', 'cap'],
);
const byIdNumber = raw<{ from: string; to: string; cap: number }, Found>(
  `SELECT ${FOUND} FROM party p WHERE p.id_number >= ? AND p.id_number < ? ORDER BY p.id_number LIMIT ?`,
  ['from', 'to', 'cap'],
);
const byMobile = raw<{ from: string; to: string; cap: number }, Found>(
  `SELECT ${FOUND} FROM party p WHERE p.mobile >= ? AND p.mobile < ? ORDER BY p.mobile LIMIT ?`,
  ['from', 'to', 'cap'],
);
const byFile = raw<{ year: number; number: number }, Found>(
  `SELECT ${FOUND} FROM party p WHERE p.file_year = ? AND p.file_number = ?`,
  ['year', 'number'],
);
const byFileOfAnyYear = raw<{ number: number; cap: number }, Found>(
  `SELECT ${FOUND} FROM register_counter c
   JOIN party p ON p.file_year = c.hijri_year AND p.file_number = ?
   WHERE c.register = 'files' ORDER BY c.hijri_year DESC LIMIT ?`,
  ['number', 'cap'],
);

const addWords = raw<{ id: number; words: string }, never>(
  'INSERT INTO party_words (rowid, words) VALUES (?, ?)',
  ['id', 'words'],
);
const learnWord = raw<{ word: string }, never>('INSERT OR IGNORE INTO name_word (word) VALUES (?)', ['word']);
const wordsLike = raw<{ from: string; to: string; cap: number }, { word: string }>(
  'SELECT word FROM name_word WHERE word >= ? AND word < ? LIMIT ?',
  ['from', 'to', 'cap'],
);
const dropWords = raw<{ id: number }, never>('DELETE FROM party_words WHERE rowid = ?', ['id']);

/** The folded columns of a party's name, as the index wants them. */
export const searchColumns = (name: string): { search_name: string; name_key: string } => ({
  search_name: nameWords(name).join(' '),
  name_key: nameKey(name),
});

/** Every word, its parts as they were written (بكر of أبو بكر), and the family name without its article. */
function indexedWords(name: string): Set<string> {
  const words = new Set(nameWords(name));
  words.add(nameKey(name).split(' ').at(-1) ?? '');
  for (const part of searchKey(name).split(/[^\p{L}\p{N}]+/u)) words.add(part);
  words.delete('');
  return words;
}

export const indexParty = (tx: WriteTransaction, id: number, name: string): void => {
  const words = indexedWords(name);
  tx.run(addWords, { id, words: [...words].join(' ') });
  for (const word of words) tx.run(learnWord, { word });
};

export const reindexParty = (tx: WriteTransaction, id: number, name: string): void => {
  tx.run(dropWords, { id });
  indexParty(tx, id, name);
};

/** The first text after all that begin with `prefix`, in the byte order that SQLite compares by. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;
const range = (prefix: string): { from: string; to: string; cap: number } => ({
  from: prefix,
  to: after(prefix),
  cap: CAP,
});

/** Ids of the parties that a fragment means, best first, at most `limit` (≤ 200). */
export function searchParties(reader: Reader, text: string, limit: number): number[] {
  const numbers = searchNumbers(reader, text);
  if (numbers !== null) return numbers.slice(0, limit);
  const found = searchNames(reader, text, limit);
  // Typed on the wrong keyboard layout: hgsghl is السلام on the same keys.
  const meant = fixLayout(text);
  return (found.length === 0 && meant !== text ? searchNames(reader, meant, limit) : found).slice(0, limit);
}

/** Null when the text is no number. Rank: id, then mobile, then file. */
function searchNumbers(reader: Reader, text: string): number[] | null {
  const typed = toAsciiDigits(text).trim();
  const file = parseYearNumber(typed);
  if (file !== null) return ids(reader.all(byFile, file));
  const digits = typed.replace(/[\s\-()]/gu, '');
  if (!/^\+?\d+$/u.test(digits)) {
    // A passport or another number with letters in it.
    const mixed = /^[A-Za-z]{1,3}\d{3,}$/u.exec(digits)?.[0];
    return mixed === undefined ? null : ids(reader.all(byIdNumber, range(mixed.toUpperCase())));
  }
  const mobile = /^(?:\+|00)?966(\d*)$|^0?(5\d*)$/u.exec(digits);
  const rest = mobile?.[1] ?? mobile?.[2];
  return ids([
    ...(digits.startsWith('+') ? [] : reader.all(byIdNumber, range(digits))),
    ...(rest === undefined ? [] : reader.all(byMobile, range(`+966${rest}`))),
    ...(/^\d{1,7}$/u.test(digits) ? reader.all(byFileOfAnyYear, { number: Number(digits), cap: CAP }) : []),
  ]);
}

const ids = (rows: readonly Found[]): number[] => [...new Set(rows.map((row) => row.id))];

function searchNames(reader: Reader, text: string, limit: number): number[] {
  const words = nameWords(text);
  if (words.length === 0) return [];
  const typed = words.join(' ');
  const found = reader.all(byPrefix, range(typed));
  // Enough people whose name begins so: those who bear it further on would stand below them anyway.
  if (found.length < limit) found.push(...reader.all(byWords, { match: matchOf(reader, words), cap: CAP }));
  const rank = (name: string): number => {
    if (name === typed || name.startsWith(`${typed} `)) return 1;
    return name.startsWith(typed) ? 2 : 3;
  };
  const ranked = found
    .map((row) => ({ row, rank: rank(row.search_name) }))
    .sort((a, b) => a.rank - b.rank || (a.row.search_name < b.row.search_name ? -1 : 1))
    .map(({ row }) => row);
  // A whole name in another spelling (with or without the article) stands first.
  return ids([...reader.all(byNameKey, { key: nameKey(text), cap: limit }), ...ranked]);
}

/** As long as the longest prefix that FTS5 keeps an index of. */
const INDEXED_PREFIX = 4;
/** A prefix that stands for more words than these is left to FTS5. */
const MOST_WORDS = 48;

/** Each word as a prefix, all of them wanted; with the article or without it. Quoted, so that no word is an operator. */
const matchOf = (reader: Reader, words: readonly string[]): string =>
  words
    .map((word) => {
      const bare = /^ال(.{2,})$/su.exec(word)?.[1];
      return `(${[word, ...(bare === undefined ? [] : [bare])].map((one) => prefixOf(reader, one)).join(' OR ')})`;
    })
    .join(' AND ');

function prefixOf(reader: Reader, word: string): string {
  if (Array.from(word).length > INDEXED_PREFIX) {
    const known = reader.all(wordsLike, { from: word, to: after(word), cap: MOST_WORDS + 1 });
    if (known.length > 0 && known.length <= MOST_WORDS)
      return known.map((row) => `"${quoted(row.word)}"`).join(' OR ');
  }
  return `"${quoted(word)}"*`;
}

const quoted = (word: string): string => word.replaceAll('"', '""');

const normVersion = statement()(() => queries.selectFrom('installation').select('norm_version'));
const names = statement<{ after: number }>()((param) =>
  queries
    .selectFrom('party')
    .select(['id', 'name'])
    .where('id', '>', param('after'))
    .orderBy('id')
    .limit(5000),
);
const fold = statement<{ id: number; search_name: string; name_key: string }>()((param) =>
  queries
    .updateTable('party')
    .set({ search_name: param('search_name'), name_key: param('name_key') })
    .where('id', '=', param('id')),
);
const staffNames = statement()(() => queries.selectFrom('staff').select(['id', 'name']));
const foldStaff = statement<{ id: number; name_key: string }>()((param) =>
  queries
    .updateTable('staff')
    .set({ name_key: param('name_key') })
    .where('id', '=', param('id')),
);
const setNorm = statement<{ version: number }>()((param) =>
  queries.updateTable('installation').set({ norm_version: param('version') }),
);

/** Folds everything again when the rules of folding have changed since the columns were written. */
export function refreshSearchIndex(
  db: Reader & { write<T>(act: (tx: WriteTransaction) => T): T },
  atMs: number,
): boolean {
  const stored = db.get(normVersion, {})?.norm_version;
  if (stored === undefined || stored === NORM_VERSION) return false;
  db.write((tx) => {
    tx.run(raw<NoParams, never>(`INSERT INTO party_words (party_words) VALUES ('delete-all')`, []), {});
    tx.run(raw<NoParams, never>('DELETE FROM name_word', []), {});
    for (let last = 0; ;) {
      const rows = tx.all(names, { after: last });
      for (const row of rows) {
        tx.run(fold, { id: row.id, ...searchColumns(row.name) });
        indexParty(tx, row.id, row.name);
        last = row.id;
      }
      if (rows.length === 0) break;
    }
    for (const row of tx.all(staffNames, {})) tx.run(foldStaff, { id: row.id, name_key: nameKey(row.name) });
    tx.run(setNorm, { version: NORM_VERSION });
    tx.audit({
      atMs,
      actorId: null,
      actorName: '',
      action: 'search.refolded',
      subjectKind: 'installation',
      subjectId: 1,
      details: { from: stored, to: NORM_VERSION },
    });
    return true;
  });
  return true;
}
