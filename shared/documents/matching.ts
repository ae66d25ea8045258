import { z } from 'zod';

/** What an officer holds against the original, in the order of an identity card. */
export const MATCHED_DATA = [
  'name',
  'idNumber',
  'birth',
  'nationality',
  'sex',
  'mobile',
  'village',
  'shortAddress',
  'iban',
  'socialStatus',
] as const;
export const datumSchema = z.enum(MATCHED_DATA);
export type Datum = z.infer<typeof datumSchema>;

/** What a datum was held against. */
export const MATCH_SOURCES = [
  'card',
  'familyRecord',
  'residence',
  'passport',
  'bankPaper',
  'bill',
  'call',
  'other',
] as const;
export const matchSourceSchema = z.enum(MATCH_SOURCES);
export type MatchSource = z.infer<typeof matchSourceSchema>;

const CARD: readonly Datum[] = ['name', 'idNumber', 'birth', 'nationality', 'sex'];

/** What each original bears: one look at it matches these and no others. */
export const SOURCE_DATA: Readonly<Record<MatchSource, readonly Datum[]>> = {
  card: CARD,
  familyRecord: [...CARD, 'socialStatus'],
  residence: CARD,
  passport: CARD,
  bankPaper: ['name', 'iban'],
  bill: ['village', 'shortAddress'],
  call: ['mobile'],
  other: MATCHED_DATA,
};

/** Hash of the canonical value, as it was shown: what is matched is what was seen. */
export const seenSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const MATCH_STATES = ['unmatched', 'matched', 'stale'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export const datumStandingSchema = z.object({
  datum: datumSchema,
  /** `stale`: matched once, and changed since. */
  state: z.enum(MATCH_STATES),
  against: z.string(),
  matchedAtMs: z.int().nullable(),
  matchedByName: z.string().nullable(),
});
export type DatumStanding = z.infer<typeof datumStandingSchema>;

/** A datum with its value whole, for the card that lies beside it. */
export const shownDatumSchema = datumStandingSchema.extend({
  /** As stored: E.164, ISO alpha-2 … A birth date is `printed` with its calendar. */
  value: z.string(),
  calendar: z.enum(['hijri', 'gregorian']).nullable(),
  seen: seenSchema,
});
export type ShownDatum = z.infer<typeof shownDatumSchema>;
