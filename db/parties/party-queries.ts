import { sql } from 'kysely';
import type { PartyId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { findPartyParts } from './party-parts.ts';
import { partyOf } from './party-rows.ts';
import { mobileSafety } from './safe-contact.ts';

const roles = sql<string | null>`(SELECT group_concat(role, ',') FROM
  (SELECT role FROM party_role WHERE party_id = party.id ORDER BY role))`.as('roles');

/** What a row of a list shows of a party. */
export const hitRows = () =>
  queries
    .selectFrom('party')
    .select([
      'party.id',
      'party.kind',
      'party.name',
      'party.id_kind',
      'party.id_number',
      'party.no_id_reason',
      'party.mobile',
      'party.village',
      'party.sex',
      'party.file_year',
      'party.file_number',
      'party.created_at_ms',
      roles,
      mobileSafety('party'),
    ]);

const whole = statement<{ id: number }>()((param) =>
  hitRows()
    .select([
      'party.latin_name',
      'party.nationality',
      'party.birth_printed',
      'party.birth_calendar',
      'party.birth_day',
      'party.district',
      'party.short_address',
      'party.directions',
      'party.note',
      'party.merged_into',
      'party.version',
    ])
    .where('party.id', '=', param('id')),
);
const holder = statement<{ number: string; kind: string }>()((param) =>
  queries
    .selectFrom('party')
    .select(['id', 'name', 'merged_into'])
    .where('id_number', '=', param('number'))
    .where('id_kind', '=', param('kind')),
);
const bearer = statement<{ id: number }>()((param) =>
  queries.selectFrom('party').select(['id', 'name', 'merged_into']).where('id', '=', param('id')),
);

/** The whole record, one that was merged too. */
export const findParty = (reader: Reader, id: number): Party | undefined => {
  const row = reader.get(whole, { id });
  return row && partyOf(row, findPartyParts(reader, id));
};

/** Who bears an identity number already; of a record that was merged, the one that it was merged into. */
export const findIdentifierHolder = (
  reader: Reader,
  idKind: string,
  idNumber: string,
): { id: PartyId; name: string } | undefined => {
  let row = idNumber === '' ? undefined : reader.get(holder, { number: idNumber, kind: idKind });
  while (row !== undefined && row.merged_into !== null) row = reader.get(bearer, { id: row.merged_into });
  return row && { id: row.id as PartyId, name: row.name };
};
