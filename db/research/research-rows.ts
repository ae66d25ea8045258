import { sql } from 'kysely';
import type { FieldVisit, PlannedVisit, Research, ResearchView } from '#shared/research/research.ts';
import { researchStateOf } from '#shared/research/research.ts';
import type { FieldVisitId, PartyId, RequestId, ResearchId, StaffId } from '#shared/ids.ts';
import { idsIn } from '../parties/family-param.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** As `takesResearch` of the machine: it is open, or an appeal against its refusal waits for an answer. */
const takes = sql<boolean>`(r.state = 'open' OR r.state = 'refused' AND EXISTS
  (SELECT 1 FROM appeal WHERE appeal.request_id = r.id AND appeal.outcome IS NULL))`;

const rows = () =>
  queries
    .selectFrom('social_research as s')
    .innerJoin('support_request as r', 'r.id', 's.request_id')
    .innerJoin('party', 'party.id', 'r.party_id')
    .innerJoin('staff as opener', 'opener.id', 's.opened_by')
    .leftJoin('staff as researcher', 'researcher.id', 's.researcher_id')
    .leftJoin('staff as finisher', 'finisher.id', 's.finished_by')
    .leftJoin('staff as enterer', 'enterer.id', 's.entered_by')
    .leftJoin('staff as canceller', 'canceller.id', 's.cancelled_by')
    .selectAll('s')
    .select([
      'r.number_year',
      'r.number',
      'r.service',
      'r.level',
      'r.state as request_state',
      takes.as('takes'),
      'party.id as party_id',
      'party.name as party_name',
      'party.sex',
      'opener.name as opener_name',
      'researcher.name as researcher_name',
      'finisher.name as finisher_name',
      'enterer.name as enterer_name',
      'canceller.name as canceller_name',
    ]);

const open = () => rows().where('s.finished_at_ms', 'is', null).where('s.cancelled_at_ms', 'is', null);

