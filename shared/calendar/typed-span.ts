import { stripInvisible, toAsciiDigits } from '../arabic/digits.ts';
import type { CalendarName } from './dual-date.ts';
import { gregorianFromHijri, hijriMonthLength } from './hijri.ts';
import { FIRST_DAY, gregorianMonthLength, LAST_DAY, writeParts } from './iso-day.ts';
import { calendarOf, ERA, parseTypedDate, typedMonth } from './typed-date.ts';

/** Days from one to another, both in: what a person means who types a day, a month or a year. */
export interface TypedSpan {
  readonly of: 'day' | 'month' | 'year';
  readonly calendar: CalendarName;
  /** Of the calendar; the month is 1 for a year, the day 1 for a month. */
  readonly parts: { readonly year: number; readonly month: number; readonly day: number };
  /** ISO days, Gregorian. */
  readonly from: string;
  readonly to: string;
}

const SLASH = String.raw`\s*[/\-.\\]\s*`;
const YEAR = /^\d{4}$/u;
const MONTH_FIRST = new RegExp(`^(\\d{1,2})${SLASH}(\\d{4})$`, 'u');
const YEAR_FIRST = new RegExp(`^(\\d{4})${SLASH}(\\d{1,2})$`, 'u');
const NAMED = /^(?:شهر\s+)?([^\d]+?)[\s،,]*(?:(?:من\s+)?(?:عام|سنة)\s+)?(\d{4})$/u;

/**
 * The days that a text means: a day as `parseTypedDate` reads it, a month («جمادى الآخرة 1448», `6/1448`, «نوفمبر
 * 2026 م») or a year (`1448`, «2026 م»); either digit system. Null for anything else.
 */
export function parseTypedSpan(text: string): TypedSpan | null {
  const day = parseTypedDate(text);
  if (day.ok) {
    const { calendar, parts, iso } = day.value;
    return { of: 'day', calendar, parts, from: iso, to: iso };
  }
  const written = toAsciiDigits(stripInvisible(text)).trim();
  const era = ERA.exec(written);
  const claimed = era === null ? null : era[1] === undefined ? 'gregorian' : 'hijri';
  const rest = (era === null ? written : written.slice(0, era.index)).trim();
  if (YEAR.test(rest)) return spanOf(Number(rest), null, claimed);
  const named = NAMED.exec(rest);
  const month = named === null ? undefined : typedMonth(named[1] ?? '');
  if (month !== undefined) {
    if (claimed !== null && claimed !== month.calendar) return null;
    return spanOf(Number(named?.[2]), month.month, month.calendar);
  }
  const first = MONTH_FIRST.exec(rest);
  if (first !== null) return spanOf(Number(first[2]), Number(first[1]), claimed);
  const last = YEAR_FIRST.exec(rest);
  return last === null ? null : spanOf(Number(last[1]), Number(last[2]), claimed);
}

function spanOf(year: number, month: number | null, claimed: CalendarName | null): TypedSpan | null {
  const calendar = calendarOf(year);
  if (calendar === undefined || (claimed !== null && claimed !== calendar)) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  const [first, last] = month === null ? [1, 12] : [month, month];
  const length = calendar === 'hijri' ? hijriMonthLength(year, last) : gregorianMonthLength(year, last);
  const iso = (atMonth: number, atDay: number): string => {
    const parts = { year, month: atMonth, day: atDay };
    return calendar === 'hijri' ? gregorianFromHijri(parts) : writeParts(parts);
  };
  // The table begins and ends within a Gregorian year.
  const from = iso(first, 1) < FIRST_DAY ? FIRST_DAY : iso(first, 1);
  const to = iso(last, length) > LAST_DAY ? LAST_DAY : iso(last, length);
  if (from > to) return null;
  return {
    of: month === null ? 'year' : 'month',
    calendar,
    parts: { year, month: first, day: 1 },
    from,
    to,
  };
}
