import { sql } from 'kysely';
import type { PartyId } from '#shared/ids.ts';
import type { Party, PartyHit } from '#shared/parties/party.ts';
import { searchParties } from '../search-index.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { partyHitOf, partyOf } from './party-rows.ts';

const roles = sql<string | null>`(SELECT group_concat(role, ',') FROM
  (SELECT role FROM party_role WHERE party_id = party.id ORDER BY role))`.as('roles');

const rows = () =>
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
    ]);

const one = statement<{ id: number }>()((param) => rows().where('party.id', '=', param('id')));
const holder = statement<{ number: string; kind: string }>()((param) =>
  queries
    .selectFrom('party')
    .select(['id', 'name'])
    .where('id_number', '=', param('number'))
    .where('id_kind', '=', param('kind')),
);

export const findParty = (reader: Reader, id: number): Party | undefined => {
  const row = reader.get(one, { id });
  return row && partyOf(row);
};

/** Who bears an identity number already. */
export const findIdentifierHolder = (
  reader: Reader,
  idKind: string,
  idNumber: string,
): { id: PartyId; name: string } | undefined =>
  idNumber === ''
    ? undefined
    : (reader.get(holder, { number: idNumber, kind: idKind }) as { id: PartyId; name: string } | undefined);

/** Best first. */
export const findParties = (reader: Reader, text: string, limit: number): PartyHit[] =>
  searchParties(reader, text, limit).flatMap((id) => {
    const row = reader.get(one, { id });
    return row ? [partyHitOf(row)] : [];
  });

export interface PartyFilter {
  readonly text: string;
  readonly role: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the register by name, or of what a text finds (at most 200). */
export function listParties(reader: Reader, filter: PartyFilter): { total: number; rows: PartyHit[] } {
  const { offset, limit } = filter;
  if (filter.text.trim() !== '') {
    const hits = findParties(reader, filter.text, 200).filter(
      (hit) => filter.role === null || (hit.roles as readonly string[]).includes(filter.role),
    );
    return { total: hits.length, rows: hits.slice(offset, offset + limit) };
  }
  const role = filter.role;
  const total = reader.first(
    role === null
      ? queries.selectFrom('party').select((eb) => eb.fn.countAll<number>().as('n'))
      : queries
          .selectFrom('party_role')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .where('role', '=', role),
  );
  const found = reader.list(
    rows()
      .$if(role !== null, (query) =>
        query.where('party.id', 'in', (eb) =>
          eb
            .selectFrom('party_role')
            .select('party_id')
            .where('role', '=', role ?? ''),
        ),
      )
      .orderBy('party.search_name')
      .orderBy('party.id')
      .limit(limit)
      .offset(offset),
  );
  return { total: total?.n ?? 0, rows: found.map(partyHitOf) };
}
