import { attachmentsText } from '#shared/arabic/counted.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
import type { DateParts } from '#shared/calendar/iso-day.ts';
import type { LetterAttachments, PaperLetter } from '#shared/letters/letter.ts';
import type { DigitSystem } from '#shared/organisation/profile.ts';
import { rtlDate, rtlSlashed } from './arabic/content.ts';

/** The four blanks of the head as they are printed; null leaves the dots. */
export interface FieldTexts {
  readonly number: string | null;
  readonly hijri: string | null;
  readonly gregorian: string | null;
  readonly attachments: string | null;
}

/**
 * The fields in the profile's digits, dates and number set right to left: the day, or the number, stands next to the
 * label, the era left of the year.
 * @throws AppError of the calendar for a day outside its table
 */
export function fieldTexts(
  letter: Pick<PaperLetter, 'referenceNumber' | 'day' | 'attachments'>,
  digits: DigitSystem,
): FieldTexts {
  const attachments = attachmentsLine(letter.attachments, digits);
  const number = letter.referenceNumber === null ? null : numberOnPaper(letter.referenceNumber, digits);
  if (letter.day === null) return { number, hijri: null, gregorian: null, attachments };
  const { hijri, gregorian } = dualDate(letter.day);
  return {
    number,
    hijri: dateOnPaper(hijri, 'هـ', digits),
    gregorian: dateOnPaper(gregorian, 'م', digits),
    attachments,
  };
}

/** «١٢ / ٠٦ / ١٤٤٨ هـ» from the right: the day first, the era letter left of the year. */
export const dateOnPaper = (parts: DateParts, era: 'هـ' | 'م', digits: DigitSystem): string =>
  rtlDate(
    {
      day: digitsIn(digits, String(parts.day).padStart(2, '0')),
      month: digitsIn(digits, String(parts.month).padStart(2, '0')),
      year: digitsIn(digits, parts.year),
      era,
    },
    'apart',
  );

/** `127/ص/1448` in groups from the right; a text without slashes stands as it is. */
export function numberOnPaper(reference: string, digits: DigitSystem): string {
  const groups = digitsIn(digits, reference)
    .split('/')
    .map((group) => group.trim());
  return rtlSlashed(groups, 'apart');
}

/**
 * A number as it is written, its first group at the left, in a line of Arabic: `1448-0317` of a request or a file, a
 * telephone. Two groups of Arabic-Indic digits would change places around a hyphen or a space: it stands between marks.
 */
export const groupsOnPaper = (number: string, digits: DigitSystem): string =>
  `\u2066${digitsIn(digits, number).replaceAll(/[- ]/gu, '\u200E$&\u200E')}\u2069`;

/** المرفقات: a person's text as it stands, or instead of a list's wording, with agreement; «لا يوجد» for neither. */
export function attachmentsLine(attachments: LetterAttachments, digits: DigitSystem): string {
  const { instead = '' } = attachments.kind === 'list' ? attachments : {};
  if (attachments.kind === 'list')
    return instead === '' ? attachmentsText(attachments.items, digits) : instead;
  return attachments.text === '' ? attachmentsText([], digits) : attachments.text;
}
