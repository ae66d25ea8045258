import { parseMobile } from './mobile.ts';
import { accepted, cleaned, type Parsed, refused } from './parsed.ts';

export const FOREIGN_MOBILE_PROBLEMS = ['empty', 'notDigits', 'countryCode', 'length', 'saudi'] as const;
export type ForeignMobileProblem = (typeof FOREIGN_MOBILE_PROBLEMS)[number];

/** A +, then digits with spaces, dashes and brackets between them; nothing else. */
const WRITTEN = /^(?:\+|00)\p{Zs}*[0-9](?:[\p{Zs}\p{Pd}\u2212()]*[0-9])*$/u;

/**
 * A mobile number of another country → E.164: the country's code after + or 00, 8 to 15 digits in all (ITU-T E.164). A
 * Saudi number is refused: it belongs in the mobile field, where its shape is judged.
 */
export function parseForeignMobile(text: string): Parsed<ForeignMobileProblem> {
  const written = cleaned(text);
  if (written === '') return refused('empty');
  if (parseMobile(written).ok) return refused('saudi');
  if (!WRITTEN.test(written)) return refused(/^[0-9]/u.test(written) ? 'countryCode' : 'notDigits');
  const digits = written.replace(/[^0-9]/gu, '').replace(written.startsWith('+') ? '' : /^00/u, '');
  // No country's code begins with 0; 966 that is no Saudi mobile is a slip or a landline.
  if (digits.startsWith('0')) return refused('countryCode');
  if (digits.startsWith('966')) return refused('saudi');
  return digits.length < 8 || digits.length > 15 ? refused('length') : accepted(`+${digits}`);
}
