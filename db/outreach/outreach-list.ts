import type { PartyId } from '#shared/ids.ts';
import {
  OUTREACH_REASONS,
  type OutreachCursor,
  type OutreachReason,
  type OutreachRow,
} from '#shared/outreach/outreach.ts';
import { idsIn } from '../parties/family-param.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { type PlacedDue, reasonsOf } from './outreach-reasons.ts';
import {
  COUNT_SNOOZED,
  type OutreachDays,
  type Place,
  SNOOZED,
  type SourceRow,
  SOURCES,
} from './outreach-sources.ts';

const people = statement<{ ids: string }>()((param) =>
  queries
    .selectFrom('party')
    .select(['id', 'name', 'kind', 'sex', 'file_year', 'file_number', 'village'])
    .where('id', 'in', idsIn(param('ids')))
    .where('merged_into', 'is', null),
);
const reaches = statement<{ ids: string }>()((param) =>
  queries
    .selectFrom('contact_point')
    .select(['party_id', 'kind', 'value', 'owner', 'hours', 'discreet', 'note'])
    .where('party_id', 'in', idsIn(param('ids')))
    .where('kind', '<>', 'email')
    .orderBy('position', 'desc'),
);
const snoozes = statement<{ ids: string; today: string }>()((param) =>
  queries
    .selectFrom('outreach_snooze')
    .innerJoin('staff', 'staff.id', 'outreach_snooze.staff_id')
    .select(['party_id', 'until_on', 'note', 'staff.name as by_name'])
    .where('party_id', 'in', idsIn(param('ids')))
    .where('until_on', '>', param('today')),
);

/** As many are looked at in one step; those who stand elsewhere or are put off are passed over. */
const STEP = 200;
/** Steps of one page at most: what is passed over must not hold up the desk. */
const MOST_STEPS = 40;

type Snoozed = NonNullable<OutreachRow['snoozed']>;

const snoozesOf = (reader: Reader, ids: string, today: string): Map<number, Snoozed> =>
  new Map(
    reader
      .all(snoozes, { ids, today })
      .map((row) => [row.party_id, { until: row.until_on, byName: row.by_name, note: row.note }]),
  );

/** The rows of these people, in the order of `dues`. */
function rowsOf(
  reader: Reader,
  dues: readonly { readonly id: number; readonly due: readonly PlacedDue[] }[],
  snoozed: ReadonlyMap<number, Snoozed>,
): OutreachRow[] {
  const ids = JSON.stringify(dues.map(({ id }) => id));
  const persons = new Map(reader.all(people, { ids }).map((row) => [row.id, row]));
  // The first way stands last in this order, and so it stays.
  const ways = new Map(reader.all(reaches, { ids }).map((row) => [row.party_id, row]));
  return dues.flatMap(({ id, due }): OutreachRow[] => {
    const person = persons.get(id);
    if (person === undefined || due.length === 0) return [];
    const way = ways.get(id);
    return [
      {
        partyId: id as PartyId,
        name: person.name,
        kind: person.kind === 'organisation' ? 'organisation' : 'person',
        sex: person.sex === 'male' || person.sex === 'female' ? person.sex : null,
        fileNumber:
          person.file_year === null || person.file_number === null
            ? null
            : yearNumber(person.file_year, person.file_number),
        village: person.village,
        reach:
          way === undefined
            ? null
            : {
                kind: way.kind,
                value: way.value,
                owner: way.owner,
                hours: way.hours,
                discreet: way.discreet === 1,
                note: way.note,
              },
        due: due.map(({ reason, on, documents, text, contactId }) => ({
          reason,
          on,
          documents,
          text,
          contactId,
        })),
        snoozed: snoozed.get(id) ?? null,
      },
    ];
  });
}

export interface OutreachPage {
  readonly rows: OutreachRow[];
  readonly next: OutreachCursor | null;
}

/**
 * Whom to contact, a page at a time: people under their most pressing reason, within it by its day. With `reason` all who
 * have that one, by its day.
 */
