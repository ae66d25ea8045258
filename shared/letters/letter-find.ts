import { stripInvisible, toAsciiDigits } from '../arabic/digits.ts';
import { calendarOf } from '../calendar/typed-date.ts';
import { parseTypedSpan, type TypedSpan } from '../calendar/typed-span.ts';

/** What a person may mean who types into the search of a register. */
export interface LetterSearch {
  /** A number of the register, of one year or (null) of any. */
  readonly number: { readonly number: number; readonly year: number | null } | null;
  /** Days: the letters of a day, a month or a year. */
  readonly span: TypedSpan | null;
  /** Words of number, addressee, subject and body; empty where number and days say it all. */
  readonly words: string;
}

/** «رقم 127», «خطاب رقم 127», «خطابنا رقم 127». */
const SAID = /^(?:ال)?(?:خطاب(?:نا|كم)?\s+)?(?:رقم\s*:?\s*)(?=\d)/u;
const PART = String.raw`\s*[/\\\-]\s*`;
const BARE = /^\d{1,7}$/u;
/** `127/ص/1448`, `127/ص`: whatever letters the office puts between. */
const LETTERED = new RegExp(`^(\\d{1,7})${PART}[^\\d/\\\\]{1,20}?(?:${PART}(\\d{4})?)?$`, 'u');
/** `ص/127/1448`. */
const LED = new RegExp(`^[^\\d/\\\\]{1,20}?${PART}(\\d{1,7})(?:${PART}(\\d{4})?)?$`, 'u');
/** `1448/ص/127`, as it may come out of a copy. */
const TURNED = new RegExp(`^(\\d{4})${PART}[^\\d/\\\\]{1,20}?${PART}(\\d{1,7})$`, 'u');
/** `127/1448`: an office whose pattern has no letter. */
const PLAIN = new RegExp(`^(\\d{1,7})${PART}(\\d{4})$`, 'u');

/**
 * Reads what is typed into the search of a register: a number (`127`, `١٢٧/ص/١٤٤٨`), a day, month or year of either
 * calendar, or words. A text may mean two things (`6/1448`: the sixth letter, the sixth month): then both are given.
 */
export function readLetterSearch(text: string): LetterSearch {
  const typed = toAsciiDigits(stripInvisible(text)).replace(/\s+/gu, ' ').trim();
  const said = typed.replace(SAID, '');
  const number = readNumber(said);
  const span = said === typed ? parseTypedSpan(typed) : null;
  // 127 may stand in a text as well; a whole number or a day is nothing but itself.
  const alone = span !== null || (number !== null && number.year !== null) || said !== typed;
  return { number, span, words: alone ? '' : typed };
}

const isHijri = (year: number): boolean => calendarOf(year) === 'hijri';

function readNumber(text: string): LetterSearch['number'] {
  if (BARE.test(text)) return numbered(text, undefined);
  const lettered = LETTERED.exec(text);
  if (lettered !== null) {
    const turned = TURNED.exec(text);
    // Both ends may be a year: then the one that is.
    if (turned !== null && isHijri(Number(turned[1])) && !isHijri(Number(turned[2])))
      return numbered(turned[2], turned[1]);
    return numbered(lettered[1], lettered[2]);
  }
  const turned = TURNED.exec(text);
  if (turned !== null && isHijri(Number(turned[1]))) return numbered(turned[2], turned[1]);
  const led = LED.exec(text);
  if (led !== null) return numbered(led[1], led[2]);
  const plain = PLAIN.exec(text);
  return plain !== null && isHijri(Number(plain[2])) ? numbered(plain[1], plain[2]) : null;
}

function numbered(number: string | undefined, year: string | undefined): LetterSearch['number'] {
  const value = Number(number);
  if (!Number.isSafeInteger(value) || value < 1) return null;
  return { number: value, year: year === undefined ? null : Number(year) };
}
