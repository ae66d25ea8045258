import { AppError } from '../app-error.ts';
import { searchKey } from '../arabic/search-key.ts';
import { dualDate, GREGORIAN_MONTHS, HIJRI_MONTHS, WEEKDAYS, type DualDate } from './dual-date.ts';
import { addDays, type Weekday } from './iso-day.ts';
import { parseTypedDate, type TypedDate } from './typed-date.ts';

/**
 * Slips in dates that a person wrote: the policy's own approval line (A.1) says Monday of a Wednesday. A slip is
 * flagged with its corrections, and nothing is changed: the text is somebody's.
 */

export type WeekdayCorrections = {
  /** The day that was written, with its true weekday. */
  readonly keepDate: DualDate;
  /** The nearest days before and after that fall on the weekday that was written; one at an end of the table. */
  readonly keepWeekday: readonly DualDate[];
};

/**
 * Whether a day falls on the weekday that is claimed; if not, both ways to put it right.
 * @throws AppError dateNotIso, dateDoesNotExist, dateOutOfRange
 */
export function checkWeekday(
  iso: string,
  claimed: Weekday,
): { readonly ok: true } | { readonly ok: false; readonly corrections: WeekdayCorrections } {
  const keepDate = dualDate(iso);
  if (keepDate.weekday === claimed) return { ok: true };
  const back = (keepDate.weekday - claimed + 7) % 7;
  const keepWeekday = [-back, 7 - back].flatMap((days) => {
    const near = nearby(iso, days);
    return near === undefined ? [] : [dualDate(near)];
  });
  return { ok: false, corrections: { keepDate, keepWeekday } };
}

/** A day some days away, or nothing beyond the ends of the table. */
function nearby(iso: string, days: number): string | undefined {
  try {
    return addDays(iso, days);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

export type DateSlip = {
  /** Where the line stands in the text: UTF-16 offsets, from the weekday or first date to the last date. */
  readonly start: number;
  readonly end: number;
} & (
  | {
      /** The weekday is not that of the date behind it. */
      readonly kind: 'weekday';
      readonly claimed: Weekday;
      readonly corrections: WeekdayCorrections;
    }
  | {
      /** The Hijri and the Gregorian date are not the same day. */
      readonly kind: 'twins';
      readonly hijri: DualDate;
      readonly gregorian: DualDate;
    }
);

type Found<T> = { readonly start: number; readonly end: number; readonly value: T };

/** The text folded character by character, and for each folded character where it came from. */
function foldWithOrigins(text: string): { readonly folded: string; readonly origins: readonly number[] } {
  const known = new Map<string, string>();
  const origins: number[] = [];
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    let fold = known.get(character);
    if (fold === undefined) {
      fold = /[\n\r\u2028\u2029]/.test(character) ? '\n' : /\s/.test(character) ? ' ' : searchKey(character);
      known.set(character, fold);
    }
    for (let part = 0; part < fold.length; part += 1) origins.push(index);
    folded += fold;
  }
  return { folded, origins };
}

const alternatives = (names: readonly string[]): string =>
  names
    .map((name) => searchKey(name).replaceAll(' ', ' ?'))
    .toSorted((one, other) => other.length - one.length)
    .join('|');

const FOLDED_WEEKDAYS = WEEKDAYS.map(searchKey);
const WEEKDAY = new RegExp(`(?<!\\p{L})[ولب]?(${alternatives(WEEKDAYS)})(?!\\p{L})`, 'gu');
const MONTH_NAME = `(?:${alternatives([...HIJRI_MONTHS, ...GREGORIAN_MONTHS, 'ربيع الثاني', 'جمادى الثانية', 'ذي القعدة', 'ذي الحجة'])})`;
const SLASH = ' *[/.\\-] *';
const DATE = new RegExp(
  `(?<!\\d)(?:\\d{1,2}${SLASH}\\d{1,2}${SLASH}\\d{4}|\\d{4}${SLASH}\\d{1,2}${SLASH}\\d{1,2}|\\d{1,2} *${MONTH_NAME} *،? *\\d{4})(?!\\d)(?: *[هم](?!\\p{L}))?`,
  'gu',
);

/** What may stand between a weekday and its date. */
const AFTER_WEEKDAY = /^[ :،,(]*(?:(?:ال)?(?:بتاريخ|تاريخ|موافق|مصادف|في)[ :،,(]*)*$/;
/** What may stand between a date and its twin in the other calendar. */
const BETWEEN_TWINS = /^[ :،,()=.]*(?:(?:ال)?(?:موافق|مصادف|يوافق)[ :،,(]*|[(=] *)$/;

function datesIn(folded: string): Found<TypedDate>[] {
  return Array.from(folded.matchAll(DATE)).flatMap((match) => {
    const parsed = parseTypedDate(match[0]);
    return parsed.ok ? [{ start: match.index, end: match.index + match[0].length, value: parsed.value }] : [];
  });
}

function weekdaysIn(folded: string): Found<Weekday>[] {
  return Array.from(folded.matchAll(WEEKDAY), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: (FOLDED_WEEKDAYS.indexOf(match[1] ?? '') + 1) as Weekday,
  }));
}

/** A date that a person wrote, and where: UTF-16 offsets of the text. */
export type WrittenDate = {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
  readonly calendar: TypedDate['calendar'];
};

/** Every whole date of a text, in either calendar and digit system, named or numbered. */
export function findDates(text: string): WrittenDate[] {
  const { folded, origins } = foldWithOrigins(text);
  return datesIn(folded).map(({ start, end, value }) => ({
    start: origins[start] ?? 0,
    end: origins[end] ?? text.length,
    iso: value.iso,
    calendar: value.calendar,
  }));
}

/**
 * Finds dates in a text whose weekday is wrong, or whose two calendars name two days. Only what stands together as
 * such lines are written («يوم الاثنين بتاريخ: … الموافق: …») is judged, so that no alarm is false.
 */
export function findDateSlips(text: string): DateSlip[] {
  const { folded, origins } = foldWithOrigins(text);
  const dates = datesIn(folded);
  const weekdays = weekdaysIn(folded);
  const slips: DateSlip[] = [];
  const place = (start: number, end: number): { start: number; end: number } => ({
    start: origins[start] ?? 0,
    // Up to the next character that is read: the tatweel of هـ and marks belong to what was found.
    end: origins[end] ?? text.length,
  });

  for (const [index, date] of dates.entries()) {
    const weekday = weekdays.findLast((one) => one.end <= date.start);
    if (weekday !== undefined && AFTER_WEEKDAY.test(folded.slice(weekday.end, date.start))) {
      const checked = checkWeekday(date.value.iso, weekday.value);
      if (!checked.ok) {
        slips.push({
          kind: 'weekday',
          ...place(weekday.start, date.end),
          claimed: weekday.value,
          corrections: checked.corrections,
        });
      }
    }
    const twin = dates[index + 1];
    if (
      twin !== undefined &&
      twin.value.calendar !== date.value.calendar &&
      twin.value.iso !== date.value.iso &&
      BETWEEN_TWINS.test(folded.slice(date.end, twin.start))
    ) {
      const [hijri, gregorian] = date.value.calendar === 'hijri' ? [date, twin] : [twin, date];
      slips.push({
        kind: 'twins',
        ...place(date.start, twin.end),
        hijri: dualDate(hijri.value.iso),
        gregorian: dualDate(gregorian.value.iso),
      });
    }
  }
  return slips;
}
