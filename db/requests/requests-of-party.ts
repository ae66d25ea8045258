import type { OpenCase } from '#shared/parties/profile.ts';
import { idsIn } from '../parties/family-param.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { requestRows, summariesOf } from './request-rows.ts';

const ofParty = statement<{ family: string; limit: number }>()((param) =>
  requestRows()
    .where('support_request.party_id', 'in', idsIn(param('family')))
    .orderBy('support_request.opened_at_ms', 'desc')
    .orderBy('support_request.id', 'desc')
    .limit(param('limit')),
);
const missingOf = statement<{ requests: string }>()((param) =>
  queries
    .selectFrom('request_requirement')
    .select(['request_id', 'name'])
    .where('request_id', 'in', idsIn(param('requests')))
    .where('state', '=', 'needed')
    .orderBy('request_id')
    .orderBy('position'),
);

/**
 * The requests of a person and of those who were merged into them, latest first, each with what it still needs: a few
 * statements, however many there are.
 */
export function listRequestsOfParty(reader: Reader, family: readonly number[], limit: number): OpenCase[] {
  const rows = reader.all(ofParty, { family: JSON.stringify(family), limit });
  const missing = Map.groupBy(
    reader.all(missingOf, { requests: JSON.stringify(rows.map(({ id }) => id)) }),
    (row) => row.request_id,
  );
  return summariesOf(reader, rows).map((request): OpenCase => ({
    request,
    missing: (missing.get(request.id) ?? []).map(({ name }) => name),
  }));
}
