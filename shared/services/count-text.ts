import { z } from 'zod';
import { stripBidiControls, toAsciiDigits } from '../arabic/digits.ts';

/** A count from 1 to `most` as people type it, in either digit system; a stored number is taken as well. `message` is a code of `validation`. */
export const countSchema = (most: number, message: string) =>
  z.union([z.string().max(40, { message }), z.number()]).transform((typed, context) => {
    const written = toAsciiDigits(stripBidiControls(String(typed))).trim();
    const count = /^\d{1,6}$/u.test(written) ? Number(written) : 0;
    if (count >= 1 && count <= most) return count;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
