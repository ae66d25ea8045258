import { sql } from 'kysely';
import { type RequestPhase, type StepFact, stepOfPhase } from '#shared/requests/request-machine.ts';
import type { RequestSummary, StepNumber } from '#shared/requests/request.ts';
import { spineOf } from '#shared/requests/request-spine.ts';
import { idsIn } from '../parties/family-param.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** Requests with their applicant, whose they are, and the stop that runs. */
export const requestRows = () =>
  queries
    .selectFrom('support_request')
    .innerJoin('party', 'party.id', 'support_request.party_id')
    .leftJoin('staff as assigned', 'assigned.id', 'support_request.assigned_to')
    .selectAll('support_request')
    .select(['party.name as party_name', 'assigned.name as assigned_name'])
    .select((eb) =>
      eb
        .selectFrom('request_stop')
        .select('request_stop.kind')
        .whereRef('request_stop.request_id', '=', 'support_request.id')
        .where('request_stop.until_day', 'is', null)
        .as('stop_kind'),
    );

export type RequestRow = NonNullable<ReturnType<typeof rowOf>>;
const one = statement<{ id: number }>()((param) =>
  requestRows().where('support_request.id', '=', param('id')),
);
const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

export const findRequestRow = (reader: Reader, id: number): RequestRow | undefined => rowOf(reader, id);

const stepsOf = statement<{ requests: string }>()((param) =>
  queries
    .selectFrom('request_step')
    .innerJoin('staff', 'staff.id', 'request_step.officer_id')
    .select(['request_id', 'step', 'kind', 'at_ms', 'note', 'staff.name as officer_name'])
    .where('request_id', 'in', idsIn(param('requests')))
    .orderBy('request_id')
    .orderBy('step'),
);
const requirementCounts = statement<{ requests: string }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .select([
      'request_id',
      sql<number>`count(*) FILTER (WHERE state = 'matched')`.as('received'),
      sql<number>`count(*) FILTER (WHERE state = 'needed')`.as('missing'),
    ])
    .where('request_id', 'in', idsIn(param('requests')))
    .groupBy('request_id'),
);

function stepsByRequest(reader: Reader, requests: string): Map<number, StepFact[]> {
  const steps = new Map<number, StepFact[]>();
  for (const row of reader.all(stepsOf, { requests })) {
    const fact: StepFact = {
      step: row.step as StepNumber,
      kind: row.kind as StepFact['kind'],
      atMs: row.at_ms,
      officerName: row.officer_name,
      note: row.note,
    };
    const of = steps.get(row.request_id);
    if (of === undefined) steps.set(row.request_id, [fact]);
    else of.push(fact);
  }
  return steps;
}

/** The facts of the steps that are behind a request, in order. */
export const listStepFacts = (reader: Reader, id: number): StepFact[] =>
  stepsByRequest(reader, JSON.stringify([id])).get(id) ?? [];

/** Requirements matched to their originals, and still missing. */
export function countRequirements(reader: Reader, id: number): { received: number; missing: number } {
  const [row] = reader.all(requirementCounts, { requests: JSON.stringify([id]) });
  return { received: row?.received ?? 0, missing: row?.missing ?? 0 };
}

/** Rows as lists show them: two more statements, however many there are. */
export function summariesOf(reader: Reader, rows: readonly RequestRow[]): RequestSummary[] {
  const requests = JSON.stringify(rows.map(({ id }) => id));
  const steps = stepsByRequest(reader, requests);
  const counts = new Map(reader.all(requirementCounts, { requests }).map((row) => [row.request_id, row]));
  return rows.map((row): RequestSummary => {
    const phase = row.phase as RequestPhase;
    return {
      id: row.id as RequestSummary['id'],
      number:
        row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
      partyId: row.party_id as RequestSummary['partyId'],
      partyName: row.party_name,
      service: row.service,
      level: row.level as RequestSummary['level'],
      state: row.state as RequestSummary['state'],
      phase,
      currentStep: stepOfPhase(phase),
      stopped: row.stop_kind as RequestSummary['stopped'],
      notBefore: row.not_before,
      targetOn: row.target_on,
      replyMode: row.reply_mode as RequestSummary['replyMode'],
      returnOn: row.return_on,
      assignedTo:
        row.assigned_to === null || row.assigned_name === null
          ? null
          : {
              id: row.assigned_to as NonNullable<RequestSummary['assignedTo']>['id'],
              name: row.assigned_name,
            },
      openedAtMs: row.opened_at_ms,
      updatedAtMs: row.updated_at_ms,
      steps: spineOf({
        // What was written with a step is for its request's own page: lists are seen by more people.
        steps: (steps.get(row.id) ?? []).map((fact) => ({ ...fact, note: '' })),
        phase,
        returned: row.stop_kind === 'moreInformation',
        received: counts.get(row.id)?.received ?? 0,
        missing: counts.get(row.id)?.missing ?? 0,
      }),
    };
  });
}
