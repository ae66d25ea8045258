import { toAsciiDigits, stripInvisible } from '../arabic/digits.ts';
import { searchKey } from '../arabic/search-key.ts';
import { GREGORIAN_MONTHS, HIJRI_MONTHS, type CalendarName } from './dual-date.ts';
import { FIRST_HIJRI_YEAR, gregorianFromHijri, hijriMonthLength, LAST_HIJRI_YEAR } from './hijri.ts';
import {
  FIRST_DAY,
  gregorianMonthLength,
  isIsoDay,
  LAST_DAY,
  writeParts,
  type DateParts,
} from './iso-day.ts';

export const TYPED_DATE_PROBLEMS = [
  'empty',
  'notADate',
  /** A year of two digits could be of either calendar and of two centuries: four are asked for. */
  'yearDigits',
  'month',
  'day',
  'outOfRange',
  /** The year belongs to the other calendar than the field, or than the هـ or م behind it. */
  'otherCalendar',
] as const;
export type TypedDateProblem = (typeof TYPED_DATE_PROBLEMS)[number];

/** A date as it was written, with its calendar (a birth date is stored so), and the day that it is. */
export type TypedDate = {
  readonly calendar: CalendarName;
  readonly parts: DateParts;
  /** The stored day, ISO Gregorian. */
  readonly iso: string;
};

export type TypedDateResult =
  | { readonly ok: true; readonly value: TypedDate }
  | { readonly ok: false; readonly code: TypedDateProblem };

/** A month's name in any of its usual spellings; undefined for what is none. */
export const typedMonth = (name: string): { calendar: CalendarName; month: number } | undefined =>
  MONTHS.get(squeezed(name));

const squeezed = (text: string): string => searchKey(text).replaceAll(' ', '');

type Month = { readonly calendar: CalendarName; readonly month: number };

const MONTHS: ReadonlyMap<string, Month> = new Map(
  (
    [
      ...HIJRI_MONTHS.map((name, index) => [name, 'hijri', index + 1] as const),
      ...GREGORIAN_MONTHS.map((name, index) => [name, 'gregorian', index + 1] as const),
      ['المحرم', 'hijri', 1],
      ['ربيع أول', 'hijri', 3],
      ['ربيع الثاني', 'hijri', 4],
      ['ربيع ثاني', 'hijri', 4],
      ['جمادى الأول', 'hijri', 5],
      ['جماد أول', 'hijri', 5],
      ['جمادى الآخر', 'hijri', 6],
      ['جمادى الثانية', 'hijri', 6],
      ['جمادى الثاني', 'hijri', 6],
      ['جماد ثاني', 'hijri', 6],
      ['ذي القعدة', 'hijri', 11],
      ['ذي الحجة', 'hijri', 12],
      ['يونيه', 'gregorian', 6],
      ['يوليه', 'gregorian', 7],
    ] as const
  ).map(([name, calendar, month]) => [squeezed(name), { calendar, month }]),
);

const SEPARATOR = String.raw`(\s*[/\-.\\\u060D\u2010-\u2015\u2212]\s*|\s+)`;
const NUMERIC = new RegExp(`^(\\d{1,4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,4})$`, 'u');
const COMPACT = /^\d{8}$/;
const NAMED = /^(\d{1,2})\s*([^\d]+?)[\s،,]*(\d{1,4})$/u;
/** هـ or م behind a date: group 1 is the Hijri, group 2 the Gregorian one. */
export const ERA = /\s*(?:(هـ|ه|هجري|هجرية)|(م|ميلادي|ميلادية))\.?$/u;

type Read = {
  readonly first: string;
  readonly month: number;
  readonly last: string;
  readonly named?: CalendarName;
};

function readGroups(text: string): Read | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [, first = '', one = '', month = '', other = '', last = ''] = numeric;
    // 3/2-1446 is a slip of the hand, not a date.
    return one.trim() === other.trim() ? { first, month: Number(month), last } : undefined;
  }
  if (COMPACT.test(text)) {
    // 14460203 or 03021446: a century (13, 14, 19, 20) is never a month, so one reading is left at most.
    const yearFirst = Number(text.slice(4, 6)) <= 12;
    return yearFirst
      ? { first: text.slice(0, 4), month: Number(text.slice(4, 6)), last: text.slice(6) }
      : { first: text.slice(0, 2), month: Number(text.slice(2, 4)), last: text.slice(4) };
  }
  const named = NAMED.exec(text);
  const month = named === null ? undefined : MONTHS.get(squeezed(named[2] ?? ''));
  if (named === null || month === undefined) return undefined;
  return { first: named[1] ?? '', month: month.month, last: named[3] ?? '', named: month.calendar };
}

const refused = (code: TypedDateProblem): TypedDateResult => ({ ok: false, code });

/** The calendar that a year of four digits belongs to; undefined for one outside the table. */
export function calendarOf(year: number): CalendarName | undefined {
  if (year >= FIRST_HIJRI_YEAR && year <= LAST_HIJRI_YEAR) return 'hijri';
  const inTable = year >= Number(FIRST_DAY.slice(0, 4)) && year <= Number(LAST_DAY.slice(0, 4));
  return inTable ? 'gregorian' : undefined;
}

/**
 * Reads a date as people type it: ٣/٢/١٤٤٦, 1446-02-03, 7/8/2024, 20240807, «3 صفر 1446 هـ»; in either digit
 * system. The order is day, month, year, or year first; the year's four digits tell which, and its size tells the
 * calendar (1343–1500 Hijri, 1924–2077 Gregorian), unless `calendar` fixes it.
 */
export function parseTypedDate(text: string, calendar?: CalendarName): TypedDateResult {
  const written = toAsciiDigits(stripInvisible(text)).trim();
  if (written === '') return refused('empty');
  const era = ERA.exec(written);
  const read = readGroups(era === null ? written : written.slice(0, era.index));
  if (read === undefined) return refused('notADate');
  if (read.first.length > 2 && read.last.length > 2) return refused('notADate');

  const yearFirst = read.first.length > 2;
  const yearText = yearFirst ? read.first : read.last;
  if (yearText.length !== 4) return refused('yearDigits');
  const parts = {
    year: Number(yearText),
    month: read.month,
    day: Number(yearFirst ? read.last : read.first),
  };

  const found = calendarOf(parts.year);
  if (found === undefined) return refused('outOfRange');
  const claimed = era === null ? undefined : era[1] === undefined ? 'gregorian' : 'hijri';
  if ([calendar, claimed, read.named].some((claim) => claim !== undefined && claim !== found)) {
    return refused('otherCalendar');
  }
  return dayOf(found, parts);
}

function dayOf(calendar: CalendarName, parts: DateParts): TypedDateResult {
  const { year, month, day } = parts;
  if (month < 1 || month > 12) return refused('month');
  const length = calendar === 'hijri' ? hijriMonthLength(year, month) : gregorianMonthLength(year, month);
  if (day < 1 || day > length) return refused('day');
  const iso = calendar === 'hijri' ? gregorianFromHijri(parts) : writeParts(parts);
  // The table starts and ends within a Gregorian year.
  return isIsoDay(iso) ? { ok: true, value: { calendar, parts, iso } } : refused('outOfRange');
}
