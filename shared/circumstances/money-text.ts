import { z } from 'zod';
import { digitsIn, type DigitSystem, stripBidiControls, toAsciiDigits } from '../arabic/digits.ts';

export const AMOUNT_PROBLEMS = ['empty', 'notANumber', 'fraction', 'negative', 'tooMuch'] as const;
export type AmountProblem = (typeof AMOUNT_PROBLEMS)[number];

/** A hundred million riyals: what is more is a slip of the finger. */
const MOST_HALALAS = 10_000_000_000;

/** Digits in groups of three, or ungrouped. */
const WHOLE = /^(?:\d{1,3}(?:,\d{3})+|\d+)$/u;

/**
 * An amount in riyals as people write it → whole halalas: 3000, ٣٠٠٠, «3,000», ٣٬٠٠٠٫٥٠, 1250.5, «3000 ريال». Either digit
 * system; `,` `٬` `،` and spaces part the thousands, `.` and `٫` the halalas. Never a floating number.
 */
export function parseAmount(
  text: string,
): { readonly ok: true; readonly halalas: number } | { readonly ok: false; readonly code: AmountProblem } {
  const written = toAsciiDigits(stripBidiControls(text))
    .replace(/(?:ريالًا|ريالا|ريال|ر\.س\.?|SAR)/iu, '')
    .trim();
  if (written === '') return { ok: false, code: 'empty' };
  if (/^[-\u2212]/u.test(written)) return { ok: false, code: 'negative' };
  const [riyals = '', fraction, more] = written.replaceAll('٫', '.').split('.');
  const grouped = riyals
    .trim()
    .replaceAll(/[٬،']/gu, ',')
    .replaceAll(/(\d)\p{Zs}(?=\d{3}(?:\D|$))/gu, '$1,');
  if (more !== undefined || !WHOLE.test(grouped)) return { ok: false, code: 'notANumber' };
  if (fraction !== undefined && !/^\d+$/u.test(fraction)) return { ok: false, code: 'notANumber' };
  if (fraction !== undefined && fraction.length > 2) return { ok: false, code: 'fraction' };
  const whole = Number(grouped.replaceAll(',', ''));
  const halalas = whole * 100 + Number((fraction ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(halalas) && halalas <= MOST_HALALAS
    ? { ok: true, halalas }
    : { ok: false, code: 'tooMuch' };
}

/** «3,000» or «1,250.50» of whole halalas, in the digits of a system; what is owed carries its minus at the left. */
export function formatAmount(halalas: number, digits: DigitSystem = 'latin'): string {
  const whole = Math.floor(Math.abs(halalas) / 100);
  const rest = Math.abs(halalas) % 100;
  const grouped = String(whole).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  const plain = rest === 0 ? grouped : `${grouped}.${String(rest).padStart(2, '0')}`;
  const signed = halalas < 0 ? `-${plain}` : plain;
  return digits === 'latin'
    ? signed
    : digitsIn('arabicIndic', signed).replaceAll(',', '٬').replaceAll('.', '٫');
}

/** An amount of a form: text in, halalas out. Empty gives what `empty` says: nothing, or a message. */
export const amountSchema = z
  .string()
  .max(200, { message: 'tooLong' })
  .transform((text, context) => {
    const parsed = parseAmount(text);
    if (parsed.ok) return parsed.halalas;
    context.addIssue({ code: 'custom', message: `amount.${parsed.code}` });
    return z.NEVER;
  });

/** The same, where it may be left empty. */
export const optionalAmountSchema = z
  .string()
  .max(200, { message: 'tooLong' })
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null;
    const parsed = parseAmount(text);
    if (parsed.ok) return parsed.halalas;
    context.addIssue({ code: 'custom', message: `amount.${parsed.code}` });
    return z.NEVER;
  });
