import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { documentIdSchema, documentKindSchema } from '../documents/document.ts';
import { MATCH_SOURCES, matchSourceSchema, seenSchema } from '../documents/matching.ts';
import { STANDING_STATES } from '../documents/standing.ts';
import { partyIdSchema, requestIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import { serviceQuestionSchema } from '../services/service.ts';
import { adviceSchema } from './eligibility.ts';
import { formFieldKeySchema, formValueSchema } from './form-values.ts';
import { requestSchema } from './request.ts';

const desk = { roles: DESK_ROLES } as const;
const ref = z.object({ id: requestIdSchema });

/**
 * `open`: nobody has asked after it at this request; `changed`: it was confirmed, and the register says something else since.
 */
export const FIELD_STATES = ['open', 'changed', 'confirmed', 'corrected'] as const;

export const formFieldSchema = z.object({
  field: formFieldKeySchema,
  value: formValueSchema,
  /** The value in Arabic, as the paper says it; what is counted in it, one by one, beside it. */
  text: z.string(),
  detail: z.string(),
  /** The register says nothing under it: then `text` says so. */
  empty: z.boolean(),
  /** Hash of the value, as it is shown: what is confirmed is what was seen. */
  seen: seenSchema,
  state: z.enum(FIELD_STATES),
  /** Who confirmed or corrected it at this request. */
  confirmed: z.object({ atMs: z.int(), byName: z.string() }).nullable(),
  /** «طُوبق على الأصل», at this request or once in the register; null: it was told. */
  matched: z
    .object({ atMs: z.int(), byName: z.string(), against: z.enum([...MATCH_SOURCES, '']) })
    .nullable(),
  /** S.2 is not complete before it was confirmed. */
  open: z.boolean(),
  /** It is empty, and «لا يوجد» is no answer. */
  wanting: z.boolean(),
});
export type FormFieldStanding = z.infer<typeof formFieldSchema>;

/** A requirement of S.6 beside what the register holds for it, as it stands on the day. */
export const formRequirementSchema = z.object({
  key: z.string(),
  /** The kind of document that it is, where it is one of the register's; null: a requirement of the office's own. */
  kind: documentKindSchema.nullable(),
  /** The register's best document of that kind: offered, so that nothing is asked for twice. */
  offer: z
    .object({
      documentId: documentIdSchema,
      state: z.enum(STANDING_STATES),
      title: z.string(),
      number: z.string(),
      issuedOn: z.string().nullable(),
      expiresOn: z.string().nullable(),
      matchedAtMs: z.int().nullable(),
      matchedByName: z.string().nullable(),
    })
    .nullable(),
});
export type FormRequirement = z.infer<typeof formRequirementSchema>;

/** طلب دعم مستفيد (T.4) of one request, filled from the register, as it stands on a day. */
export const requestFormSchema = z.object({
  requestId: requestIdSchema,
  partyId: partyIdSchema,
  partyKind: z.enum(['person', 'organisation']),
  sex: z.enum(['male', 'female']).nullable(),
  /** ISO day that ages, sums and validity are told of. */
  day: isoDaySchema,
  fields: z.array(formFieldSchema),
  requirements: z.array(formRequirementSchema),
  /** What this service alone asks. */
  questions: z.array(serviceQuestionSchema),
  /** What the rules of the service say of it: advice alone; empty where it has none. */
  advice: z.array(adviceSchema),
});
export type RequestForm = z.infer<typeof requestFormSchema>;

const data = z
  .array(z.object({ field: formFieldKeySchema, seen: seenSchema }))
  .min(1, { message: 'required' })
  .max(60);

export const formContract = defineContract({
  /** Identity and IBAN are whole for the desk, which holds them against the card; the look is logged. Error: notFound. */
  'form.ofRequest': query({ roles: CASE_ROLES }, ref, requestFormSchema),
  /**
   * S.2: these data are as the applicant says, held against `against` where an original was in hand (then the register's own
   * matching learns of it too). `corrected`: they were put right just now. Errors: notFound, requestForbids,
   * formValueChanged { field } when it is no longer what was shown, formWants { field } where it is empty and must not be.
   */
  'form.confirm': command(
    desk,
    ref.extend({
      data,
      corrected: z.boolean().default(false),
      against: matchSourceSchema.nullable().default(null),
    }),
    requestFormSchema,
    ['requests', 'documents'],
  ),
  /** Undo of `form.confirm`. Errors: notFound, requestForbids. */
  'form.unconfirm': command(
    desk,
    ref.extend({ fields: z.array(formFieldKeySchema).min(1).max(60) }),
    requestFormSchema,
    ['requests'],
  ),
  /** What only this service asks, by key of its question. Errors: notFound, requestForbids. */
  'form.answer': command(
    desk,
    ref.extend({
      key: z.string().min(1).max(60),
      answer: z.string().trim().max(1000, { message: 'tooLong' }),
    }),
    requestFormSchema,
    ['requests'],
  ),
  /**
   * What a requirement of S.6 was matched with, that it is not needed of this category, or the day it was promised for.
   * Errors: notFound, requestForbids, requirementForbids { reason: 'expired' | 'unmatched' | 'other', key }, dayPast.
   */
  'form.setRequirement': command(
    desk,
    ref.extend({
      key: z.string().max(60),
      state: z.enum(['needed', 'matched', 'notNeeded']),
      documentId: documentIdSchema.nullable().default(null),
      dueOn: isoDaySchema.nullable().default(null),
      note: z.string().trim().max(300, { message: 'tooLong' }).default(''),
    }),
    requestSchema,
    ['requests'],
  ),
  /**
   * S.6 «استكمال اجراءات التسجيل مع اكتمال الطلبات»: ends step 6, and gives the beneficiary a file where there is none.
   * Errors: notFound, requestForbids { action: 'completeRegistration' }, clockWentBack { lastMs, nowMs }.
   */
  'requests.completeRegistration': command(
    desk,
    ref.extend({
      note: z.string().trim().max(2000, { message: 'tooLong' }).default(''),
      confirmClock: z.boolean().default(false),
    }),
    requestSchema,
    ['requests', 'parties'],
  ),
});
