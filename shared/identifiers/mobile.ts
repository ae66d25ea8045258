import { accepted, cleaned, refused, type Parsed } from './parsed.ts';

export const PHONE_PROBLEMS = ['empty', 'notDigits', 'length', 'prefix', 'landline', 'mobile'] as const;
export type PhoneProblem = (typeof PHONE_PROBLEMS)[number];
export type MobileProblem = Exclude<PhoneProblem, 'mobile'>;
export type LandlineProblem = Exclude<PhoneProblem, 'landline'>;

const MOBILE = /^(?:5(?:[01345689]\d|7[0-8])\d{6}|579[01]\d{5})$/;
// Area codes in use: 11 Riyadh, 12 Makkah, 13 Eastern, 14 Madinah, 16 Qassim, 17 the south.
const LANDLINE = /^1[1-467]\d{7}$/;

/** A leading +, then digits with spaces and dashes between them; nothing else. */
const WRITTEN = /^\+?\p{Zs}*[0-9](?:[\p{Zs}\p{Pd}\u2212]*[0-9])*$/u;

/** `undefined`: something stands there that is no phone number. `national` is what follows +966, 00966, 966 or 0. */
function readPhone(text: string): { readonly national: string | undefined } | undefined {
  if (!WRITTEN.test(text)) return undefined;
  const dialled = text.replace(/[^+0-9]/g, '');
  const national = /^(?:\+966|00966|966|0)([0-9]*)$/.exec(dialled)?.[1];
  return { national };
}

/**
 * A Saudi mobile number → E.164, `+966508072675`. Written after +966, 00966, 966 or 0, with inner spaces and
 * dashes. A landline is told apart by its own code: it belongs in the landline field.
 */
export function parseMobile(text: string): Parsed<MobileProblem> {
  const written = cleaned(text);
  if (written === '') return refused('empty');
  const phone = readPhone(written);
  if (phone === undefined) return refused('notDigits');
  const { national } = phone;
  if (national === undefined) return refused('prefix');
  if (MOBILE.test(national)) return accepted(`+966${national}`);
  if (LANDLINE.test(national)) return refused('landline');
  return refused(national.startsWith('5') && national.length !== 9 ? 'length' : 'prefix');
}

/** A Saudi landline → E.164, `+966125551234`, written as a mobile number is. */
export function parseLandline(text: string): Parsed<LandlineProblem> {
  const written = cleaned(text);
  if (written === '') return refused('empty');
  const phone = readPhone(written);
  if (phone === undefined) return refused('notDigits');
  const { national } = phone;
  if (national === undefined) return refused('prefix');
  if (LANDLINE.test(national)) return accepted(`+966${national}`);
  if (MOBILE.test(national)) return refused('mobile');
  return refused(national.startsWith('1') && national.length !== 9 ? 'length' : 'prefix');
}

/** `+966508072675` → `050 807 2675`, grouped 3-3-4 as Saudis read it out. Shown isolated, left to right. */
export const formatPhone = (e164: string): string =>
  e164.replace(/^\+966(\d{2})(\d{3})(\d{4})$/, '0$1 $2 $3');
