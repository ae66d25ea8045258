import { sql } from 'kysely';
import type { DayHandover, DeliveryPlan, Handover } from '#shared/deliveries/delivery.ts';
import type { RequestId, SealedDocumentId, StaffId } from '#shared/ids.ts';
import { idsIn } from '../parties/family-param.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { dayHandoverOf, dayHandoverRows, handoverOf, handoverRows } from './handover-rows.ts';

const plansOf = statement<{ request: number }>()((param) =>
  queries
    .selectFrom('delivery_plan as plan')
    .innerJoin('service', 'service.id', 'plan.service_id')
    .innerJoin('staff', 'staff.id', 'plan.created_by')
    .selectAll('plan')
    .select(['service.name as service_name', 'service.kind as service_kind', 'staff.name as creator_name'])
    .where('plan.request_id', '=', param('request'))
    .orderBy('plan.id', 'desc'),
);
const ofRequest = statement<{ request: number }>()((param) =>
  handoverRows()
    .where('delivery.request_id', '=', param('request'))
    .orderBy('delivery.turn')
    .orderBy('delivery.attempt'),
);
const ofPlan = statement<{ plan: number }>()((param) =>
  handoverRows()
    .where('delivery.plan_id', '=', param('plan'))
    .orderBy('delivery.turn')
    .orderBy('delivery.attempt'),
);
const byId = statement<{ id: number }>()((param) => dayHandoverRows().where('delivery.id', '=', param('id')));
const byCode = statement<{ code: string }>()((param) =>
  dayHandoverRows().where('delivery.code', '=', param('code')),
);
const ofFamily = statement<{ family: string; limit: number }>()((param) =>
  handoverRows()
    .innerJoin('support_request as request', 'request.id', 'delivery.request_id')
    .select(['request.number_year', 'request.number'])
    .where('request.party_id', 'in', idsIn(param('family')))
    .orderBy('delivery.due_on', 'desc')
    .orderBy('delivery.id', 'desc')
    .limit(param('limit')),
);
/** What is due on a day and not put off, and what was handed out on it whatever day it was due on. */
const ofDay = statement<{ day: string; from: number; to: number }>()((param) =>
  dayHandoverRows()
    .where((eb) =>
      eb.or([
        eb.and([eb('delivery.due_on', '=', param('day')), eb('delivery.done_at_ms', 'is', null)]),
        eb.and([eb('delivery.done_at_ms', '>=', param('from')), eb('delivery.done_at_ms', '<', param('to'))]),
      ]),
    )
    .where('delivery.state', '!=', 'cancelled')
    // What is planned for a request that was withdrawn is nobody's errand.
    .where((eb) => eb.or([eb('delivery.state', '!=', 'planned'), eb('request.state', '=', 'open')]))
    .orderBy('party.village')
    .orderBy('party.name')
    .orderBy('delivery.id'),
);
const late = statement<{ day: string; limit: number }>()((param) =>
  dayHandoverRows()
    .where('delivery.state', '=', 'planned')
    .where('delivery.due_on', '<', param('day'))
    .where('request.state', '=', 'open')
    .orderBy('delivery.due_on')
    .orderBy('delivery.id')
    .limit(param('limit')),
);
const days = statement<{ from: string; to: string }>()((param) =>
  queries
    .selectFrom('delivery')
    .select([
      'due_on',
      sql<number>`count(*) FILTER (WHERE state = 'planned')`.as('planned'),
      sql<number>`count(*) FILTER (WHERE state = 'delivered')`.as('done'),
    ])
    .where('due_on', '>=', param('from'))
    .where('due_on', '<=', param('to'))
    .where('state', 'in', ['planned', 'delivered'])
    .groupBy('due_on')
    .orderBy('due_on'),
);
const planById = statement<{ id: number }>()((param) =>
  queries.selectFrom('delivery_plan').selectAll().where('id', '=', param('id')),
);
const offered = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('support_request')
    .select(['rating_offered_at_ms', 'service_id', 'party_id'])
    .where('id', '=', param('id')),
);
const closing = statement<{ day: string }>()((param) =>
  queries
    .selectFrom('delivery_day as closed')
    .innerJoin('staff', 'staff.id', 'closed.closed_by')
    .innerJoin('sealed_document as document', 'document.id', 'closed.document_id')
    .select([
      'closed.document_id',
      'closed.closed_at_ms',
      'closed.closed_by',
      'staff.name as closer_name',
      'document.version',
      'document.content_json',
    ])
    .where('closed.day', '=', param('day')),
);
const closer = statement<{ document: number }>()((param) =>
  queries.selectFrom('delivery_day').select('closed_by').where('document_id', '=', param('document')),
);
const codeTaken = statement<{ code: string }>()((param) =>
  queries.selectFrom('delivery').select('id').where('code', '=', param('code')),
);

