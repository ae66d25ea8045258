import { createHash } from 'node:crypto';
import { type Datum, MATCHED_DATA } from '#shared/documents/matching.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** A datum as it stands now: shown with its calendar, hashed in one canonical form. */
export interface DatumValue {
  readonly datum: Datum;
  readonly value: string;
  readonly calendar: 'hijri' | 'gregorian' | null;
  /** SHA-256 of what makes it this value: a match stands while this is the same. */
  readonly sha256: string;
}

const identity = statement<{ party: number }>()((param) =>
  queries
    .selectFrom('party')
    .select([
      'name',
      'id_kind',
      'id_number',
      'birth_printed',
      'birth_calendar',
      'nationality',
      'sex',
      'mobile',
      'village',
      'short_address',
    ])
    .where('id', '=', param('party')),
);
/** The newest that was not withdrawn stands. */
const fact = statement<{ party: number; kind: string }>()((param) =>
  queries
    .selectFrom('party_fact')
    .select('value_json')
    .where('party_id', '=', param('party'))
    .where('kind', '=', param('kind'))
    .where('withdrawn_at_ms', 'is', null)
    .orderBy('known_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);

const hash = (datum: Datum, parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([datum, ...parts]))
    .digest('hex');

/** One text of a fact's value; empty when there is none. */
function factText(reader: Reader, party: number, kind: string, field: string): string {
  const row = reader.get(fact, { party, kind });
  if (row === undefined) return '';
  const value: unknown = JSON.parse(row.value_json);
  if (typeof value !== 'object' || value === null || !(field in value)) return '';
  const text = (value as Readonly<Record<string, unknown>>)[field];
  return typeof text === 'string' ? text : '';
}

/** What is known of a party and can be held against an original, without what is empty; undefined: no such party. */
export function findDatumValues(reader: Reader, partyId: number): DatumValue[] | undefined {
  const row = reader.get(identity, { party: partyId });
  if (row === undefined) return undefined;
  const calendar =
    row.birth_calendar === 'hijri' || row.birth_calendar === 'gregorian' ? row.birth_calendar : null;
  const texts: Readonly<Record<Datum, string>> = {
    name: row.name,
    idNumber: row.id_number ?? '',
    birth: row.birth_printed,
    nationality: row.nationality,
    sex: row.sex ?? '',
    mobile: row.mobile ?? '',
    village: row.village,
    shortAddress: row.short_address,
    iban: factText(reader, partyId, 'iban', 'iban'),
    socialStatus: factText(reader, partyId, 'socialStatus', 'status'),
  };
  // The same digits of a passport are another number than those of an identity card, a year of one calendar another date.
  const more: Readonly<Partial<Record<Datum, string>>> = { idNumber: row.id_kind, birth: calendar ?? '' };
  return MATCHED_DATA.filter((datum) => texts[datum] !== '').map((datum) => ({
    datum,
    value: texts[datum],
    calendar: datum === 'birth' ? calendar : null,
    sha256: hash(datum, [texts[datum], ...(more[datum] === undefined ? [] : [more[datum]])]),
  }));
}
