import type { DigitSystem } from '../arabic/digits.ts';
import { findDateSlips, findDates, type DateSlip, type WrittenDate } from '../calendar/date-slips.ts';
import { formatGregorian, formatHijri, weekdayName, type DualDate } from '../calendar/dual-date.ts';
import { parseIban } from '../identifiers/iban.ts';
import { parseNationalId } from '../identifiers/national-id.ts';
import type { Recipient } from './letter.ts';
import type { StyleWarning, TextChange } from './style-warning.ts';
import { mixedDigits } from './style-digits.ts';
import { praise, severalSubjects } from './style-words.ts';
import { rewriteDate } from './rewrite-date.ts';

export interface StyledLetter {
  readonly recipient: Recipient;
  readonly subject: string;
  /** «إشارة إلى خطابكم رقم … وتاريخ …»; empty when there is none. */
  readonly inReplyTo: string;
  /** The body's plain text. */
  readonly text: string;
}

const IBAN = /(?<![A-Za-z0-9])SA[0-9٠-٩۰-۹](?:[ \u00A0]?[A-Za-z0-9٠-٩۰-۹]){21}(?![A-Za-z0-9])/gi;
/** Ten digits after words that say «identity»: any ten digits could be an account or a case of another office. */
const IDENTITY =
  /(?:(?:هوي|إقام)(?:ة|ت(?:ه|ها|هم|هن|هما|ك|كم|كن|ي|نا))|سجل(?:ه|ها|ك|كم|ي)?\s+(?:ال)?مدني)[^0-9٠-٩۰-۹\n]{0,20}([0-9٠-٩۰-۹]{10})(?![0-9٠-٩۰-۹])/g;

/**
 * The slips of a letter, in the order of its text (لائحة الاتصالات الرسمية, Cabinet decision 584 of 18/07/1445, and
 * domain-facts): a weekday that is not its date's, with both ways to put it right; two calendars that name two days; an
 * IBAN or an identity number whose check digits are wrong; praise to an official body (rank is no praise); more than one
 * subject; two digit systems in one sentence. Slips of days and numbers are looked for in the subject and in what the
 * letter refers to as well, praise in the addressee's line: there they have no place in the text (`start` −1) and no fix.
 * @param digits the paper's: corrections are written in them
 */
export function findStyleWarnings(
  { recipient, subject, inReplyTo, text }: StyledLetter,
  digits: DigitSystem,
): StyleWarning[] {
  const { honorific, name, title, organisation, closingHonorific } = recipient;
  const beside = [
    ...[subject, inReplyTo].flatMap((line) => ofNumbersAndDays(line, digits)),
    ...[honorific, name, title, organisation, closingHonorific, subject, inReplyTo].flatMap((line) =>
      praise(recipient, line),
    ),
  ].map((warning): StyleWarning => ({ ...warning, start: -1, fixes: [] }));
  return [
    // The same slip in two lines is said once.
    ...new Map(beside.map((warning) => [`${warning.kind} ${warning.text}`, warning])).values(),
    ...ofNumbersAndDays(text, digits),
    ...praise(recipient, text),
    ...severalSubjects(subject, text),
    ...mixedDigits(text, digits),
  ].toSorted((one, other) => one.start - other.start);
}

/** What is wrong by its own check: weekdays, two calendars, check digits. */
function ofNumbersAndDays(text: string, digits: DigitSystem): StyleWarning[] {
  const dates = findDates(text);
  const none = { value: '', other: '', fixes: [] } as const;
  const ibans = [...text.matchAll(IBAN)].flatMap((match): StyleWarning[] =>
    parseIban(match[0]).ok ? [] : [{ ...none, kind: 'iban', start: match.index, text: match[0] }],
  );
  const identities = [...text.matchAll(IDENTITY)].flatMap((match): StyleWarning[] => {
    const number = match[1] ?? '';
    const start = match.index + match[0].length - number.length;
    return parseNationalId(number).ok ? [] : [{ ...none, kind: 'identity', start, text: number }];
  });
  return [...findDateSlips(text).map((slip) => ofSlip(text, slip, dates, digits)), ...ibans, ...identities];
}

