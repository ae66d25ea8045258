import type { PartyVia } from '#shared/parties/party-via.ts';
import type { PartyHit } from '#shared/parties/party.ts';
import type { PartyChoices, PartyCursor, PartyFilter, PartyList } from '#shared/parties/party-list.ts';
import { MOST_FOUND, searchParties } from '../search/search-parties.ts';
import { type NoParams, queries, type SqlValue, statement, type Statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { hitRows } from './party-queries.ts';
import { askedOf, type Asked, bearsAll, walkedPast } from './party-asked.ts';
import { partyHitOf } from './party-rows.ts';
import { eitherSafety, findSafety } from './safe-contact.ts';

/**
 * The register as a list: always by keys and never by offset, so that the last page costs what the first does, with a
 * million rows too. The SQL that it is put together from stays in this file.
 */

/** A narrowed list of up to so many is read whole and counted; of a longer one only that it is longer is said. */
const MOST_COUNTED = 2000;
/** The whole register is counted up to here. */
const MOST_REGISTERED = 100_000;
const MOST_VILLAGES = 500;

const one = statement<{ id: number }>()((param) => hitRows().where('party.id', '=', param('id')));

const hitOf = (reader: Reader, id: number, via: PartyVia | null): PartyHit[] => {
  const row = reader.get(one, { id });
  if (row === undefined) return [];
  // The row shows this number itself.
  const shown = via?.kind === 'contact' && via.text === row.mobile;
  const hit = partyHitOf(row, shown ? null : via);
  return hit.via?.kind === 'contact'
    ? [{ ...hit, safe: eitherSafety(findSafety(reader, id, hit.via.text), hit.safe) }]
    : [hit];
};

/** Best first. */
export const findParties = (reader: Reader, text: string, limit: number): PartyHit[] =>
  searchParties(reader, text, limit).flatMap(({ id, via }) => hitOf(reader, id, via));

interface Page {
  readonly after: PartyCursor | null;
  readonly limit: number;
}

/**
 * A page of the register, by name or newest first, or all that a text finds. Records that were merged are not in it.
 * `today` (ISO) tells which documents have expired.
 */
export function listParties(reader: Reader, filter: PartyFilter, page: Page, today: string): PartyList {
  const asked = askedOf(filter, today);
  if (filter.text.trim() !== '') return found(reader, filter.text, asked, page);
  if (asked.length === 0) return { ...walked(reader, filter, page, asked), ...registered(reader) };
  const shortest = shortestOf(reader, asked);
  const ids = narrowed(reader, asked, shortest);
  // So many bear what is asked that walking along the register, or along the newest of a list, meets them soon.
  if (ids.length > MOST_COUNTED) {
    // A column alone is borne by so many of them that the newest of the register are soon enough.
    const column = asked.length === 1 && asked[0]?.column !== undefined;
    const rows =
      filter.sort === 'newest' && shortest !== undefined && !column
        ? newestOf(reader, page, shortest)
        : walked(reader, filter, page, asked);
    return { ...rows, count: MOST_COUNTED, more: true };
  }
  return { ...sorted(reader, filter, page, ids), count: ids.length, more: false };
}

/** A statement put together from fixed pieces; the few that there are stay prepared. */
const built = <Row>(sql: string, values: readonly (SqlValue | undefined)[]): Statement<NoParams, Row> => ({
  sql,
  values: () => values.filter((value) => value !== undefined),
});

const valuesOf = (asked: readonly Asked[]): (SqlValue | undefined)[] => asked.map(({ value }) => value);

/** What is asked of which the fewest are kept, and what is asked beside it; undefined where no list is kept. */
interface Shortest {
  readonly list: { readonly ids: string; readonly value: SqlValue | undefined };
  readonly others: readonly Asked[];
}

function shortestOf(reader: Reader, asked: readonly Asked[]): Shortest | undefined {
  const lists = asked.flatMap((condition) => {
    const { all, once, value } = condition;
    if (all === null) return [];
    const ids = once === true ? all : `SELECT DISTINCT d.id FROM (${all}) d`;
    const sql = `SELECT count(*) AS n FROM (${all} LIMIT ${MOST_REGISTERED})`;
    const n = reader.get(built<{ n: number }>(sql, [value]), {})?.n ?? 0;
    return [{ n, list: { ids, value }, others: asked.filter((other) => other !== condition) }];
  });
  return lists.toSorted((a, b) => a.n - b.n).at(0);
}

/** Ids of all who bear everything asked, one more than is counted at most, read along the shortest list of them. */
function narrowed(reader: Reader, asked: readonly Asked[], shortest: Shortest | undefined): number[] {
  const cap = MOST_COUNTED + 1;
  const query =
    shortest === undefined
      ? built<{ id: number }>(`SELECT p.id FROM party p WHERE ${walkedPast(asked)} LIMIT ?`, [
          ...valuesOf(asked),
          cap,
        ])
      : built<{ id: number }>(
          `SELECT l.id FROM (${shortest.list.ids}) l WHERE ${bearsAll('l.id', shortest.others)} LIMIT ?`,
          [shortest.list.value, ...valuesOf(shortest.others), cap],
        );
  return reader.all(query, {}).map(({ id }) => id);
}

interface Place {
  id: number;
  search_name: string;
}

/** A page along the register in its order, passing over who is not meant. */
function walked(
  reader: Reader,
  { sort }: PartyFilter,
  { after, limit }: Page,
  asked: readonly Asked[],
): Pick<PartyList, 'rows' | 'next'> {
  const behind =
    after === null
      ? { sql: '', values: [] }
      : sort === 'newest'
        ? { sql: ' AND p.id < ?', values: [after.id] }
        : { sql: ' AND (p.search_name, p.id) > (?, ?)', values: [after.name, after.id] };
  const order = sort === 'newest' ? 'p.id DESC' : 'p.search_name, p.id';
  const places = reader.all(
    built<Place>(
      `SELECT p.id, p.search_name FROM party p WHERE ${walkedPast(asked)}${behind.sql} ORDER BY ${order} LIMIT ?`,
      [...valuesOf(asked), ...behind.values, limit + 1],
    ),
    {},
  );
  return pageOf(reader, places, limit);
}

/** A page of the newest along the shortest list: the register itself would be long without any of them. Its
 * `LIMIT` keeps the list a list: woven into the rest of the question it is looked up a million times.
 */
function newestOf(
  reader: Reader,
  { after, limit }: Page,
  { list, others }: Shortest,
): Pick<PartyList, 'rows' | 'next'> {
  const behind = after === null ? '' : 'WHERE b.id < ?';
  const places = reader.all(
    built<{ id: number }>(
      `SELECT l.id FROM (SELECT b.id FROM (${list.ids}) b ${behind} ORDER BY b.id DESC LIMIT -1) l
       WHERE ${bearsAll('l.id', others)} LIMIT ?`,
      [list.value, after?.id, ...valuesOf(others), limit + 1],
    ),
    {},
  );
  return pageOf(
    reader,
    places.map(({ id }) => ({ id, search_name: '' })),
    limit,
  );
}

/** A page of a few that are known by their ids. */
function sorted(
  reader: Reader,
  { sort }: PartyFilter,
  { after, limit }: Page,
  ids: readonly number[],
): Pick<PartyList, 'rows' | 'next'> {
  const query = built<Place>(
    'SELECT p.id, p.search_name FROM json_each(?) j CROSS JOIN party p ON p.id = j.value',
    [JSON.stringify(ids)],
  );
  const before = (a: Place, b: { id: number; search_name: string }): boolean =>
    sort === 'newest'
      ? a.id > b.id
      : a.search_name < b.search_name || (a.search_name === b.search_name && a.id < b.id);
  const places = reader.all(query, {}).sort((a, b) => (before(a, b) ? -1 : 1));
  const rest =
    after === null
      ? places
      : places.filter((place) => before({ id: after.id, search_name: after.name }, place));
  return pageOf(reader, rest.slice(0, limit + 1), limit);
}

function pageOf(reader: Reader, places: readonly Place[], limit: number): Pick<PartyList, 'rows' | 'next'> {
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.flatMap(({ id }) => hitOf(reader, id, null)),
    next: last === undefined || places.length <= limit ? null : { name: last.search_name, id: last.id },
  };
}

