import { z } from 'zod';
import { partyIdSchema, requestIdSchema, visitIdSchema } from '../ids.ts';

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

/** How a step stands on the spine. `blocked` and `current` are derived by `spineOf`, never stored. */
export const STEP_STATES = ['done', 'current', 'skipped', 'blocked', 'incomplete', 'notStarted'] as const;
export const stepStateSchema = z.enum(STEP_STATES);
export type StepState = z.infer<typeof stepStateSchema>;

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
});
export type Requirement = z.infer<typeof requirementSchema>;

export const requestSummarySchema = z.object({
  id: requestIdSchema,
  /** `1448-0317`, given at raising (S.5); null until then. */
  number: z.string().nullable(),
  partyId: partyIdSchema,
  partyName: z.string(),
  service: z.string(),
  level: requestLevelSchema,
  /** The step that waits for somebody; null once the service is delivered. */
  currentStep: stepNumberSchema.nullable(),
  openedAtMs: z.int(),
  updatedAtMs: z.int(),
  steps: z.array(requestStepSchema).length(7),
});
export type RequestSummary = z.infer<typeof requestSummarySchema>;

export const requestEventSchema = z.object({
  atMs: z.int(),
  officerName: z.string(),
  kind: z.enum(['opened', 'stepDone', 'stepSkipped', 'stepReopened', 'requirement', 'edited', 'letter']),
  step: stepNumberSchema.nullable(),
  text: z.string(),
});
export type RequestEvent = z.infer<typeof requestEventSchema>;

export const requestSchema = requestSummarySchema.extend({
  visitId: visitIdSchema.nullable(),
  need: z.string(),
  requirements: z.array(requirementSchema),
  events: z.array(requestEventSchema),
});
export type SupportRequest = z.infer<typeof requestSchema>;
