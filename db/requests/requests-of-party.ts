import type { OpenCase } from '#shared/parties/profile.ts';
import type { StepNumber } from '#shared/requests/request.ts';
import { spineOf, type StepFact } from '#shared/requests/request-rules.ts';
import { idsIn } from '../parties/family-param.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const ofParty = statement<{ family: string; limit: number }>()((param) =>
  queries
    .selectFrom('support_request')
    .innerJoin('party', 'party.id', 'support_request.party_id')
    .selectAll('support_request')
    .select('party.name as party_name')
    .where('support_request.party_id', 'in', idsIn(param('family')))
    .orderBy('support_request.opened_at_ms', 'desc')
    .orderBy('support_request.id', 'desc')
    .limit(param('limit')),
);
const stepsOf = statement<{ requests: string }>()((param) =>
  queries
    .selectFrom('request_step')
    .innerJoin('staff', 'staff.id', 'request_step.officer_id')
    .select(['request_id', 'step', 'kind', 'at_ms', 'note', 'staff.name as officer_name'])
    .where('request_id', 'in', idsIn(param('requests')))
    .orderBy('request_id')
    .orderBy('step'),
);
const requirementsOf = statement<{ requests: string }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .select(['request_id', 'name', 'state'])
    .where('request_id', 'in', idsIn(param('requests')))
    .where('state', '<>', 'notNeeded')
    .orderBy('request_id')
    .orderBy('position'),
);

const groupBy = <T extends { request_id: number }>(rows: readonly T[]): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.request_id);
    if (group === undefined) groups.set(row.request_id, [row]);
    else group.push(row);
  }
  return groups;
};

/**
 * The requests of a person and of those who were merged into them, latest first, each with what it still needs: three
 * statements, however many there are.
 */
export function listRequestsOfParty(reader: Reader, family: readonly number[], limit: number): OpenCase[] {
  const rows = reader.all(ofParty, { family: JSON.stringify(family), limit });
  const requests = JSON.stringify(rows.map(({ id }) => id));
  const steps = groupBy(reader.all(stepsOf, { requests }));
  const requirements = groupBy(reader.all(requirementsOf, { requests }));
  return rows.map((row): OpenCase => {
    const wanted = requirements.get(row.id) ?? [];
    const missing = wanted.filter(({ state }) => state === 'needed').map(({ name }) => name);
    const facts = (steps.get(row.id) ?? []).map((fact): StepFact => ({
      step: fact.step as StepNumber,
      kind: fact.kind as StepFact['kind'],
      atMs: fact.at_ms,
      officerName: fact.officer_name,
      note: fact.note,
    }));
    return {
      request: {
        id: row.id as OpenCase['request']['id'],
        number:
          row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
        partyId: row.party_id as OpenCase['request']['partyId'],
        partyName: row.party_name,
        service: row.service,
        level: row.level as OpenCase['request']['level'],
        currentStep: row.current_step as StepNumber | null,
        openedAtMs: row.opened_at_ms,
        updatedAtMs: row.updated_at_ms,
        steps: spineOf(facts, wanted.length - missing.length, missing.length),
      },
      missing,
    };
  });
}
