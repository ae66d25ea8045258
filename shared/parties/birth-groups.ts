import type { CalendarName } from '../calendar/dual-date.ts';
import { typedMonth } from '../calendar/typed-date.ts';

/** What stands in a written date of birth, not judged yet. `named`: the calendar that a month's name belongs to. */
export interface BirthGroups {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly named: CalendarName | null;
}

const BETWEEN = String.raw`(\s*[/\-.\\،\u060D\u2010-\u2015\u2212]\s*|\s+)`;
const WHOLE = new RegExp(`^(\\d{1,4})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{1,4})$`, 'u');
const MONTH_AND_YEAR = new RegExp(`^(\\d{1,4})${BETWEEN}(\\d{1,4})$`, 'u');
const NAMED = /^(?:(\d{1,2})\s*)?([^\d\s][^\d]*?)[\s،,/]*(\d{1,4})$/u;
/** July 1, 1990. */
const NAME_FIRST = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u;

// Passports print JUL, or JUL / JUIL beside the second language of their country.
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Undefined: something stands there that is no date. */
export function readBirthGroups(text: string): BirthGroups | undefined {
  if (/^\d{2,4}$/u.test(text)) return { year: text, month: null, day: null, named: null };
  const whole = WHOLE.exec(text);
  if (whole !== null) {
    const [, first = '', one = '', month = '', other = '', last = ''] = whole;
    // 3/2-1446 is a slip of the hand, not a date.
    if (one.trim() !== other.trim()) return undefined;
    return ordered(first, Number(month), last, null);
  }
  if (/^\d{8}$/u.test(text)) {
    // 14460203 or 03021446: a century (13, 14, 19, 20) is never a month, so one reading is left at most.
    return Number(text.slice(4, 6)) <= 12
      ? ordered(text.slice(0, 4), Number(text.slice(4, 6)), text.slice(6), null)
      : ordered(text.slice(0, 2), Number(text.slice(2, 4)), text.slice(4), null);
  }
  const pair = MONTH_AND_YEAR.exec(text);
  if (pair !== null) {
    const [, first = '', , last = ''] = pair;
    if (first.length > 2 && last.length > 2) return undefined;
    const [year, month] = first.length > 2 ? [first, last] : [last, first];
    return known(year, Number(month), null, null);
  }
  return readNamed(text);
}

function readNamed(text: string): BirthGroups | undefined {
  const english = NAME_FIRST.exec(text);
  const [, day, name, year] = NAMED.exec(text) ?? [];
  const month = monthOf(english?.[1] ?? name ?? '');
  if (month === undefined) return undefined;
  if (english !== null) return known(english[3] ?? '', month.month, Number(english[2]), month.calendar);
  return known(year ?? '', month.month, day === undefined ? null : Number(day), month.calendar);
}

function monthOf(name: string): { calendar: CalendarName; month: number } | undefined {
  const arabic = typedMonth(name);
  if (arabic !== undefined) return arabic;
  const english = /^([A-Za-z]{3})[A-Za-z]{0,6}\.?(?:\s*\/\s*[A-Za-zÀ-ÿ]{3,9}\.?)?$/u.exec(name.trim())?.[1];
  const index = english === undefined ? -1 : ENGLISH.indexOf(english.toLowerCase());
  return index < 0 ? undefined : { calendar: 'gregorian', month: index + 1 };
}

function ordered(
  first: string,
  month: number,
  last: string,
  named: CalendarName | null,
): BirthGroups | undefined {
  if (first.length > 2 && last.length > 2) return undefined;
  return first.length > 2
    ? known(first, month, Number(last), named)
    : known(last, month, Number(first), named);
}

/** A zero is what a document prints for what it does not know; a day without its month is none. */
function known(
  year: string,
  month: number,
  day: number | null,
  named: CalendarName | null,
): BirthGroups | undefined {
  if (month === 0 && day !== null && day !== 0) return undefined;
  return { year, month: month === 0 ? null : month, day: day === 0 ? null : day, named };
}
