import { nameKey, nameWords } from '#shared/arabic/names.ts';
import { bareWord, findWords, nameTokens, pairToken } from '#shared/arabic/name-tokens.ts';
import type { Reader } from '../transaction.ts';
import type { FoundParty } from './found-party.ts';
import {
  isWord,
  memberWords,
  partyPairs,
  partyWords,
  raw,
  wordsHolding,
  wordsLike,
} from './search-statements.ts';

/**
 * People by the words of a name. First whose name begins so, by B-tree, in the order of the register; then, by FTS5, who
 * bears all the words anywhere, in another name, or in their household. Each question is capped: a typed letter cannot
 * wait for all matches to be read.
 */

/** Rows that FTS5 is asked for beyond what is wanted, so that the better of them can be put first. */
const TO_RANK = 24;
/** As long as the longest prefix that FTS5 keeps an index of. */
const INDEXED_PREFIX = 4;
/** A prefix that stands for more words than these is left to FTS5. */
const MOST_WORDS = 48;
/** Who bears three whole names, at most: they are sifted by the letters that follow. */
const MOST_SIFTED = 120;
/** Letters of the shortest fragment that is looked for within words. */
const SHORTEST_WITHIN = 3;

interface Named {
  id: number;
  search_name: string;
}

/** The first text after all that begin with `prefix`, in the byte order that SQLite compares by. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;
/** From a prefix to the end of all that begin with it, `cap` of them. */
export const range = (prefix: string, cap: number): { from: string; to: string; cap: number } => ({
  from: prefix,
  to: after(prefix),
  cap,
});

const byPrefix = raw<{ from: string; to: string; cap: number }, Named>(
  'SELECT id, search_name FROM party WHERE search_name >= ? AND search_name < ? ORDER BY search_name LIMIT ?',
  ['from', 'to', 'cap'],
);
const byNameKey = raw<{ key: string; cap: number }, { id: number }>(
  'SELECT id FROM party WHERE name_key = ? LIMIT ?',
  ['key', 'cap'],
);
const byAliasPrefix = raw<{ from: string; to: string; cap: number }, { id: number; alias: string }>(
  `SELECT party_id AS id, alias FROM party_alias WHERE search_name >= ? AND search_name < ?
   ORDER BY search_name LIMIT ?`,
  ['from', 'to', 'cap'],
);
const named = raw<{ ids: string }, Named>(
  'SELECT p.id, p.search_name FROM json_each(?) j CROSS JOIN party p ON p.id = j.value',
  ['ids'],
);
const otherNames = raw<{ ids: string }, { id: number; kind: 'alias' | 'latin'; text: string }>(
  `SELECT a.party_id AS id, 'alias' AS kind, a.alias AS text
   FROM json_each(?) j CROSS JOIN party_alias a ON a.party_id = j.value
   UNION ALL
   SELECT p.id, 'latin', p.latin_name FROM json_each(?) j CROSS JOIN party p ON p.id = j.value
   WHERE p.latin_name <> ''`,
  ['ids', 'ids'],
);
/** Still of the household, and without a file of their own: those are found by it. */
export const STANDS = 'm.left_on IS NULL AND m.withdrawn_at_ms IS NULL AND m.party_id IS NULL';
/** Whose household it is: its head who has a file, else whoever of it has one. */
export const HEAD = `(SELECT h.party_id FROM household_member h
  WHERE h.household_id = m.household_id AND h.party_id IS NOT NULL AND h.left_on IS NULL AND h.withdrawn_at_ms IS NULL AND h.withdrawn_at_ms IS NULL
  ORDER BY h.relation <> 'head', h.id LIMIT 1)`;
const membersByPrefix = raw<{ from: string; to: string; cap: number }, { id: number | null; text: string }>(
  `SELECT ${HEAD} AS id, m.name AS text FROM household_member m
   WHERE m.search_name >= ? AND m.search_name < ? AND m.search_name <> '' AND ${STANDS}
   ORDER BY m.search_name LIMIT ?`,
  ['from', 'to', 'cap'],
);
const membersOf = raw<{ ids: string }, { id: number | null; text: string }>(
  `SELECT ${HEAD} AS id, m.name AS text FROM json_each(?) j CROSS JOIN household_member m ON m.id = j.value
   WHERE ${STANDS}`,
  ['ids'],
);

/** Whom the words of a text mean, best first, at most about `limit`. */
export function searchNames(reader: Reader, text: string, limit: number): FoundParty[] {
  const found = searchWords(reader, text, limit);
  // «فاطمة ب» on the way to «فاطمة بنت»: what links the parts of a name is none of them.
  const before = found.length < limit ? HALF_A_LINK.exec(text.normalize('NFKC').trim())?.[1] : undefined;
  return before === undefined ? found : [...found, ...searchWords(reader, before, limit)];
}

const HALF_A_LINK = /^(.*\S)\s+[اأإ]?ب$/su;

function searchWords(reader: Reader, text: string, limit: number): FoundParty[] {
  const typed = nameWords(text).join(' ');
  if (typed === '') return [];
  // A whole name in another spelling (with or without the article) stands first.
  const found = reader.all(byNameKey, { key: nameKey(text), cap: limit }).map(direct);
  // «علي …» stands before «عليان …» in the index already: a space is less than any letter.
  found.push(...reader.all(byPrefix, range(typed, limit)).map(direct));
  if (found.length >= limit) return found;
  for (const row of reader.all(byAliasPrefix, range(typed, limit)))
    found.push({ id: row.id, via: { kind: 'alias', text: row.alias } });
  const words = findWords(text);
  const room = Math.max(limit, TO_RANK);
  found.push(...ranked(reader, words, matching(reader, words, room)));
  if (found.length >= limit) return found;
  const family = [
    ...reader.all(membersByPrefix, range(typed, limit)),
    ...membersNamed(reader, reader.all(memberWords.match, { match: allOf(reader, words), cap: limit })),
  ];
  for (const { id, text: name } of family)
    if (id !== null) found.push({ id, via: { kind: 'member', text: name } });
  if (found.length > 0) return found;
  const match = holdingAll(reader, words);
  return match === null ? [] : ranked(reader, [], reader.all(partyWords.match, { match, cap: room }));
}

