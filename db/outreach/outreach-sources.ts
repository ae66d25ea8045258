import { addDays } from '#shared/calendar/iso-day.ts';
import { MOST_COUNTED, type OutreachReason } from '#shared/outreach/outreach.ts';
import { rawStatement } from '../duplicates/raw-statement.ts';
import type { Statement } from '../statement.ts';

/** The days that the list hangs on, ISO. */
export interface OutreachDays {
  readonly today: string;
  /** The last day of what is called "about to end". */
  readonly soon: string;
  /** Agreements that ended earlier are history. */
  readonly agreementsFrom: string;
  /** A last contact before this instant is too long ago. */
  readonly silentBeforeMs: number;
}

/** A place in a reason's own order: an ISO day, or an instant of the last contact. */
export type Place = string | number;
type Range = { readonly from: Place; readonly to: Place };

export interface SourceRow {
  readonly party_id: number;
  readonly at: Place;
}
type PageParams = {
  readonly from: Place;
  readonly to: Place;
  readonly after: Place;
  readonly afterId: number;
  readonly limit: number;
};
type CountParams = { readonly from: Place; readonly to: Place; readonly today: string };

interface Source {
  readonly page: Statement<PageParams, SourceRow>;
  /** Persons who are not put off, up to `MOST_COUNTED`. */
  readonly count: Statement<CountParams, { readonly total: number }>;
  /** Both ends in. */
  readonly range: (days: OutreachDays) => Range;
  readonly numeric: boolean;
}

/**
 * Each reason is read from an index in the order of its day and stops at the page: what it costs does not hang on how many
 * people there are. A row value goes on exactly behind the last row, also where a million share one instant.
 */
const source = (
  table: string,
  at: string,
  condition: string,
  range: (days: OutreachDays) => Range,
  numeric = false,
): Source => ({
  page: rawStatement<PageParams, SourceRow>(
    `SELECT row.party_id, row.${at} AS at FROM ${table} row
     WHERE ${condition} AND row.${at} >= ? AND row.${at} <= ? AND (row.${at}, row.party_id) > (?, ?)
     ORDER BY row.${at}, row.party_id LIMIT ?`,
    ['from', 'to', 'after', 'afterId', 'limit'],
  ),
  count: rawStatement<CountParams, { total: number }>(
    `SELECT count(*) AS total FROM (
       SELECT DISTINCT row.party_id FROM ${table} row
       WHERE ${condition} AND row.${at} >= ? AND row.${at} <= ?
         AND NOT EXISTS (SELECT 1 FROM outreach_snooze s WHERE s.party_id = row.party_id AND s.until_on > ?)
       LIMIT ${MOST_COUNTED}
     )`,
    ['from', 'to', 'today'],
  ),
  range,
  numeric,
});

/** Before every day that is stored. */
const EVER = '0000';
export const SOURCES: Readonly<Record<OutreachReason, Source>> = {
  followUp: source(
    'contact',
    'next_action_on',
    "row.closed_at_ms IS NULL AND row.next_action_on IS NOT NULL AND row.outcome <> 'withdrawn'",
    ({ today }) => ({ from: EVER, to: today }),
  ),
  documentExpired: source(
    'party_document',
    'expires_on',
    'row.expires_on IS NOT NULL AND row.current = 1',
    ({ today }) => ({ from: EVER, to: addDays(today, -1) }),
  ),
  deedExpiring: source(
    'representative',
    'expires_on',
    'row.expires_on IS NOT NULL AND row.ended_on IS NULL AND row.withdrawn_at_ms IS NULL',
    ({ soon }) => ({ from: EVER, to: soon }),
  ),
  copyToDestroy: source(
    'party_document',
    'destroy_by',
    'row.destroy_by IS NOT NULL AND row.copy_destroyed_at_ms IS NULL',
    ({ today }) => ({ from: EVER, to: today }),
  ),
  documentExpiring: source(
    'party_document',
    'expires_on',
    'row.expires_on IS NOT NULL AND row.current = 1',
    ({ today, soon }) => ({ from: today, to: soon }),
  ),
  agreementEnding: source(
    'agreement',
    'ends_on',
    'row.ends_on IS NOT NULL AND row.ended_on IS NULL AND row.removed_at_ms IS NULL',
    ({ agreementsFrom, soon }) => ({ from: agreementsFrom, to: soon }),
  ),
  documentMissing: source(
    'party_reach',
    'reached_at_ms',
    'row.missing > 0',
    () => ({ from: 0, to: Number.MAX_SAFE_INTEGER }),
    true,
  ),
  silent: source(
    'party_reach',
    'reached_at_ms',
    'TRUE',
    ({ silentBeforeMs }) => ({ from: 0, to: silentBeforeMs - 1 }),
    true,
  ),
};

/** Who is put off, soonest back first. */
export const SNOOZED = rawStatement<
  { readonly today: string; readonly after: string; readonly afterId: number; readonly limit: number },
  SourceRow
>(
  `SELECT row.party_id, row.until_on AS at FROM outreach_snooze row
   WHERE row.until_on > ? AND (row.until_on, row.party_id) > (?, ?)
   ORDER BY row.until_on, row.party_id LIMIT ?`,
  ['today', 'after', 'afterId', 'limit'],
);
export const COUNT_SNOOZED = rawStatement<{ readonly today: string }, { total: number }>(
  `SELECT count(*) AS total FROM (
     SELECT DISTINCT party_id FROM outreach_snooze WHERE until_on > ? LIMIT ${MOST_COUNTED}
   )`,
  ['today'],
);
