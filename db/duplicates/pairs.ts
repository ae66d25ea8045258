import { SUSPECT_FROM, type SimilarityPart } from '#shared/duplicates/similarity.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { findSimilar } from './find-similar.ts';
import { listCompared } from './likeness-rows.ts';
import type { MergeRow } from './merge-record.ts';
import { dropRows, findRow, listRows, putRow } from './row-access.ts';

/** Suspected pairs: found at each write of a record and by the full scan; told again when either side changes. */

/** Of one record at most this many are kept: a name that hundreds bear tells nothing. */
const MOST_PAIRS = 12;

const put = statement<{ low: number; high: number; score: number; parts: string; at: number }>()((param) =>
  queries
    .insertInto('duplicate_pair')
    .values({
      low_id: param('low'),
      high_id: param('high'),
      score: param('score'),
      parts_json: param('parts'),
      found_at_ms: param('at'),
      dismissed_at_ms: null,
      dismissed_by: null,
      dismiss_reason: '',
    })
    .onConflict((conflict) =>
      conflict
        .columns(['low_id', 'high_id'])
        .doUpdateSet({ score: param('score'), parts_json: param('parts') })
        .where('duplicate_pair.dismissed_at_ms', 'is', null),
    ),
);
const openOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('duplicate_pair')
    .select(['low_id', 'high_id'])
    .where((eb) => eb.or([eb('low_id', '=', param('id')), eb('high_id', '=', param('id'))]))
    .where('dismissed_at_ms', 'is', null),
);
const drop = statement<{ low: number; high: number }>()((param) =>
  queries
    .deleteFrom('duplicate_pair')
    .where('low_id', '=', param('low'))
    .where('high_id', '=', param('high')),
);

/** A pair that was dismissed is left alone: two persons they were, two persons they stay. */
export function putPair(
  tx: WriteTransaction,
  one: number,
  other: number,
  similarity: { readonly score: number; readonly parts: readonly SimilarityPart[] },
  atMs: number,
): void {
  tx.run(put, {
    low: Math.min(one, other),
    high: Math.max(one, other),
    score: similarity.score,
    parts: JSON.stringify(similarity.parts),
    at: atMs,
  });
}

/**
 * Tells a record's suspected pairs anew, in the transaction that wrote the record: a bounded look by indexes. Pairs that
 * are none any more go, dismissed ones stay dismissed. Answers with how many stand.
 */
export function retellPairs(tx: WriteTransaction, id: number, atMs: number): number {
  const [self] = listCompared(tx, [id]);
  const found =
    self === undefined ? [] : findSimilar(tx, self, { limit: MOST_PAIRS, from: SUSPECT_FROM, except: id });
  const wanted = new Set(found.map(({ party }) => party.partyId as number));
  for (const { low_id, high_id } of tx.all(openOf, { id }))
    if (!wanted.has(low_id === id ? high_id : low_id)) tx.run(drop, { low: low_id, high: high_id });
  for (const one of found) putPair(tx, id, one.party.partyId, one, atMs);
  return found.length;
}

/**
 * All pairs of two records that become one are taken away; what was dismissed of either stays dismissed for the one
 * that stays. Open pairs are told anew afterwards.
 */
export function takePairs(
  tx: WriteTransaction,
  keptId: number,
  mergedId: number,
  note: (row: MergeRow) => void,
): void {
  const pairs = listRows(tx, 'SELECT * FROM duplicate_pair WHERE low_id IN (?, ?) OR high_id IN (?, ?)', [
    keptId,
    mergedId,
    keptId,
    mergedId,
  ]);
  for (const row of pairs) {
    const key = { low_id: row['low_id'] ?? null, high_id: row['high_id'] ?? null };
    dropRows(tx, 'duplicate_pair', key);
    note({ table: 'duplicate_pair', key, change: 'removed', column: '', before: row, after: null });
  }
  for (const row of pairs) {
    const [low, high] = [Number(row['low_id']), Number(row['high_id'])];
    const other = [low, high].find((id) => id !== keptId && id !== mergedId);
    if (row['dismissed_at_ms'] === null || other === undefined) continue;
    const key = { low_id: Math.min(other, keptId), high_id: Math.max(other, keptId) };
    if (findRow(tx, 'duplicate_pair', key) !== undefined) continue;
    const after = { ...row, ...key };
    putRow(tx, 'duplicate_pair', after);
    note({
      table: 'duplicate_pair',
      key: { ...key, new: 1 },
      change: 'added',
      column: '',
      before: null,
      after,
    });
  }
}
