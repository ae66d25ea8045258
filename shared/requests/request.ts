import { z } from 'zod';
import {
  attestationIdSchema,
  decisionIdSchema,
  partyIdSchema,
  representationIdSchema,
  requestIdSchema,
  sealedDocumentIdSchema,
  serviceIdSchema,
  staffIdSchema,
  visitIdSchema,
} from '../ids.ts';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { REPLY_MODES } from './reply-clock.ts';
import { REQUEST_ACTIONS } from './request-actions.ts';
import { ATTESTATION_STATES, DECISION_KINDS, REQUEST_PHASES, REQUEST_STATES } from './request-machine.ts';

/** S.0 «على مختلف المستويات»: ordinary, urgent, follow-up. */
export const REQUEST_LEVELS = ['ordinary', 'urgent', 'followUp'] as const;
export const requestLevelSchema = z.enum(REQUEST_LEVELS);
export type RequestLevel = z.infer<typeof requestLevelSchema>;

/** The seven steps S.1–S.7, in the policy's order. */
export const STEP_NUMBERS = [1, 2, 3, 4, 5, 6, 7] as const;
export const stepNumberSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
export type StepNumber = z.infer<typeof stepNumberSchema>;

/**
 * How a step stands on the spine: derived by `spineOf`, but for `done` and `skipped`, which are stored. `returned` and
 * `refused` are the committee's answers.
 */
export const STEP_STATES = [
  'done',
  'current',
  'skipped',
  'blocked',
  'incomplete',
  'notStarted',
  'returned',
  'refused',
] as const;
export const stepStateSchema = z.enum(STEP_STATES);

export const requestStepSchema = z.object({
  step: stepNumberSchema,
  state: stepStateSchema,
  atMs: z.int().nullable(),
  officerName: z.string().nullable(),
  note: z.string(),
});
export type RequestStep = z.infer<typeof requestStepSchema>;

