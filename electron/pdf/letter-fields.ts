import { attachmentsText } from '#shared/arabic/counted.ts';
import { digitsIn } from '#shared/arabic/digits.ts';
import { dualDate } from '#shared/calendar/dual-date.ts';
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
  const date = (parts: { day: number; month: number; year: number }, era: string): string =>
    rtlDate(
      {
        day: digitsIn(digits, String(parts.day).padStart(2, '0')),
        month: digitsIn(digits, String(parts.month).padStart(2, '0')),
        year: digitsIn(digits, parts.year),
        era,
      },
      'apart',
    );
  return { number, hijri: date(hijri, 'هـ'), gregorian: date(gregorian, 'م'), attachments };
}

/** `127/ص/1448` in groups from the right; a text without slashes stands as it is. */
function numberOnPaper(reference: string, digits: DigitSystem): string {
  const groups = digitsIn(digits, reference)
    .split('/')
    .map((group) => group.trim());
  return rtlSlashed(groups, 'apart');
}

/** المرفقات: a person's text as it stands; a list worded with agreement; «لا يوجد» for neither. */
export function attachmentsLine(attachments: LetterAttachments, digits: DigitSystem): string {
  if (attachments.kind === 'list') return attachmentsText(attachments.items, digits);
  return attachments.text === '' ? attachmentsText([], digits) : attachments.text;
}
