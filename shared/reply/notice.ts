import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { channelSchema } from '../contacts/contact.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { contactIdSchema, decisionIdSchema, noticeIdSchema, requestIdSchema } from '../ids.ts';

export const NOTICE_OUTCOMES = ['reached', 'noAnswer'] as const;
export const noticeOutcomeSchema = z.enum(NOTICE_OUTCOMES);

/** S.5 «والرد عليه»: one try to tell a decision; the contact register has the same one. */
export const noticeSchema = z.object({
  id: noticeIdSchema,
  decisionId: decisionIdSchema,
  contactId: contactIdSchema.nullable(),
  channel: channelSchema,
  outcome: noticeOutcomeSchema,
  /** Whom it reached; empty: nobody. */
  receiver: z.string(),
  note: z.string(),
  proof: fileRefSchema.nullable(),
  atMs: z.int(),
  officerName: z.string(),
  /** Logged by mistake and taken back. */
  withdrawn: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** A decision is told to the applicant, or to who came for them on a deed: to nobody else who answers their telephone. */
export const RECEIVERS = ['self', 'representative'] as const;

export const noticeInputSchema = z
  .object({
    requestId: requestIdSchema,
    channel: channelSchema,
    outcome: noticeOutcomeSchema,
    receiver: z.enum(RECEIVERS).default('self'),
    note: z.string().trim().max(1000, { message: 'tooLong' }).default(''),
    proof: fileRefSchema.nullable().default(null),
    /** ISO day of the next try; asked for where nobody was reached. */
    againOn: isoDaySchema.nullable().default(null),
  })
  .refine(({ outcome, againOn }) => outcome === 'reached' || againOn !== null, {
    path: ['againOn'],
    message: 'dateIncomplete',
  });
export type NoticeInput = z.output<typeof noticeInputSchema>;
