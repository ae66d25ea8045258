import { z } from 'zod';
import { isoDaySchema, daysBetween } from '../calendar/iso-day.ts';
import { partyIdSchema, representationIdSchema } from '../ids.ts';
import { safetySchema } from '../parties/contact-point.ts';

/** ولي (by law, of a minor), وصي (by a deed of the court), وكيل (by a power of attorney). */
export const REPRESENTATION_KINDS = ['guardian', 'custodian', 'proxy'] as const;
export const representationKindSchema = z.enum(REPRESENTATION_KINDS);

/** Somebody who acts for somebody else, on a deed. */
export const representationSchema = z.object({
  id: representationIdSchema,
  partyId: partyIdSchema,
  partyName: z.string(),
  representativeId: partyIdSchema,
  representativeName: z.string(),
  representativeSex: z.enum(['male', 'female']).nullable(),
  /** E.164, or empty. */
  representativeMobile: z.string(),
  /** What must be minded before it is called. */
  representativeSafe: safetySchema.nullable(),
  kind: representationKindSchema,
  /** What the one is to the other: «عمّ القاصر». */
  relation: z.string(),
  deedNumber: z.string(),
  deedIssuer: z.string(),
  scope: z.string(),
  issuedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  /** طُوبق على الأصل */
  matched: z.object({ by: z.string(), atMs: z.int() }).nullable(),
  ended: z.object({ on: z.string(), reason: z.string() }).nullable(),
});
export type Representation = z.infer<typeof representationSchema>;

const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');

/** A guardian by blood needs no deed; a custodian and a proxy act on one alone. */
export const representationInputSchema = z
  .object({
    representativeId: partyIdSchema.nullable(),
    kind: representationKindSchema,
    relation: text(80),
    deedNumber: text(60),
    deedIssuer: text(120),
    scope: text(400),
    issuedOn: isoDaySchema.nullable().default(null),
    expiresOn: isoDaySchema.nullable().default(null),
  })
  .transform((input, context) => {
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const { representativeId, kind, deedNumber, scope, issuedOn, expiresOn } = input;
    if (representativeId === null) {
      fail('representativeId', 'representative.required');
      return z.NEVER;
    }
    if (kind !== 'guardian' && deedNumber === '') fail('deedNumber', 'representative.deedNumber');
    if (kind === 'proxy' && scope === '') fail('scope', 'representative.scope');
    if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
      fail('expiresOn', 'representative.expiresOn');
    return { ...input, representativeId };
  });
export type RepresentationInput = z.output<typeof representationInputSchema>;

/** The desk is told this many days before a deed runs out. */
export const EXPIRING_DAYS = 30;

export type RepresentationStanding =
  | { readonly state: 'valid' | 'unmatched' | 'notYet' | 'ended'; readonly days: null }
  /** `days`: how many are left, or how many it has been over. */
  | { readonly state: 'expired' | 'expiring'; readonly days: number };

type Term = Pick<Representation, 'kind' | 'issuedOn' | 'expiresOn' | 'ended' | 'matched' | 'deedNumber'>;

/**
 * Whether somebody may act for somebody on a day: from the day of issue to the day of expiry, both in, unless it was ended
 * before. A deed that nobody held against its original is `unmatched`: it says nothing yet (S.2).
 */
export function representationOn(term: Term, day: string): RepresentationStanding {
  const { issuedOn, expiresOn, ended } = term;
  if (ended !== null && ended.on <= day) return { state: 'ended', days: null };
  if (issuedOn !== null && day < issuedOn) return { state: 'notYet', days: null };
  if (expiresOn !== null && day > expiresOn) return { state: 'expired', days: daysBetween(expiresOn, day) };
  if (term.deedNumber !== '' && term.matched === null) return { state: 'unmatched', days: null };
  if (expiresOn !== null) {
    const left = daysBetween(day, expiresOn);
    if (left <= EXPIRING_DAYS) return { state: 'expiring', days: left };
  }
  return { state: 'valid', days: null };
}

/** Whether they may act: an end that is near does not take it away. */
export const mayActOn = (term: Term, day: string): boolean =>
  ['valid', 'expiring'].includes(representationOn(term, day).state);
