import { nameWords, ROOTED } from './names.ts';
import { searchKey } from './search-key.ts';

/** Names that a party is known by. */
export interface PartyNames {
  readonly name: string;
  readonly latinName: string;
  readonly aliases: readonly string[];
}

/** Between the parts of a Latin name, and not part of it: Muhammad bin Salman. */
const LATIN_LINKS = new Set(['bin', 'ibn', 'bint', 'ben']);
/** Written joined to the next part or apart: Al Harbi, Abd Allah, Abu Bakr. */
const LATIN_JOINS = new Set(['al', 'el', 'abd', 'abdul', 'abdel', 'abu', 'abou', 'umm']);

const isLatin = (word: string): boolean => /^[a-z]/u.test(word);

const withoutArticle = (word: string): string => word.replace(/^ال(?=..)/su, '');

/** A word without its article: مطيري of المطيري; never down to fewer than two letters. الله and إلهام have none. */
export const bareWord = (word: string): string => (ROOTED.has(word) ? word : withoutArticle(word));

/**
 * The words of a name or of what is typed to find one: folded, بن and bin dropped, compound parts joined. Empty only for a
 * text without any letter or digit.
 */
export function findWords(text: string): string[] {
  const words: string[] = [];
  let held = '';
  const all = nameWords(text);
  for (const [index, word] of all.entries()) {
    if (!isLatin(word)) words.push(word);
    else if (LATIN_LINKS.has(word) && all.length > 1) continue;
    else if (LATIN_JOINS.has(word) && index + 1 < all.length) held += word;
    else {
      words.push(held + word);
      held = '';
    }
  }
  if (held !== '') words.push(held);
  return words;
}

/** The parts that a compound is made of, however it was written: بكر of أبوبكر, رحمن of عبدالرحمن, سيف of سيفالدين. */
function partsOf(word: string): string[] {
  const before = /^(?:عبد|ابو|ام|با)(.{3,})$/su.exec(word)?.[1];
  const after = /^(.{2,})(الله|الدين)$/su.exec(word);
  const latin = /^(?:abdul|abdel|abd|abu|al|el)(.{3,})$/u.exec(word)?.[1];
  return [before, after?.[1], after?.[2], latin].filter((part) => part !== undefined);
}

/** Every word that a name is found by: joined, in its parts, and each without its article. */
export const nameTokens = (name: string): Set<string> => {
  const words = new Set<string>();
  addTokens(words, findWords(name), name);
  return words;
};

function addTokens(tokens: Set<string>, words: readonly string[], name: string): void {
  const add = (word: string): void => {
    if (word === '' || tokens.has(word)) return;
    tokens.add(word);
    // Of إلهام too: half typed, nobody knows that it has no article.
    tokens.add(withoutArticle(word));
  };
  for (const word of words) {
    add(word);
    for (const part of partsOf(word)) add(part);
  }
  // As they were written: the parts of a name that is joined above.
  for (const word of searchKey(name).split(/[^\p{L}\p{N}]+/u)) add(word);
}

/** Of a private area, so that nobody types it; FTS5 takes it for part of a word. */
const BETWEEN = '\uE000';
const BEFORE = '\uE001';

/** Two words of one name as one, in either order, each without its article. */
export function pairToken(one: string, other: string): string {
  const [a, b] = [bareWord(one), bareWord(other)];
  return a < b ? `${a}${BETWEEN}${b}` : `${b}${BETWEEN}${a}`;
}

/** A word of a name and the first letter of another one of it. */
export const initialToken = (word: string, letter: string): string => `${bareWord(word)}${BEFORE}${letter}`;

/** Words further apart than these are not paired: the long names of bodies. */
const FARTHEST = 12;

/**
 * Every two words of a name, a word that is borne twice with itself too, and each word with the first letters of the
 * others: of those who bear «سعد», all whose other name begins with «م» are one list.
 */
function addPairs(pairs: Set<string>, words: readonly string[]): void {
  const own = [...words, ...words.flatMap(partsOf)];
  for (const [index, word] of own.entries())
    for (const next of own.slice(index + 1, index + 1 + FARTHEST)) {
      pairs.add(pairToken(word, next));
      for (const [one, other] of [
        [word, next],
        [next, word],
      ] as const) {
        pairs.add(initialToken(one, firstLetter(other)));
        // Of الحربي, half typed, the first letter is that of the article.
        pairs.add(initialToken(one, firstLetter(bareWord(other))));
      }
    }
}

export const firstLetter = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0x20);

/** What a name is found by: its words, each once, and the pairs of them. */
export interface NameTokens {
  readonly words: Set<string>;
  readonly pairs: Set<string>;
}

/** What several names of one party, or the one of a member, are found by: pairs are of one name only. */
export function tokensOf(names: readonly string[]): NameTokens {
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const name of names) {
    if (name === '') continue;
    const own = findWords(name);
    addTokens(words, own, name);
    addPairs(pairs, own);
  }
  return { words, pairs };
}

export const partyTokens = ({ name, latinName, aliases }: PartyNames): NameTokens =>
  tokensOf([name, latinName, ...aliases]);

/** What follows the first letters of a word, down to three letters: a fragment from its middle finds the word by them. */
export const wordEnds = (word: string): string[] => {
  const letters = Array.from(word);
  return letters.slice(1, -2).map((_, index) => letters.slice(index + 1).join(''));
};
