import { type RawBuilder, sql } from 'kysely';
import {
  COUNTED_VIEWS,
  type CountedView,
  OPEN_PHASES,
  type OpenPhase,
  type RequestCursor,
  type RequestListFilter,
  type RequestView,
} from '#shared/requests/request-list.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { requestRows, type RequestRow, summariesOf } from './request-rows.ts';

/** Who looks, and the ISO day in Asia/Riyadh. */
export interface RequestLook {
  readonly staffId: number;
  readonly today: string;
}

interface View {
  /** States and null-ness are written out, not bound: an index of open requests is used for nothing else. */
  readonly where: (look: RequestLook) => RawBuilder<boolean>;
  readonly by: 'updated_at_ms' | 'not_before' | 'target_on' | 'return_on' | 'stopped_from';
  /** Urgent ones stand before all others: what is worked on. */
  readonly urgentFirst?: true;
}

const r = (column: string): RawBuilder<unknown> => sql.ref(`support_request.${column}`);
const open = sql<boolean>`${r('state')} = 'open'`;
const waiting = sql<boolean>`${open} AND ${r('phase')} = 'committee' AND ${r('stopped_from')} IS NULL`;

/** What comes first: what is urgent, then the latest change of what is worked on, the earliest day of what has one. */
const VIEWS: Readonly<Record<RequestView, View>> = {
  open: { where: () => open, by: 'updated_at_ms', urgentFirst: true },
  mine: {
    where: ({ staffId }) => sql`${open} AND ${r('assigned_to')} = ${staffId}`,
    by: 'updated_at_ms',
    urgentFirst: true,
  },
  urgent: { where: () => sql`${open} AND ${r('level')} = 'urgent'`, by: 'updated_at_ms' },
  stopped: { where: () => sql`${open} AND ${r('stopped_from')} IS NOT NULL`, by: 'stopped_from' },
  // An urgent one is exempt from the waiting time, and of a ceiling day 14 is the last one: both may be answered at once.
  replyDue: {
    where: ({ today }) =>
      sql`${waiting} AND (${r('not_before')} <= ${today} OR ${r('not_before')} IS NOT NULL AND (${r('level')} = 'urgent' OR ${r('reply_mode')} = 'ceiling'))`,
    by: 'not_before',
    urgentFirst: true,
  },
  replyAhead: {
    where: ({ today }) =>
      sql`${waiting} AND ${r('not_before')} > ${today} AND ${r('level')} <> 'urgent' AND ${r('reply_mode')} <> 'ceiling'`,
    by: 'not_before',
  },
  targetPassed: { where: ({ today }) => sql`${waiting} AND ${r('target_on')} < ${today}`, by: 'target_on' },
  // Refused ones too: until they know, they wait.
  untold: {
    where: () => sql`${r('state')} IN ('open', 'refused') AND ${r('id')} IN (
      SELECT told.request_id FROM decision AS told
      WHERE told.voided_at_ms IS NULL
        AND (told.kind <> 'moreInformation' OR ${r('stopped_from')} IS NOT NULL)
        AND told.id = (SELECT max(last.id) FROM decision AS last
          WHERE last.request_id = told.request_id AND last.voided_at_ms IS NULL)
        AND NOT EXISTS (SELECT 1 FROM decision_notice AS notice WHERE notice.decision_id = told.id
          AND notice.outcome = 'reached' AND notice.withdrawn_at_ms IS NULL))`,
    by: 'updated_at_ms',
  },
  // A day that somebody was given counts while they are awaited (`isAwaited`): what came before it is not missed on it.
  returning: {
    where: () => sql`${open} AND ${r('return_on')} IS NOT NULL AND (
      ${r('phase')} IN ('matching', 'referral', 'attestation', 'raising') OR ${r('stopped_from')} IS NOT NULL OR EXISTS (
        SELECT 1 FROM request_requirement AS wanted
        WHERE wanted.request_id = ${r('id')} AND wanted.state = 'needed'))`,
    by: 'return_on',
  },
  closed: { where: () => sql`${r('state')} = 'closed'`, by: 'updated_at_ms' },
  refused: { where: () => sql`${r('state')} = 'refused'`, by: 'updated_at_ms' },
  withdrawn: { where: () => sql`${r('state')} = 'withdrawn'`, by: 'updated_at_ms' },
};

