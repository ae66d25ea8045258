import { nameKey, nameWords } from '#shared/arabic/names.ts';
import { bareWord, findWords, nameTokens } from '#shared/arabic/name-tokens.ts';
import type { Reader } from '../transaction.ts';
import type { FoundParty } from './found-party.ts';
import { holdingAll, type Question, questionOf, range } from './name-match.ts';
import { type Bearers, memberWords, OF_MEMBERS, OF_PARTIES, partyWords, raw } from './search-statements.ts';

/**
 * People by the words of a name. First whose name begins so, by B-tree, in the order of the register; then, by FTS5, who
 * bears all the words anywhere, in another name, or in their household. Each question is capped: a typed letter cannot
 * wait for all matches to be read.
 */

/** Rows that FTS5 is asked for beyond what is wanted, so that the better of them can be put first. */
const TO_RANK = 24;
interface Named {
  id: number;
  search_name: string;
}

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
  const question = questionOf(reader, words);
  if (question !== null) found.push(...bearersNamed(reader, words, question, room));
  if (found.length >= limit) return found;
  const family = [
    ...reader.all(membersByPrefix, range(typed, limit)),
    ...(question === null ? [] : membersBearing(reader, words, question, limit)),
  ];
  for (const { id, text: name } of family)
    if (id !== null) found.push({ id, via: { kind: 'member', text: name } });
  if (found.length > 0) return found;
  const match = holdingAll(reader, words);
  return match === null ? [] : ranked(reader, [], reader.all(partyWords.match, { match, cap: room }));
}

type Ids = readonly { readonly id: number }[];

const answers = (reader: Reader, bearers: Bearers, { of, match }: Question, cap: number): Ids =>
  reader.all(bearers[of].match, { match, cap });

/** Who bears all the words. What answers too much is sifted, and asked strictly when that leaves too few. */
function bearersNamed(
  reader: Reader,
  words: readonly string[],
  question: Question,
  cap: number,
): FoundParty[] {
  const rows = answers(reader, OF_PARTIES, question, cap);
  const found = ranked(reader, words, rows, question.strict !== null);
  if (question.strict === null || found.length === rows.length || rows.length < cap) return found;
  return ranked(reader, words, reader.all(partyWords.match, { match: question.strict, cap }));
}

const direct = ({ id }: { readonly id: number }): FoundParty => ({ id, via: null });

const listed = (rows: readonly { readonly id: number }[]): string => JSON.stringify(rows.map(({ id }) => id));

function membersBearing(
  reader: Reader,
  words: readonly string[],
  question: Question,
  cap: number,
): { id: number | null; text: string }[] {
  const rows = answers(reader, OF_MEMBERS, question, cap);
  const members = (of: Ids): { id: number | null; text: string }[] =>
    of.length === 0 ? [] : reader.all(membersOf, { ids: listed(of) });
  if (question.strict === null) return members(rows);
  const found = members(rows).filter(({ text }) => holds([...nameTokens(text)], words));
  if (found.length === rows.length || rows.length < cap) return found;
  return members(reader.all(memberWords.match, { match: question.strict, cap }));
}

/** Those who bear the words in their own name first, and of them those whose first name is the first word. */
function ranked(reader: Reader, words: readonly string[], rows: Ids, sifted = false): FoundParty[] {
  if (rows.length === 0) return [];
  const people = reader.all(named, { ids: listed(rows) });
  const rank = ({ search_name }: Named): number => {
    const own = search_name.split(' ');
    if (!holds(own, words)) return 3;
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
      if (!others.has(id) && holds(own, words)) others.set(id, { kind, text });
    }
  // What was sifted may bear the whole names alone; words within words (بكر of أبوبكر) are no reason to leave anybody out.
  return ordered
    .filter(({ row, rank: place }) => !sifted || place < 3 || others.has(row.id) || within(row, words))
    .map(({ row }) => ({ id: row.id, via: others.get(row.id) ?? null }));
}

/** The words stand in the name as a whole, also within its joined words. */
const within = ({ search_name }: Named, words: readonly string[]): boolean =>
  words.every((word) => search_name.includes(bareWord(word)));

const holds = (own: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => bears(own, word));

const bears = (own: readonly string[], word: string): boolean => {
  const bare = bareWord(word);
  return own.some((one) => one.startsWith(word) || bareWord(one).startsWith(bare));
};