/** A day as a button names it: «الاثنين ٠١ صفر ١٤٤٦ هـ». */
const dayName = (day: DualDate, digits: DigitSystem): string =>
  `${weekdayName(day.weekday)} ${formatHijri(day.hijri, digits)}`;

const JOINED = /^[\s\u200F:،,()=.]*(?:ال)?(?:موافق|مصادف|يوافق)?[\s\u200F:،,(]*$/;

/** The same day in the other calendar, right behind a date. */
function twinOf(text: string, date: WrittenDate, dates: readonly WrittenDate[]): WrittenDate | undefined {
  const next = dates[dates.indexOf(date) + 1];
  return next !== undefined &&
    next.calendar !== date.calendar &&
    next.iso === date.iso &&
    JOINED.test(text.slice(date.end, next.start))
    ? next
    : undefined;
}

const changeOf = (text: string, date: WrittenDate, iso: string): TextChange => {
  const written = text.slice(date.start, date.end);
  return { start: date.start, text: written, to: rewriteDate(written, iso, date.calendar) };
};

function ofSlip(
  text: string,
  slip: DateSlip,
  dates: readonly WrittenDate[],
  digits: DigitSystem,
): StyleWarning {
  const written = text.slice(slip.start, slip.end);
  const within = dates.filter((date) => date.start >= slip.start && date.end <= slip.end);
  if (slip.kind === 'twins') {
    const hijri = within.find((date) => date.calendar === 'hijri');
    const gregorian = within.find((date) => date.calendar === 'gregorian');
    const named = (day: DualDate): string =>
      `${formatHijri(day.hijri, digits)}، ${formatGregorian(day.gregorian, digits)}`;
    return {
      kind: 'twins',
      start: slip.start,
      text: written,
      value: named(slip.hijri),
      other: named(slip.gregorian),
      fixes: [
        ...(gregorian === undefined
          ? []
          : [
              {
                name: 'gregorian' as const,
                value: formatGregorian(slip.hijri.gregorian, digits),
                changes: [changeOf(text, gregorian, slip.hijri.iso)],
              },
            ]),
        ...(hijri === undefined
          ? []
          : [
              {
                name: 'hijri' as const,
                value: formatHijri(slip.gregorian.hijri, digits),
                changes: [changeOf(text, hijri, slip.gregorian.iso)],
              },
            ]),
      ],
    };
  }
  const { keepDate, keepWeekday } = slip.corrections;
  const claimed = weekdayName(slip.claimed);
  const right = weekdayName(keepDate.weekday);
  const date = within.at(-1);
  const twin = date === undefined ? undefined : twinOf(text, date, dates);
  // A weekday in a spelling of the writer's own (الإثنين) is replaced as a word of letters.
  const word = /^[ولب]?\p{L}+/u.exec(written)?.[0] ?? '';
  const prefix = word.endsWith(claimed)
    ? word.slice(0, word.length - claimed.length)
    : (/^[ولب](?=ال)/u.exec(word)?.[0] ?? '');
  return {
    kind: 'weekday',
    start: slip.start,
    text: written,
    value: right,
    other: claimed,
    fixes: [
      ...(word === ''
        ? []
        : [
            {
              name: 'weekday' as const,
              value: right,
              changes: [{ start: slip.start, text: word, to: prefix + right }],
            },
          ]),
      ...(date === undefined
        ? []
        : keepWeekday.map((day) => ({
            name: 'date' as const,
            value: dayName(day, digits),
            changes: [date, ...(twin === undefined ? [] : [twin])].map((one) => changeOf(text, one, day.iso)),
          }))),
    ],
  };
}
