import { isRequired } from './form-rules.ts';
import { type FormFieldKey, type FormValue, isEmptyValue } from './form-values.ts';

/** A datum of T.4 as the applicant answers for it (S.4). */
export interface AttestedField {
  readonly field: FormFieldKey;
  /** Key of the words of its label, in `requests.form.field`; `answer`: its label is the question itself. */
  readonly label: FormValue['field'];
  readonly value: FormValue;
  /** SHA-256 of its canonical form, as hexadecimal: the same while nothing of it changed. */
  readonly sha256: string;
  /** «طُوبق على الأصل»: when, by whom, and against what; null: told, and held against nothing. */
  readonly matched: {
    readonly atMs: number;
    readonly byName: string;
    readonly against: string;
  } | null;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one content: keys in their order of the alphabet, and what is empty left out, so that a field which a later
 * Wisam adds, and nobody filled in, changes nothing that was signed before.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value));
}

function canonical(value: unknown): Json {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => !isEmpty(one))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, one]) => [key, canonical(one)]),
    );
  if (typeof value === 'string') return value.normalize('NFC');
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What a datum is recognised by. The order of people and amounts says nothing, and does not count. */
export function canonicalValue(value: FormValue): string {
  switch (value.field) {
    case 'household':
      return canonicalJson({ ...value, members: sorted(value.members) });
    case 'income':
    case 'expenses':
      return canonicalJson({ ...value, amounts: sorted(value.amounts) });
    // How a question is worded may be mended; what was answered may not.
    case 'answer':
      return canonicalJson({ field: value.field, key: value.key, answer: value.answer });
    case 'service':
    case 'need':
    case 'representation':
    case 'name':
    case 'idNumber':
    case 'birth':
    case 'nationality':
    case 'socialStatus':
    case 'mobile':
    case 'housing':
    case 'work':
    case 'health':
    case 'iban':
      break;
  }
  return canonicalJson(value);
}

const sorted = <T>(list: readonly T[]): T[] =>
  list.toSorted((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1));

type Signed = Pick<AttestedField, 'field' | 'sha256' | 'value'>;

/**
 * Whether another content of a field makes signatures stale. What was left empty and need not be given binds nobody: an IBAN
 * that is brought after the signature takes nothing back.
 */
const binds = ({ value }: Signed): boolean => isRequired(value.field) || !isEmptyValue(value);

/** The text whose SHA-256 is `fields_sha256` of an attestation: each binding field with its hash, in the form's order. */
export const canonicalFields = (fields: readonly Signed[]): string =>
  JSON.stringify(fields.filter(binds).map(({ field, sha256 }) => [field, sha256]));

/**
 * Binding fields of what was signed that have another content now, or are gone. Signatures are stale exactly when there is
 * one: a field that came to it since was not signed for.
 */
export function changedFields(
  signed: readonly Signed[],
  now: readonly Pick<AttestedField, 'field' | 'sha256'>[],
): FormFieldKey[] {
  const after = new Map(now.map(({ field, sha256 }) => [field, sha256]));
  return signed.filter((one) => binds(one) && after.get(one.field) !== one.sha256).map(({ field }) => field);
}
