import type { Birth } from '#shared/parties/birth-date.ts';
import { birthYear } from '#shared/parties/birth-date.ts';
import { firstMobile } from '#shared/parties/contact-point.ts';
import type { PartyRecord } from '#shared/parties/party-record.ts';
import type { Party, PartyHit } from '#shared/parties/party.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { searchColumns } from '../search-index.ts';
import { safetyFrom } from './safe-contact.ts';

/** A row of `party` as lists read it, with its roles gathered into one text by SQL. */
export interface PartyRow {
  id: number;
  kind: string;
  name: string;
  id_kind: string;
  id_number: string | null;
  no_id_reason: string;
  mobile: string | null;
  village: string;
  sex: string | null;
  file_year: number | null;
  file_number: number | null;
  created_at_ms: number;
  roles: string | null;
  safe: string | null;
}

/** The columns of a whole record beside those of a list. */
export interface WholePartyRow extends PartyRow {
  latin_name: string;
  nationality: string;
  birth_printed: string;
  birth_calendar: string | null;
  birth_day: string | null;
  district: string;
  short_address: string;
  directions: string;
  note: string;
  merged_into: number | null;
  version: number;
}

/** What of a record lies in tables of its own. */
export type PartyParts = Pick<Party, 'aliases' | 'contactPoints' | 'legacyNumbers'>;

const rolesOf = (row: PartyRow): Party['roles'] =>
  (row.roles === null ? [] : row.roles.split(',')) as Party['roles'];
const fileNumberOf = ({ file_year: year, file_number: number }: PartyRow): string | null =>
  year === null || number === null ? null : yearNumber(year, number);

export const birthOf = (row: {
  readonly birth_printed: string;
  readonly birth_calendar: string | null;
  readonly birth_day: string | null;
}): Birth | null =>
  row.birth_calendar === null
    ? null
    : {
        printed: row.birth_printed,
        calendar: row.birth_calendar as Birth['calendar'],
        day: row.birth_day,
      };

export const partyOf = (row: WholePartyRow, parts: PartyParts): Party => ({
  id: row.id as Party['id'],
  kind: row.kind as Party['kind'],
  name: row.name,
  idKind: row.id_kind as Party['idKind'],
  idNumber: row.id_number ?? '',
  noIdReason: row.no_id_reason,
  mobile: row.mobile ?? '',
  village: row.village,
  sex: row.sex as Party['sex'],
  fileNumber: fileNumberOf(row),
  roles: rolesOf(row),
  createdAtMs: row.created_at_ms,
  latinName: row.latin_name,
  nationality: row.nationality,
  birth: birthOf(row),
  ...parts,
  district: row.district,
  shortAddress: row.short_address,
  directions: row.directions,
  note: row.note,
  mergedInto: row.merged_into as Party['mergedInto'],
  version: row.version,
});

export const partyHitOf = (row: PartyRow, via: PartyHit['via'] = null): PartyHit => ({
  id: row.id as PartyHit['id'],
  kind: row.kind as PartyHit['kind'],
  name: row.name,
  idNumber: row.id_number ?? '',
  mobile: row.mobile ?? '',
  village: row.village,
  sex: row.sex as PartyHit['sex'],
  fileNumber: fileNumberOf(row),
  roles: rolesOf(row),
  via,
  safe: safetyFrom(row.safe),
});

/** The columns that a record fills. */
export const partyColumns = (party: PartyRecord) => ({
  kind: party.kind,
  name: party.name,
  ...searchColumns(party.name),
  id_kind: party.idKind,
  id_number: party.idNumber === '' ? null : party.idNumber,
  no_id_reason: party.noIdReason,
  mobile: firstMobile(party.contactPoints) || null,
  village: party.village,
  sex: party.sex,
  latin_name: party.latinName,
  nationality: party.nationality,
  birth_printed: party.birth?.printed ?? '',
  birth_calendar: party.birth?.calendar ?? null,
  birth_day: party.birth?.day ?? null,
  birth_year: birthYear(party.birth),
  district: party.district,
  short_address: party.shortAddress,
  directions: party.directions,
  note: party.note,
});