/** Which requests a view shows, as a condition on `support_request`. */
export const requestsOfView = (
  { view, phase }: RequestListFilter,
  look: RequestLook,
): RawBuilder<boolean> => {
  const where = VIEWS[view].where(look);
  return phase === null ? where : sql`${where} AND ${r('phase')} = ${phase}`;
};

export interface RequestPage {
  readonly rows: RequestSummary[];
  /** Null: there are no more. */
  readonly next: RequestCursor | null;
}

/** One page after `after`: as fast at the end of a list as at its beginning. */
export function pageOfRequests(
  reader: Reader,
  filter: RequestListFilter,
  look: RequestLook,
  { after, limit }: { readonly after: RequestCursor | null; readonly limit: number },
): RequestPage {
  const { by, urgentFirst = false } = VIEWS[filter.view];
  const where = requestsOfView(filter, look);
  const wanted = limit + 1;
  const found: RequestRow[] = [];
  if (!urgentFirst) found.push(...rowsAfter(reader, by, where, after, wanted));
  else {
    // Two ranges, each along its index: an order by both would sort all of them for each page.
    if (after === null || after.urgent)
      found.push(...rowsAfter(reader, by, sql`${where} AND ${r('level')} = 'urgent'`, after, wanted));
    const rest = after?.urgent === true ? null : after;
    if (found.length < wanted)
      found.push(
        ...rowsAfter(reader, by, sql`${where} AND ${r('level')} <> 'urgent'`, rest, wanted - found.length),
      );
  }
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: summariesOf(reader, rows),
    next:
      found.length > limit && last !== undefined
        ? { key: keyOf(last, by), id: last.id, urgent: last.level === 'urgent' }
        : null,
  };
}

function rowsAfter(
  reader: Reader,
  by: View['by'],
  where: RawBuilder<boolean>,
  after: RequestCursor | null,
  limit: number,
): RequestRow[] {
  const latestFirst = by === 'updated_at_ms';
  const direction = latestFirst ? 'desc' : 'asc';
  const beyond = latestFirst ? sql`<` : sql`>`;
  return reader.list(
    requestRows()
      .where(where)
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(${r(by)}, ${r('id')}) ${beyond} (${after?.key ?? 0}, ${after?.id ?? 0})`),
      )
      .orderBy(`support_request.${by}`, direction)
      .orderBy('support_request.id', direction)
      .limit(limit),
  );
}

/** A page, and how many there are in all. */
export const listRequests = (
  reader: Reader,
  filter: RequestListFilter,
  look: RequestLook,
  page: { readonly after: RequestCursor | null; readonly limit: number },
): RequestPage & { readonly total: number } => ({
  total: countRequestsOfView(reader, filter, look),
  ...pageOfRequests(reader, filter, look, page),
});

const keyOf = (row: RequestRow, by: View['by']): string | number => row[by] ?? '';

export const countRequestsOfView = (reader: Reader, filter: RequestListFilter, look: RequestLook): number =>
  reader.first(
    queries
      .selectFrom('support_request')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where(requestsOfView(filter, look)),
  )?.n ?? 0;

export interface RequestCounts {
  readonly phases: Readonly<Record<OpenPhase, number>>;
  /** Of each view of open requests. */
  readonly views: Readonly<Record<CountedView, number>>;
}
const byPhase = statement()(() =>
  queries
    .selectFrom('support_request')
    .select(['phase', (eb) => eb.fn.countAll<number>().as('n')])
    .where('state', '=', sql.lit('open'))
    .groupBy('phase'),
);

/** How many of each there are: what stands on the filters of the list. */
export function countOpenRequests(reader: Reader, look: RequestLook): RequestCounts {
  const found = new Map(reader.all(byPhase, {}).map(({ phase, n }) => [phase, n]));
  const phases = Object.fromEntries(OPEN_PHASES.map((phase) => [phase, found.get(phase) ?? 0])) as Record<
    OpenPhase,
    number
  >;
  const of = (view: CountedView): number =>
    view === 'open'
      ? Object.values(phases).reduce((sum, n) => sum + n, 0)
      : countRequestsOfView(reader, { view, phase: null }, look);
  return {
    phases,
    views: Object.fromEntries(COUNTED_VIEWS.map((view) => [view, of(view)])) as Record<CountedView, number>,
  };
}
