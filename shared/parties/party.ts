import { z } from 'zod';
import { maskedIdentifierSchema } from '../identifiers/mask.ts';
import { parseMobile } from '../identifiers/mobile.ts';
import { partyIdSchema } from '../ids.ts';
import { birthSchema } from './birth-date.ts';
import { contactPointSchema, safetySchema } from './contact-point.ts';
import { idKindsOf, parseIdNumber } from './party-identity.ts';
import { partyViaSchema } from './party-via.ts';

/** P.1: a party once, with roles; a person or an organisation. */
export const PARTY_ROLES = [
  'beneficiary',
  'applicant',
  'donor',
  'volunteer',
  'delegate',
  'guardian',
  'proxy',
  'partnerBody',
  'other',
] as const;
export const partyRoleSchema = z.enum(PARTY_ROLES);
export type PartyRole = z.infer<typeof partyRoleSchema>;

export const PARTY_KINDS = ['person', 'organisation'] as const;
/** `nationalId` covers the national id and the iqama: one shape, one check digit. The last but one are organisations'. */
export const ID_KINDS = [
  'nationalId',
  'passport',
  'borderNumber',
  'unifiedNumber',
  'licence',
  'none',
] as const;
export const idKindSchema = z.enum(ID_KINDS);
export type IdKind = z.infer<typeof idKindSchema>;
export const sexSchema = z.enum(['male', 'female']);

/**
 * Name and identity, of the door and of the whole record alike. Tells each fault by its field, and gives the identity in
 * its stored form.
 */
export function judgeIdentity(
  party: {
    readonly kind: 'person' | 'organisation';
    readonly name: string;
    readonly idKind: IdKind;
    readonly idNumber: string;
    readonly noIdReason: string;
  },
  fail: (path: string, message: string) => void,
): { idNumber: string; noIdReason: string } {
  const { kind, idKind } = party;
  // Here and not in the shape: a missing name must not hide what is wrong with the number.
  if (party.name === '') fail('name', 'name.required');
  else if (kind === 'person' && party.name.split(/\s+/u).length < 2) fail('name', 'name.short');
  if (!idKindsOf(kind).includes(idKind)) fail('idKind', 'idKind.other');
  if (idKind === 'none' && kind === 'person' && party.noIdReason === '')
    fail('noIdReason', 'noIdReason.required');
  const parsed = parseIdNumber(idKind, party.idNumber);
  if (!parsed.ok) fail('idNumber', parsed.message);
  return {
    idNumber: parsed.ok ? parsed.value : party.idNumber,
    noIdReason: idKind === 'none' ? party.noIdReason : '',
  };
}

/**
 * What is asked at the door, short enough for a queue. Identifiers arrive as typed (either digit system) and leave
 * normalised: national id or iqama as 10 ASCII digits, mobile as E.164. An empty mobile is no mobile.
 * Messages are codes of `validation` in the locales.
 */
export const partyInputSchema = z
  .object({
    kind: z.enum(PARTY_KINDS).default('person'),
    name: z.string().trim().max(160, { message: 'tooLong' }),
    idKind: idKindSchema,
    idNumber: z.string().trim().max(40, { message: 'tooLong' }).default(''),
    noIdReason: z.string().trim().max(200, { message: 'tooLong' }).default(''),
    mobile: z.string().trim().max(40, { message: 'tooLong' }).default(''),
    village: z.string().trim().max(80, { message: 'tooLong' }).default(''),
    sex: sexSchema.nullable().default(null),
    roles: z.array(partyRoleSchema).min(1).max(40).default(['beneficiary']),
  })
  .transform((party, context) => {
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    let { mobile } = party;
    const identity = judgeIdentity(party, fail);
    if (mobile !== '') {
      const parsed = parseMobile(mobile);
      if (parsed.ok) mobile = parsed.value;
      else fail('mobile', `mobile.${parsed.code}`);
    }
    return { ...party, ...identity, mobile };
  });
export type PartyInput = z.output<typeof partyInputSchema>;

export const partySchema = z.object({
  id: partyIdSchema,
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  idKind: idKindSchema,
  /** Masked on its way to the desk. */
  idNumber: maskedIdentifierSchema,
  noIdReason: z.string(),
  /** E.164, or empty. */
  mobile: z.string(),
  village: z.string(),
  sex: sexSchema.nullable(),
  /** Given at S.6 (`1448-0092`); null until then. */
  fileNumber: z.string().nullable(),
  roles: z.array(partyRoleSchema),
  createdAtMs: z.int(),
  latinName: z.string(),
  /** ISO 3166-1 alpha-2; empty: not asked. */
  nationality: z.string(),
  birth: birthSchema.nullable(),
  /** كنية، شهرة، اسم سابق */
  aliases: z.array(z.string()),
  /** In the order in which they are to be tried; `mobile` is the first mobile of them. */
  contactPoints: z.array(contactPointSchema),
  /** Numbers of paper files, as they are written there. */
  legacyNumbers: z.array(z.string()),
  district: z.string(),
  shortAddress: z.string(),
  directions: z.string(),
  note: z.string(),
  /** The record that this one was merged into. */
  mergedInto: partyIdSchema.nullable(),
  /** Counts the changes: who saves an older one is told `conflict`. */
  version: z.int(),
});
export type Party = z.infer<typeof partySchema>;

/** With the identity whole: only for what is edited or compared with the card, each look logged. */
export const wholePartySchema = partySchema.extend({ idNumber: z.string() });

/** One row of a search, enough to tell two people of one name apart, and why it was found. */
export const partyHitSchema = partySchema
  .pick({
    id: true,
    kind: true,
    name: true,
    idNumber: true,
    mobile: true,
    village: true,
    sex: true,
    fileNumber: true,
    roles: true,
  })
  .extend({
    via: partyViaSchema.nullable(),
    /** G.1: what must be minded before the numbers that the row shows are called. */
    safe: safetySchema.nullable(),
  });
export type PartyHit = z.infer<typeof partyHitSchema>;
