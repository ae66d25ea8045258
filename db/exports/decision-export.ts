import { queries } from '../statement.ts';
import type { Reader } from '../transaction.ts';

export const countDecisions = (reader: Reader): number =>
  reader.first(queries.selectFrom('decision').select((eb) => eb.fn.countAll<number>().as('n')))?.n ?? 0;

export type DecisionExportRow = ReturnType<typeof sliceDecisions>[number];

/** Every decision of the committee as it was written, the voided among them; the latest first. */
export const sliceDecisions = (reader: Reader, after: number | null, limit: number) =>
  reader.list(
    queries
      .selectFrom('decision')
      .innerJoin('support_request', 'support_request.id', 'decision.request_id')
      .innerJoin('party', 'party.id', 'support_request.party_id')
      .leftJoin('committee_session as session', 'session.id', 'decision.session_id')
      .select([
        'decision.id',
        'decision.kind',
        'decision.clause',
        'decision.reason',
        'decision.would_change',
        'decision.decided_on',
        'decision.early_reason',
        'decision.void_reason',
        'decision.voided_at_ms',
        'session.hijri_year as session_year',
        'session.number as session_number',
        'support_request.number_year',
        'support_request.number',
        'support_request.service',
        'party.name as party_name',
        'party.file_year',
        'party.file_number',
      ])
      .$if(after !== null, (query) => query.where('decision.id', '<', after ?? 0))
      .orderBy('decision.id', 'desc')
      .limit(limit),
  );
