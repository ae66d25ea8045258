import { accepted, cleaned, refused, withoutSpaces, type Parsed } from './parsed.ts';

export const IBAN_PROBLEMS = ['empty', 'characters', 'country', 'length', 'shape', 'checkDigits'] as const;
export type IbanProblem = (typeof IBAN_PROBLEMS)[number];

/** A Saudi IBAN, any case, inner spaces allowed → 24 characters, upper-case, without spaces. */
export function parseIban(text: string): Parsed<IbanProblem> {
  const compact = withoutSpaces(cleaned(text));
  if (compact === '') return refused('empty');
  // Judged before raising the case: ß, ſ and ı would become letters that were never typed.
  if (!/^[0-9A-Za-z]+$/.test(compact)) return refused('characters');
  const iban = compact.toUpperCase();
  if (!iban.startsWith('SA')) return refused('country');
  if (iban.length !== 24) return refused('length');
  if (!/^SA\d{4}[A-Z0-9]{18}$/.test(iban)) return refused('shape');
  return remainder97(iban) === 1 ? accepted(iban) : refused('checkDigits');
}

/** ISO 13616: the first four characters moved to the end, letters as 10–35, modulo 97. */
function remainder97(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** `SA4980000324608010160967` → `SA49 8000 0324 6080 1016 0967`. Shown isolated, left to right. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
