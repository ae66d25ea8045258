import { z } from 'zod';
import type { CandidateInput } from '#shared/duplicates/duplicates-contract.ts';
import { contactPointKindSchema } from '#shared/parties/contact-point.ts';
import { CALENDARS, parseBirth, typedBirth } from '#shared/parties/birth-date.ts';
import { recordOf } from '#shared/parties/party-record.ts';
import { formatPhone } from '#shared/identifiers/mobile.ts';
import type { CarriedParty } from '../carried-party.ts';
import { idKindSchema, PARTY_KINDS, type Party, partyRoleSchema, sexSchema } from '#shared/parties/party.ts';

const text = z.string().catch('');
const texts = z.array(z.string()).catch([]);
const pointSchema = z.object({
  kind: contactPointKindSchema.catch('mobile'),
  value: text,
  owner: text,
  hours: text,
  discreet: z.boolean().catch(false),
  note: text,
});

/**
 * What stands in the form, as typed. A draft comes from the disk, perhaps from an older Wisam: each field is read by
 * itself, and what is odd is left as a new form has it.
 */
const formSchema = z.object({
  kind: z.enum(PARTY_KINDS).catch('person'),
  name: text,
  latinName: text,
  aliases: texts,
  idKind: idKindSchema.catch('nationalId'),
  idNumber: text,
  noIdReason: text,
  nationality: text,
  birth: z
    .object({ printed: text, calendar: z.enum(CALENDARS).nullable().catch(null) })
    .catch({ printed: '', calendar: null }),
  sex: sexSchema.nullable().catch(null),
  contactPoints: z.array(pointSchema).catch([]),
  village: text,
  district: text,
  shortAddress: text,
  directions: text,
  legacyNumbers: texts,
  roles: z.array(partyRoleSchema).catch(['beneficiary']),
  note: text,
});
export type RecordForm = z.output<typeof formSchema>;
export type PointForm = RecordForm['contactPoints'][number];

export const EMPTY_POINT: PointForm = {
  kind: 'mobile',
  value: '',
  owner: '',
  hours: '',
  discreet: false,
  note: '',
};

export const EMPTY_RECORD: RecordForm = {
  ...formSchema.parse({}),
  contactPoints: [EMPTY_POINT],
};

/** What was typed at the door, in the whole form. */
export const carriedForm = (start: RecordForm, { mobile, ...party }: CarriedParty['party']): RecordForm => ({
  ...start,
  ...party,
  contactPoints: [{ ...EMPTY_POINT, value: mobile }],
});

export const fromDraft = (data: Record<string, unknown>): RecordForm => formSchema.parse(data);

/** A stored record as it is read out and typed: E.164 and year-first dates would be riddles at the desk. */
export function formOf(party: Party): RecordForm {
  const { birth, contactPoints, ...rest } = recordOf(party);
  return formSchema.parse({
    ...rest,
    birth: { printed: birth === null ? '' : typedBirth(birth.printed), calendar: birth?.calendar ?? null },
    contactPoints: contactPoints.map((point) => ({
      ...point,
      value: point.kind === 'email' ? point.value : formatPhone(point.value).replaceAll(' ', ''),
    })),
  });
}

export const isWorthKeeping = (form: RecordForm): boolean =>
  [
    form.name,
    form.latinName,
    form.idNumber,
    form.birth.printed,
    form.village,
    form.directions,
    form.note,
  ].some((one) => one.trim() !== '') ||
  [...form.aliases, ...form.legacyNumbers, ...form.contactPoints.map((point) => point.value)].some(
    (one) => one.trim() !== '',
  );

/** What the search for likely duplicates goes by. */
export function candidateOf(form: RecordForm, id: number | null): CandidateInput {
  const birth = parseBirth(form.birth.printed, form.birth.calendar);
  return {
    id,
    kind: form.kind,
    name: form.name.slice(0, 200),
    latinName: form.latinName.slice(0, 200),
    aliases: form.aliases.slice(0, 8).map((alias) => alias.slice(0, 200)),
    idKind: form.idKind,
    idNumber: form.idNumber.slice(0, 60),
    birth: birth.ok ? birth.value : null,
    phones: form.contactPoints
      .filter((point) => point.value.trim() !== '')
      .slice(0, 12)
      .map((point) => ({ value: point.value.slice(0, 120), own: point.owner.trim() === '' })),
    village: form.village.slice(0, 120),
    sex: form.sex,
  };
}
