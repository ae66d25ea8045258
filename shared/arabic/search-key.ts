import { stripInvisible, toAsciiDigits } from './digits.ts';

/**
 * The version of `searchKey`, `nameKey` and the tokens of names: stored beside folded columns and indexes, which are
 * rebuilt when it changes. Any change of these functions' answers raises it.
 */
export const NORM_VERSION = 3;

/** Presentation forms of lone vowel signs: compatibility folding would put a space into the word for each. */
const LONE_MARKS = /[\uFC5E-\uFC63\uFCF2-\uFCF4\uFE70-\uFE7F]/g;

/** Honorific marks, tashkeel, dagger alef, Quranic signs, tatweel, high hamza; and Latin accents. */
const MARKS =
  /[\u0300-\u036F\u0610-\u061A\u0640\u064B-\u065F\u0670\u0674\u06D6-\u06ED\u08CA-\u08E1\u08E3-\u08FF]/g;

/** What NFKD does not take apart by itself: it turns أ إ آ ؤ ئ into their bare letters and a mark. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/[ٱٲٳ]/g, 'ا'],
  [/[ىیۍېے]/g, 'ي'],
  [/ء/g, ''],
  [/[ةۃہەھ]/g, 'ه'],
  [/[کڪ]/g, 'ك'],
];

/**
 * Folds a text so that its usual spellings meet: unicode61 alone splits فَاطِمَة and misses محمـــد. Compatibility
 * forms are opened (ﻻ, ﷲ, NBSP, full width), marks and invisible characters dropped, letters and digits folded,
 * case lowered, spaces collapsed. Idempotent. For columns and queries only, never shown.
 */
export function searchKey(text: string): string {
  if (text !== last.text) last = { text, key: fold(text) };
  return last.key;
}

/** One name is folded for its words, its key and its index in a row: the second time it is known. */
let last = { text: '', key: '' };

function fold(text: string): string {
  // NFKD gives what NFKC would, since every mark it splits off (hamza above, madda) is dropped just below.
  let key = stripInvisible(text.replace(LONE_MARKS, '')).normalize('NFKD').toLowerCase().normalize('NFKD');
  key = key.replace(MARKS, '');
  for (const [letters, folded] of FOLDS) key = key.replace(letters, folded);
  return stripInvisible(toAsciiDigits(key)).normalize('NFC').replace(/\s+/g, ' ').trim();
}
