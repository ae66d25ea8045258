import { z } from 'zod';
import { contactSchema, channelSchema, directionSchema } from '../contacts/contact.ts';
import {
  contactIdSchema,
  incomingIdSchema,
  letterIdSchema,
  partyIdSchema,
  referralIdSchema,
  requestIdSchema,
  visitIdSchema,
} from '../ids.ts';
import { letterStateSchema, letterSummarySchema } from '../letters/letter.ts';
import { REFERRAL_STATES } from '../referrals/referral-life.ts';
import { requestSummarySchema, stepNumberSchema } from '../requests/request.ts';
import { visitPurposeSchema, visitStateSchema } from '../visits/visit.ts';
import { partySchema, wholePartySchema } from './party.ts';

/** What one page of a person's file holds of each kind. */
export const PAGE_ROWS = 100;

/** What a person's timeline tells of their requests: where they got to, and never why. */
export const TOLD_REQUEST_EVENTS = [
  'opened',
  'stepDone',
  'stepSkipped',
  'stepReopened',
  'raised',
  'committeeAccepted',
  'committeeRefused',
  'committeeAsked',
  'appealUpheld',
  'appealChanged',
  'withdrawn',
  'reopened',
  'closed',
] as const;

/** المعاملة الحالية: an open request, and what keeps it where it is. */
export const openCaseSchema = z.object({
  request: requestSummarySchema,
  /** Requirements still needed (S.6), in words, in their order; null: papers are not for who asks. */
  missing: z.array(z.string()).nullable(),
});
export type OpenCase = z.infer<typeof openCaseSchema>;

/** The person's page: who they are, what is open, and the newest of each kind. Identifiers are masked. */
export const partyPageSchema = z.object({
  party: partySchema,
  /** Asked for by a record that was merged into this one: that record. */
  forwardedFrom: z.object({ id: partyIdSchema, name: z.string() }).nullable(),
  /** The most urgent first, then the newest. */
  cases: z.array(openCaseSchema),
  contacts: z.array(contactSchema),
  /** Contacts whose next action nobody has closed, the earliest due first. */
  followUps: z.array(contactSchema),
  requests: z.array(requestSummarySchema),
  letters: z.array(letterSummarySchema),
  /** Somebody who may be the same person, where the duplicate desk has an open pair. */
  duplicate: z
    .object({ lowId: partyIdSchema, highId: partyIdSchema, otherName: z.string(), score: z.int() })
    .nullable(),
});
export type PartyPage = z.infer<typeof partyPageSchema>;

/** Kinds of the one timeline: `document` holds agreements too, `change` is what became of the record itself. */
export const TIMELINE_FILTERS = [
  'all',
  'visit',
  'contact',
  'request',
  'letter',
  'document',
  'change',
] as const;
export const timelineFilterSchema = z.enum(TIMELINE_FILTERS);
export type TimelineFilter = z.infer<typeof timelineFilterSchema>;

/** Where an item is told from: rows of one table, at one of their moments. Of one instant the first of these stands first. */
export const TIMELINE_SOURCES = [
  'letterDelivered',
  'letter',
  'incoming',
  'requestEvent',
  'contact',
  'visit',
  'documentExpired',
  'documentMatched',
  'documentAdded',
  'agreementEvent',
  'agreementEnded',
  'agreement',
  'fact',
  'money',
  'category',
  'need',
  'member',
  'identity',
  'merge',
  'handover',
  'referral',
] as const;
/** They tell of household, health, income or documents, or who came for something: for who serves or judges the case. */
export const CASE_SOURCES: readonly TimelineSource[] = [
  'documentExpired',
  'documentMatched',
  'documentAdded',
  'fact',
  'money',
  'category',
  'need',
  'member',
  'handover',
];
export const timelineSourceSchema = z.enum(TIMELINE_SOURCES);
export type TimelineSource = z.infer<typeof timelineSourceSchema>;

const item = z.object({
  source: timelineSourceSchema,
  /** Of the row; unique with `source`. */
  id: z.int(),
  atMs: z.int(),
  officerName: z.string().nullable(),
  /** Stays in sight, struck through; `why` says what for. */
  voided: z.boolean(),
  why: z.string(),
});

export const timelineItemSchema = z.discriminatedUnion('of', [
  item.extend({
    of: z.literal('visit'),
    visitId: visitIdSchema,
    purpose: visitPurposeSchema,
    state: visitStateSchema,
    note: z.string(),
  }),
  item.extend({
    of: z.literal('contact'),
    contactId: contactIdSchema,
    channel: channelSchema,
    direction: directionSchema,
    inquiry: z.string(),
    answer: z.string(),
    nextAction: z.string(),
    nextActionOn: z.string().nullable(),
    closed: z.boolean(),
  }),
  item.extend({
    of: z.literal('request'),
    requestId: requestIdSchema,
    number: z.string().nullable(),
    service: z.string(),
    event: z.enum(TOLD_REQUEST_EVENTS),
    step: stepNumberSchema.nullable(),
  }),
  /** S.7: what was handed over, and to whom. */
  item.extend({
    of: z.literal('handover'),
    requestId: requestIdSchema,
    service: z.string(),
    receiver: z.string(),
    self: z.boolean(),
  }),
  /** S.3: that somebody asked and how far it is. What was asked and answered is for who works on cases. */
  item.extend({
    of: z.literal('referral'),
    referralId: referralIdSchema,
    state: z.enum(REFERRAL_STATES),
  }),
  item.extend({
    of: z.literal('letter'),
    event: z.enum(['written', 'delivered']),
    letterId: letterIdSchema,
    referenceNumber: z.string().nullable(),
    subject: z.string(),
    state: letterStateSchema,
    /** ISO day of the number. */
    issuedOn: z.string().nullable(),
  }),
  item.extend({
    of: z.literal('incoming'),
    incomingId: incomingIdSchema,
    referenceNumber: z.string(),
    subject: z.string(),
    sender: z.string(),
  }),
  item.extend({
    of: z.literal('document'),
    event: z.enum(['added', 'matched', 'expired']),
    kind: z.string(),
    title: z.string(),
  }),
  item.extend({
    of: z.literal('agreement'),
    event: z.enum(['made', 'ended', 'breach', 'dispute', 'note']),
    title: z.string(),
    text: z.string(),
  }),
  item.extend({ of: z.literal('merge'), name: z.string() }),
  item.extend({ of: z.literal('identity'), changed: z.array(z.string()) }),
  item.extend({
    of: z.literal('circumstance'),
    event: z.enum(['fact', 'income', 'expense', 'debt', 'category', 'need', 'member']),
    /** Which fact or category of money, a code; or the name of a category, a need, a member of the household. */
    what: z.string(),
  }),
]);
export type TimelineItem = z.infer<typeof timelineItemSchema>;

/** The last item of a page: the next page begins after it. */
export const timelineCursorSchema = item.pick({ atMs: true, source: true, id: true });
export type TimelineCursor = z.infer<typeof timelineCursorSchema>;

/** Who somebody is, whole and in the order of the card, while the officer holds it in the other hand (S.2). */
export const identityCardSchema = wholePartySchema.pick({
  id: true,
  kind: true,
  name: true,
  latinName: true,
  idKind: true,
  idNumber: true,
  birth: true,
  nationality: true,
  sex: true,
});
export type IdentityCard = z.infer<typeof identityCardSchema>;
