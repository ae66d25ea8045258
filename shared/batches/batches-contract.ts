import { z } from 'zod';
import { batchIdSchema, letterIdSchema, partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { signingPicturesSchema } from '../letters/letter-life.ts';
import { letterContentSchema } from '../letters/letter.ts';
import { partyHitSchema } from '../parties/party.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import {
  batchProgressSchema,
  batchSchema,
  batchSummarySchema,
  leftOutSchema,
  MOST_PERSONS,
  personFilterSchema,
} from './batch.ts';
import { batchDraftSchema } from './batch-template.ts';

const desk = { roles: DESK_ROLES } as const;
const signatory = { rights: ['approveLetters'] } as const;
const ref = z.object({ id: batchIdSchema });
/** The letters as they were seen: one that was edited since is left as it is. */
const seen = z
  .array(z.object({ letterId: letterIdSchema, version: z.int() }))
  .min(1)
  .max(MOST_PERSONS);

/** Letters to each person of a selection. Long acts tell of themselves by `letters.batchProgress`. */
export const batchesContract = defineContract({
  /** Whom a filter means: all their ids (at most MOST_PERSONS), and a page of rows by name. */
  'batches.choose': query(
    'signedIn',
    z.object({
      filter: personFilterSchema,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(200),
    }),
    z.object({ total: z.int(), ids: z.array(partyIdSchema), rows: z.array(partyHitSchema) }),
  ),
  'batches.villages': query(
    'signedIn',
    z.void(),
    z.array(z.object({ village: z.string(), persons: z.int() })),
  ),
  /** Who would get a letter, and who would not and why; the first letter's text, for its page. Writes nothing. */
  'batches.preview': query(
    desk,
    batchDraftSchema,
    z.object({
      letters: z.int(),
      leftOut: z.array(z.object({ partyId: partyIdSchema, name: z.string(), leftOut: leftOutSchema })),
      first: z.object({ partyId: partyIdSchema, name: z.string(), content: letterContentSchema }).nullable(),
    }),
  ),
  /**
   * Everybody chosen goes on record, then the drafts are written a few at a time. What a crash or a full disk cuts off
   * is gone on with by `batches.draft`. Errors: batchEmpty (nobody would get a letter), batchRunning.
   */
  'batches.create': command(
    desk,
    batchDraftSchema.extend({ name: z.string().trim().max(120, { message: 'tooLong' }).default('') }),
    batchSchema,
    ['batches', 'letters'],
  ),
  'batches.draft': command(desk, ref, batchProgressSchema, ['batches', 'letters']),
  'batches.get': query('signedIn', ref, batchSchema),
  /** Newest first, without those that were thrown away. */
  'batches.list': query(
    'signedIn',
    z.object({ limit: z.int().min(1).max(200).default(50) }),
    z.array(batchSummarySchema),
  ),
  /** للعرض, all that are drafts or were returned. Error: batchRunning. */
  'batches.submit': command(desk, ref, batchProgressSchema, ['batches', 'letters']),
  'batches.approve': command(signatory, ref.extend({ seen }), batchProgressSchema, ['batches', 'letters']),
  'batches.return': command(
    signatory,
    ref.extend({
      remarks: z.string().trim().min(1, { message: 'required' }).max(2000, { message: 'tooLong' }),
    }),
    batchProgressSchema,
    ['batches', 'letters'],
  ),
  /**
   * Begins to issue what is approved (for who holds both rights: drafts and proofs as well) and answers at once; each
   * letter is numbered, sealed and kept in a transaction of its own. It stops, with what is done done, at a cancel, a
   * full disk, a clock that went back, lost rights, and when its person signs out. Errors: batchRunning,
   * clockWentBack and
   * clockJumped until called again with `confirmClock`.
   */
  'batches.issue': command(
    { rights: ['issueLetters'] },
    ref.extend({
      seen,
      confirmClock: z.boolean().default(false),
      /** For who holds `useSigningPictures`. */
      pictures: signingPicturesSchema.default({ signature: false, stamp: false }),
    }),
    batchProgressSchema,
    ['batches'],
  ),
  /** Ends the long act that runs, after the letter that is being done now. Harmless when none runs. */
  'batches.cancel': command('signedIn', ref, z.void(), ['batches']),
  /**
   * The sealed pages in the order of the persons, a job a letter: its own bytes, its own line in the log, and a sheet of
   * its own on a printer that prints on both sides. Answers at once; the printer's refusal stops it and is told in the
   * progress. Error: batchRunning.
   */
  'batches.print': command(
    'signedIn',
    ref.extend({
      printer: z.string().max(300).nullable().default(null),
      copies: z.int().min(1).max(20).default(1),
      /** The first letter to print: the rest after a paper jam. */
      from: letterIdSchema.nullable().default(null),
    }),
    batchProgressSchema,
    ['batches'],
  ),
  /** Throws a batch of drafts away, with its letters. Error: letterStateForbids once anything was shown or numbered. */
  'batches.discard': command(desk, ref, z.void(), ['batches', 'letters']),
  /** Undo of `batches.discard`. */
  'batches.restoreDiscarded': command(desk, ref, z.void(), ['batches', 'letters']),
});
