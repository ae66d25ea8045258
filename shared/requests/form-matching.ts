import { type Datum, type MatchSource, SOURCE_DATA } from '../documents/matching.ts';
import type { FormFieldKey } from './form-values.ts';

/** Which datum of the register's matching (S.2) a field of the form is. */
const DATUM_OF: Readonly<Partial<Record<FormFieldKey, Datum>>> = {
  name: 'name',
  idNumber: 'idNumber',
  birth: 'birth',
  nationality: 'nationality',
  socialStatus: 'socialStatus',
  mobile: 'mobile',
  iban: 'iban',
};
export const datumOf = (field: FormFieldKey | 'answer'): Datum | undefined =>
  field === 'answer' ? undefined : DATUM_OF[field];

/** What papers say of a field that the register's matching does not name on its own. */
const ALSO_ON: Readonly<Partial<Record<FormFieldKey, readonly MatchSource[]>>> = {
  household: ['familyRecord', 'other'],
  housing: ['bill', 'other'],
  income: ['bankPaper', 'other'],
  expenses: ['bill', 'bankPaper', 'other'],
  work: ['other'],
  health: ['other'],
  representation: ['other'],
};

/** Whether this original tells of that field: a card says nothing of an income. */
export function bears(against: MatchSource, field: FormFieldKey): boolean {
  const datum = datumOf(field);
  return datum === undefined
    ? (ALSO_ON[field]?.includes(against) ?? false)
    : SOURCE_DATA[against].includes(datum);
}
