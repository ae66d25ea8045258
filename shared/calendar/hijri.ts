import { gregorianToHijri, hijriToGregorian } from '@tabby_ai/hijri-converter';
import { AppError } from '../app-error.ts';
import { daysBetween, LAST_DAY, parseIsoDay, writeParts, type DateParts } from './iso-day.ts';

/**
 * The published Umm al-Qura calendar, 1343–1500 AH. Never Intl, and nothing built on it: outside 1420–1450 AH ICU
 * computes another calendar, and beneficiaries were born in exactly those years (1404-01-25 is 1983-10-31, ICU
 * says 24).
 */
export type HijriDate = DateParts;

export const FIRST_HIJRI_YEAR = 1343;
export const LAST_HIJRI_YEAR = 1500;

const RANGE = `${FIRST_HIJRI_YEAR}-01-01 – ${LAST_HIJRI_YEAR}-12-30`;

/**
 * The Hijri date of a Gregorian day: `'2024-08-07'` → `{ year: 1446, month: 2, day: 3 }`.
 * @throws AppError dateNotIso, dateDoesNotExist, dateOutOfRange, with `value` and `expected`
 */
export function hijriFromGregorian(iso: string): HijriDate {
  const { year, month, day } = gregorianToHijri({ ...parseIsoDay(iso) });
  return { year, month, day };
}

/**
 * The Gregorian day of a Hijri date: `{ year: 1446, month: 2, day: 3 }` → `'2024-08-07'`.
 * @throws AppError dateDoesNotExist (month 13, day 30 of a month of 29 days, a fraction), dateOutOfRange
 */
export function gregorianFromHijri(date: HijriDate): string {
  const { year, month, day } = date;
  const length = hijriMonthLength(year, month);
  if (!Number.isInteger(day) || day < 1 || day > length) {
    throw new AppError('dateDoesNotExist', { value: writeParts(date), expected: `day 1–${length}` });
  }
  return writeParts(hijriToGregorian({ year, month, day }));
}

/**
 * Days of a Hijri month: 29 or 30, and in the printed calendars of the first years now and then 28 or 31.
 * @throws AppError dateDoesNotExist for a month that is none, dateOutOfRange for a year outside the table
 */
export function hijriMonthLength(year: number, month: number): number {
  const value = `${year}-${month}`;
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12) {
    throw new AppError('dateDoesNotExist', { value, expected: 'month 1–12' });
  }
  if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) {
    throw new AppError('dateOutOfRange', { value, expected: RANGE });
  }
  const start = writeParts(hijriToGregorian({ year, month, day: 1 }));
  // The table's last month has no next one: it ends with the table.
  if (year === LAST_HIJRI_YEAR && month === 12) return daysBetween(start, LAST_DAY) + 1;
  return daysBetween(start, writeParts(hijriToGregorian(nextMonth(year, month))));
}

const nextMonth = (year: number, month: number): DateParts =>
  month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
