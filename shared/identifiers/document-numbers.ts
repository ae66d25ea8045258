import { accepted, cleaned, type Parsed, refused, withoutSpaces } from './parsed.ts';

export const PASSPORT_PROBLEMS = ['empty', 'characters', 'length', 'noDigit'] as const;
export type PassportProblem = (typeof PASSPORT_PROBLEMS)[number];

/** A passport's number: 5 to 15 Latin letters and digits, at least one of them a digit, any case → upper case. */
export function parsePassport(text: string): Parsed<PassportProblem> {
  const compact = withoutSpaces(cleaned(text));
  if (compact === '') return refused('empty');
  // Judged before raising the case: ß, ſ and ı would become letters that were never typed.
  if (!/^[0-9A-Za-z]+$/u.test(compact)) return refused('characters');
  if (compact.length < 5 || compact.length > 15) return refused('length');
  return /[0-9]/u.test(compact) ? accepted(compact.toUpperCase()) : refused('noDigit');
}

export const BORDER_NUMBER_PROBLEMS = ['empty', 'notDigits', 'length', 'prefix'] as const;
export type BorderNumberProblem = (typeof BORDER_NUMBER_PROBLEMS)[number];

/** A border number: ten digits that begin as neither a national id (1) nor an iqama (2) does. */
export function parseBorderNumber(text: string): Parsed<BorderNumberProblem> {
  const number = cleaned(text);
  if (number === '') return refused('empty');
  if (!/^[0-9]+$/u.test(number)) return refused('notDigits');
  if (number.length !== 10) return refused('length');
  return /^[012]/u.test(number) ? refused('prefix') : accepted(number);
}

export const UNIFIED_NUMBER_PROBLEMS = ['empty', 'notDigits', 'length', 'prefix'] as const;
export type UnifiedNumberProblem = (typeof UNIFIED_NUMBER_PROBLEMS)[number];

/** The unified number of an organisation: ten digits that begin with 70, most of them with 700. */
export function parseUnifiedNumber(text: string): Parsed<UnifiedNumberProblem> {
  const number = cleaned(text);
  if (number === '') return refused('empty');
  if (!/^[0-9]+$/u.test(number)) return refused('notDigits');
  if (number.length !== 10) return refused('length');
  return number.startsWith('70') ? accepted(number) : refused('prefix');
}

export const LICENCE_PROBLEMS = ['empty', 'characters', 'length'] as const;
export type LicenceProblem = (typeof LICENCE_PROBLEMS)[number];

/** An organisation's licence: letters, digits, dashes and slashes, at least one digit; inner spaces dropped. */
export function parseLicence(text: string): Parsed<LicenceProblem> {
  const compact = withoutSpaces(cleaned(text));
  if (compact === '') return refused('empty');
  if (!/^[\p{L}0-9/\-.]*[0-9][\p{L}0-9/\-.]*$/u.test(compact)) return refused('characters');
  return compact.length > 20 ? refused('length') : accepted(compact);
}
