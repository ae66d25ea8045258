import { accepted, cleaned, refused, type Parsed } from './parsed.ts';

export const SHORT_ADDRESS_PROBLEMS = ['empty', 'lowerCase', 'shape'] as const;
export type ShortAddressProblem = (typeof SHORT_ADDRESS_PROBLEMS)[number];

/**
 * The short national address: four capital letters and four digits, `RRRD2929`. Only the shape is judged;
 * whether the address exists is not known offline.
 */
export function parseShortAddress(text: string): Parsed<ShortAddressProblem> {
  const address = cleaned(text);
  if (address === '') return refused('empty');
  if (/^[A-Z]{4}[0-9]{4}$/.test(address)) return accepted(address);
  return refused(/^[A-Za-z]{4}[0-9]{4}$/.test(address) ? 'lowerCase' : 'shape');
}
