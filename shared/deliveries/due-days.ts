import { gregorianFromHijri, hijriFromGregorian, hijriMonthLength } from '../calendar/hijri.ts';
import type { CalendarName } from '../calendar/dual-date.ts';
import {
  addDays,
  gregorianMonthLength,
  parseIsoDay,
  writeParts,
  type DateParts,
} from '../calendar/iso-day.ts';

export const FREQUENCIES = ['once', 'weekly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** As many times as a plan may have: ten years of months. */
export const MOST_TIMES = 120;

export interface DueRule {
  readonly frequency: Frequency;
  /** Whose months are counted; it says nothing of the other frequencies. */
  readonly calendar: CalendarName;
  /** ISO day. */
  readonly firstOn: string;
  readonly times: number;
}

/** Month 0 is محرم 1343 or January of the year 0: months are counted, years follow. */
const monthsOn = ({ year, month }: DateParts, by: number): { year: number; month: number } => {
  const months = year * 12 + (month - 1) + by;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
};

/** The same day of a later month, or the last one of a month that is shorter. */
function monthsLater(calendar: CalendarName, firstOn: string, by: number): string {
  if (by === 0) return firstOn;
  if (calendar === 'hijri') {
    const first = hijriFromGregorian(firstOn);
    const { year, month } = monthsOn(first, by);
    return gregorianFromHijri({ year, month, day: Math.min(first.day, hijriMonthLength(year, month)) });
  }
  const first = parseIsoDay(firstOn);
  const { year, month } = monthsOn(first, by);
  const iso = writeParts({ year, month, day: Math.min(first.day, gregorianMonthLength(year, month)) });
  parseIsoDay(iso);
  return iso;
}

/**
 * The days on which a plan is due, as ISO days, the first one first. A month of a plan is a month of **one** calendar,
 * Hijri or Gregorian, whatever the other one does meanwhile. Each is counted from the first day, never from the one before:
 * a basket of the 30th comes on the 29th of a short month, and on the 30th again in the next.
 * @throws AppError dateOutOfRange when the last of them lies beyond the published calendar
 */
export const dueDays = ({ frequency, calendar, firstOn, times }: DueRule): string[] =>
  Array.from({ length: frequency === 'once' ? 1 : times }, (_, turn) =>
    frequency === 'weekly' ? addDays(firstOn, 7 * turn) : monthsLater(calendar, firstOn, turn),
  );
