import type { WriteTransaction } from '../transaction.ts';
import type { MergeRow } from './merge-record.ts';
import { findRow, listRows, setRow } from './row-access.ts';

/** Forms whose draft is kept under the person it is for; the draft of the edited record itself is not one of them. */
const KEYED = new Set(['contact', 'supportRequest']);

/** Half-written forms that name the record that goes: they name the one that stays. */
export function moveDrafts(
  tx: WriteTransaction,
  merged: number,
  kept: number,
  note: (row: MergeRow) => void,
): number {
  let moved = 0;
  for (const row of listRows(tx, 'SELECT * FROM draft', [])) {
    const id = Number(row['id']);
    const keyed = KEYED.has(String(row['kind'])) && row['key'] === `party:${merged}`;
    const json = renamed(String(row['data_json']), merged, kept);
    const taken =
      keyed &&
      findRow(tx, 'draft', {
        staff_id: row['staff_id'] ?? null,
        kind: row['kind'] ?? null,
        key: `party:${kept}`,
      }) !== undefined;
    // Both were being written to: the other draft stays under its old name, and the desk leads on from there.
    if (taken || (!keyed && json === row['data_json'])) continue;
    const key = keyed ? `party:${kept}` : String(row['key']);
    setRow(tx, 'draft', { id }, { key, data_json: json });
    note({
      table: 'draft',
      key: { id },
      change: 'changed',
      column: '',
      before: row,
      after: { ...row, key, data_json: json },
    });
    moved += 1;
  }
  return moved;
}

/** Every `partyId` in a draft's data; the text as it was when it names nobody. */
function renamed(json: string, from: number, to: number): string {
  let found = false;
  const value: unknown = JSON.parse(json, (name: string, inner: unknown) => {
    if (name !== 'partyId' || inner !== from) return inner;
    found = true;
    return to;
  });
  return found ? JSON.stringify(value) : json;
}
