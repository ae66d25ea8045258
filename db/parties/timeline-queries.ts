import {
  TIMELINE_SOURCES,
  type TimelineCursor,
  type TimelineFilter,
  type TimelineItem,
  type TimelineSource,
  timelineItemSchema,
} from '#shared/parties/profile.ts';
import type { Statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { type Source, SOURCES } from './timeline-sources.ts';

interface Row {
  at_ms: number;
  id: number;
  officer: string | null;
  voided: number;
  why: string;
  data: string;
}
type Params = Readonly<Record<'family', string> & Record<'now' | 'at' | 'id' | 'limit', number>>;

const statementOf = ({
  at,
  id,
  officer,
  voided,
  why,
  data,
  from,
  where,
}: Source): Statement<Params, Row> => ({
  sql: `SELECT ${at} AS at_ms, ${id} AS id, ${officer} AS officer, ${voided} AS voided, ${why} AS why,
      json_object(${data}) AS data
    FROM ${from}
    WHERE ${where} AND ${at} <= ? AND (${at} < ? OR (${at} = ? AND ${id} < ?))
    ORDER BY 1 DESC, 2 DESC LIMIT ?`,
  values: ({ family, now, at: atMs, id: rowId, limit }) => [family, now, atMs, atMs, rowId, limit],
});
const STATEMENTS = TIMELINE_SOURCES.map((source, rank) => ({
  source,
  rank,
  filter: SOURCES[source].filter,
  rows: statementOf(SOURCES[source]),
}));

const LAST = Number.MAX_SAFE_INTEGER;

/** Newest first, from after `after` on, but for the sources `without`. Of one instant the order is that of the sources, then the later row first. */
export function listTimeline(
  reader: Reader,
  page: {
    /** `familyOf` */
    readonly family: readonly number[];
    readonly filter: TimelineFilter;
    readonly after: TimelineCursor | null;
    readonly limit: number;
    readonly nowMs: number;
  },
  without: readonly TimelineSource[] = [],
): TimelineItem[] {
  const { after, filter, limit } = page;
  const family = JSON.stringify(page.family);
  const seen = after === null ? -1 : TIMELINE_SOURCES.indexOf(after.source);
  const at = after?.atMs ?? LAST;
  const found = STATEMENTS.filter(
    (one) => (filter === 'all' || one.filter === filter) && !without.includes(one.source),
  ).flatMap(({ source, rank, rows }) => {
    // Of the cursor's own instant: sources before its own were shown whole, its own up to its row, later ones not yet.
    const id = after === null || rank > seen ? LAST : rank === seen ? after.id : 0;
    return reader.all(rows, { family, now: page.nowMs, at, id, limit }).map((row) => ({ source, rank, row }));
  });
  return found
    .toSorted(
      (one, other) => other.row.at_ms - one.row.at_ms || one.rank - other.rank || other.row.id - one.row.id,
    )
    .slice(0, limit)
    .map(({ source, row }) =>
      timelineItemSchema.parse({
        ...(JSON.parse(row.data) as object),
        source,
        id: row.id,
        atMs: row.at_ms,
        officerName: row.officer,
        voided: row.voided === 1,
        why: row.why,
      }),
    );
}
