import { stripInvisible } from './digits.ts';
import { searchKey } from './search-key.ts';

/**
 * Names as people write them: عبدالله and عبد الله, بن or none, العتيبي and عتيبي are one name. A key says that two
 * spellings *may* be one person; fathers and sons repeat names, so nothing is ever merged by it alone.
 */

/** Between the parts of a name, and not part of it. */
const LINKS = new Set(['بن', 'ابن', 'بنت', 'ابنه']);

/** Words that are written joined to the next one or apart (folded: آل is ال). أمّ and با as أبو. */
const JOINS_NEXT = new Set(['عبد', 'ابو', 'ابا', 'ابي', 'ال', 'ام', 'با']);

/** Words that join the next one only when it has the article: أمة الرحمن, العبد الكريم. */
const JOINS_ARTICLE = new Set(['امه', 'العبد', 'ابوعبد']);

/** Words that are written joined to the one before: سيف الدين, ضيف الله. */
const JOINS_PREVIOUS = new Set(['الدين', 'الله']);

/** Names whose ال is no article: dropping it would make another name of them. */
export const ROOTED: ReadonlySet<string> = new Set([
  'الله',
  'الياس',
  'الهام',
  'الطاف',
  'الماس',
  'الفت',
  'الين',
  'اليسار',
  'اليان',
  'البير',
  'العازر',
]);

/**
 * The words of a name for matching: folded, بن/ابن/بنت dropped, compound parts joined. The article of the family
 * name is kept, so these suit an index that is searched while a name is being typed.
 * Empty only for a text without any letter or digit.
 */
export function nameWords(text: string): string[] {
  const written = searchKey(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '');
  const parts = written.filter((word) => !LINKS.has(word));
  // «ابن» alone is all that was typed: a key is never empty for it.
  return joinParts(parts.length === 0 ? written : parts);
}

function joinParts(parts: readonly string[]): string[] {
  const words: string[] = [];
  let held = '';
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (held === '' && JOINS_PREVIOUS.has(part) && words.length > 0) {
      words.push(`${words.pop() ?? ''}${part}`);
      continue;
    }
    const joins = next !== undefined && joinsNext(part, next);
    // أبا and أبي are أبو in another case, when something follows.
    held += joins && (part === 'ابا' || part === 'ابي') ? 'ابو' : part;
    if (!joins) {
      words.push(kunya(held));
      held = '';
    }
  }
  return words;
}

const joinsNext = (part: string, next: string): boolean =>
  JOINS_NEXT.has(part) || (JOINS_ARTICLE.has(part) && next.startsWith('ال'));

/** أباالخيل, أبالخيل and أبابكر, written in one word, as أبوالخيل and أبوبكر; أبان and أباظة are left alone. */
const kunya = (word: string): string =>
  word.replace(/^ابا{1,2}ل(?=.{3})/u, 'ابوال').replace(/^اب[اي](?=.{3})/u, 'ابو');

/** The family name without its article: العتيبي → عتيبي; never down to fewer than two letters. */
const withoutArticle = (family: string): string =>
  ROOTED.has(family) ? family : family.replace(/^ال(?=.{2})/u, '');

/**
 * One key for all spellings of one full name; another order, a missing part or another name gives another key
 * (حسن and حسين, سعد and سعيد stay apart). The leading ال is optional on the last word of a name of two words or
 * more: a single word is a first name (إلهام). Never empty, but for a text that holds nothing at all.
 */
export const nameKey = (text: string): string => nameKeyOf(nameWords(text), text);

/** The same of a name whose `nameWords` are there already. */
export function nameKeyOf(all: readonly string[], text: string): string {
  const words = [...all];
  const family = words.length > 1 ? words.pop() : undefined;
  if (family !== undefined) words.push(withoutArticle(family));
  const key = words.join(' ');
  // «ء» folds to nothing and «-» has no letter: what was typed stands for itself.
  return key === '' ? searchKey(text) || stripInvisible(text).trim() : key;
}

/**
 * The first name as it was written, whole when it is of two words: عبد الله, أبو بكر, سيف الدين. For a place too narrow
 * for the rest. Empty for an empty text.
 */
export function givenName(text: string): string {
  const [first = '', second] = text.trim().split(/\s+/u);
  if (second === undefined) return first;
  const [part, next] = [searchKey(first), searchKey(second)];
  return joinsNext(part, next) || JOINS_PREVIOUS.has(next) ? `${first} ${second}` : first;
}
