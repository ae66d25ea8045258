import { idsIn } from '../parties/family-param.ts';
import type { CommitteeCase } from '#shared/committee/committee-contract.ts';
import type { Researcher } from '#shared/committee/session-rules.ts';
import type { RequestId, StaffId } from '#shared/ids.ts';
import type { DecisionKind, RequestPhase } from '#shared/requests/request-machine.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const facts = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('support_request as r')
    .innerJoin('party', 'party.id', 'r.party_id')
    .select(['r.need', 'r.level_reason', 'r.phase', 'party.village', 'party.file_year', 'party.file_number'])
    .where('r.id', '=', param('id')),
);

/** What a request itself says beside its line. */
export const findCaseText = (reader: Reader, id: RequestId) => {
  const row = reader.get(facts, { id });
  if (row === undefined) return undefined;
  const { file_year: year, file_number: number } = row;
  return {
    need: row.need,
    levelReason: row.level_reason,
    phase: row.phase as RequestPhase,
    village: row.village,
    fileNumber: year === null || number === null ? null : yearNumber(year, number),
  };
};

const earlier = statement<{ family: string; id: number; limit: number }>()((param) =>
  queries
    .selectFrom('support_request as r')
    .leftJoin('decision as d', (join) =>
      join.on((eb) =>
        eb(
          'd.id',
          '=',
          eb
            .selectFrom('decision as last')
            .select((row) => row.fn.max('last.id').as('id'))
            .whereRef('last.request_id', '=', 'r.id')
            .where('last.voided_at_ms', 'is', null),
        ),
      ),
    )
    .select([
      'r.id',
      'r.number_year',
      'r.number',
      'r.service',
      'r.opened_at_ms',
      'r.phase',
      'd.kind as decision',
      'd.decided_on',
    ])
    .where('r.party_id', 'in', idsIn(param('family')))
    .where('r.id', '<>', param('id'))
    .orderBy('r.opened_at_ms', 'desc')
    .limit(param('limit')),
);

/** Other requests of the same person, newest first, each with its last decision. */
export const listOtherRequests = (
  reader: Reader,
  family: readonly number[],
  id: RequestId,
  limit: number,
): CommitteeCase['earlier'] =>
  reader.all(earlier, { family: JSON.stringify(family), id, limit }).map((row) => ({
    requestId: row.id as RequestId,
    number: row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
    service: row.service,
    openedAtMs: row.opened_at_ms,
    phase: row.phase as RequestPhase,
    decision: row.decision as DecisionKind | null,
    decidedOn: row.decided_on,
  }));

const researches = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('social_research as s')
    .leftJoin('staff as researcher', 'researcher.id', 's.researcher_id')
    .leftJoin('staff as finisher', 'finisher.id', 's.finished_by')
    .select([
      's.id',
      's.researcher_id',
      's.finished_by',
      's.findings',
      's.recommendation',
      's.recommendation_reason',
      's.finished_at_ms',
      'researcher.name as researcher_name',
      'finisher.name as finisher_name',
    ])
    .where('s.request_id', '=', param('id'))
    .where('s.cancelled_at_ms', 'is', null)
    .orderBy('s.id', 'desc'),
);
const visits = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('field_visit')
    .select(['visited_on', 'place', 'findings'])
    .where('research_id', '=', param('id'))
    .where('state', '=', 'done')
    .orderBy('visited_on')
    .orderBy('id'),
);

/** The social research of a request: the last finished one, whether one is under way, and who made any of it. */
export function readResearch(
  reader: Reader,
  id: RequestId,
): Pick<CommitteeCase, 'research' | 'researchOpen'> & { readonly researchers: readonly Researcher[] } {
  const rows = reader.all(researches, { id });
  const last = rows.find((row) => row.finished_at_ms !== null);
  const open = rows.some((row) => row.finished_at_ms === null);
  // Entered on somebody's behalf: the researcher made it, not who typed it.
  const makers = rows.flatMap((row) =>
    row.finished_at_ms === null
      ? []
      : [
          {
            id: (row.researcher_id ?? row.finished_by) as StaffId | null,
            name: row.researcher_name ?? row.finisher_name ?? '',
          },
        ],
  );
  const researchers = makers.flatMap(({ id: by, name }) => (by === null ? [] : [{ id: by, name }]));
  if (last === undefined || last.finished_at_ms === null || last.recommendation === null)
    return { research: null, researchOpen: open, researchers };
  return {
    research: {
      researcherId: (last.researcher_id ?? last.finished_by) as StaffId | null,
      researcherName: last.researcher_name ?? last.finisher_name ?? '',
      findings: last.findings,
      recommendation: last.recommendation as NonNullable<CommitteeCase['research']>['recommendation'],
      reason: last.recommendation_reason,
      finishedAtMs: last.finished_at_ms,
      visits: reader.all(visits, { id: last.id }).map((row) => ({
        visitedOn: row.visited_on ?? '',
        place: row.place,
        findings: row.findings,
      })),
    },
    researchOpen: open,
    researchers,
  };
}
