import {
  parseLicence,
  parseBorderNumber,
  parsePassport,
  parseUnifiedNumber,
} from '../identifiers/document-numbers.ts';
import { nationalIdKind, parseNationalId } from '../identifiers/national-id.ts';
import type { IdKind } from './party.ts';

/** Kinds of identity that a person bears, and an organisation. */
export const PERSON_ID_KINDS = ['nationalId', 'passport', 'borderNumber', 'none'] as const;
export const ORGANISATION_ID_KINDS = ['unifiedNumber', 'licence', 'none'] as const;

export const idKindsOf = (kind: 'person' | 'organisation'): readonly IdKind[] =>
  kind === 'person' ? PERSON_ID_KINDS : ORGANISATION_ID_KINDS;

type Judged =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string };

const PARSERS = {
  nationalId: parseNationalId,
  passport: parsePassport,
  borderNumber: parseBorderNumber,
  unifiedNumber: parseUnifiedNumber,
  licence: parseLicence,
} as const;

/** The number in its stored form, or the code of the sentence at the field (`nationalId.checkDigit`). */
export function parseIdNumber(kind: IdKind, text: string): Judged {
  if (kind === 'none') return { ok: true, value: '' };
  const parsed = PARSERS[kind](text);
  return parsed.ok ? parsed : { ok: false, message: `${kind}.${parsed.code}` };
}

/** 1… is a Saudi's id; of anything else the nationality is asked. */
export const nationalityByIdentity = (kind: IdKind, number: string): string =>
  kind === 'nationalId' && parseNationalId(number).ok && nationalIdKind(number) === 'citizen' ? 'SA' : '';
