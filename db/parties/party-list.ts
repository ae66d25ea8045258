import type { PartyHit } from '#shared/parties/party.ts';
import { searchParties } from '../search/search-parties.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { hitRows } from './party-queries.ts';
import { partyHitOf } from './party-rows.ts';

const one = statement<{ id: number }>()((param) => hitRows().where('party.id', '=', param('id')));

/** Best first. */
export const findParties = (reader: Reader, text: string, limit: number): PartyHit[] =>
  searchParties(reader, text, limit).flatMap(({ id, via }) => {
    const row = reader.get(one, { id });
    if (row === undefined) return [];
    // The row shows this number itself.
    const shown = via?.kind === 'contact' && via.text === row.mobile;
    return [partyHitOf(row, shown ? null : via)];
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
    hitRows()
      .where('party.merged_into', 'is', null)
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
  return { total: total?.n ?? 0, rows: found.map((row) => partyHitOf(row)) };
}
