import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { contactSchema } from '../contacts/contact.ts';
import { draftSchema } from '../drafts/drafts-contract.ts';
import { letterIdSchema, partyIdSchema, requestIdSchema } from '../ids.ts';
import { incomingSummarySchema } from '../incoming/incoming.ts';
import { defineContract, query } from '../ipc/contract.ts';
import { letterSummarySchema } from '../letters/letter.ts';
import { partyHitSchema } from '../parties/party.ts';
import { requestSummarySchema } from '../requests/request.ts';
import { visitSchema } from '../visits/visit.ts';

/** A request whose day has come: papers were promised for it, the committee may reply, or should have replied. */
export const dueRequestSchema = z.object({
  request: requestSummarySchema,
  why: z.enum(['returnDay', 'reply', 'target']),
  /** ISO day. */
  on: isoDaySchema,
});
export type DueRequest = z.infer<typeof dueRequestSchema>;

/** أعمال اليوم: everything the desk shows, in one read. */
export const deskSchema = z.object({
  /** Today in Asia/Riyadh, ISO. */
  day: z.string(),
  serving: z.array(visitSchema),
  waiting: z.array(visitSchema),
  /** Latest first, at most 20. */
  served: z.array(visitSchema),
  counts: z.object({ waiting: z.int(), serving: z.int(), served: z.int() }),
  /** Next actions due today or overdue, oldest first. */
  due: z.array(contactSchema),
  /** Incoming letters that wait for an answer until today, or have waited longer; oldest first. */
  incomingDue: z.array(incomingSummarySchema),
  /** Oldest first, a few of each kind. */
  requestsDue: z.array(dueRequestSchema),
  drafts: z.array(draftSchema),
  letterDrafts: z.array(letterSummarySchema),
  prints: z.array(
    z.object({ atMs: z.int(), letterId: letterIdSchema.nullable(), title: z.string(), copies: z.int() }),
  ),
  /** The backup's health: null when none was ever made. */
  lastBackupAtMs: z.int().nullable(),
});
export type Desk = z.infer<typeof deskSchema>;

export const paletteHitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('party'), party: partyHitSchema }),
  z.object({ kind: z.literal('letter'), letter: letterSummarySchema }),
  z.object({ kind: z.literal('request'), request: requestSummarySchema }),
]);
export type PaletteHit = z.infer<typeof paletteHitSchema>;

export const deskContract = defineContract({
  'desk.today': query('signedIn', z.void(), deskSchema),
  /** Ctrl+K: people first, then letters and requests by number or words. */
  'desk.find': query('signedIn', z.object({ text: z.string().max(200) }), z.array(paletteHitSchema)),
  'desk.recent': query(
    'signedIn',
    z.void(),
    z.array(z.object({ partyId: partyIdSchema, requestId: requestIdSchema.nullable(), name: z.string() })),
  ),
});