export const requirementSchema = z.object({
  key: z.string(),
  /** The requirement in words, as the settings name it (S.6). */
  name: z.string(),
  state: z.enum(['needed', 'matched', 'notNeeded']),
  atMs: z.int().nullable(),
  officerName: z.string().nullable(),
  /** The register's document that it was matched with; null: matched without one. */
  documentId: z.int().nullable(),
  /** ISO days: how long it holds, and the day it was promised for. */
  validUntil: isoDaySchema.nullable(),
  dueOn: isoDaySchema.nullable(),
  note: z.string(),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** Why the clock of S.5 stands: for the applicant, the office, the committee, or a decision that asks for completion. */
export const STOP_KINDS = ['applicant', 'office', 'committee', 'moreInformation'] as const;
export const stopKindSchema = z.enum(STOP_KINDS);
export type StopKind = z.infer<typeof stopKindSchema>;

export const requestPhaseSchema = z.enum(REQUEST_PHASES);

export const requestSummarySchema = z.object({
  id: requestIdSchema,
  /** `1448-0317`, given at raising (S.5); null until then. */
  number: z.string().nullable(),
  partyId: partyIdSchema,
  partyName: z.string(),
  service: z.string(),
  level: requestLevelSchema,
  state: z.enum(REQUEST_STATES),
  phase: requestPhaseSchema,
  /** The step that waits for somebody; null once nothing does. */
  currentStep: stepNumberSchema.nullable(),
  /** Null: the clock runs. */
  stopped: stopKindSchema.nullable(),
  /** ISO days of S.5, as far as known while a stop runs; null before the raising. */
  notBefore: isoDaySchema.nullable(),
  targetOn: isoDaySchema.nullable(),
  /** How the waiting time was read on the day of raising: what `notBefore` means. */
  replyMode: z.enum(REPLY_MODES).nullable(),
  /** ISO day for which what is missing is promised (S.2). */
  returnOn: isoDaySchema.nullable(),
  /** Whose it is; null: whoever comes first. */
  assignedTo: z.object({ id: staffIdSchema, name: z.string() }).nullable(),
  openedAtMs: z.int(),
  updatedAtMs: z.int(),
  steps: z.array(requestStepSchema).length(7),
});
export type RequestSummary = z.infer<typeof requestSummarySchema>;

export const REQUEST_EVENTS = [
  'opened',
  'stepDone',
  'stepSkipped',
  'stepReopened',
  // Of before what became of a requirement was told apart.
  'requirement',
  'requirementMatched',
  'requirementSpared',
  'requirementAwaited',
  'datumCorrected',
  'edited',
  'letter',
  'levelOrdinary',
  'levelUrgent',
  'levelFollowUp',
  'transferred',
  'stopped',
  'resumed',
  'withdrawn',
  'reopened',
  'represented',
  'selfRepresented',
  'returnDay',
  'committeeAccepted',
  'committeeRefused',
  'committeeAsked',
  'decisionVoided',
  'raised',
  'slipReplaced',
  'notified',
  'notReached',
  'noticeWithdrawn',
  'appealed',
  'appealUpheld',
  'appealChanged',
  'appealWithdrawn',
  'appealAnswerVoided',
  'attestationMade',
  'officerSigned',
  'applicantSigned',
  'signatureWithdrawn',
  'attestationVoided',
  'deliveryPlanned',
  'planEnded',
  'planResumed',
  'planRemoved',
  'deliveryAgain',
  'deliveryMoved',
  'deliveryDeparted',
  'deliveryStayed',
  'delivered',
  'deliveryUndone',
  'receiptMade',
  'receiptSigned',
  'deliveryFailed',
  'deliveryVoided',
  'closed',
  'referred',
  'referralAnswered',
  'referralReturned',
  'referralCancelled',
  'referralUndone',
  'researchOpened',
  'researchFinished',
  'researchCancelled',
  'researchReopened',
  'fieldVisitPlanned',
  'fieldVisitDone',
  'fieldVisitFailed',
  'fieldVisitCancelled',
] as const;

export const requestEventSchema = z.object({
  atMs: z.int(),
  officerName: z.string(),
  kind: z.enum(REQUEST_EVENTS),
  step: stepNumberSchema.nullable(),
  text: z.string(),
  /** Id of the policy's clause, as S.4; empty: none. */
  clause: z.string(),
  /** The record that it left. */
  subject: z.object({ kind: z.string(), id: z.int() }).nullable(),
});
export type RequestEvent = z.infer<typeof requestEventSchema>;

export const requestSchema = requestSummarySchema.extend({
  visitId: visitIdSchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  need: z.string(),
  /** Why it has its level; asked for of an urgent one, which is exempt from the waiting time. */
  levelReason: z.string(),
  /** S.5: day 0, and its instant. */
  raisedOn: isoDaySchema.nullable(),
  raisedAtMs: z.int().nullable(),
  /** S.1: who came for the applicant, and on which deed. */
  representation: z
    .object({
      id: representationIdSchema,
      name: z.string(),
      kind: z.string(),
      deedNumber: z.string(),
      /** ISO day on which the deed ends. */
      expiresOn: isoDaySchema.nullable(),
    })
    .nullable(),
  /** S.4: the last version that was put before the applicant. */
  attestation: z
    .object({
      id: attestationIdSchema,
      version: z.int(),
      state: z.enum(ATTESTATION_STATES),
      documentId: sealedDocumentIdSchema,
      officerSignedAtMs: z.int().nullable(),
      applicantSignedAtMs: z.int().nullable(),
      /** Names of the fields that changed since. */
      staleFields: z.array(z.string()),
    })
    .nullable(),
  /** The last decision of the committee that was not voided. */
  decision: z
    .object({
      id: decisionIdSchema,
      kind: z.enum(DECISION_KINDS),
      /** ISO day. */
      decidedOn: isoDaySchema,
      clause: z.string(),
      reason: z.string(),
      wouldChange: z.string(),
      notified: z.boolean(),
    })
    .nullable(),
  stop: z
    .object({
      kind: stopKindSchema,
      fromDay: isoDaySchema,
      reason: z.string(),
      officerName: z.string(),
    })
    .nullable(),
  referralsOpen: z.int(),
  appealOpen: z.boolean(),
  dataOpen: z.int(),
  deliveries: z.object({ planned: z.int(), done: z.int() }),
  closedAtMs: z.int().nullable(),
  version: z.int(),
  /** What the machine allows now; who may do it is asked at each channel. */
  allowed: z.array(z.enum(REQUEST_ACTIONS)),
  requirements: z.array(requirementSchema),
  events: z.array(requestEventSchema),
});
export type SupportRequest = z.infer<typeof requestSchema>;
