import type { FormValue } from './form-values.ts';

/** «كافة المعلومات المطلوبة» (S.2): without these there is no form. A mobile, an income or an IBAN somebody may not have. */
const NEVER_EMPTY: readonly FormValue['field'][] = ['name', 'idNumber', 'housing', 'service'];

/** What is asked of everybody, be the answer that there is none: it is on the form, and is attested. */
const ASKED_OF_ALL: readonly FormValue['field'][] = [
  ...NEVER_EMPTY,
  'mobile',
  'household',
  'income',
  'need',
  'representation',
];

/** Whether the form cannot do without it: it is confirmed before S.2 is complete, and attested at S.4. */
export const isRequired = (field: FormValue['field']): boolean => ASKED_OF_ALL.includes(field);

/** Whether «لا يوجد» is no answer. */
export const isNeverEmpty = (field: FormValue['field']): boolean => NEVER_EMPTY.includes(field);