type Page = { staff: number; offset: number; limit: number };
const LISTS = {
  open: statement<Page>()((param) =>
    open()
      .orderBy(sql`s.due_on IS NULL`)
      .orderBy('s.due_on')
      .orderBy('s.opened_at_ms')
      .orderBy('s.id')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
  mine: statement<Page>()((param) =>
    open()
      .where('s.researcher_id', '=', param('staff'))
      .orderBy(sql`s.due_on IS NULL`)
      .orderBy('s.due_on')
      .orderBy('s.opened_at_ms')
      .orderBy('s.id')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
  over: statement<Page>()((param) =>
    rows()
      .where((eb) => eb.or([eb('s.finished_at_ms', 'is not', null), eb('s.cancelled_at_ms', 'is not', null)]))
      .orderBy('s.id', 'desc')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
} satisfies Readonly<Record<ResearchView, unknown>>;

const counts = statement<{ staff: number; today: string }>()((param) =>
  queries
    .selectFrom('social_research as s')
    .select([
      (eb) => eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) FILTER (WHERE s.researcher_id = ${param('staff')})`.as('mine'),
      sql<number>`count(*) FILTER (WHERE s.due_on < ${param('today')})`.as('overdue'),
    ])
    .where('s.finished_at_ms', 'is', null)
    .where('s.cancelled_at_ms', 'is', null),
);
const overCount = statement()(() =>
  queries
    .selectFrom('social_research as s')
    .select((eb) => eb.fn.countAll<number>().as('over'))
    .where((eb) => eb.or([eb('s.finished_at_ms', 'is not', null), eb('s.cancelled_at_ms', 'is not', null)])),
);
const plannedVisits = () =>
  queries
    .selectFrom('field_visit as v')
    .innerJoin('social_research as s', 's.id', 'v.research_id')
    .innerJoin('support_request as r', 'r.id', 's.request_id')
    .where('v.state', '=', 'planned')
    // Nobody is sent to a house for a request that is over.
    .where(takes)
    .where('s.finished_at_ms', 'is', null)
    .where('s.cancelled_at_ms', 'is', null);
const plannedCount = statement()(() => plannedVisits().select((eb) => eb.fn.countAll<number>().as('all')));
const nextPlanned = statement<{ limit: number }>()((param) =>
  plannedVisits()
    .innerJoin('party', 'party.id', 'r.party_id')
    .select(['v.id', 'v.research_id', 'v.planned_on', 'v.place', 'party.name'])
    .orderBy('v.planned_on')
    .orderBy('v.planned_time')
    .orderBy('v.id')
    .limit(param('limit')),
);
const one = statement<{ id: number }>()((param) => rows().where('s.id', '=', param('id')));
const ofRequest = statement<{ id: number }>()((param) =>
  rows().where('s.request_id', '=', param('id')).orderBy('s.id', 'desc'),
);
const visitsOf = statement<{ researches: string }>()((param) =>
  queries
    .selectFrom('field_visit as v')
    .leftJoin('staff', 'staff.id', 'v.recorded_by')
    .selectAll('v')
    .select('staff.name as recorder_name')
    .where('v.research_id', 'in', idsIn(param('researches')))
    .orderBy('v.planned_on')
    .orderBy('v.planned_time')
    .orderBy('v.id'),
);
const researchOfVisit = statement<{ id: number }>()((param) =>
  queries.selectFrom('field_visit').select('research_id').where('id', '=', param('id')),
);

type Row = NonNullable<ReturnType<typeof rowOf>>;
const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

function visitsOfAll(reader: Reader, ids: readonly number[]): ReadonlyMap<number, FieldVisit[]> {
  const found = reader.all(visitsOf, { researches: JSON.stringify(ids) });
  const visits = new Map<number, FieldVisit[]>();
  for (const row of found) {
    const visit: FieldVisit = {
      id: row.id as FieldVisitId,
      plannedOn: row.planned_on,
      plannedTime: row.planned_time,
      place: row.place,
      directions: row.directions,
      state: row.state as FieldVisit['state'],
      visitedOn: row.visited_on,
      present: row.present,
      findings: row.findings,
      recordedAtMs: row.recorded_at_ms,
      recordedByName: row.recorder_name,
    };
    visits.set(row.research_id, [...(visits.get(row.research_id) ?? []), visit]);
  }
  return visits;
}

const toResearch = (row: Row, visits: readonly FieldVisit[]): Research => ({
  id: row.id as ResearchId,
  state: researchStateOf({ finishedAtMs: row.finished_at_ms, cancelledAtMs: row.cancelled_at_ms }),
  request: {
    id: row.request_id as RequestId,
    number: row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
    service: row.service,
    level: row.level as Research['request']['level'],
    ended: Number(row.takes) === 1 ? null : (row.request_state as Research['request']['ended']),
  },
  partyId: row.party_id as PartyId,
  partyName: row.party_name,
  sex: row.sex as Research['sex'],
  researcher:
    row.researcher_id === null ? null : { id: row.researcher_id as StaffId, name: row.researcher_name ?? '' },
  purpose: row.purpose,
  dueOn: row.due_on,
  findings: row.findings,
  recommendation: row.recommendation as Research['recommendation'],
  recommendationReason: row.recommendation_reason,
  openedAtMs: row.opened_at_ms,
  openedByName: row.opener_name,
  finishedAtMs: row.finished_at_ms,
  finishedByName: row.finisher_name,
  enteredByName: row.enterer_name,
  paper: row.paper_sha256 === null ? null : { sha256: row.paper_sha256, name: row.paper_name },
  cancelled:
    row.cancelled_at_ms === null
      ? null
      : { atMs: row.cancelled_at_ms, byName: row.canceller_name ?? '', reason: row.cancel_reason },
  visits: [...visits],
  version: row.version,
});

/** Two statements, however many there are. */
function withVisits(reader: Reader, found: readonly Row[]): Research[] {
  if (found.length === 0) return [];
  const visits = visitsOfAll(
    reader,
    found.map(({ id }) => id),
  );
  return found.map((row) => toResearch(row, visits.get(row.id) ?? []));
}

export const findResearch = (reader: Reader, id: ResearchId): Research | undefined => {
  const row = rowOf(reader, id);
  return row && withVisits(reader, [row])[0];
};

/** The research that a field visit belongs to. */
export const researchOfFieldVisit = (reader: Reader, id: FieldVisitId): ResearchId | undefined =>
  reader.get(researchOfVisit, { id })?.research_id as ResearchId | undefined;

export const listResearch = (
  reader: Reader,
  page: {
    readonly view: ResearchView;
    readonly staff: StaffId;
    readonly offset: number;
    readonly limit: number;
  },
): Research[] => {
  const { view, ...of } = page;
  return withVisits(reader, reader.all(LISTS[view], of));
};

/** Under way: all, one's own, and those whose day has passed. */
export function countResearch(
  reader: Reader,
  staff: StaffId,
  today: string,
): { open: number; mine: number; overdue: number } {
  const { open: all = 0, mine = 0, overdue = 0 } = reader.get(counts, { staff, today }) ?? {};
  return { open: all, mine, overdue };
}

/** Finished or cancelled. */
export const countResearchOver = (reader: Reader): number => reader.get(overCount, {})?.over ?? 0;

/** Visits to come of what is under way, the earliest first, and how many there are. */
export const listPlannedVisits = (
  reader: Reader,
  limit: number,
): { readonly total: number; readonly rows: PlannedVisit[] } => ({
  total: reader.get(plannedCount, {})?.all ?? 0,
  rows: reader.all(nextPlanned, { limit }).map((row) => ({
    id: row.id as FieldVisitId,
    researchId: row.research_id as ResearchId,
    partyName: row.name,
    plannedOn: row.planned_on,
    place: row.place,
  })),
});

export const listResearchOfRequest = (reader: Reader, id: RequestId): Research[] =>
  withVisits(reader, reader.all(ofRequest, { id }));
