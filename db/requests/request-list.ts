import type { RequestSummary, StepNumber } from '#shared/requests/request.ts';
import { queries } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { requestRows, summariesOf } from './request-rows.ts';

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
      .$if(openOnly, (query) => query.where('state', '=', 'open')),
  );
  const found = reader.list(
    requestRows()
      .$if(step !== null, (query) => query.where('current_step', '=', step))
      .$if(openOnly, (query) => query.where('support_request.state', '=', 'open'))
      .orderBy('support_request.updated_at_ms', 'desc')
      .orderBy('support_request.id', 'desc')
      .limit(limit)
      .offset(offset),
  );
  return { total: total?.n ?? 0, rows: summariesOf(reader, found) };
}
