import type { WriteTransaction } from '../transaction.ts';
import { dropMergeRows, listMergeRows, listMergesSince, noteRow, type MergeRow } from './merge-record.ts';
import { retellPairs, takePairs } from './pairs.ts';
import { dropRows, listRows, pick, putRow, runSql, type Row } from './row-access.ts';

const PAIRS = 'duplicate_pair';

interface Merged {
  readonly id: number;
  readonly keptId: number;
  readonly mergedId: number;
}

/**
 * Suspected and dismissed pairs as they were before a merge. Merges that came after it and stand may have carried the same
 * pairs further: those are taken back, the last first, and done again without it.
 */
export function bringBackPairs(tx: WriteTransaction, merge: Merged, atMs: number): void {
  const later = carriedOn(tx, merge);
  for (const one of later.toReversed()) takeBack(tx, one);
  takeBack(tx, merge);
  for (const one of later) {
    dropMergeRows(tx, one.id, PAIRS);
    takePairs(tx, one.keptId, one.mergedId, (row) => noteRow(tx, one.id, row));
    retellPairs(tx, one.keptId, atMs);
  }
}

/** The later merges of whoever a merge's pairs name, directly or through another merge. */
function carriedOn(tx: WriteTransaction, merge: Merged): Merged[] {
  const named = new Set(namedBy(tx, merge));
  return listMergesSince(tx, merge.id).filter((one) => {
    const touches = named.has(one.keptId) || named.has(one.mergedId);
    if (touches) for (const id of namedBy(tx, one)) named.add(id);
    return touches;
  });
}

const namedBy = (tx: WriteTransaction, merge: Merged): number[] => [
  merge.keptId,
  merge.mergedId,
  ...pairRows(tx, merge.id).flatMap(({ key }) => [Number(key['low_id']), Number(key['high_id'])]),
];

const pairRows = (tx: WriteTransaction, id: number): MergeRow[] =>
  listMergeRows(tx, id).filter(({ table }) => table === PAIRS);

function takeBack(tx: WriteTransaction, { id, keptId }: Merged): void {
  runSql(tx, 'DELETE FROM duplicate_pair WHERE dismissed_at_ms IS NULL AND (low_id = ? OR high_id = ?)', [
    keptId,
    keptId,
  ]);
  const rows = pairRows(tx, id);
  for (const { change, after } of rows)
    if (change === 'added' && after !== null) dropRows(tx, PAIRS, pick(after, ['low_id', 'high_id']));
  for (const { change, before } of rows)
    if (change === 'removed' && before !== null && bothThere(tx, before)) putRow(tx, PAIRS, before);
}

/** One of them may have been taken out with the import that added it. */
const bothThere = (tx: WriteTransaction, pair: Row): boolean =>
  listRows(tx, 'SELECT id FROM party WHERE id IN (?, ?)', [pair['low_id'], pair['high_id']]).length === 2;
