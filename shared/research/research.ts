import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { fieldVisitIdSchema, partyIdSchema, requestIdSchema, researchIdSchema } from '../ids.ts';
import { sexSchema } from '../parties/party.ts';
import { namedStaffSchema } from '../referrals/referral.ts';
import { requestLevelSchema } from '../requests/request.ts';

/** What the researcher recommends to the committee. */
export const RECOMMENDATIONS = ['accept', 'refuse', 'moreInformation'] as const;
export const recommendationSchema = z.enum(RECOMMENDATIONS);
export type Recommendation = z.infer<typeof recommendationSchema>;

export const RESEARCH_STATES = ['open', 'finished', 'cancelled'] as const;
export type ResearchState = (typeof RESEARCH_STATES)[number];

/** Planned; made; nobody was there or it could not be made; called off. */
export const FIELD_VISIT_STATES = ['planned', 'done', 'failed', 'cancelled'] as const;
export const fieldVisitStateSchema = z.enum(FIELD_VISIT_STATES);

/** زيارة ميدانية of a research. A service at the beneficiary's place (O.4) is a delivery, and another record. */
export const fieldVisitSchema = z.object({
  id: fieldVisitIdSchema,
  plannedOn: isoDaySchema,
  /** `16:30`, or empty. */
  plannedTime: z.string(),
  place: z.string(),
  /** How to find it. */
  directions: z.string(),
  state: fieldVisitStateSchema,
  visitedOn: isoDaySchema.nullable(),
  /** Who was there. */
  present: z.string(),
  /** What was found; of one that failed or was called off, why. */
  findings: z.string(),
  recordedAtMs: z.int().nullable(),
  recordedByName: z.string().nullable(),
});
export type FieldVisit = z.infer<typeof fieldVisitSchema>;

const ENDED_STATES = ['withdrawn', 'refused', 'closed'] as const;

export const researchSchema = z.object({
  id: researchIdSchema,
  state: z.enum(RESEARCH_STATES),
  request: z.object({
    id: requestIdSchema,
    number: z.string().nullable(),
    service: z.string(),
    level: requestLevelSchema,
    /** How it ended; null: it still takes research. */
    ended: z.enum(ENDED_STATES).nullable(),
  }),
  partyId: partyIdSchema,
  partyName: z.string(),
  sex: sexSchema.nullable(),
  /** Null: whichever researcher comes first. */
  researcher: namedStaffSchema.nullable(),
  /** What the study is to find out. */
  purpose: z.string(),
  /** ISO day until which the committee wants it. */
  dueOn: isoDaySchema.nullable(),
  findings: z.string(),
  recommendation: recommendationSchema.nullable(),
  recommendationReason: z.string(),
  openedAtMs: z.int(),
  openedByName: z.string(),
  finishedAtMs: z.int().nullable(),
  finishedByName: z.string().nullable(),
  /** Who entered it from the signed paper; null: the researcher's own hand. */
  enteredByName: z.string().nullable(),
  paper: fileRefSchema.nullable(),
  cancelled: z.object({ atMs: z.int(), byName: z.string(), reason: z.string() }).nullable(),
  visits: z.array(fieldVisitSchema),
  version: z.int(),
});
export type Research = z.infer<typeof researchSchema>;

/** A field visit to come, with whose it is. */
export const plannedVisitSchema = z.object({
  id: fieldVisitIdSchema,
  researchId: researchIdSchema,
  partyName: z.string(),
  /** ISO day. */
  plannedOn: z.string(),
  place: z.string(),
});
export type PlannedVisit = z.infer<typeof plannedVisitSchema>;

/** Open ones, one's own of them, and those that are over. */
export const RESEARCH_VIEWS = ['open', 'mine', 'over'] as const;
export type ResearchView = (typeof RESEARCH_VIEWS)[number];

/** Why a research does not take an act; words in `research.forbids`. */
export const RESEARCH_REFUSALS = [
  'otherOpen',
  'notOpen',
  'notOver',
  'visitsPlanned',
  'visitSettled',
  'visitPlanned',
  'decided',
] as const;
export type ResearchRefusal = (typeof RESEARCH_REFUSALS)[number];

/** Where a research stands, from what is stored of it alone. */
export const researchStateOf = (stored: {
  readonly finishedAtMs: number | null;
  readonly cancelledAtMs: number | null;
}): ResearchState =>
  stored.cancelledAtMs !== null ? 'cancelled' : stored.finishedAtMs !== null ? 'finished' : 'open';
