import type { Band } from '#shared/duplicates/similarity.ts';
import { BAND_FROM, BANDS } from '#shared/duplicates/similarity.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { type StoredPair, withSides } from './pair-queries.ts';

/** Open pairs below a place of the list, in its order: by key, so that each slice costs the same. */
const below = statement<{
  from: number;
  to: number;
  score: number;
  low: number;
  high: number;
  limit: number;
}>()((param) =>
  queries
    .selectFrom('duplicate_pair as pair')
    .select(['pair.low_id', 'pair.high_id', 'pair.score', 'pair.parts_json', 'pair.found_at_ms'])
    .where('pair.dismissed_at_ms', 'is', null)
    .where('pair.score', '>=', param('from'))
    .where('pair.score', '<', param('to'))
    .where((eb) =>
      eb.or([
        eb('pair.score', '<', param('score')),
        eb.and([eb('pair.score', '=', param('score')), eb('pair.low_id', '<', param('low'))]),
        eb.and([
          eb('pair.score', '=', param('score')),
          eb('pair.low_id', '=', param('low')),
          eb('pair.high_id', '<', param('high')),
        ]),
      ]),
    )
    .orderBy('pair.score', 'desc')
    .orderBy('pair.low_id', 'desc')
    .orderBy('pair.high_id', 'desc')
    .limit(param('limit')),
);

export interface PairPlace {
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** The surest first; `next` null: that was the last slice. */
export function slicePairs(
  reader: Reader,
  band: Band | null,
  after: PairPlace | null,
  limit: number,
): { readonly pairs: StoredPair[]; readonly next: PairPlace | null } {
  const above = band === null ? undefined : BANDS[BANDS.indexOf(band) - 1];
  const rows = reader.all(below, {
    from: band === null ? 0 : BAND_FROM[band],
    to: above === undefined ? 101 : BAND_FROM[above],
    ...(after ?? { score: 101, low: 0, high: 0 }),
    limit,
  });
  const last = rows.at(-1);
  return {
    pairs: withSides(
      reader,
      rows.map((row) => ({ ...row, dismissed_at_ms: null, dismiss_reason: '', dismissed_name: null })),
    ),
    next:
      last === undefined || rows.length < limit
        ? null
        : { score: last.score, low: last.low_id, high: last.high_id },
  };
}
