import { bareWord, firstLetter, initialToken, pairToken } from '#shared/arabic/name-tokens.ts';
import type { Reader } from '../transaction.ts';
import { type Bearers, isWord, wordsHolding, wordsLike } from './search-statements.ts';

/**
 * What FTS5 is asked for the words of a name. Lists that a large part of the register stands in are never read against
 * each other: two words, and a word with the first letter of another, are lists of their own.
 */

/** As long as the longest prefix that FTS5 keeps an index of. */
const INDEXED_PREFIX = 4;
/** A prefix that stands for more words than these is left to FTS5. */
const MOST_WORDS = 48;
/** Of fragments alone, one that stands for so few words is taken for all of them. */
const FEW_WORDS = 8;
/** Letters of the shortest fragment that is looked for within words. */
const SHORTEST_WITHIN = 3;

/** The first text after all that begin with `prefix`, in the byte order that SQLite compares by. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;
/** From a prefix to the end of all that begin with it, `cap` of them. */
export const range = (prefix: string, cap: number): { from: string; to: string; cap: number } => ({
  from: prefix,
  to: after(prefix),
  cap,
});

export interface Question {
  readonly of: keyof Bearers;
  readonly match: string;
  /**
   * Others than who is meant may answer too, since a fragment is asked for by its first letter alone: then, what asks the
   * lists of all words for exactly who is meant.
   */
  readonly strict: string | null;
}

/** Who bears all the words, the last one as far as it is typed; null when nobody can. */
export function questionOf(reader: Reader, typed: readonly string[]): Question | null {
  const words = typed.map(bareWord);
  if (words.length < 2) return { of: 'words', match: allOf(reader, words), strict: null };
  const asked = words.map((word, index) => meanings(reader, word, index === words.length - 1));
  if (asked.some(({ known }) => known.length === 0)) return null;
  const few = asked.filter(({ known }) => known.length <= FEW_WORDS);
  const anchor =
    asked.find(({ whole }) => whole) ?? few.toSorted((a, b) => a.known.length - b.known.length).at(0);
  if (anchor === undefined) return { of: 'words', match: allOf(reader, words), strict: null };
  let loose = false;
  const terms = asked
    .filter((one) => one !== anchor)
    .map(({ word, known, letter }) => {
      const whole = !letter && known.length * anchor.known.length <= MOST_WORDS;
      loose ||= !letter && !whole;
      return anyOf(
        anchor.known.flatMap((one) =>
          whole ? known.map((other) => pairToken(one, other)) : [initialToken(one, firstLetter(word))],
        ),
      );
    });
  return { of: 'pairs', match: terms.join(' AND '), strict: loose ? allOf(reader, words) : null };
}

interface Meanings {
  readonly word: string;
  /** It stands in the register as it is, and something follows it. */
  readonly whole: boolean;
  readonly letter: boolean;
  /** The words that it may be the beginning of, one more than are of use at most. */
  readonly known: readonly string[];
}

function meanings(reader: Reader, word: string, last: boolean): Meanings {
  const letter = Array.from(word).length === 1;
  const whole = !letter && !last && reader.get(isWord, { word }) !== undefined;
  const known = whole
    ? [word]
    : [...new Set(reader.all(wordsLike, range(word, MOST_WORDS + 1)).map((one) => bareWord(one.word)))];
  return { word, whole, letter, known };
}

/** Each word as a prefix, all of them wanted. */
const allOf = (reader: Reader, words: readonly string[]): string =>
  words.map((word) => prefixOf(reader, word)).join(' AND ');

/** A prefix that is longer than FTS5's own indexes of them as the few whole words that it stands for. */
function prefixOf(reader: Reader, word: string): string {
  if (Array.from(word).length > INDEXED_PREFIX) {
    const known = reader.all(wordsLike, range(word, MOST_WORDS + 1));
    if (known.length > 0 && known.length <= MOST_WORDS) return anyOf(known.map((one) => one.word));
  }
  return `${quoted(word)}*`;
}

/**
 * What is asked when nobody bears words that begin so: fragments from within words, as the words they stand in. Null when
 * no word is such a fragment.
 */
export function holdingAll(reader: Reader, words: readonly string[]): string | null {
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
    asked.push(begun ? prefixOf(reader, word) : anyOf(holding.map((one) => one.word)));
  }
  return within ? asked.join(' AND ') : null;
}

/** In quotes, so that no word is an operator. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
const anyOf = (words: readonly string[]): string => `(${words.map(quoted).join(' OR ')})`;
