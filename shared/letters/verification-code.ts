import { accepted, cleaned, refused, type Parsed } from '../identifiers/parsed.ts';

/** Digits of a code: fourteen of the letter's seal, and two that check them. */
const FROM_SEAL = 14;
export const CODE_LENGTH = FROM_SEAL + 2;

/** A seal has 77 decimal digits and more: five groups of fourteen that have nothing to do with each other. */
export const CODE_TRIES = 5;

export type CodeProblem = 'shape' | 'checkDigits';

/**
 * The verification code that stands in an issued letter's foot, made of its seal (64 hex digits) alone: it covers
 * register, year, number, the letter's content and the head of the register's chain before it. Check digits by
 * ISO 7064, MOD 97-10. `attempt` (0 to 4) is for the rare seal whose code another letter bears already.
 */
export function codeFromSeal(seal: string, attempt = 0): string {
  const groups = BigInt(`0x${seal}`) / 10n ** BigInt(FROM_SEAL * attempt);
  const digits = String(groups % 10n ** BigInt(FROM_SEAL)).padStart(FROM_SEAL, '0');
  return digits + String(98 - remainder97(`${digits}00`)).padStart(2, '0');
}

/** Whether a code is one that this seal gives. */
export const codeFitsSeal = (code: string, seal: string): boolean =>
  Array.from({ length: CODE_TRIES }, (_, attempt) => codeFromSeal(seal, attempt)).includes(code);

/**
 * What was read off a paper, typed or scanned: either digit system, spaces and dashes between the groups. A slip of one
 * digit and two digits in the wrong order are always found (`checkDigits`), before anybody is told that a letter is
 * unknown.
 */
export function parseCode(text: string): Parsed<CodeProblem> {
  const digits = cleaned(text).replace(/[\p{Zs}\p{Pd}\t]/gu, '');
  if (!/^\d+$/.test(digits) || digits.length !== CODE_LENGTH) return refused('shape');
  return remainder97(digits) === 1 ? accepted(digits) : refused('checkDigits');
}

/** `1234 5678 9012 3456`: as it is printed and shown, isolated, left to right. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

function remainder97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