/** What a text finds and that bears what is asked, best first; a page goes on behind the last that was given. */
function found(reader: Reader, text: string, asked: readonly Asked[], { after, limit }: Page): PartyList {
  const hits = searchParties(reader, text, MOST_FOUND);
  const meant = new Set(
    asked.length === 0
      ? hits.map(({ id }) => id)
      : reader
          .all(
            built<{ id: number }>(
              `SELECT p.id FROM json_each(?) j CROSS JOIN party p ON p.id = j.value WHERE ${bearsAll('p.id', asked)}`,
              [JSON.stringify(hits.map(({ id }) => id)), ...valuesOf(asked)],
            ),
            {},
          )
          .map(({ id }) => id),
  );
  const bearing = hits.filter(({ id }) => meant.has(id));
  // Of somebody who is found no longer the first page is given again: better twice than not at all.
  const from = after === null ? 0 : bearing.findIndex(({ id }) => id === after.id) + 1;
  const shown = bearing.slice(from, from + limit);
  const last = shown.at(-1);
  return {
    rows: shown.flatMap(({ id, via }) => hitOf(reader, id, via)),
    next: last === undefined || from + limit >= bearing.length ? null : { name: '', id: last.id },
    count: bearing.length,
    more: hits.length >= MOST_FOUND,
  };
}

const registeredCount = built<{ n: number }>(
  `SELECT count(*) AS n FROM (SELECT 1 FROM party LIMIT ${MOST_REGISTERED + 1})`,
  [],
);
const mergedCount = built<{ n: number }>('SELECT count(*) AS n FROM party WHERE merged_into IS NOT NULL', []);

/** Everybody, as far as that is soon counted. */
function registered(reader: Reader): Pick<PartyList, 'count' | 'more'> {
  const all = reader.get(registeredCount, {})?.n ?? 0;
  if (all > MOST_REGISTERED) return { count: MOST_REGISTERED, more: true };
  return { count: all - (reader.get(mergedCount, {})?.n ?? 0), more: false };
}

/** From one village to the next along the index: a million people live in a few. */
const villages = built<{ village: string }>(
  `WITH RECURSIVE seen (village) AS (
     SELECT min(village) FROM party WHERE village <> ''
     UNION ALL
     SELECT (SELECT min(village) FROM party p WHERE p.village <> '' AND p.village > seen.village)
     FROM seen WHERE seen.village IS NOT NULL
   )
   SELECT village FROM seen WHERE village IS NOT NULL LIMIT ${MOST_VILLAGES}`,
  [],
);
const categories = statement()(() =>
  queries
    .selectFrom('category')
    .select(['id', 'name'])
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id'),
);

/** What the list can be narrowed by. */
export const listPartyChoices = (reader: Reader): PartyChoices => ({
  villages: reader.all(villages, {}).map(({ village }) => village),
  categories: reader.all(categories, {}),
});
