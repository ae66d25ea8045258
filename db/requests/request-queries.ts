import { sql } from 'kysely';
import { toAsciiDigits } from '#shared/arabic/digits.ts';
import {
  type Requirement,
  type RequestEvent,
  type RequestSummary,
  type StepNumber,
  type SupportRequest,
} from '#shared/requests/request.ts';
import { spineOf, type StepFact } from '#shared/requests/request-rules.ts';
import { parseYearNumber, yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const withParty = () =>
  queries
    .selectFrom('support_request')
    .innerJoin('party', 'party.id', 'support_request.party_id')
    .selectAll('support_request')
    .select('party.name as party_name');

const one = statement<{ id: number }>()((param) => withParty().where('support_request.id', '=', param('id')));
const byNumber = statement<{ year: number; number: number }>()((param) =>
  withParty().where('number_year', '=', param('year')).where('number', '=', param('number')),
);
const byService = statement<{ text: string; limit: number }>()((param) =>
  withParty()
    .where((eb) => eb(eb.fn<number>('instr', ['support_request.service', sql.val(param('text'))]), '>', 0))
    .orderBy('support_request.updated_at_ms', 'desc')
    .limit(param('limit')),
);
const stepsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_step')
    .innerJoin('staff', 'staff.id', 'request_step.officer_id')
    .select(['step', 'kind', 'at_ms', 'note', 'staff.name as officer_name'])
    .where('request_id', '=', param('id'))
    .orderBy('step'),
);
const requirementsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .leftJoin('staff', 'staff.id', 'request_requirement.officer_id')
    .select([
      'request_requirement.key',
      'request_requirement.name',
      'request_requirement.state',
      'request_requirement.at_ms',
      'staff.name as officer_name',
    ])
    .where('request_id', '=', param('id'))
    .orderBy('position'),
);
const eventsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_event')
    .innerJoin('staff', 'staff.id', 'request_event.officer_id')
    .select(['at_ms', 'kind', 'step', 'text', 'staff.name as officer_name'])
    .where('request_id', '=', param('id'))
    .orderBy('request_event.id', 'desc'),
);
const requirementCounts = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .select([
      sql<number>`count(*) FILTER (WHERE state = 'matched')`.as('received'),
      sql<number>`count(*) FILTER (WHERE state = 'needed')`.as('missing'),
    ])
    .where('request_id', '=', param('id')),
);

type RequestRow = NonNullable<ReturnType<typeof rowOf>>;
const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

/** The facts of the steps that are behind a request, in order. */
export const listStepFacts = (reader: Reader, id: number): StepFact[] =>
  reader.all(stepsOf, { id }).map((row) => ({
    step: row.step as StepNumber,
    kind: row.kind as StepFact['kind'],
    atMs: row.at_ms,
    officerName: row.officer_name,
    note: row.note,
  }));

/** Requirements matched to their originals, and still missing. */
export function countRequirements(reader: Reader, id: number): { received: number; missing: number } {
  const row = reader.get(requirementCounts, { id });
  return { received: row?.received ?? 0, missing: row?.missing ?? 0 };
}

function summaryOf(reader: Reader, row: RequestRow): RequestSummary {
  const { received, missing } = countRequirements(reader, row.id);
  return {
    id: row.id as RequestSummary['id'],
    number: row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
    partyId: row.party_id as RequestSummary['partyId'],
    partyName: row.party_name,
    service: row.service,
    level: row.level as RequestSummary['level'],
    currentStep: row.current_step as RequestSummary['currentStep'],
    openedAtMs: row.opened_at_ms,
    updatedAtMs: row.updated_at_ms,
    steps: spineOf(listStepFacts(reader, row.id), received, missing),
  };
}

const requirementOf = (row: {
  key: string;
  name: string;
  state: string;
  at_ms: number | null;
  officer_name: string | null;
}): Requirement => ({
  key: row.key,
  name: row.name,
  state: row.state as Requirement['state'],
  atMs: row.at_ms,
  officerName: row.officer_name,
});

const eventOf = (row: {
  at_ms: number;
  kind: string;
  step: number | null;
  text: string;
  officer_name: string;
}): RequestEvent => ({
  atMs: row.at_ms,
  officerName: row.officer_name,
  kind: row.kind as RequestEvent['kind'],
  step: row.step as RequestEvent['step'],
  text: row.text,
});

export function findRequest(reader: Reader, id: number): SupportRequest | undefined {
  const row = rowOf(reader, id);
  return (
    row && {
      ...summaryOf(reader, row),
      visitId: row.visit_id as SupportRequest['visitId'],
      need: row.need,
      requirements: reader.all(requirementsOf, { id }).map(requirementOf),
      events: reader.all(eventsOf, { id }).map(eventOf),
    }
  );
}

/** By `1448-0317` (either digit system), else by words of the service; latest change first. */
export function findRequests(reader: Reader, text: string, limit: number): RequestSummary[] {
  const number = parseYearNumber(toAsciiDigits(text));
  const rows =
    number === null
      ? reader.all(byService, { text: text.trim(), limit })
      : reader.all(byNumber, { year: number.year, number: number.number });
  return rows.map((row) => summaryOf(reader, row));
}

export interface RequestFilter {
  readonly step: StepNumber | null;
  readonly openOnly: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Latest change first. */
export function listRequests(
  reader: Reader,
  { step, openOnly, offset, limit }: RequestFilter,
): { total: number; rows: RequestSummary[] } {
  const total = reader.first(
    queries
      .selectFrom('support_request')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .$if(step !== null, (query) => query.where('current_step', '=', step))
      .$if(openOnly, (query) => query.where('current_step', 'is not', null)),
  );
  const found = reader.list(
    withParty()
      .$if(step !== null, (query) => query.where('current_step', '=', step))
      .$if(openOnly, (query) => query.where('current_step', 'is not', null))
      .orderBy('support_request.updated_at_ms', 'desc')
      .orderBy('support_request.id', 'desc')
      .limit(limit)
      .offset(offset),
  );
  return { total: total?.n ?? 0, rows: found.map((row) => summaryOf(reader, row)) };
}
