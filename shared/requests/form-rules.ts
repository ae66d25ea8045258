import { type FormValue, isEmptyValue } from './form-values.ts';

/** «كافة المعلومات المطلوبة» (S.2): without these there is no form. What else somebody may not have is asked all the same. */
const NEVER_EMPTY: readonly FormValue['field'][] = ['name', 'idNumber', 'service'];

/** What is asked of everybody, be the answer that there is none: it is on the form, and is attested. */
const ASKED_OF_ALL: readonly FormValue['field'][] = [
  ...NEVER_EMPTY,
  'mobile',
  'housing',
  'household',
  'income',
  'need',
  'representation',
];

/** Whether the form cannot do without it: it is confirmed before S.2 is complete, and attested at S.4. */
export const isRequired = (field: FormValue['field']): boolean => ASKED_OF_ALL.includes(field);

/** Whether «لا يوجد» is no answer. */
export const isNeverEmpty = (field: FormValue['field']): boolean => NEVER_EMPTY.includes(field);

/** What is asked of one field, beside what the register says of it. */
export interface Asked {
  readonly value: FormValue;
  /** Confirmed or corrected at this request, and still so. */
  readonly settled: boolean;
  /** A question of the service that must be answered. */
  readonly mustAnswer?: boolean;
}

/** Empty, where «لا يوجد» is no answer: nobody can confirm it. */
export const isWanting = ({ value, mustAnswer = false }: Omit<Asked, 'settled'>): boolean =>
  isEmptyValue(value) && (isNeverEmpty(value.field) || mustAnswer);

/**
 * Whether a field holds up S.2: whatever the register knows is confirmed as still so, and what is asked of everybody is
 * asked. What is not known and need not be is left alone.
 */
export const isOpen = (asked: Asked): boolean =>
  isWanting(asked) ||
  (!asked.settled &&
    (isRequired(asked.value.field) || asked.mustAnswer === true || !isEmptyValue(asked.value)));
