import { z } from 'zod';
import { toAsciiDigits } from '../arabic/digits.ts';
import { MAX_SHIFT_MM } from './print-setting.ts';

const SHAPE = /^([-+]?)\s*(\d{1,3})(?:\.(\d{1,3}))?$/u;

/**
 * A shift as it is read off a ruler: `1.5`, `-٢٫٥`, `1,5`, rounded to a tenth of a millimetre; nothing is 0.
 * Undefined when it is no number, or further than any paper is shifted.
 */
export function parseMillimetres(text: string): number | undefined {
  const typed = toAsciiDigits(text)
    .trim()
    .replace(/[−–—]/gu, '-')
    .replace(/[٫,،]/gu, '.')
    // Typed from right to left, the sign easily stands behind the number.
    .replace(/^(\S+?)\s*-$/u, '-$1');
  if (typed === '') return 0;
  const match = SHAPE.exec(typed);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', part = '0'] = match;
  const tenths = Math.round(Number(`${whole}.${part}`) * 10);
  if (tenths > MAX_SHIFT_MM * 10) return undefined;
  return tenths === 0 ? 0 : (sign === '-' ? -tenths : tenths) / 10;
}

/** For a form: what is typed becomes millimetres, or the code `shiftMillimetres`. */
export const typedMillimetresSchema = z.string().transform((text, context) => {
  const millimetres = parseMillimetres(text);
  if (millimetres !== undefined) return millimetres;
  context.addIssue({ code: 'custom', message: 'shiftMillimetres' });
  return z.NEVER;
});
