import { digitsIn, type DigitSystem } from '../arabic/digits.ts';
import { dualDate } from '../calendar/dual-date.ts';
import type { Recipient } from '../letters/letter.ts';
import type { IncomingContent } from './incoming.ts';

const RLM = '\u200F';
const NBSP = '\u00A0';

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Their number as it is read in our text: groups between slashes keep their order from right to left in either digit
 * system, whatever stands around them. A number without slashes stays as it was written.
 */
const numberInText = (number: string): string =>
  number
    .split('/')
    .map((part) => part.trim())
    .join(`${NBSP}${RLM}/${RLM}${NBSP}`);

/**
 * «إشارة إلى خطابكم رقم ٥٥ / ١٤٤٨ وتاريخ ٠١ / ٠٦ / ١٤٤٨ هـ»: how an answer refers to the letter it answers. What the
 * letter did not bear is left out; what the desk generates carries U+200F.
 */
export function answerOpening(
  { theirNumber, theirDay, subject }: Pick<IncomingContent, 'theirNumber' | 'theirDay' | 'subject'>,
  digits: DigitSystem,
): string {
  const number = theirNumber === '' ? '' : ` رقم ${numberInText(theirNumber)}`;
  const hijri = theirDay === null ? null : dualDate(theirDay).hijri;
  const date =
    hijri === null
      ? ''
      : [two(hijri.day), two(hijri.month), String(hijri.year)].join(`${NBSP}${RLM}/${RLM}${NBSP}`) +
        `${NBSP}${RLM}هـ`;
  const said = date === '' ? '' : `${number === '' ? ' المؤرخ في ' : ' وتاريخ '}${date}`;
  // A letter with neither number nor date is told by what it is about.
  const about = number === '' && said === '' && subject !== '' ? ` بشأن: ${subject}` : '';
  return digitsIn(digits, `إشارة إلى خطابكم${number}${said}${about}`).slice(0, 200);
}

/** To whom the answer goes: who wrote. The honorific is chosen by a person. */
export const answerRecipient = ({ sender }: Pick<IncomingContent, 'sender'>): Recipient => ({
  honorific: '',
  name: sender.name,
  title: sender.title,
  organisation: sender.organisation,
  closingHonorific: '',
});
