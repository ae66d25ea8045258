import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { agreementEventIdSchema, agreementIdSchema, partyIdSchema } from '../ids.ts';

/** What a small charity agrees on, and with whom: kinds differ in words only. */
export const AGREEMENT_KINDS = [
  'partnership',
  'donation',
  'volunteering',
  'delegation',
  'service',
  'supply',
  'lease',
  'other',
] as const;
export const agreementKindSchema = z.enum(AGREEMENT_KINDS);
export type AgreementKind = z.infer<typeof agreementKindSchema>;

const text = z.string().trim().max(4000, { message: 'tooLong' }).default('');
const day = isoDaySchema.nullable().default(null);

/** P.2: what each side owes, for how long, how far each is liable. Dates are ISO days, both ends of the term in. */
export const agreementTermsSchema = z
  .object({
    kind: agreementKindSchema,
    title: z.string().trim().min(1, { message: 'agreementTitle.required' }).max(160, { message: 'tooLong' }),
    /** As it stands on the paper; empty when it has none. */
    number: z.string().trim().max(60, { message: 'tooLong' }).default(''),
    /** Null: not signed yet. */
    signedOn: day,
    startsOn: day,
    /** Null: until one of the two ends it. */
    endsOn: day,
    ourDuties: text,
    theirDuties: text,
    /** تبعات التقصير وحدود المسؤولية */
    liability: text,
  })
  .superRefine(({ startsOn, endsOn, ourDuties, theirDuties }, context) => {
    if (startsOn !== null && endsOn !== null && endsOn < startsOn)
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'agreementTerm.reversed' });
    // An agreement that obliges nobody to anything is none.
    if (ourDuties === '' && theirDuties === '')
      context.addIssue({ code: 'custom', path: ['theirDuties'], message: 'agreementDuties.required' });
  });
export type AgreementTerms = z.output<typeof agreementTermsSchema>;

/** تقصير or خلاف, which stay open until they are settled; a note stands by itself. */
export const AGREEMENT_EVENT_KINDS = ['breach', 'dispute', 'note'] as const;
export const agreementEventKindSchema = z.enum(AGREEMENT_EVENT_KINDS);
export type AgreementEventKind = z.infer<typeof agreementEventKindSchema>;

export const agreementEventInputSchema = z
  .object({
    kind: agreementEventKindSchema,
    onDay: isoDaySchema,
    /** Who fell short; empty for a dispute or a note. */
    byWhom: z.enum(['us', 'them', '']).default(''),
    text: z.string().trim().min(1, { message: 'required' }).max(2000, { message: 'tooLong' }),
  })
  .refine(({ kind, byWhom }) => kind !== 'breach' || byWhom !== '', {
    path: ['byWhom'],
    message: 'agreementBreach.byWhom',
  });
export type AgreementEventInput = z.output<typeof agreementEventInputSchema>;

export const agreementEventSchema = z.object({
  id: agreementEventIdSchema,
  kind: agreementEventKindSchema,
  onDay: z.string(),
  byWhom: z.enum(['us', 'them', '']),
  text: z.string(),
  settledOn: z.string().nullable(),
  /** How it was settled; empty until then. */
  settlement: z.string(),
  atMs: z.int(),
  byName: z.string(),
});
export type AgreementEvent = z.infer<typeof agreementEventSchema>;

export const AGREEMENT_STATES = [
  'breached',
  'ended',
  'draft',
  'expired',
  'upcoming',
  'ending',
  'active',
] as const;
export const agreementStateSchema = z.enum(AGREEMENT_STATES);
export type AgreementState = z.infer<typeof agreementStateSchema>;

export const agreementSummarySchema = z.object({
  id: agreementIdSchema,
  partyId: partyIdSchema,
  partyName: z.string(),
  kind: agreementKindSchema,
  title: z.string(),
  number: z.string(),
  signedOn: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  /** Breaches and disputes that wait to be settled, and those that were. */
  openCases: z.int(),
  settledCases: z.int(),
  /** On the day of the answer, Asia/Riyadh. */
  state: agreementStateSchema,
  version: z.int(),
});
export type AgreementSummary = z.infer<typeof agreementSummarySchema>;

export const agreementSchema = agreementSummarySchema.extend({
  ourDuties: z.string(),
  theirDuties: z.string(),
  liability: z.string(),
  /** Why it ended before its time; empty until then. */
  endReason: z.string(),
  /** The agreement that this one renews, and the one that renews it. */
  renewsId: agreementIdSchema.nullable(),
  renewedById: agreementIdSchema.nullable(),
  createdAtMs: z.int(),
  createdByName: z.string(),
  /** Latest first. */
  events: z.array(agreementEventSchema),
  attachments: z.array(
    z.object({ id: z.int().positive(), file: fileRefSchema, atMs: z.int(), byName: z.string() }),
  ),
});
export type Agreement = z.infer<typeof agreementSchema>;
