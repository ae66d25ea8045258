import { digitsIn, type DigitSystem } from '../arabic/digits.ts';
import { dualDate, weekdayName } from '../calendar/dual-date.ts';
import type { DateParts } from '../calendar/iso-day.ts';

const RLM = '\u200F';
/** A date never breaks over two lines. */
const NBSP = '\u00A0';
const SLASH = `${NBSP}${RLM}/${RLM}${NBSP}`;
const two = (value: number): string => String(value).padStart(2, '0');

const slashed = (parts: DateParts, era: string): string =>
  [two(parts.day), two(parts.month), String(parts.year)].join(SLASH) + NBSP + RLM + era;

/** «١٢ / ٠٦ / ١٤٤٨ هـ», day, month and year from right to left in either digit system. @throws AppError as `dualDate` */
export const hijriDateText = (iso: string, digits: DigitSystem): string =>
  digitsIn(digits, slashed(dualDate(iso).hijri, 'هـ'));

/** «٢٢ / ١١ / ٢٠٢٦ م». @throws AppError as `dualDate` */
export const gregorianDateText = (iso: string, digits: DigitSystem): string =>
  digitsIn(digits, slashed(dualDate(iso).gregorian, 'م'));

/**
 * «الأحد ١٢ / ٠٦ / ١٤٤٨ هـ الموافق ٢٢ / ١١ / ٢٠٢٦ م» as official letters write a date inside their text. U+200F around
 * each slash sets day, month, year from right to left in either digit system; plain UAX#9 does not.
 * @throws AppError as `dualDate`
 */
export const dualDateText = (iso: string, digits: DigitSystem): string =>
  `${weekdayName(dualDate(iso).weekday)} ${hijriDateText(iso, digits)} الموافق ${gregorianDateText(iso, digits)}`;

const DIGIT = '[0-9٠-٩]';
const ONE = `${DIGIT}{2}${SLASH}${DIGIT}{2}${SLASH}${DIGIT}{4}${NBSP}${RLM}`;
const GENERATED = new RegExp(`(?:[\\u0621-\\u064A]+ )?${ONE}هـ الموافق ${ONE}م|${ONE}(?:هـ|م)`, 'g');

/** Where a text holds dates that were written by these functions: offsets from and to, for the editor to mark. */
export const findGeneratedDates = (text: string): { from: number; to: number }[] =>
  [...text.matchAll(GENERATED)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
