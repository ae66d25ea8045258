import { digitsIn, type DigitSystem } from '../arabic/digits.ts';
import { dualDate } from '../calendar/dual-date.ts';

const RLM = '\u200F';
/** Neither the number nor the date breaks over two lines. */
const NBSP = '\u00A0';
const SLASH = `${NBSP}${RLM}/${RLM}${NBSP}`;
const two = (value: number): string => String(value).padStart(2, '0');

/** `127/ص/1448` in groups that stand from right to left, whatever surrounds them. */
const numberInText = (referenceNumber: string): string =>
  referenceNumber
    .split('/')
    .map((group) => group.trim())
    .join(SLASH);

/**
 * «إلحاقًا لخطابنا رقم ١٢٧ / ص / ١٤٤٨ وتاريخ ١٢ / ٠٦ / ١٤٤٨ هـ»: how a letter that corrects or completes another one
 * opens. Number and date carry U+200F, as all that the desk generates does: day, month, year from right to left in
 * either digit system.
 * @throws AppError as `dualDate`
 */
export function correctionOpening(
  letter: { readonly referenceNumber: string; readonly day: string },
  digits: DigitSystem,
): string {
  const { hijri } = dualDate(letter.day);
  const date = [two(hijri.day), two(hijri.month), String(hijri.year)].join(SLASH) + NBSP + RLM;
  return digitsIn(digits, `إلحاقًا لخطابنا رقم ${numberInText(letter.referenceNumber)} وتاريخ ${date}هـ`);
}
