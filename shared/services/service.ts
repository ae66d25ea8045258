import { z } from 'zod';
import { optionalAmountSchema } from '../circumstances/money-text.ts';
import { categoryIdSchema, serviceIdSchema } from '../ids.ts';
import { countSchema } from './count-text.ts';

/**
 * What a service is handed over as: in kind, a transfer to an IBAN, a voucher, a seat in a training, or work done at the
 * beneficiary's own place (O.4).
 */
export const SERVICE_KINDS = ['inKind', 'transfer', 'voucher', 'training', 'atPlace'] as const;
export const serviceKindSchema = z.enum(SERVICE_KINDS);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

/**
 * نطاق الخدمة as data. Whatever is empty asks for nothing. It advises and never refuses: a request can always be recorded.
 */
export const eligibilitySchema = z.object({
  /** Villages as the register writes them. */
  villages: z.array(z.string()).default([]),
  /** One of these is enough. */
  categoryIds: z.array(categoryIdSchema).default([]),
  /** Halalas a month: the net income per head (`perHeadIncome().net`) may be this at most. */
  perHeadCeilingHalalas: z.int().positive().nullable().default(null),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

export const QUESTION_KINDS = ['text', 'number', 'yesNo', 'choice'] as const;
export const questionKindSchema = z.enum(QUESTION_KINDS);

/** A question of T.4 that this service alone asks, answered on the request under its key. */
export const serviceQuestionSchema = z.object({
  /** Never changes: answers stand under it. */
  key: z.string(),
  label: z.string(),
  kind: questionKindSchema,
  /** Of `choice` alone. */
  choices: z.array(z.string()),
  required: z.boolean(),
});
export type ServiceQuestion = z.infer<typeof serviceQuestionSchema>;

/** What was answered to them, as a request keeps it: by key of the question. */
export const givenAnswersSchema = z.record(z.string(), z.string());

/** A line of the checklist of S.6. */
export const serviceRequirementSchema = z.object({
  /** Within its service; never changes. */
  key: z.string(),
  name: z.string(),
  /** «حيث تحتاجه الفئة»: one of these categories is enough; empty: of everybody. */
  categoryIds: z.array(categoryIdSchema),
});
export type ServiceRequirement = z.infer<typeof serviceRequirementSchema>;

const facts = {
  id: serviceIdSchema,
  name: z.string(),
  kind: serviceKindSchema,
  /** How it is explained to a beneficiary (O.6.a). */
  description: z.string(),
  /** What one of it is called: سلة، قسيمة، مقعد. */
  unit: z.string(),
  /** What is usually handed over at once. */
  quantity: z.int(),
  /** Halalas, of the usual quantity; null: no value is told. */
  valueHalalas: z.int().nullable(),
  eligibility: eligibilitySchema,
  questions: z.array(serviceQuestionSchema),
};

/** What a request is opened for. */
export const serviceChoiceSchema = z.object({
  ...facts,
  /** Its own, or the office's general ones. */
  requirements: z.array(serviceRequirementSchema),
});
export type ServiceChoice = z.infer<typeof serviceChoiceSchema>;

/** As the settings keep it. */
export const serviceSchema = z.object({
  ...facts,
  /** Null: it asks for the general ones. */
  ownRequirements: z.array(serviceRequirementSchema).nullable(),
  active: z.boolean(),
  /** Requests for it that are open. */
  openRequests: z.int(),
  /** Whether it was ever asked for or handed out: then it is put aside, and never removed. */
  used: z.boolean(),
  version: z.int(),
});
export type Service = z.infer<typeof serviceSchema>;

const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');
const categoryIds = z.array(categoryIdSchema).max(100).default([]);

export const requirementInputSchema = z.object({
  /** Empty: a new one. */
  key: z.string().max(60).default(''),
  name: z.string().trim().min(1, { message: 'service.requirement' }).max(120, { message: 'tooLong' }),
  categoryIds,
});

const questionInputSchema = z
  .object({
    /** Empty: a new one. */
    key: z.string().max(60).default(''),
    label: z.string().trim().min(1, { message: 'service.question' }).max(200, { message: 'tooLong' }),
    kind: questionKindSchema,
    choices: z
      .array(z.string().trim().min(1).max(80, { message: 'tooLong' }))
      .max(20)
      .default([]),
    required: z.boolean().default(false),
  })
  .transform((question, context) => {
    if (question.kind !== 'choice') return { ...question, choices: [] };
    if (new Set(question.choices).size < 2)
      context.addIssue({ code: 'custom', path: ['choices'], message: 'service.choices' });
    return { ...question, choices: [...new Set(question.choices)] };
  });

/** As the settings send it: amounts and counts as they were typed. */
export const serviceInputSchema = z.object({
  name: z.string().trim().min(1, { message: 'service.name' }).max(120, { message: 'tooLong' }),
  kind: serviceKindSchema,
  description: text(600),
  unit: z.string().trim().min(1, { message: 'service.unit' }).max(40, { message: 'tooLong' }),
  quantity: countSchema(9999, 'service.quantity'),
  value: optionalAmountSchema.refine((halalas) => halalas !== 0, { message: 'amount.zero' }),
  eligibility: z.object({
    villages: z.array(z.string().trim().min(1).max(80)).max(100).default([]),
    categoryIds,
    perHeadCeiling: optionalAmountSchema.refine((halalas) => halalas !== 0, { message: 'amount.zero' }),
  }),
  questions: z.array(questionInputSchema).max(30).default([]),
  /** Null: the general ones. */
  ownRequirements: z
    .array(requirementInputSchema)
    .min(1, { message: 'service.requirement' })
    .max(40)
    .nullable(),
});
export type ServiceInput = z.output<typeof serviceInputSchema>;
export type ServiceTyped = z.input<typeof serviceInputSchema>;
