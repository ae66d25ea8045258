import { z } from 'zod';
import { documentKindSchema } from '../documents/document.ts';
import { contactIdSchema, partyIdSchema } from '../ids.ts';

/** Why somebody is to be contacted without having asked (G.1), the most pressing first. */
export const OUTREACH_REASONS = [
  'followUp',
  'documentExpired',
  'deedExpiring',
  'copyToDestroy',
  'documentExpiring',
  'agreementEnding',
  'documentMissing',
  'silent',
] as const;
export const outreachReasonSchema = z.enum(OUTREACH_REASONS);
export type OutreachReason = z.infer<typeof outreachReasonSchema>;

export const outreachDueSchema = z.object({
  reason: outreachReasonSchema,
  /** The day it hangs on: the promise, the end, the last contact. ISO. */
  on: z.string(),
  /** Of documents: which, and the name of one that has its own. */
  documents: z.array(z.object({ kind: documentKindSchema, title: z.string() })),
  /** Of a follow-up what was promised, of a deed its number, of an agreement its title. */
  text: z.string(),
  contactId: contactIdSchema.nullable(),
});
export type OutreachDue = z.infer<typeof outreachDueSchema>;

/** How somebody is reached safely: whose phone it is, when, and whether the association may be named. */
export const reachSchema = z.object({
  kind: z.string(),
  value: z.string(),
  owner: z.string(),
  hours: z.string(),
  discreet: z.boolean(),
  note: z.string(),
});

export const outreachRowSchema = z.object({
  partyId: partyIdSchema,
  name: z.string(),
  kind: z.enum(['person', 'organisation']),
  sex: z.enum(['male', 'female']).nullable(),
  fileNumber: z.string().nullable(),
  village: z.string(),
  reach: reachSchema.nullable(),
  /** Every reason, the most pressing first. */
  due: z.array(outreachDueSchema).min(1),
  /** Put off until this day, by whom; null when it is not. */
  snoozed: z.object({ until: z.string(), byName: z.string(), note: z.string() }).nullable(),
});
export type OutreachRow = z.infer<typeof outreachRowSchema>;

/** Where the next page goes on: within a reason, after this place in its order and this person. */
export const outreachCursorSchema = z.object({
  reason: outreachReasonSchema,
  at: z.string().max(20),
  partyId: z.int().min(0),
});
export type OutreachCursor = z.infer<typeof outreachCursorSchema>;

/** Counting stops here: «أكثر من 999». */
export const MOST_COUNTED = 1000;