export function listOutreach(
  reader: Reader,
  days: OutreachDays,
  { reason, after, limit }: { reason: OutreachReason | null; after: OutreachCursor | null; limit: number },
): OutreachPage {
  const order = reason === null ? OUTREACH_REASONS : [reason];
  const begin = after === null ? 0 : Math.max(0, order.indexOf(after.reason));
  const rows: OutreachRow[] = [];
  let cursor = after;
  let steps = 0;
  for (const under of order.slice(begin)) {
    const { page, range, numeric } = SOURCES[under];
    const { from, to } = range(days);
    for (;;) {
      const goesOn = cursor?.reason === under ? cursor : null;
      const place: Place = goesOn === null ? (numeric ? -1 : '') : numeric ? Number(goesOn.at) : goesOn.at;
      const found = reader.all(page, { from, to, after: place, afterId: goesOn?.partyId ?? 0, limit: STEP });
      steps += 1;
      const standing = standingUnder(reader, under, reason === null, found, days);
      const room = standing.slice(0, limit - rows.length);
      rows.push(...rowsOf(reader, room, new Map()));
      const last = room.length < standing.length ? room.at(-1) : undefined;
      const end: SourceRow | undefined =
        last === undefined ? found.at(-1) : { party_id: last.id, at: last.at };
      if (end !== undefined) cursor = { reason: under, at: String(end.at), partyId: end.party_id };
      const more = found.length === STEP || last !== undefined;
      if (rows.length >= limit || steps >= MOST_STEPS)
        return { rows, next: more ? cursor : firstOf(order, under) };
      if (!more) break;
    }
  }
  return { rows, next: null };
}

/** The reason after this one, from its beginning. */
function firstOf(order: readonly OutreachReason[], under: OutreachReason): OutreachCursor | null {
  const next = order[order.indexOf(under) + 1];
  return next === undefined ? null : { reason: next, at: SOURCES[next].numeric ? '-1' : '', partyId: 0 };
}

/** Of the rows found under a reason those people who stand here, and stand here first. */
function standingUnder(
  reader: Reader,
  under: OutreachReason,
  onlyFirst: boolean,
  found: readonly SourceRow[],
  days: OutreachDays,
): { readonly id: number; readonly at: Place; readonly due: readonly PlacedDue[] }[] {
  const ids = [...new Set(found.map((row) => row.party_id))];
  if (ids.length === 0) return [];
  const reasons = reasonsOf(reader, ids, days);
  const putOff = snoozesOf(reader, JSON.stringify(ids), days.today);
  const seen = new Set<number>();
  return found.flatMap(({ party_id: id, at }) => {
    const due = reasons.get(id) ?? [];
    const own = due.find(({ reason }) => reason === under);
    const here = own?.at === at && !putOff.has(id) && !seen.has(id) && (!onlyFirst || due[0] === own);
    if (!here) return [];
    seen.add(id);
    return [{ id, at, due }];
  });
}

/** Who is put off and would stand on the list otherwise, soonest back first. */
export function listSnoozed(
  reader: Reader,
  days: OutreachDays,
  { after, limit }: { after: OutreachCursor | null; limit: number },
): OutreachPage {
  const found = reader.all(SNOOZED, {
    today: days.today,
    after: after?.at ?? '',
    afterId: after?.partyId ?? 0,
    limit,
  });
  const ids = found.map((row) => row.party_id);
  const reasons = reasonsOf(reader, ids, days);
  const putOff = snoozesOf(reader, JSON.stringify(ids), days.today);
  const rows = rowsOf(
    reader,
    ids.map((id) => ({ id, due: reasons.get(id) ?? [] })),
    putOff,
  );
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    rows,
    next: last === undefined ? null : { reason: 'silent', at: String(last.at), partyId: last.party_id },
  };
}

/** How many stand under each reason, up to `MOST_COUNTED`; who is put off is counted apart. */
export function countOutreach(
  reader: Reader,
  days: OutreachDays,
): { reasons: Record<OutreachReason, number>; snoozed: number } {
  const of = (reason: OutreachReason): number => {
    const { count, range } = SOURCES[reason];
    return reader.get(count, { ...range(days), today: days.today })?.total ?? 0;
  };
  const counted = OUTREACH_REASONS.map((reason) => [reason, of(reason)] as const);
  return {
    reasons: Object.fromEntries(counted) as Record<OutreachReason, number>,
    snoozed: reader.get(COUNT_SNOOZED, { today: days.today })?.total ?? 0,
  };
}
