import { createHash } from 'node:crypto';
import type { RequestId } from '#shared/ids.ts';
import { type AttestedField, canonicalFields } from '#shared/requests/attested-fields.ts';
import { fieldKeyOf, type FormValue } from '#shared/requests/form-values.ts';
import { datumOf } from '#shared/requests/form-matching.ts';
import { isOpen, isRequired } from '#shared/requests/form-rules.ts';
import { datumStandings } from '../documents/datum-matches.ts';
import { findDatumValues } from '../documents/datum-values.ts';
import type { Reader } from '../transaction.ts';
import { listRequestData, type StoredDatum } from './form-data.ts';
import { hashValue, readForm } from './form-fields.ts';

/** A field of the form with all that stands beside it. */
export interface StandingField extends AttestedField {
  /** Null: nobody has confirmed it at this request. */
  readonly confirmed: StoredDatum | null;
  /** A question of the service that must be answered. */
  readonly mustAnswer: boolean;
}

/**
 * Every field of a request's form as it stands, in the order of T.4; undefined: no such request. A field is matched when it
 * was held against an original at this request, or once in the register, and has not changed since.
 */
export function listFormFields(
  reader: Reader,
  id: RequestId,
  form = readForm(reader, id),
): readonly StandingField[] | undefined {
  if (form === undefined) return undefined;
  const confirmed = listRequestData(reader, id);
  const matches = datumStandings(reader, form.party.id, findDatumValues(reader, form.party.id) ?? []);
  return form.values.map((value) => {
    const field = fieldKeyOf(value);
    const sha256 = hashValue(value);
    const own = confirmed.get(field) ?? null;
    return {
      field,
      label: value.field,
      value,
      sha256,
      confirmed: own,
      mustAnswer:
        value.field === 'answer' && form.questions.some(({ key, required }) => required && key === value.key),
      matched: matchOf(value.field, sha256, own, matches),
    };
  });
}

function matchOf(
  field: FormValue['field'],
  sha256: string,
  own: StoredDatum | null,
  matches: ReturnType<typeof datumStandings>,
): AttestedField['matched'] {
  if (own !== null && own.against !== '' && own.sha256 === sha256)
    return { atMs: own.atMs, byName: own.byName, against: own.against };
  const match = matches.find(({ datum, state }) => datum === datumOf(field) && state === 'matched');
  return match === undefined || match.matchedAtMs === null || match.matchedByName === null
    ? null
    : { atMs: match.matchedAtMs, byName: match.matchedByName, against: match.against };
}

/**
 * All that the applicant answers for (S.4), in the order of T.4: what the form cannot do without, and what was confirmed or
 * corrected at this request (S.2). What nobody asked after is not attested, so that a researcher's later finding makes no
 * signature stale. Identity and IBAN are whole. Undefined: no such request.
 */
export const attestedFields = (reader: Reader, id: RequestId): readonly AttestedField[] | undefined =>
  listFormFields(reader, id)
    ?.filter(({ value, confirmed }) => confirmed !== null || isRequired(value.field))
    .map(({ field, label, value, sha256, matched }) => ({ field, label, value, sha256, matched }));

/** Whether it was confirmed or corrected at this request, and is still what it was then. */
export const isSettled = ({ confirmed, sha256 }: Pick<StandingField, 'confirmed' | 'sha256'>): boolean =>
  confirmed !== null && confirmed.sha256 === sha256;

/** Data of T.4 neither confirmed nor corrected at a request, or wanting (S.2). */
export const countOpenData = (reader: Reader, id: RequestId): number =>
  (listFormFields(reader, id) ?? []).filter(({ value, mustAnswer, ...field }) =>
    isOpen({ value, mustAnswer, settled: isSettled(field) }),
  ).length;

/** `attestation.fields_sha256`: SHA-256 of what was attested, as hexadecimal. */
export const hashFields = (fields: readonly Pick<AttestedField, 'field' | 'sha256' | 'value'>[]): string =>
  createHash('sha256').update(canonicalFields(fields)).digest('hex');
