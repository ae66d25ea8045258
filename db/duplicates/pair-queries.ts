import type { SimilarityPart } from '#shared/duplicates/similarity.ts';
import { BAND_FROM, BANDS, type Band } from '#shared/duplicates/similarity.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import { listCompared, type ComparedParty } from './likeness-rows.ts';

export interface StoredPair {
  readonly low: ComparedParty;
  readonly high: ComparedParty;
  readonly score: number;
  readonly parts: readonly SimilarityPart[];
  readonly foundAtMs: number;
  readonly dismissed: { readonly atMs: number; readonly byName: string; readonly reason: string } | null;
}

const pairs = () =>
  queries
    .selectFrom('duplicate_pair as pair')
    .leftJoin('staff', 'staff.id', 'pair.dismissed_by')
    .select([
      'pair.low_id',
      'pair.high_id',
      'pair.score',
      'pair.parts_json',
      'pair.found_at_ms',
      'pair.dismissed_at_ms',
      'pair.dismiss_reason',
      'staff.name as dismissed_name',
    ]);

const open = statement<{ from: number; below: number; limit: number; offset: number }>()((param) =>
  pairs()
    .where('pair.dismissed_at_ms', 'is', null)
    .where('pair.score', '>=', param('from'))
    .where('pair.score', '<', param('below'))
    .orderBy('pair.score', 'desc')
    .orderBy('pair.low_id', 'desc')
    .limit(param('limit'))
    .offset(param('offset')),
);
const dismissed = statement<{ limit: number; offset: number }>()((param) =>
  pairs()
    .where('pair.dismissed_at_ms', 'is not', null)
    .orderBy('pair.dismissed_at_ms', 'desc')
    .limit(param('limit'))
    .offset(param('offset')),
);
const one = statement<{ low: number; high: number }>()((param) =>
  pairs().where('pair.low_id', '=', param('low')).where('pair.high_id', '=', param('high')),
);
const openScores = statement()(() =>
  queries
    .selectFrom('duplicate_pair')
    .select((eb) => ['score', eb.fn.countAll<number>().as('n')])
    .where('dismissed_at_ms', 'is', null)
    .groupBy('score'),
);
const dismissedCount = statement()(() =>
  queries
    .selectFrom('duplicate_pair')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('dismissed_at_ms', 'is not', null),
);
const setDismissed = statement<{
  low: number;
  high: number;
  at: number | null;
  by: number | null;
  reason: string;
}>()((param) =>
  queries
    .updateTable('duplicate_pair')
    .set({ dismissed_at_ms: param('at'), dismissed_by: param('by'), dismiss_reason: param('reason') })
    .where('low_id', '=', param('low'))
    .where('high_id', '=', param('high')),
);

interface PairRow {
  low_id: number;
  high_id: number;
  score: number;
  parts_json: string;
  found_at_ms: number;
  dismissed_at_ms: number | null;
  dismiss_reason: string;
  dismissed_name: string | null;
}

/** Both sides of each pair in three statements, however many there are. A pair of which one was merged is none. */
export function withSides(reader: Reader, rows: readonly PairRow[]): StoredPair[] {
  const ids = [...new Set(rows.flatMap((row) => [row.low_id, row.high_id]))];
  const sides = new Map(listCompared(reader, ids).map((party) => [party.partyId as number, party]));
  return rows.flatMap((row) => {
    const [low, high] = [sides.get(row.low_id), sides.get(row.high_id)];
    if (low === undefined || high === undefined) return [];
    return [
      {
        low,
        high,
        score: row.score,
        parts: JSON.parse(row.parts_json) as SimilarityPart[],
        foundAtMs: row.found_at_ms,
        dismissed:
          row.dismissed_at_ms === null
            ? null
            : { atMs: row.dismissed_at_ms, byName: row.dismissed_name ?? '', reason: row.dismiss_reason },
      },
    ];
  });
}

/** The surest first. `band` null: of every band. */
export function listOpenPairs(
  reader: Reader,
  { band, limit, offset }: { readonly band: Band | null; readonly limit: number; readonly offset: number },
): StoredPair[] {
  const at = band === null ? -1 : BANDS.indexOf(band);
  const above = BANDS[at - 1];
  return withSides(
    reader,
    reader.all(open, {
      from: band === null ? 0 : BAND_FROM[band],
      below: above === undefined ? 101 : BAND_FROM[above],
      limit,
      offset,
    }),
  );
}

/** The last dismissed first. */
export const listDismissedPairs = (reader: Reader, limit: number, offset: number): StoredPair[] =>
  withSides(reader, reader.all(dismissed, { limit, offset }));

/** How many open pairs each band holds, and how many were dismissed. */
export function countPairs(reader: Reader): Record<Band, number> & { dismissed: number } {
  const counts = { strong: 0, likely: 0, possible: 0, dismissed: reader.get(dismissedCount, {})?.n ?? 0 };
  for (const { score, n } of reader.all(openScores, {}))
    counts[BANDS.find((band) => score >= BAND_FROM[band]) ?? 'possible'] += n;
  return counts;
}

export const findPair = (reader: Reader, low: number, high: number): StoredPair | undefined =>
  withSides(
    reader,
    [reader.get(one, { low, high })].filter((row) => row !== undefined),
  )[0];

/** «شخصان مختلفان», or taken back with `by` null. False: there is no such pair. */
export const dismissPair = (
  tx: WriteTransaction,
  low: number,
  high: number,
  said: { readonly by: number; readonly reason: string; readonly atMs: number } | null,
): boolean =>
  tx.run(setDismissed, {
    low,
    high,
    at: said?.atMs ?? null,
    by: said?.by ?? null,
    reason: said?.reason ?? '',
  }).changes === 1;
