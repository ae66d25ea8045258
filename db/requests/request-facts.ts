import { sql } from 'kysely';
import type { RequestId } from '#shared/ids.ts';
import type { DecisionKind, RequestFacts, RequestState } from '#shared/requests/request-machine.ts';
import type { RequestLevel } from '#shared/requests/request.ts';
import { findStandingAttestation } from '../attestation/attestation-queries.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { countOpenData } from './attested-fields.ts';
import { countRequirements, listStepFacts } from './request-rows.ts';

const facts = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('support_request as r')
    .select(['r.state', 'r.level'])
    .select((eb) => [
      eb
        .selectFrom('request_stop')
        .select((stop) => stop.fn.countAll<number>().as('n'))
        .whereRef('request_stop.request_id', '=', 'r.id')
        .where('until_day', 'is', null)
        .as('stops'),
      eb
        .selectFrom('referral')
        .select((referral) => referral.fn.countAll<number>().as('n'))
        .whereRef('referral.request_id', '=', 'r.id')
        .where('returned_at_ms', 'is', null)
        .where('cancelled_at_ms', 'is', null)
        .as('referrals'),
      eb
        .selectFrom('referral')
        .select((referral) => referral.fn.countAll<number>().as('n'))
        .whereRef('referral.request_id', '=', 'r.id')
        .where('returned_at_ms', 'is not', null)
        .as('referrals_back'),
      eb
        .selectFrom('appeal')
        .select((appeal) => appeal.fn.countAll<number>().as('n'))
        .whereRef('appeal.request_id', '=', 'r.id')
        .where('outcome', 'is', null)
        .as('appeals'),
      eb
        .selectFrom('appeal')
        .select(sql<number | null>`CASE WHEN outcome IN ('upheld', 'withdrawn') THEN decision_id END`.as('d'))
        .whereRef('appeal.request_id', '=', 'r.id')
        .orderBy('appeal.id', 'desc')
        .limit(1)
        .as('answered'),
      eb
        .selectFrom('delivery')
        .select(sql<number>`count(*) FILTER (WHERE state = 'planned')`.as('n'))
        .whereRef('delivery.request_id', '=', 'r.id')
        .as('planned'),
      eb
        .selectFrom('delivery')
        .select(sql<number>`count(*) FILTER (WHERE state = 'delivered')`.as('n'))
        .whereRef('delivery.request_id', '=', 'r.id')
        .as('delivered'),
    ])
    .where('r.id', '=', param('id')),
);
const lastDecision = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('decision')
    .selectAll('decision')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('decision_notice')
            .select('decision_notice.id')
            .whereRef('decision_notice.decision_id', '=', 'decision.id')
            .where('outcome', '=', 'reached')
            .where('withdrawn_at_ms', 'is', null),
        )
        .as('notified'),
    )
    .where('request_id', '=', param('id'))
    .where('voided_at_ms', 'is', null)
    .orderBy('decision.id', 'desc')
    .limit(1),
);

/** The last decision that was not voided, and whether it reached anybody; undefined: none. */
export function findLastDecision(reader: Reader, id: number) {
  const row = reader.get(lastDecision, { id });
  return row && { ...row, notified: Number(row.notified) === 1 };
}

/** What the rules of the seven steps ask about a request; undefined of one that is not there. */
export function findRequestFacts(reader: Reader, id: number): RequestFacts | undefined {
  const row = reader.get(facts, { id });
  if (row === undefined) return undefined;
  const decision = findLastDecision(reader, id);
  return {
    state: row.state as RequestState,
    level: row.level as RequestLevel,
    steps: listStepFacts(reader, id),
    dataOpen: countOpenData(reader, id as RequestId),
    requirementsMissing: countRequirements(reader, id).missing,
    referralsOpen: row.referrals ?? 0,
    referralsBack: row.referrals_back ?? 0,
    attestation: findStandingAttestation(reader, id as RequestId)?.state ?? 'none',
    stopped: (row.stops ?? 0) > 0,
    decision:
      decision === undefined ? null : { kind: decision.kind as DecisionKind, notified: decision.notified },
    appealOpen: (row.appeals ?? 0) > 0,
    appealAnswered: decision !== undefined && row.answered === decision.id,
    deliveriesPlanned: row.planned ?? 0,
    deliveriesDone: row.delivered ?? 0,
  };
}
