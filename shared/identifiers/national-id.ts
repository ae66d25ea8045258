import { accepted, cleaned, refused, type Parsed } from './parsed.ts';

export const NATIONAL_ID_PROBLEMS = ['empty', 'notDigits', 'length', 'prefix', 'checkDigit'] as const;
export type NationalIdProblem = (typeof NATIONAL_ID_PROBLEMS)[number];

/**
 * A national id (1…) or an iqama (2…) → ten ASCII digits. The check digit finds most slips but not 09 typed for
 * 90: comparing with the card stays a step of the desk (S.2).
 */
export function parseNationalId(text: string): Parsed<NationalIdProblem> {
  const id = cleaned(text);
  if (id === '') return refused('empty');
  if (!/^[0-9]+$/.test(id)) return refused('notDigits');
  if (id.length !== 10) return refused('length');
  if (!/^[12]/.test(id)) return refused('prefix');
  return hasCheckDigit(id) ? accepted(id) : refused('checkDigit');
}

/** The first, third … ninth digit doubled (the digits of a product added), the others as they are: ends in 0. */
function hasCheckDigit(id: string): boolean {
  let total = 0;
  for (let index = 0; index < id.length; index += 1) {
    const digit = Number(id[index]);
    const doubled = digit * 2;
    total += index % 2 === 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** Whether a stored id is a citizen's national id or a resident's iqama. */
export const nationalIdKind = (id: string): 'citizen' | 'resident' =>
  id.startsWith('1') ? 'citizen' : 'resident';