type Ids = readonly { readonly id: number }[];

/**
 * Who bears all the words, the last one as far as it is typed. Words that thousands bear are asked for in pairs: two
 * common words together are borne by few, and FTS5 would read the whole lists of both.
 */
function matching(reader: Reader, words: readonly string[], cap: number): Ids {
  const bare = words.map(bareWord);
  const [last, before] = [bare.at(-1) ?? '', bare.slice(0, -1)];
  const previous = before.at(-1);
  if (previous !== undefined && before.every((word) => reader.get(isWord, { word }) !== undefined)) {
    const ends = reader.all(wordsLike, range(last, MOST_WORDS + 1));
    if (ends.length === 0) return [];
    const pairs = before.slice(1).map((word, index) => quoted(pairToken(before[index] ?? '', word)));
    // Three whole names are borne by a few: who of them bears the first letters of the fourth is seen by their names.
    if (ends.length > MOST_WORDS && before.length > 2)
      return reader.all(partyPairs.match, { match: pairs.join(' AND '), cap: MOST_SIFTED });
    if (ends.length <= MOST_WORDS) {
      const finals = ends.map(({ word }) => quoted(pairToken(previous, word)));
      const match = [...pairs, `(${finals.join(' OR ')})`].join(' AND ');
      return reader.all(partyPairs.match, { match, cap });
    }
  }
  return reader.all(partyWords.match, {
    match: allOf(reader, words),
    cap,
  });
}

/** Each word as a prefix, all of them wanted. */
const allOf = (reader: Reader, words: readonly string[]): string =>
  words.map((word) => prefixOf(reader, bareWord(word))).join(' AND ');

/** A prefix that is longer than FTS5's own indexes of them as the few whole words that it stands for. */
function prefixOf(reader: Reader, word: string): string {
  if (Array.from(word).length > INDEXED_PREFIX) {
    const known = reader.all(wordsLike, range(word, MOST_WORDS + 1));
    if (known.length > 0 && known.length <= MOST_WORDS) return anyOf(known);
  }
  return `${quoted(word)}*`;
}

/**
 * What is asked when nobody bears words that begin so: fragments from within words, as the words they stand in. Null when
 * no word is such a fragment.
 */
function holdingAll(reader: Reader, words: readonly string[]): string | null {
  let within = false;
  const asked: string[] = [];
  for (const word of words.map(bareWord)) {
    const begun = reader.all(wordsLike, range(word, 1)).length > 0;
    const holding =
      begun || Array.from(word).length < SHORTEST_WITHIN
        ? []
        : reader.all(wordsHolding, range(word, MOST_WORDS));
    if (!begun && holding.length === 0) return null;
    within ||= !begun;
    asked.push(begun ? prefixOf(reader, word) : anyOf(holding));
  }
  return within ? asked.join(' AND ') : null;
}

/** In quotes, so that no word is an operator. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
const anyOf = (words: readonly { readonly word: string }[]): string =>
  `(${words.map(({ word }) => quoted(word)).join(' OR ')})`;

const direct = ({ id }: { readonly id: number }): FoundParty => ({ id, via: null });

const listed = (rows: readonly { readonly id: number }[]): string => JSON.stringify(rows.map(({ id }) => id));

const membersNamed = (
  reader: Reader,
  rows: readonly { readonly id: number }[],
): { id: number | null; text: string }[] =>
  rows.length === 0 ? [] : reader.all(membersOf, { ids: listed(rows) });

/** Those who bear the words in their own name first, and of them those whose first name is the first word. */
function ranked(reader: Reader, words: readonly string[], rows: Ids): FoundParty[] {
  if (rows.length === 0) return [];
  const people = reader.all(named, { ids: listed(rows) });
  const rank = ({ search_name }: Named): number => {
    const own = search_name.split(' ');
    if (!words.every((word) => bears(own, word))) return 3;
    return (own[0] ?? '').startsWith(words[0] ?? '') ? 1 : 2;
  };
  const ordered = people
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank || (a.row.search_name < b.row.search_name ? -1 : 1));
  const unclear = ordered.filter((one) => one.rank === 3).map((one) => one.row);
  const others = new Map<number, FoundParty['via']>();
  if (unclear.length > 0)
    for (const { id, kind, text } of reader.all(otherNames, { ids: listed(unclear) })) {
      const own = [...nameTokens(text)];
      if (!others.has(id) && words.every((word) => bears(own, word))) others.set(id, { kind, text });
    }
  // What was sifted may bear the whole names alone; words within words (بكر of أبوبكر) are no reason to leave anybody out.
  const sifted = words.length > 3;
  return ordered
    .filter(({ row, rank: place }) => !sifted || place < 3 || others.has(row.id) || within(row, words))
    .map(({ row }) => ({ id: row.id, via: others.get(row.id) ?? null }));
}

/** The words stand in the name as a whole, also within its joined words. */
const within = ({ search_name }: Named, words: readonly string[]): boolean =>
  words.every((word) => search_name.includes(bareWord(word)));

const bears = (own: readonly string[], word: string): boolean => {
  const bare = bareWord(word);
  return own.some((one) => one.startsWith(word) || bareWord(one).startsWith(bare));
};
