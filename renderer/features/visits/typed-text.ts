import { stripBidiControls, toAsciiDigits } from '#shared/arabic/digits.ts';
import type { IdKind } from '#shared/parties/party.ts';

export type TypedKind = 'id' | 'mobile' | 'name';

/**
 * What a person at the door gave: ten digits that start with 1 or 2 are an id, 05… or +966… a mobile, in either digit
 * system; anything with a letter is a name. Other digits go where their start points: the field says what is missing.
 */
export function kindOf(text: string): TypedKind {
  const digits = toAsciiDigits(stripBidiControls(text)).replace(/[\s\p{Pd}]/gu, '');
  if (!/^\+?\d+$/u.test(digits)) return 'name';
  if (/^[12]\d{0,9}$/u.test(digits)) return 'id';
  return /^(?:0|\+?966|5)/u.test(digits) ? 'mobile' : 'id';
}

/** What the short form asks; the schema's input without what the door does not ask. */
export interface NewParty {
  kind: 'person';
  name: string;
  idKind: IdKind;
  idNumber: string;
  noIdReason: string;
  mobile: string;
  village: string;
  sex: 'male' | 'female' | null;
}

export const EMPTY_PARTY: NewParty = {
  kind: 'person',
  name: '',
  idKind: 'nationalId',
  idNumber: '',
  noIdReason: '',
  mobile: '',
  village: '',
  sex: null,
};

/** The short form of a miss, with what was typed in the field where it belongs. */
export function partyFrom(text: string): NewParty {
  const kind = kindOf(text);
  const typed = text.trim();
  if (kind === 'name') return { ...EMPTY_PARTY, name: typed };
  const digits = toAsciiDigits(typed);
  return kind === 'id' ? { ...EMPTY_PARTY, idNumber: digits } : { ...EMPTY_PARTY, mobile: digits };
}