/** The plans of a request, the newest first, each with its deliveries by turn. Two statements, however many there are. */
export function listPlans(reader: Reader, request: RequestId): DeliveryPlan[] {
  const all = Map.groupBy(reader.all(ofRequest, { request }).map(handoverOf), (one) => one.planId);
  return reader.all(plansOf, { request }).map((row): DeliveryPlan => {
    const id = row.id as DeliveryPlan['id'];
    return {
      id,
      requestId: request,
      serviceId: row.service_id as DeliveryPlan['serviceId'],
      serviceName: row.service_name,
      serviceKind: row.service_kind as DeliveryPlan['serviceKind'],
      frequency: row.frequency as DeliveryPlan['frequency'],
      calendar: row.calendar as DeliveryPlan['calendar'],
      firstOn: row.first_on,
      times: row.times,
      quantity: row.quantity,
      unit: row.unit,
      valueHalalas: row.value_halalas,
      place: row.place,
      atPlace: row.at_place === 1,
      note: row.note,
      ended: row.ended_on === null ? null : { on: row.ended_on, reason: row.end_reason },
      createdAtMs: row.created_at_ms,
      createdBy: row.creator_name,
      handovers: all.get(id) ?? [],
    };
  });
}

export const findPlanRow = (reader: Reader, id: number) => reader.get(planById, { id });

export const listHandoversOfPlan = (reader: Reader, plan: number): Handover[] =>
  reader.all(ofPlan, { plan }).map(handoverOf);

export function findHandover(reader: Reader, id: number): DayHandover | undefined {
  const row = reader.get(byId, { id });
  return row && dayHandoverOf(row);
}

/** As it is stored, the account whole: for the papers that are made of it, never for the desk. */
export const findHandoverRow = (reader: Reader, id: number) => reader.get(byId, { id });

export function findHandoverByCode(reader: Reader, code: string): DayHandover | undefined {
  const row = reader.get(byCode, { code });
  return row && dayHandoverOf(row);
}

/** Of a person and those who were merged into them, newest first. */
export const listHandoversOfParty = (reader: Reader, family: readonly number[], limit: number) =>
  reader.all(ofFamily, { family: JSON.stringify(family), limit }).map((row) => ({
    ...handoverOf(row),
    requestNumber:
      row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
  }));

const DAY_MS = 86_400_000;

/** `startMs` is midnight in Riyadh of the ISO day. By village, then by name: the way a car takes. */
export const listHandoversOfDay = (reader: Reader, day: string, startMs: number): DayHandover[] =>
  reader.all(ofDay, { day, from: startMs, to: startMs + DAY_MS }).map(dayHandoverOf);

/** Still to come, of days before this one, the oldest first. */
export const listLateHandovers = (reader: Reader, day: string, limit: number): DayHandover[] =>
  reader.all(late, { day, limit }).map(dayHandoverOf);

export const countHandoversByDay = (reader: Reader, from: string, to: string) =>
  reader.all(days, { from, to }).map(({ due_on: day, planned, done }) => ({ day, planned, done }));

export const findOffer = (reader: Reader, request: RequestId) => {
  const row = reader.get(offered, { id: request });
  return (
    row && {
      ratingOfferedAtMs: row.rating_offered_at_ms,
      serviceId: row.service_id,
      partyId: row.party_id,
    }
  );
};

/** How a day was closed; undefined: it was not. */
export function findClosing(reader: Reader, day: string) {
  const row = reader.get(closing, { day });
  return (
    row && {
      documentId: row.document_id as SealedDocumentId,
      version: row.version,
      atMs: row.closed_at_ms,
      by: row.closer_name,
      closerId: row.closed_by as StaffId,
      content: JSON.parse(row.content_json) as unknown,
    }
  );
}

/** Who closed a day by this page; undefined: another page took its place. */
export const findCloser = (reader: Reader, document: SealedDocumentId): number | undefined =>
  reader.get(closer, { document })?.closed_by;

export const handoverCodeIsTaken = (reader: Reader, code: string): boolean =>
  reader.get(codeTaken, { code }) !== undefined;
