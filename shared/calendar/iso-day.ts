import { z } from 'zod';
import { AppError } from '../app-error.ts';

/**
 * Days as Wisam stores them: ISO Gregorian `YYYY-MM-DD`, a day in Asia/Riyadh. All arithmetic is on whole day
 * numbers: `Date` rolls 2024-02-30 over to March without a word, so it is not used here.
 */

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The Umm al-Qura table covers these days and no others: 1343-01-01 to 1500-12-30 AH. */
export const FIRST_DAY = '1924-08-01';
export const LAST_DAY = '2077-11-16';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a Gregorian month; 0 for a month that does not exist. */
export const gregorianMonthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Writes parts as `YYYY-MM-DD`, without judging them. */
export const writeParts = ({ year, month, day }: DateParts): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/**
 * The parts of an ISO day that exists and lies within the table.
 * @throws AppError dateNotIso, dateDoesNotExist, dateOutOfRange
 */
export function parseIsoDay(iso: string): DateParts {
  // The command line and old drafts may hand over anything: what is no text is "not ISO" as well.
  const given: unknown = iso;
  const match = typeof given === 'string' ? ISO_DAY.exec(given) : null;
  if (match === null) {
    throw new AppError('dateNotIso', { value: String(given), expected: 'YYYY-MM-DD' });
  }
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (parts.month < 1 || parts.month > 12) {
    throw new AppError('dateDoesNotExist', { value: iso, expected: 'month 1–12' });
  }
  const length = gregorianMonthLength(parts.year, parts.month);
  if (parts.day < 1 || parts.day > length) {
    throw new AppError('dateDoesNotExist', { value: iso, expected: `day 1–${length}` });
  }
  if (iso < FIRST_DAY || iso > LAST_DAY) {
    throw new AppError('dateOutOfRange', { value: iso, expected: `${FIRST_DAY} – ${LAST_DAY}` });
  }
  return parts;
}

/** Whether a value is an ISO day that exists and lies within the table. */
export function isIsoDay(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    parseIsoDay(value);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** For contracts: a stored day. The message is a code; the Arabic sentence stands in the locales. */
export const isoDaySchema = z.string().refine(isIsoDay, { error: 'dateNotIso' });

/** Days since 1970-01-01 (Howard Hinnant's days_from_civil). */
export function dayNumber(iso: string): number {
  const { year, month, day } = parseIsoDay(iso);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The ISO day of a day number (days since 1970-01-01).
 * @throws AppError dateOutOfRange for a fraction, NaN, or a day outside the table
 */
export function isoFromDayNumber(number: number): string {
  // ±40,000 days hold the whole table; beyond that the year may not have four digits.
  if (!Number.isInteger(number) || Math.abs(number) > 40_000) {
    throw new AppError('dateOutOfRange', { value: String(number), expected: `${FIRST_DAY} – ${LAST_DAY}` });
  }
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const iso = writeParts({ year, month, day });
  parseIsoDay(iso);
  return iso;
}

/** The day `days` later (or earlier, when negative). @throws AppError as `parseIsoDay` */
export const addDays = (iso: string, days: number): string => isoFromDayNumber(dayNumber(iso) + days);

/** How many days `to` lies after `from`; negative when before. @throws AppError as `parseIsoDay` */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The ISO weekday, 1 Monday to 7 Sunday. @throws AppError as `parseIsoDay` */
export function isoWeekday(iso: string): Weekday {
  // Day 0, 1970-01-01, was a Thursday.
  const index = (((dayNumber(iso) + 3) % 7) + 7) % 7;
  return (index + 1) as Weekday;
}
