import { z } from 'zod';
import { digitsIn, type DigitSystem, stripInvisible, toAsciiDigits } from '../arabic/digits.ts';
import {
  type CalendarName,
  formatGregorian,
  formatHijri,
  gregorianMonthName,
  hijriMonthName,
} from '../calendar/dual-date.ts';
import { gregorianFromHijri, hijriFromGregorian, hijriMonthLength } from '../calendar/hijri.ts';
import { gregorianMonthLength, isIsoDay, parseIsoDay, writeParts } from '../calendar/iso-day.ts';
import { calendarOf, ERA } from '../calendar/typed-date.ts';
import { type BirthGroups, readBirthGroups } from './birth-groups.ts';

export const CALENDARS = ['hijri', 'gregorian'] as const;

/** A date of birth as the document prints it, with its calendar; day or month may be unknown (domain facts, «Dates»). */
export const birthSchema = z.object({
  /** Year first, in its own calendar: `1380-07-01`, `1380-07` or `1380`. */
  printed: z.string(),
  calendar: z.enum(CALENDARS),
  /** The day that it is, ISO: a hint. Null where the day is unknown, or is none of the Umm al-Qura calendar. */
  day: z.string().nullable(),
});
export type Birth = z.infer<typeof birthSchema>;

export const BIRTH_PROBLEMS = [
  'empty',
  'notADate',
  /** A year of two digits could be of either calendar and of two centuries: four are asked for. */
  'yearDigits',
  'month',
  'day',
  'outOfRange',
  /** The year belongs to the other calendar: the right one is offered. */
  'otherCalendar',
  'future',
] as const;
export type BirthProblem = (typeof BIRTH_PROBLEMS)[number];

/** What was probably meant: put into the field by one key. */
export interface BirthOffer {
  readonly printed: string;
  readonly calendar: CalendarName;
}

export type BirthResult =
  | { readonly ok: true; readonly value: Birth }
  | { readonly ok: false; readonly code: BirthProblem; readonly offer: BirthOffer | null };

const refused = (code: BirthProblem, offer: BirthOffer | null = null): BirthResult => ({
  ok: false,
  code,
  offer,
});

/**
 * Reads a date of birth as it is printed or told: ١/٧/١٣٨٠, 1380-07-01, «1 رجب 1380», 01 JUL 1990, 7/1380, 1380, and
 * 00/00/1380 where a document prints what it does not know so. Any digit system.
 * `calendar` is what the field says (null: the year tells it); a year of the other calendar is refused with an offer of
 * the right one. `today` (ISO) refuses what has not happened yet.
 */
export function parseBirth(text: string, calendar: CalendarName | null, today?: string): BirthResult {
  const written = toAsciiDigits(stripInvisible(text))
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  if (written === '') return refused('empty');
  const era = ERA.exec(written);
  const groups = readBirthGroups(era === null ? written : written.slice(0, era.index).trim());
  if (groups === undefined) return refused('notADate');
  if (groups.year.length !== 4) return refused('yearDigits');

  const found = calendarOf(Number(groups.year));
  if (found === undefined) return refused('outOfRange');
  const printed = printedOf(groups);
  const claims = [calendar, era === null ? null : era[1] === undefined ? 'gregorian' : 'hijri', groups.named];
  if (claims.some((claim) => claim !== null && claim !== found)) {
    const right = judged(groups, found, today);
    // A month's name of the other calendar than the year: nobody can tell which of the two is the slip.
    const named = groups.named !== null && groups.named !== found;
    return refused('otherCalendar', right.ok && !named ? { printed, calendar: found } : null);
  }
  return judged(groups, found, today);
}

const two = (value: number): string => String(value).padStart(2, '0');

