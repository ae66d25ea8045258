import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { defineContract, query } from '../ipc/contract.ts';
import { idKindSchema, PARTY_KINDS, sexSchema } from '../parties/party.ts';
import { BANDS, HOWS, SIMILARITY_FIELDS, VERDICTS } from './similarity.ts';

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

export const similarityPartSchema = z.object({
  field: z.enum(SIMILARITY_FIELDS),
  verdict: z.enum(VERDICTS),
  how: z.enum(HOWS),
  weight: z.int(),
});

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

export const duplicatesContract = defineContract({
  /** Likely duplicates of what is being typed, best first; quick enough for every pause of a key. */
  'duplicates.similar': query(
    'signedIn',
    z.object({ candidate: candidateSchema, limit: z.int().min(1).max(10).default(4) }),
    z.array(similarPartySchema),
  ),
});
