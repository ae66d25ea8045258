import type { Side } from '#shared/duplicates/merge-choices.ts';
import type { WriteTransaction } from '../transaction.ts';
import type { MergeRow } from './merge-record.ts';
import { listRows, setRow, type Row } from './row-access.ts';

interface Settling {
  readonly keptId: number;
  readonly mergedId: number;
  readonly household: Side;
  readonly by: number;
  readonly atMs: number;
  readonly today: string;
}

/**
 * What a party has once at most, where both have it: the household they live in and a category they stand in. Settled
 * before anything moves, each row noted as it was.
 */
export function settleUniqueRows(
  tx: WriteTransaction,
  settling: Settling,
  note: (row: MergeRow) => void,
): void {
  const change = (table: string, row: Row, values: Row): void => {
    setRow(tx, table, { id: row['id'] ?? null }, values);
    note({
      table,
      key: { id: row['id'] ?? null },
      change: 'changed',
      column: '',
      before: row,
      after: { ...row, ...values },
    });
  };
  settleHousehold(tx, settling, change);
  settleCategories(tx, settling, change);
}

type Change = (table: string, row: Row, values: Row) => void;

function settleHousehold(tx: WriteTransaction, settling: Settling, change: Change): void {
  const { keptId, mergedId, household, by, atMs, today } = settling;
  const [ours, theirs] = [livesIn(tx, keptId), livesIn(tx, mergedId)];
  if (ours === undefined || theirs === undefined) return;
  // Entered twice in one household: one of the two was a mistake.
  if (ours['household_id'] === theirs['household_id']) {
    change('household_member', theirs, { party_id: keptId, withdrawn_at_ms: atMs, withdrawn_by: by });
    return;
  }
  const left = { left_on: today, left_reason: 'other' };
  if (household === 'kept') change('household_member', theirs, { party_id: keptId, ...left });
  else {
    change('household_member', ours, left);
    change('household_member', theirs, { party_id: keptId });
  }
}

const livesIn = (tx: WriteTransaction, partyId: number): Row | undefined =>
  listRows(
    tx,
    'SELECT * FROM household_member WHERE party_id = ? AND left_on IS NULL AND withdrawn_at_ms IS NULL',
    [partyId],
  )[0];

/** Given twice: the one of the record that goes is taken back, and stays on record. */
function settleCategories(tx: WriteTransaction, settling: Settling, change: Change): void {
  const { keptId, mergedId, by, atMs } = settling;
  const twice = listRows(
    tx,
    `SELECT * FROM party_category WHERE party_id = ? AND until_on IS NULL AND withdrawn_at_ms IS NULL
       AND category_id IN (SELECT category_id FROM party_category
         WHERE party_id = ? AND until_on IS NULL AND withdrawn_at_ms IS NULL)`,
    [mergedId, keptId],
  );
  for (const row of twice)
    change('party_category', row, {
      party_id: keptId,
      withdrawn_at_ms: atMs,
      withdrawn_by: by,
      withdraw_reason: 'merged',
    });
}
