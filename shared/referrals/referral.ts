import { z } from 'zod';
import { fileRefSchema } from '../files/stored-file.ts';
import { partyIdSchema, referralIdSchema, requestIdSchema, staffIdSchema, visitIdSchema } from '../ids.ts';
import { sexSchema } from '../parties/party.ts';
import { VISIT_STATES } from '../visits/visit.ts';
import { REFERRAL_STATES } from './referral-life.ts';

export const namedStaffSchema = z.object({ id: staffIdSchema, name: z.string() });
export type NamedStaff = z.infer<typeof namedStaffSchema>;

/** S.3 إحالة: a question of an applicant to whom the procedures are not clear, its answer, and the way back. */
export const referralSchema = z.object({
  id: referralIdSchema,
  state: z.enum(REFERRAL_STATES),
  partyId: partyIdSchema,
  partyName: z.string(),
  sex: sexSchema.nullable(),
  /** Null: asked without a request. */
  request: z
    .object({
      id: requestIdSchema,
      /** `1448-0317`; null before it was raised. */
      number: z.string().nullable(),
      service: z.string(),
    })
    .nullable(),
  /** The visit in which it was asked: it keeps its place in the queue. */
  visit: z
    .object({
      id: visitIdSchema,
      state: z.enum(VISIT_STATES),
      ticket: z.int().nullable(),
      day: z.string(),
    })
    .nullable(),
  question: z.string(),
  askedAtMs: z.int(),
  askedBy: namedStaffSchema,
  /** Null: whichever social research officer comes first. */
  assignedTo: namedStaffSchema.nullable(),
  /** While it is open: as far as somebody has written it. */
  answer: z.string(),
  /** إيضاح الجوانب التنظيمية */
  explanation: z.string(),
  answeredAtMs: z.int().nullable(),
  answeredBy: namedStaffSchema.nullable(),
  /** Who entered it from the signed paper; null: the officer's own hand. */
  enteredBy: namedStaffSchema.nullable(),
  paper: fileRefSchema.nullable(),
  returnedAtMs: z.int().nullable(),
  returnedBy: namedStaffSchema.nullable(),
  cancelled: z.object({ atMs: z.int(), byName: z.string(), reason: z.string() }).nullable(),
  version: z.int(),
});
export type Referral = z.infer<typeof referralSchema>;

/** What the officer's desk lists: unanswered, one's own of them, on their way back, and all that is over. */
export const REFERRAL_VIEWS = ['open', 'mine', 'answered', 'over'] as const;
export type ReferralView = (typeof REFERRAL_VIEWS)[number];
