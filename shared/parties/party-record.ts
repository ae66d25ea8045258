import { z } from 'zod';
import { parseShortAddress } from '../identifiers/short-address.ts';
import { legacyKey } from './legacy-number.ts';
import { type Birth, CALENDARS, parseBirth } from './birth-date.ts';
import { type ContactPoint, contactPointInputSchema, firstMobile, isUntouched } from './contact-point.ts';
import { isNationality } from './nationalities.ts';
import {
  idKindSchema,
  judgeIdentity,
  type Party,
  PARTY_KINDS,
  type PartyInput,
  type PartyRole,
  partyRoleSchema,
  sexSchema,
} from './party.ts';
import { nationalityByIdentity } from './party-identity.ts';

export const MOST_ALIASES = 8;
export const MOST_LEGACY_NUMBERS = 8;
/**
 * Forms add no more than the numbers above. A record that was merged bears the lists of all that became it, and the next
 * save must not be refused for that.
 */
export const MOST_AFTER_MERGES = 96;

const text = (most: number) => z.string().trim().max(most, { message: 'tooLong' }).default('');

/** The whole record as a form or an import hands it over: as typed, each field in any spelling. */
const typedRecordSchema = z.object({
  kind: z.enum(PARTY_KINDS).default('person'),
  name: text(160),
  latinName: text(160),
  aliases: z.array(text(80)).max(MOST_AFTER_MERGES, { message: 'aliases.tooMany' }).default([]),
  idKind: idKindSchema,
  idNumber: text(40),
  noIdReason: text(200),
  nationality: text(2),
  /** As typed, with the calendar that the field says; null: the year tells it. An empty text is no date. */
  birth: z
    .object({ printed: text(40), calendar: z.enum(CALENDARS).nullable().default(null) })
    .nullable()
    .default(null),
  sex: sexSchema.nullable().default(null),
  contactPoints: z
    .array(contactPointInputSchema)
    .max(MOST_AFTER_MERGES, { message: 'contactPoints.tooMany' })
    .default([]),
  village: text(80),
  district: text(80),
  shortAddress: text(20),
  directions: text(500),
  legacyNumbers: z.array(text(40)).max(MOST_AFTER_MERGES, { message: 'legacyNumbers.tooMany' }).default([]),
  roles: z.array(partyRoleSchema).min(1, { message: 'partyRoles.required' }).max(40).default(['beneficiary']),
  note: text(1000),
});

/** The whole record in its stored form. */
export interface PartyRecord {
  readonly kind: Party['kind'];
  readonly name: string;
  readonly latinName: string;
  readonly aliases: string[];
  readonly idKind: Party['idKind'];
  readonly idNumber: string;
  readonly noIdReason: string;
  readonly nationality: string;
  readonly birth: Birth | null;
  readonly sex: Party['sex'];
  readonly contactPoints: ContactPoint[];
  readonly village: string;
  readonly district: string;
  readonly shortAddress: string;
  readonly directions: string;
  readonly legacyNumbers: string[];
  readonly roles: PartyRole[];
  readonly note: string;
}

const unlike = (texts: readonly string[], key: (one: string) => string): string[] => {
  const seen = new Set<string>();
  return texts.filter((one) => one !== '' && !seen.has(key(one)) && seen.add(key(one)));
};

/**
 * The schema of the whole record, judged on a day (ISO): nobody was born after it. Identifiers, dates and contact points
 * arrive as typed and leave in their stored form; what it gave, it takes again unchanged.
 * Messages are codes of `validation` in the locales, each at its field.
 */
export const partyRecordSchemaOn = (today: string | null) =>
  typedRecordSchema.transform((record, context): PartyRecord => {
    const fail = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    const identity = judgeIdentity(record, fail);
    if (record.latinName !== '' && !/^[\p{Script=Latin}\p{M}\p{Zs}.'’-]+$/u.test(record.latinName))
      fail('latinName', 'latinName.letters');
    if (record.nationality !== '' && !isNationality(record.nationality))
      fail('nationality', 'nationality.unknown');
    return {
      ...record,
      ...identity,
      nationality: record.nationality || nationalityByIdentity(record.idKind, identity.idNumber),
      birth: judgeBirth(record, today, fail),
      sex: record.kind === 'person' ? record.sex : null,
      shortAddress: judgeShortAddress(record.shortAddress, fail),
      aliases: unlike(record.aliases, (one) => one),
      legacyNumbers: unlike(record.legacyNumbers, legacyKey),
      contactPoints: record.contactPoints.filter((point) => !isUntouched(point)),
      roles: [...new Set(record.roles)],
    };
  });

export const partyRecordSchema = partyRecordSchemaOn(null);
export type PartyRecordInput = z.input<typeof partyRecordSchema>;

type Fail = (path: string, message: string) => void;
type Typed = z.output<typeof typedRecordSchema>;

function judgeBirth({ kind, birth }: Typed, today: string | null, fail: Fail): Birth | null {
  if (kind !== 'person' || birth === null || birth.printed === '') return null;
  const parsed = parseBirth(birth.printed, birth.calendar, today ?? undefined);
  if (parsed.ok) return parsed.value;
  fail('birth.printed', `birth.${parsed.code}`);
  return null;
}

function judgeShortAddress(typed: string, fail: Fail): string {
  if (typed === '') return '';
  const parsed = parseShortAddress(typed);
  if (parsed.ok) return parsed.value;
  fail('shortAddress', `shortAddress.${parsed.code}`);
  return typed;
}

/** A way to reach somebody of which nothing but the number is known. */
export const plainContact = (kind: ContactPoint['kind'], value: string): ContactPoint => ({
  kind,
  value,
  owner: '',
  hours: '',
  discreet: false,
  note: '',
});

/** The short form of the door as a whole record: what it does not ask is empty. */
export const recordOfDoor = ({ mobile, ...door }: PartyInput): PartyRecord => ({
  ...door,
  latinName: '',
  aliases: [],
  nationality: nationalityByIdentity(door.idKind, door.idNumber),
  birth: null,
  contactPoints: mobile === '' ? [] : [plainContact('mobile', mobile)],
  district: '',
  shortAddress: '',
  directions: '',
  legacyNumbers: [],
  note: '',
});

/** A record after the short form was filled in again: what that form does not ask stays, safe contact too. */
export function recordWithDoor(record: PartyRecord, { mobile, ...door }: PartyInput): PartyRecord {
  const points = record.contactPoints;
  const first = points.findIndex((point) => point.kind === 'mobile');
  const rest = points.filter((_, index) => index !== first);
  const contactPoints =
    mobile === firstMobile(points)
      ? points
      : mobile === ''
        ? rest
        : // Another number is another phone: whose the former one was does not hold for it.
          points.some((point) => point.kind === 'mobile' && point.value === mobile)
          ? [...points].sort((one, other) => rankOf(one, mobile) - rankOf(other, mobile))
          : [plainContact('mobile', mobile), ...rest];
  const nationality = record.nationality || nationalityByIdentity(door.idKind, door.idNumber);
  return { ...record, ...door, nationality, contactPoints };
}

const rankOf = (point: ContactPoint, mobile: string): number =>
  point.kind === 'mobile' && point.value === mobile ? 0 : 1;

/** What of a stored party is its record: what a form edits, and a version keeps. */
export const recordOf = ({
  id: _id,
  fileNumber: _fileNumber,
  createdAtMs: _createdAtMs,
  mergedInto: _mergedInto,
  version: _version,
  mobile: _mobile,
  ...record
}: Party): PartyRecord => record;