function printedOf({ year, month, day }: BirthGroups): string {
  if (month === null) return year;
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

function judged(groups: BirthGroups, calendar: CalendarName, today: string | undefined): BirthResult {
  const { month, day } = groups;
  const year = Number(groups.year);
  if (month !== null && (month < 1 || month > 12)) {
    // 3/25/1990: the month before the day, as some forms print it.
    const swapped = day !== null && day >= 1 && day <= 12 ? { ...groups, month: day, day: month } : null;
    const right = swapped === null ? null : judged(swapped, calendar, today);
    return refused('month', right?.ok === true ? pick(right.value) : null);
  }
  if (month !== null && day !== null && (day < 1 || day > longest(calendar, year, month)))
    return refused('day');
  const printed = printedOf(groups);
  const iso = isoOf(calendar, year, month, day);
  if (iso === 'outside') return refused('outOfRange');
  const value: Birth = { printed, calendar, day: iso };
  if (today !== undefined && bornAfter(value, today)) return refused('future');
  return { ok: true, value };
}

const pick = ({ printed, calendar }: Birth): BirthOffer => ({ printed, calendar });

/**
 * The last day that a document may print. A Hijri month of 29 days in the table was announced as one of 30 now and then:
 * such a day is kept as printed, without its twin.
 */
const longest = (calendar: CalendarName, year: number, month: number): number =>
  calendar === 'hijri' ? Math.max(30, hijriMonthLength(year, month)) : gregorianMonthLength(year, month);

function isoOf(
  calendar: CalendarName,
  year: number,
  month: number | null,
  day: number | null,
): string | null {
  if (month === null || day === null) return null;
  if (calendar === 'hijri')
    return day > hijriMonthLength(year, month) ? null : gregorianFromHijri({ year, month, day });
  const iso = writeParts({ year, month, day });
  return isIsoDay(iso) ? iso : 'outside';
}

/** The parts of a stored date: `1380-07` → year 1380, month 7, day null. */
export function birthParts(birth: Pick<Birth, 'printed'>): {
  year: number;
  month: number | null;
  day: number | null;
} {
  const [year, month, day] = birth.printed.split('-').map(Number);
  return { year: year ?? 0, month: month ?? null, day: day ?? null };
}

/** The earliest day that it can have been, ISO. */
function firstDayOf(birth: Birth): string {
  if (birth.day !== null) return birth.day;
  const { year, month, day } = birthParts(birth);
  if (birth.calendar === 'gregorian') return writeParts({ year, month: month ?? 1, day: day ?? 1 });
  // Of a day that the table does not know, the month's first is near enough.
  return gregorianFromHijri({ year, month: month ?? 1, day: 1 });
}

/** Whether it cannot have been on or before a day (ISO). */
export const bornAfter = (birth: Birth, day: string): boolean => firstDayOf(birth) > day;

/** The Gregorian year, for matching; of a Hijri year alone the one in which it began. */
export const birthYear = (birth: Birth | null): number | null =>
  birth === null ? null : Number(firstDayOf(birth).slice(0, 4));

/** As it is read out: «1 رجب 1380 هـ», «رجب 1380 هـ», «1380 هـ». */
export function formatBirth(birth: Birth, digits: DigitSystem = 'latin'): string {
  const { year, month, day } = birthParts(birth);
  const hijri = birth.calendar === 'hijri';
  if (month !== null && day !== null)
    return hijri ? formatHijri({ year, month, day }, digits) : formatGregorian({ year, month, day }, digits);
  const name = month === null ? '' : `${hijri ? hijriMonthName(month) : gregorianMonthName(month)} `;
  return digitsIn(digits, `${name}${year} ${hijri ? 'هـ' : 'م'}`);
}

/** The same in the other calendar, as far as it can be told: a day, or the years that it may fall in. Null: unknown. */
export function formatBirthTwin(birth: Birth, digits: DigitSystem = 'latin'): string | null {
  if (birth.day !== null)
    return birth.calendar === 'hijri'
      ? formatGregorian(parseIsoDay(birth.day), digits)
      : formatHijri(hijriFromGregorian(birth.day), digits);
  const { year, month, day } = birthParts(birth);
  if (day !== null) return null;
  const [from, to] = twinYears(birth.calendar, year, month);
  const years = from === to ? String(from) : `${from} – ${to}`;
  return digitsIn(digits, `${years} ${birth.calendar === 'hijri' ? 'م' : 'هـ'}`);
}

/** The years of the other calendar that a year or a month touches. */
function twinYears(calendar: CalendarName, year: number, month: number | null): [number, number] {
  const first = month ?? 1;
  const last = month ?? 12;
  if (calendar === 'hijri')
    return [
      Number(gregorianFromHijri({ year, month: first, day: 1 }).slice(0, 4)),
      Number(gregorianFromHijri({ year, month: last, day: hijriMonthLength(year, last) }).slice(0, 4)),
    ];
  // The table begins and ends within a Gregorian year.
  const inTable = (iso: string): number =>
    hijriFromGregorian(iso < '1924-08-01' ? '1924-08-01' : iso > '2077-11-16' ? '2077-11-16' : iso).year;
  return [
    inTable(writeParts({ year, month: first, day: 1 })),
    inTable(writeParts({ year, month: last, day: gregorianMonthLength(year, last) })),
  ];
}

/** A stored or offered date as a person types it, day first: `1380-07-01` → `1/7/1380`. */
export function typedBirth(printed: string): string {
  const { year, month, day } = birthParts({ printed });
  return [day, month, year].filter((part) => part !== null).join('/');
}
