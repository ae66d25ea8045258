import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { boundedRecord } from '../ipc/bounded.ts';
import { wholePartySchema } from '../parties/party.ts';
import { MERGE_FIELDS } from './merge-choices.ts';
import { similarityPartSchema } from './similar-schema.ts';
import { BANDS } from './similarity.ts';

const mergeId = z.int().positive();
const sideSchema = z.enum(['kept', 'merged']);

/** One of a suspected pair, in a list. Ids show their last four digits. */
export const pairSideSchema = z.object({
  id: partyIdSchema,
  name: z.string(),
  fileNumber: z.string().nullable(),
});
export type PairSide = z.infer<typeof pairSideSchema>;

export const pairSchema = z.object({
  low: pairSideSchema,
  high: pairSideSchema,
  score: z.int(),
  band: z.enum(BANDS),
  parts: z.array(similarityPartSchema.extend({ low: z.string(), high: z.string() })),
  foundAtMs: z.int(),
  dismissed: z.object({ atMs: z.int(), byName: z.string(), reason: z.string() }).nullable(),
});
export type Pair = z.infer<typeof pairSchema>;

/** A record as it is compared with another before they are merged: whole, and the look is logged. */
export const comparedSideSchema = z.object({
  party: wholePartySchema,
  updatedAtMs: z.int(),
  matched: z.array(z.string()),
  household: z.object({ id: z.int(), members: z.int() }).nullable(),
  /** Rows of each table that would go over to the other, by table name. */
  moves: z.record(z.string(), z.int()),
  /** Sealed letters that stay as they are and are read through the other. */
  sealed: z.int(),
});
export type ComparedSide = z.infer<typeof comparedSideSchema>;

export const comparisonSchema = z.object({
  low: comparedSideSchema,
  high: comparedSideSchema,
  score: z.int(),
  parts: z.array(similarityPartSchema),
  stays: z.enum(['low', 'high']),
  dismissed: pairSchema.shape.dismissed,
  representEachOther: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const mergeWishSchema = z.object({
  keptId: partyIdSchema,
  mergedId: partyIdSchema,
  versions: z.object({ kept: z.int(), merged: z.int() }),
  choices: z.partialRecord(z.enum(MERGE_FIELDS), sideSchema),
  household: sideSchema.default('kept'),
  reason: z.string().trim().max(300, { message: 'tooLong' }).default(''),
});

export const mergeSummarySchema = z.object({
  id: mergeId,
  keptId: partyIdSchema,
  keptName: z.string(),
  mergedId: partyIdSchema,
  mergedName: z.string(),
  reason: z.string(),
  atMs: z.int(),
  byName: z.string(),
  undone: z.object({ atMs: z.int(), byName: z.string() }).nullable(),
});
export type MergeSummary = z.infer<typeof mergeSummarySchema>;

export const UNDO_OBSTACLES = ['undone', 'erased', 'keptMerged', 'laterMerge'] as const;
export const CONFLICT_CHOICES = ['kept', 'returned', 'before'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** What undoing a merge would meet. */
export const undoStandingSchema = mergeSummarySchema.extend({
  obstacle: z
    .object({ code: z.enum(UNDO_OBSTACLES), name: z.string(), mergeId: mergeId.nullable() })
    .nullable(),
  /** Fields of the record that stayed which were changed after the merge, as they are shown. */
  conflicts: z.array(z.object({ field: z.string(), before: z.string(), after: z.string(), now: z.string() })),
  /** What was hung on the record that stayed after the merge. */
  since: z.array(
    z.object({
      table: z.string(),
      column: z.string(),
      id: z.int(),
      label: z.string(),
      atMs: z.int(),
    }),
  ),
});
export type UndoStanding = z.infer<typeof undoStandingSchema>;

export const undoWishSchema = z.object({
  mergeId,
  conflicts: boundedRecord(z.string().max(60), z.enum(CONFLICT_CHOICES), 200).default({}),
  give: z
    .array(z.object({ table: z.string().max(40), column: z.string().max(40), id: z.int().positive() }))
    .max(2000)
    .default([]),
});

export const scanStatusSchema = z.object({
  running: z.boolean(),
  /** 0 to 1 of the whole register. */
  progress: z.number(),
  /** Open pairs that were found or confirmed by the last scan. */
  found: z.int(),
  finishedAtMs: z.int().nullable(),
  cancelled: z.boolean(),
  /** The code of what ended the last scan before its end. */
  failed: z.string().nullable(),
});
export type ScanStatus = z.infer<typeof scanStatusSchema>;
