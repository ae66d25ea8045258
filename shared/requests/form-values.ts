import { z } from 'zod';
import {
  DISABILITIES,
  HEALTH_STATES,
  HOUSING_STATES,
  SOCIAL_STATUSES,
  TENURES,
  WORK_STATES,
} from '../circumstances/facts.ts';
import { moneyCategorySchema } from '../circumstances/money.ts';
import { relationSchema } from '../households/household.ts';
import { representationKindSchema } from '../households/representation.ts';
import { birthSchema } from '../parties/birth-date.ts';
import { idKindSchema } from '../parties/party.ts';

/** The data of طلب دعم مستفيد (T.4) in the order of the form; questions of the service come after them. */
export const FORM_FIELDS = [
  'name',
  'idNumber',
  'birth',
  'nationality',
  'socialStatus',
  'mobile',
  'housing',
  'household',
  'income',
  'expenses',
  'work',
  'health',
  'service',
  'need',
  'iban',
  'representation',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** A field of the form, or `answer:KEY` of a question that the service asks. */
export const formFieldKeySchema = z.union([
  z.enum(FORM_FIELDS),
  z.templateLiteral(['answer:', z.string().min(1).max(60)]),
]);
export type FormFieldKey = z.infer<typeof formFieldKeySchema>;

/** One amount a month, from a day to a day (both in); `untilOn` null: it goes on. Halalas. */
const amountSchema = z.object({
  category: moneyCategorySchema,
  detail: z.string(),
  monthlyHalalas: z.int(),
  /** Of a debt: what is owed in all. */
  totalHalalas: z.int().nullable(),
  sinceOn: z.string(),
  untilOn: z.string().nullable(),
});
export type FormAmount = z.infer<typeof amountSchema>;

const memberSchema = z.object({
  name: z.string(),
  relation: relationSchema,
  birth: birthSchema.nullable(),
  joinedOn: z.string().nullable(),
});
export type FormMember = z.infer<typeof memberSchema>;

/**
 * What the form says of each field, as the register has it: facts, not words. Ages, sums and shares are told of a day
 * (`form-figures.ts`), so that nothing here changes because a day has passed.
 */
export const formValueSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), text: z.string() }),
  z.object({
    field: z.literal('idNumber'),
    idKind: idKindSchema,
    number: z.string(),
    noIdReason: z.string(),
  }),
  z.object({ field: z.literal('birth'), birth: birthSchema.nullable() }),
  /** ISO 3166-1 alpha-2. */
  z.object({ field: z.literal('nationality'), code: z.string() }),
  z.object({ field: z.literal('socialStatus'), status: z.enum(SOCIAL_STATUSES).nullable() }),
  /** E.164. */
  z.object({ field: z.literal('mobile'), mobile: z.string() }),
  z.object({
    field: z.literal('housing'),
    village: z.string(),
    district: z.string(),
    shortAddress: z.string(),
    directions: z.string(),
    tenure: z.enum(TENURES).nullable(),
    rentHalalas: z.int().nullable(),
    state: z.enum(HOUSING_STATES).nullable(),
    rooms: z.int().nullable(),
  }),
  /** Empty: no household is recorded, they are alone. */
  z.object({ field: z.literal('household'), members: z.array(memberSchema) }),
  /** Of everybody of the household who has a file. */
  z.object({ field: z.literal('income'), amounts: z.array(amountSchema) }),
  /** Expenses and debts. */
  z.object({ field: z.literal('expenses'), amounts: z.array(amountSchema) }),
  z.object({
    field: z.literal('work'),
    state: z.enum(WORK_STATES).nullable(),
    job: z.string(),
    employer: z.string(),
  }),
  z.object({
    field: z.literal('health'),
    state: z.enum(HEALTH_STATES).nullable(),
    illness: z.string(),
    disability: z.enum(DISABILITIES).nullable(),
  }),
  z.object({ field: z.literal('service'), text: z.string() }),
  z.object({ field: z.literal('need'), text: z.string() }),
  z.object({ field: z.literal('iban'), iban: z.string(), holder: z.string() }),
  /** S.1: who came for the applicant, on which deed; null: they came themselves. */
  z.object({
    field: z.literal('representation'),
    by: z
      .object({
        name: z.string(),
        kind: representationKindSchema,
        deedNumber: z.string(),
        expiresOn: z.string().nullable(),
      })
      .nullable(),
  }),
  z.object({ field: z.literal('answer'), key: z.string(), question: z.string(), answer: z.string() }),
]);
export type FormValue = z.infer<typeof formValueSchema>;
export type FormValueOf<F extends FormValue['field']> = Extract<FormValue, { readonly field: F }>;

export const fieldKeyOf = (value: FormValue): FormFieldKey =>
  value.field === 'answer' ? `answer:${value.key}` : value.field;

/** Whether the register says nothing under this field. */
export function isEmptyValue(value: FormValue): boolean {
  switch (value.field) {
    case 'name':
    case 'service':
    case 'need':
      return value.text === '';
    case 'idNumber':
      return value.number === '' && value.noIdReason === '';
    case 'birth':
      return value.birth === null;
    case 'nationality':
      return value.code === '';
    case 'socialStatus':
      return value.status === null;
    case 'mobile':
      return value.mobile === '';
    case 'housing':
      return value.village === '' && value.tenure === null;
    case 'household':
      return value.members.length === 0;
    case 'income':
    case 'expenses':
      return value.amounts.length === 0;
    case 'work':
    case 'health':
      return value.state === null;
    case 'iban':
      return value.iban === '';
    case 'representation':
      return value.by === null;
    case 'answer':
      return value.answer === '';
    default:
      return true;
  }
}
