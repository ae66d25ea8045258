import { z } from 'zod';
import { parseMobile } from '../identifiers/mobile.ts';
import { parseNationalId } from '../identifiers/national-id.ts';
import { partyIdSchema } from '../ids.ts';

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
export const ID_KINDS = ['nationalId', 'passport', 'borderNumber', 'none'] as const;
export const idKindSchema = z.enum(ID_KINDS);
export type IdKind = z.infer<typeof idKindSchema>;
export const sexSchema = z.enum(['male', 'female']);

/**
 * What is asked at the door, short enough for a queue. Identifiers arrive as typed (either digit system) and leave
 * normalised: national id or iqama as 10 ASCII digits, mobile as E.164. An empty mobile is no mobile.
 * Messages are codes of `validation` in the locales.
 */
export const partyInputSchema = z
  .object({
    kind: z.enum(PARTY_KINDS).default('person'),
    name: z.string().trim().max(160, { message: 'tooLong' }),
    /** `nationalId` covers the national id and the iqama: one shape, one check digit. */
    idKind: idKindSchema,
    idNumber: z.string().trim().max(40, { message: 'tooLong' }).default(''),
    noIdReason: z.string().trim().max(200, { message: 'tooLong' }).default(''),
    mobile: z.string().trim().max(40, { message: 'tooLong' }).default(''),
    village: z.string().trim().max(80, { message: 'tooLong' }).default(''),
    sex: sexSchema.nullable().default(null),
    roles: z.array(partyRoleSchema).min(1).default(['beneficiary']),
  })
  .transform((party, context) => {
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    let { idNumber, mobile, noIdReason } = party;
    // Here and not in the shape above: a missing name must not hide what is wrong with the number.
    if (party.name === '') fail('name', 'name.required');
    else if (party.kind === 'person' && party.name.split(/\s+/u).length < 2) fail('name', 'name.short');
    if (party.idKind === 'nationalId') {
      const parsed = parseNationalId(idNumber);
      if (parsed.ok) idNumber = parsed.value;
      else fail('idNumber', `nationalId.${parsed.code}`);
    } else if (party.idKind === 'none') {
      idNumber = '';
      if (party.kind === 'person' && noIdReason === '') fail('noIdReason', 'noIdReason.required');
    } else if (idNumber === '') fail('idNumber', 'required');
    if (party.idKind !== 'none') noIdReason = '';
    if (mobile !== '') {
      const parsed = parseMobile(mobile);
      if (parsed.ok) mobile = parsed.value;
      else fail('mobile', `mobile.${parsed.code}`);
    }
    return { ...party, idNumber, noIdReason, mobile };
  });
export type PartyInput = z.output<typeof partyInputSchema>;

export const partySchema = z.object({
  id: partyIdSchema,
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  idKind: idKindSchema,
  idNumber: z.string(),
  noIdReason: z.string(),
  /** E.164, or empty. */
  mobile: z.string(),
  village: z.string(),
  sex: sexSchema.nullable(),
  /** Given at S.6 (`1448-0092`); null until then. */
  fileNumber: z.string().nullable(),
  roles: z.array(partyRoleSchema),
  createdAtMs: z.int(),
});
export type Party = z.infer<typeof partySchema>;

/** One row of a search, enough to tell two people of one name apart. */
export const partyHitSchema = partySchema.pick({
  id: true,
  kind: true,
  name: true,
  idNumber: true,
  mobile: true,
  village: true,
  fileNumber: true,
  roles: true,
});
export type PartyHit = z.infer<typeof partyHitSchema>;
