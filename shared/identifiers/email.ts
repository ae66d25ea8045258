import { accepted, cleaned, type Parsed, refused } from './parsed.ts';

export const EMAIL_PROBLEMS = ['empty', 'spaces', 'at', 'shape', 'length'] as const;
export type EmailProblem = (typeof EMAIL_PROBLEMS)[number];

/** An address of the usual shape, ASCII, any case → lower case. Whether it exists is not known offline. */
export function parseEmail(text: string): Parsed<EmailProblem> {
  const address = cleaned(text).toLowerCase();
  if (address === '') return refused('empty');
  if (/\s/u.test(address)) return refused('spaces');
  if (address.split('@').length !== 2) return refused('at');
  if (address.length > 254) return refused('length');
  return /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u.test(
    address,
  )
    ? accepted(address)
    : refused('shape');
}
