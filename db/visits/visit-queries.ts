import type { Inquiry, Visit } from '#shared/visits/visit.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const rows = () =>
  queries
    .selectFrom('visit')
    .innerJoin('party', 'party.id', 'visit.party_id')
    .leftJoin('staff', 'staff.id', 'visit.officer_id')
    .selectAll('visit')
    .select(['party.name as party_name', 'staff.name as officer_name'])
    .select((eb) =>
      eb
        .selectFrom('support_request')
        .select('support_request.id')
        .whereRef('support_request.visit_id', '=', 'visit.id')
        .orderBy('support_request.id')
        .limit(1)
        .as('request_id'),
    );

const one = statement<{ id: number }>()((param) => rows().where('visit.id', '=', param('id')));
const between = statement<{ from: string; to: string; limit: number }>()((param) =>
  rows()
    .where('visit.day', '>=', param('from'))
    .where('visit.day', '<=', param('to'))
    .orderBy('visit.arrived_at_ms', 'desc')
    .orderBy('visit.id', 'desc')
    .limit(param('limit')),
);
const ofDay = statement<{ day: string; state: string; limit: number }>()((param) =>
  rows()
    .where('visit.day', '=', param('day'))
    .where('visit.state', '=', param('state'))
    .orderBy('visit.arrived_at_ms')
    .orderBy('visit.id')
    .limit(param('limit')),
);
const endedOfDay = statement<{ day: string; limit: number }>()((param) =>
  rows()
    .where('visit.day', '=', param('day'))
    .where('visit.state', '=', 'served')
    .orderBy('visit.ended_at_ms', 'desc')
    .limit(param('limit')),
);
const counts = statement<{ day: string }>()((param) =>
  queries
    .selectFrom('visit')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('day', '=', param('day'))
    .groupBy('state'),
);
const inquiriesOf = statement<{ visit: number }>()((param) =>
  queries.selectFrom('inquiry').selectAll().where('visit_id', '=', param('visit')).orderBy('id'),
);
const visitOfInquiry = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('inquiry')
    .select(['visit_id', 'outcome', 'answered_at_ms'])
    .where('id', '=', param('id')),
);
const lastTicket = statement<{ day: string }>()((param) =>
  queries
    .selectFrom('visit')
    .select((eb) => eb.fn.max<number | null>('ticket').as('last'))
    .where('day', '=', param('day')),
);

type VisitRow = ReturnType<typeof rowsOf>[number];
const rowsOf = (reader: Reader, id: number) => reader.all(one, { id });

const inquiryOf = (row: {
  id: number;
  question: string;
  answer: string;
  outcome: string;
  asked_at_ms: number;
  answered_at_ms: number | null;
}): Inquiry => ({
  id: row.id as Inquiry['id'],
  question: row.question,
  answer: row.answer,
  outcome: row.outcome as Inquiry['outcome'],
  askedAtMs: row.asked_at_ms,
  answeredAtMs: row.answered_at_ms,
});

const visitOf = (reader: Reader, row: VisitRow): Visit => ({
  id: row.id as Visit['id'],
  day: row.day,
  partyId: row.party_id as Visit['partyId'],
  partyName: row.party_name,
  purpose: row.purpose as Visit['purpose'],
  state: row.state as Visit['state'],
  ticket: row.ticket,
  arrivedAtMs: row.arrived_at_ms,
  servedFromMs: row.served_from_ms,
  endedAtMs: row.ended_at_ms,
  officerName: row.officer_name,
  note: row.note,
  inquiries: reader.all(inquiriesOf, { visit: row.id }).map(inquiryOf),
  requestId: row.request_id as Visit['requestId'],
});

export const findVisit = (reader: Reader, id: number): Visit | undefined => {
  const row = reader.get(one, { id });
  return row && visitOf(reader, row);
};

/** Of the days `from` to `to` (ISO, both included), latest first. */
export const listVisits = (reader: Reader, from: string, to: string, limit: number): Visit[] =>
  reader.all(between, { from, to, limit }).map((row) => visitOf(reader, row));

/** Who waits or is being served on a day, longest there first. */
export const listVisitsOfDay = (
  reader: Reader,
  day: string,
  state: 'waiting' | 'serving',
  limit: number,
): Visit[] => reader.all(ofDay, { day, state, limit }).map((row) => visitOf(reader, row));

export const listServedOfDay = (reader: Reader, day: string, limit: number): Visit[] =>
  reader.all(endedOfDay, { day, limit }).map((row) => visitOf(reader, row));

export function countVisitsOfDay(
  reader: Reader,
  day: string,
): { waiting: number; serving: number; served: number } {
  const found = new Map(reader.all(counts, { day }).map((row) => [row.state, row.n]));
  return {
    waiting: found.get('waiting') ?? 0,
    serving: found.get('serving') ?? 0,
    served: found.get('served') ?? 0,
  };
}

export const findInquiry = (
  reader: Reader,
  id: number,
): { visitId: number; outcome: string; answeredAtMs: number | null } | undefined => {
  const row = reader.get(visitOfInquiry, { id });
  return row && { visitId: row.visit_id, outcome: row.outcome, answeredAtMs: row.answered_at_ms };
};

/** The next ticket of a day, 1 upwards. */
export const nextTicket = (reader: Reader, day: string): number =>
  (reader.get(lastTicket, { day })?.last ?? 0) + 1;
