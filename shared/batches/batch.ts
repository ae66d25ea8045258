import { z } from 'zod';
import { batchIdSchema, letterIdSchema, partyIdSchema, requestIdSchema, staffIdSchema } from '../ids.ts';
import { letterContentSchema, letterStateSchema } from '../letters/letter.ts';
import { partyRoleSchema } from '../parties/party.ts';
import { stepNumberSchema } from '../requests/request.ts';

/** How many persons one batch may hold: a working day of printing. */
export const MOST_PERSONS = 2000;

/** Whose letters: a part of the register of persons. Empty filters let everybody through. */
export const personFilterSchema = z.object({
  text: z.string().max(200).default(''),
  role: partyRoleSchema.nullable().default(null),
  village: z.string().max(80).nullable().default(null),
  /** Who has a request at this step, an open one, or one that was served. */
  request: z
    .union([stepNumberSchema, z.enum(['open', 'finished'])])
    .nullable()
    .default(null),
});
export type PersonFilter = z.infer<typeof personFilterSchema>;

/**
 * Why a person gets no letter. Before it is written: no name, a field of the template that has no value, no address
 * where the template needs one, a second file of the same person, a file that is gone, nobody to sign. At the issue:
 * what the letter itself is refused for, as its error says.
 */
export const LEFT_OUT_CODES = [
  'noName',
  'missingFields',
  'samePerson',
  /** The file was merged into another one since. */
  'partyMerged',
  'notFound',
  'letterIncomplete',
  'missingGlyph',
  'renderFailed',
  'letterStateForbids',
  'conflict',
  'letterDiscarded',
  'fileVanished',
] as const;
export const leftOutCodeSchema = z.enum(LEFT_OUT_CODES);
export type LeftOutCode = z.infer<typeof leftOutCodeSchema>;

export const factsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
);
export const leftOutSchema = z.object({ code: leftOutCodeSchema, details: factsSchema });
export type LeftOut = z.infer<typeof leftOutSchema>;

/** One of the chosen, with what became of their letter. */
export const batchPersonSchema = z.object({
  position: z.int(),
  partyId: partyIdSchema,
  name: z.string(),
  requestId: requestIdSchema.nullable(),
  letterId: letterIdSchema.nullable(),
  letterState: letterStateSchema.nullable(),
  /** Of the text that is there now: an approval names the one that was seen. */
  letterVersion: z.int().nullable(),
  referenceNumber: z.string().nullable(),
  leftOut: leftOutSchema.nullable(),
});
export type BatchPerson = z.infer<typeof batchPersonSchema>;

export const batchCountsSchema = z.object({
  chosen: z.int(),
  /** Neither a letter nor a reason yet: the drafting was cut off. */
  waiting: z.int(),
  /** With a reason, whether their letter is written or not. */
  leftOut: z.int(),
  letters: z.object({
    draft: z.int(),
    proof: z.int(),
    returned: z.int(),
    approved: z.int(),
    issued: z.int(),
    voided: z.int(),
  }),
});
export type BatchCounts = z.infer<typeof batchCountsSchema>;

/** The long acts on a batch. Each letter is an act of its own: what is done stays done, whatever stops the rest. */
export const BATCH_ACTS = ['draft', 'submit', 'approve', 'return', 'issue', 'print'] as const;
export const batchActSchema = z.enum(BATCH_ACTS);
export type BatchAct = z.infer<typeof batchActSchema>;

/** `stopped` is for good or until «متابعة»; `why` is `cancelled`, `signedOut` or an error's code. */
export const batchProgressSchema = z.object({
  batchId: batchIdSchema,
  act: batchActSchema,
  state: z.enum(['running', 'stopping', 'stopped', 'done']),
  done: z.int(),
  total: z.int(),
  leftOut: z.int(),
  stopped: z.object({ why: z.string(), details: factsSchema }).nullable(),
});
export type BatchProgress = z.infer<typeof batchProgressSchema>;

export const batchSummarySchema = z.object({
  id: batchIdSchema,
  name: z.string(),
  createdById: staffIdSchema,
  createdByName: z.string(),
  createdAtMs: z.int(),
  discarded: z.boolean(),
  counts: batchCountsSchema,
});
export type BatchSummary = z.infer<typeof batchSummarySchema>;

export const batchSchema = batchSummarySchema.extend({
  persons: z.array(batchPersonSchema),
  /** Who signs them all. */
  signatory: letterContentSchema.shape.signatory,
  /** The latest long act since the start of the program, or what stopped the latest one before; null when there was none. */
  progress: batchProgressSchema.nullable(),
});
export type Batch = z.infer<typeof batchSchema>;
