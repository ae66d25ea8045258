import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { idKindSchema, PARTY_KINDS, sexSchema } from '../parties/party.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import {
  comparisonSchema,
  mergeSummarySchema,
  mergeWishSchema,
  pairSchema,
  scanStatusSchema,
  undoStandingSchema,
  undoWishSchema,
} from './merge-contract.ts';
import { similarityPartSchema } from './similar-schema.ts';
import { BANDS } from './similarity.ts';

/** What is typed so far: numbers in any digit system, anything may still be empty. */
export const candidateSchema = z.object({
  /** The record that is being edited; it is not its own duplicate. */
  id: partyIdSchema.nullable().default(null),
  kind: z.enum(PARTY_KINDS).default('person'),
  name: z.string().max(200).default(''),
  latinName: z.string().max(200).default(''),
  aliases: z.array(z.string().max(200)).max(30).default([]),
  idKind: idKindSchema.default('nationalId'),
  idNumber: z.string().max(60).default(''),
  birth: z
    .object({
      printed: z.string().max(20),
      calendar: z.enum(['hijri', 'gregorian']).nullable(),
      day: z.string().max(10).nullable(),
    })
    .nullable()
    .default(null),
  /** Mobiles, landlines, e-mail addresses; `own` is false for another's telephone. */
  phones: z
    .array(z.object({ value: z.string().max(120), own: z.boolean().default(true) }))
    .max(30)
    .default([]),
  village: z.string().max(120).default(''),
  sex: sexSchema.nullable().default(null),
});
export type Candidate = z.output<typeof candidateSchema>;
export type CandidateInput = z.input<typeof candidateSchema>;

/** A record that may be the one in hand, with why. */
export const similarPartySchema = z.object({
  id: partyIdSchema,
  name: z.string(),
  fileNumber: z.string().nullable(),
  score: z.int(),
  band: z.enum(BANDS),
  /** The found record's own value beside each part; ids show their last four digits, empty where it has none. */
  parts: z.array(similarityPartSchema.extend({ value: z.string() })),
});
export type SimilarParty = z.infer<typeof similarPartySchema>;

const desk = { roles: DESK_ROLES } as const;
/** The lower id first. */
const pairRef = z
  .object({ low: partyIdSchema, high: partyIdSchema })
  .refine(({ low, high }) => low < high, { message: 'required' });
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) };

export const duplicatesContract = defineContract({
  /** Likely duplicates of what is being typed, best first; quick enough for every pause of a key. */
  'duplicates.similar': query(
    desk,
    z.object({ candidate: candidateSchema, limit: z.int().min(1).max(10).default(4) }),
    z.array(similarPartySchema),
  ),
  /** Suspected pairs, the surest first; `counts` of every band whatever is asked for. */
  'duplicates.list': query(
    'signedIn',
    z.object({
      view: z.enum(['open', 'dismissed']).default('open'),
      band: z.enum(BANDS).nullable().default(null),
      ...page,
    }),
    z.object({
      total: z.int(),
      rows: z.array(pairSchema),
      counts: z.object({
        strong: z.int(),
        likely: z.int(),
        possible: z.int(),
        dismissed: z.int(),
        merged: z.int(),
      }),
    }),
  ),
  /**
   * Two records side by side, whole, with what would move. The look is logged on both (`party.pairCompared`).
   * Errors: notFound, partyMerged { into, name }.
   */
  'duplicates.compare': query(desk, pairRef, comparisonSchema),
  /** «شخصان مختلفان»: the pair never comes back. Errors: notFound. */
  'duplicates.dismiss': command(
    desk,
    z.object({
      low: partyIdSchema,
      high: partyIdSchema,
      reason: z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' }),
    }),
    z.void(),
    ['duplicates'],
  ),
  /** Undo of `duplicates.dismiss`. */
  'duplicates.undoDismiss': command(desk, pairRef, z.void(), ['duplicates']),
  /**
   * One record of two. Errors: notFound, partyMerged { into, name }, conflict { id } when either was changed since it was
   * compared, mergeRefused { reason }.
   */
  'duplicates.merge': command(desk, mergeWishSchema, z.object({ mergeId: z.int(), keptId: partyIdSchema }), [
    'parties',
    'duplicates',
    'visits',
    'contacts',
    'requests',
    'letters',
    'drafts',
  ]),
  'duplicates.merges': query(
    'signedIn',
    z.object(page),
    z.object({ total: z.int(), rows: z.array(mergeSummarySchema) }),
  ),
  /** What undoing a merge would meet. Error: notFound. */
  'duplicates.standing': query(desk, z.object({ mergeId: z.int().positive() }), undoStandingSchema),
  /** Errors: notFound, undoRefused { reason, name }, identifierTaken { id, name }. */
  'duplicates.undoMerge': command(
    desk,
    undoWishSchema,
    z.object({ keptId: partyIdSchema, returnedId: partyIdSchema }),
    ['parties', 'duplicates', 'visits', 'contacts', 'requests', 'letters', 'drafts'],
  ),
  /** Looks through the whole register for what was imported or entered before; goes on in slices. */
  'duplicates.scan': command(desk, z.void(), scanStatusSchema, []),
  'duplicates.cancelScan': command(desk, z.void(), scanStatusSchema, []),
  'duplicates.scanStatus': query('signedIn', z.void(), scanStatusSchema),
});
