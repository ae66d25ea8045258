import { type RawBuilder, sql } from 'kysely';

/**
 * The rows of a person and of those who were merged into them, in one compiled statement whatever their number:
 * `.where('contact.party_id', 'in', idsIn(param('family')))`, called with `{ family: JSON.stringify(ids) }`.
 */
export const idsIn = (json: string): RawBuilder<number> =>
  sql<number>`(SELECT value FROM json_each(${json}))`;
