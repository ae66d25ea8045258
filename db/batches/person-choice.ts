import { sql } from 'kysely';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { PersonFilter } from '#shared/batches/batch.ts';
import type { PartyHit } from '#shared/parties/party.ts';
import { partyHitOf } from '../parties/party-rows.ts';
import { mobileSafety } from '../parties/safe-contact.ts';
import { searchParties } from '../search/search-parties.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** Persons that a text finds, at most: the search itself is capped there. */
const MOST_FOUND = 200;

const roles = sql<string | null>`(SELECT group_concat(role, ',') FROM
  (SELECT role FROM party_role WHERE party_id = party.id ORDER BY role))`.as('roles');

const villages = statement()(() =>
  queries
    .selectFrom('party')
    .select((eb) => ['village', eb.fn.countAll<number>().as('n')])
    .where('village', '<>', '')
    .groupBy('village')
    .orderBy('village'),
);
const requestOf = statement<{ party: number }>()((param) =>
  queries
    .selectFrom('support_request')
    .select(['id', 'current_step'])
    .where('party_id', '=', param('party'))
    .orderBy('opened_at_ms', 'desc')
    .orderBy('id', 'desc'),
);

const narrow = (filter: PersonFilter, found: readonly number[] | null) =>
  queries
    .selectFrom('party')
    .$if(found !== null, (query) => query.where('party.id', 'in', found === null ? [] : [...found]))
    .$if(filter.village !== null, (query) => query.where('party.village', '=', filter.village ?? ''))
    .$if(filter.role !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('party_role')
            .select('party_id')
            .whereRef('party_role.party_id', '=', 'party.id')
            .where('role', '=', filter.role ?? ''),
        ),
      ),
    )
    .$if(filter.request !== null, (query) =>
      query.where((eb) => {
        const own = eb
          .selectFrom('support_request')
          .select('support_request.id')
          .whereRef('support_request.party_id', '=', 'party.id');
        return eb.exists(
          filter.request === 'open'
            ? own.where('current_step', 'is not', null)
            : filter.request === 'finished'
              ? own.where('current_step', 'is', null)
              : own.where('current_step', '=', filter.request),
        );
      }),
    );

/** Whom a filter means, by name: all their ids up to `most`, and a page of rows. */
export function choosePersons(
  reader: Reader,
  filter: PersonFilter,
  page: { readonly offset: number; readonly limit: number; readonly most: number },
): { total: number; ids: PartyId[]; rows: PartyHit[] } {
  const found =
    filter.text.trim() === '' ? null : searchParties(reader, filter.text, MOST_FOUND).map(({ id }) => id);
  if (found?.length === 0) return { total: 0, ids: [], rows: [] };
  const total = reader.first(narrow(filter, found).select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;
  const ids = reader
    .list(
      narrow(filter, found)
        .select('party.id')
        .orderBy('party.search_name')
        .orderBy('party.id')
        .limit(page.most),
    )
    .map((row) => row.id as PartyId);
  const shown = ids.slice(page.offset, page.offset + page.limit);
  const rows =
    shown.length === 0
      ? []
      : reader.list(
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
            ])
            .where('party.id', 'in', shown)
            .orderBy('party.search_name')
            .orderBy('party.id'),
        );
  return { total, ids, rows: rows.map((row) => partyHitOf(row)) };
}

/** Villages that anybody lives in. */
export const listVillages = (reader: Reader): { village: string; persons: number }[] =>
  reader.all(villages, {}).map((row) => ({ village: row.village, persons: row.n }));

/**
 * The request that a person's letter is about: the latest one that the filter meant, else the latest open one, else the
 * latest. Null for a person without any.
 */
export function requestForLetter(
  reader: Reader,
  partyId: number,
  wanted: PersonFilter['request'],
): RequestId | null {
  const rows = reader.all(requestOf, { party: partyId });
  const meant = rows.find((row) =>
    wanted === 'finished'
      ? row.current_step === null
      : wanted === null || wanted === 'open'
        ? row.current_step !== null
        : row.current_step === wanted,
  );
  return ((meant ?? rows[0])?.id ?? null) as RequestId | null;
}
