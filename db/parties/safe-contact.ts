import { sql } from 'kysely';
import type { Safety } from '#shared/parties/contact-point.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/**
 * What must be minded with the mobile that a row shows (whose it is, when, «لا تُذكر الجمعية»), as a column of a query
 * over this table of parties: one step along an index for each row.
 */
export const mobileSafety = (party: 'party' | 'actor') =>
  sql<string | null>`(SELECT json_array(k.owner, k.hours, k.discreet) FROM contact_point k
    WHERE k.party_id = ${sql.ref(`${party}.id`)} AND k.value = ${sql.ref(`${party}.mobile`)}
      AND (k.discreet = 1 OR k.owner <> '' OR k.hours <> '') ORDER BY k.position LIMIT 1)`.as('safe');

/** The column read. */
export function safetyFrom(column: string | null): Safety | null {
  if (column === null) return null;
  const [owner, hours, discreet] = JSON.parse(column) as [string, string, number];
  return { owner, hours, discreet: discreet === 1 };
}

const ofNumber = statement<{ party: number; value: string }>()((param) =>
  queries
    .selectFrom('contact_point')
    .select(['owner', 'hours', 'discreet'])
    .where('party_id', '=', param('party'))
    .where('value', '=', param('value'))
    .orderBy('discreet', 'desc')
    .limit(1),
);

/** The same of any number of theirs. */
export function findSafety(reader: Reader, party: number, value: string): Safety | null {
  const row = reader.get(ofNumber, { party, value });
  if (row === undefined || (row.discreet === 0 && row.owner === '' && row.hours === '')) return null;
  return { owner: row.owner, hours: row.hours, discreet: row.discreet === 1 };
}

/** Two numbers in one row: whatever is to be minded with either. */
export const eitherSafety = (one: Safety | null, other: Safety | null): Safety | null =>
  one === null || other === null
    ? (one ?? other)
    : {
        owner: one.owner || other.owner,
        hours: one.hours || other.hours,
        discreet: one.discreet || other.discreet,
      };
