import { z } from 'zod';
import { isIsoDay } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { incomingIdSchema, letterIdSchema, partyIdSchema, staffIdSchema } from '../ids.ts';
import { letterAttachmentsSchema, letterStateSchema } from '../letters/letter.ts';

const line = z.string().trim().max(200, { message: 'tooLong' });
const isoDay = z.string().refine(isIsoDay, { message: 'dateIncomplete' });

/** How it came in: into our hand, by their delegate, by post or courier, by fax, or on a screen. */
export const RECEIVED_BY = ['byHand', 'delegate', 'post', 'courier', 'fax', 'email', 'website'] as const;
export const receivedBySchema = z.enum(RECEIVED_BY);
export type ReceivedBy = z.infer<typeof receivedBySchema>;

/** وارد: open until it is answered or closed with a note; a mistake is voided and keeps its number. */
export const INCOMING_STATES = ['open', 'closed', 'voided'] as const;
export const incomingStateSchema = z.enum(INCOMING_STATES);
export type IncomingState = z.infer<typeof incomingStateSchema>;

/** Who wrote it: a body, a person, or a person for a body. */
export const senderSchema = z.object({
  organisation: line.default(''),
  name: line.default(''),
  title: line.default(''),
});
export type Sender = z.infer<typeof senderSchema>;

/** What was received, as it was registered: sealed with its number and never edited. */
export const incomingContentSchema = z.object({
  sender: senderSchema,
  /** *Their* number, as it stands on their letter; empty when there is none. */
  theirNumber: line.max(60, { message: 'tooLong' }).default(''),
  /** *Their* date as an ISO day (typed in either calendar), null when there is none. */
  theirDay: isoDay.nullable().default(null),
  subject: line,
  /** What came with it. */
  attachments: letterAttachmentsSchema,
  /** The letter itself, scanned or as it came by screen. Empty: it lies on paper in its folder. */
  scans: z.array(fileRefSchema).max(10),
  receivedBy: receivedBySchema,
  note: z.string().trim().max(500, { message: 'tooLong' }).default(''),
});
export type IncomingContent = z.infer<typeof incomingContentSchema>;

/** The outgoing letter that answers it, however far it has come. */
export const incomingAnswerSchema = z.object({
  id: letterIdSchema,
  state: letterStateSchema,
  referenceNumber: z.string().nullable(),
  issuedOn: z.string().nullable(),
  subject: z.string(),
});
export type IncomingAnswer = z.infer<typeof incomingAnswerSchema>;

export const incomingSummarySchema = z.object({
  id: incomingIdSchema,
  state: incomingStateSchema,
  /** ASCII digits; whoever shows it chooses the digit system. */
  referenceNumber: z.string(),
  /** ISO day of our number. */
  day: z.string(),
  senderLine: z.string(),
  subject: z.string(),
  theirNumber: z.string(),
  theirDay: z.string().nullable(),
  assignedTo: staffIdSchema.nullable(),
  assignedToName: z.string().nullable(),
  dueDay: z.string().nullable(),
  /** The number of the issued letter that answers it. */
  answeredBy: z.string().nullable(),
});
export type IncomingSummary = z.infer<typeof incomingSummarySchema>;

/** A scan filed after the registration; withdrawn when it was another letter's. */
export const laterScanSchema = z.object({
  id: z.int().positive(),
  file: fileRefSchema,
  atMs: z.int(),
  byName: z.string(),
});

/** An act of the log: registered, assigned, closed, answered … */
export const incomingEventSchema = z.object({
  action: z.string(),
  atMs: z.int(),
  byName: z.string(),
  /** Whom it was given to, why it was closed or voided, the number of its answer. */
  text: z.string(),
});
export type IncomingEvent = z.infer<typeof incomingEventSchema>;

export const incomingLetterSchema = incomingSummarySchema.extend({
  content: incomingContentSchema,
  partyId: partyIdSchema.nullable(),
  partyName: z.string().nullable(),
  registeredAtMs: z.int(),
  registeredByName: z.string(),
  origin: z.enum(['desk', 'paper']),
  closedAtMs: z.int().nullable(),
  closedByName: z.string().nullable(),
  /** Why it needs no answer; empty when its answer closed it. */
  closeNote: z.string(),
  voidReason: z.string(),
  voidedAtMs: z.int().nullable(),
  laterScans: z.array(laterScanSchema),
  /** Every outgoing letter that was begun for it and not discarded, latest first. */
  answers: z.array(incomingAnswerSchema),
  /** Latest first. */
  events: z.array(incomingEventSchema),
});
export type IncomingLetter = z.infer<typeof incomingLetterSchema>;
