import type { WriteTransaction } from '../transaction.ts';
import { rawStatement } from './raw-statement.ts';

const release = rawStatement<{ number: string; kind: string; kept: number }, never>(
  `UPDATE party SET id_kind = 'none', id_number = NULL, no_id_reason = 'merged'
   WHERE id_number = ? AND id_kind = ? AND merged_into IS NOT NULL AND id <> ?`,
  ['number', 'kind', 'kept'],
);

/**
 * A record takes up the identity of one that was merged into it: the number stands in one row alone, and undoing the
 * merge asks where it belongs. The caller has made sure that nobody else bears it.
 */
export function releaseIdentity(
  tx: WriteTransaction,
  kept: number,
  { idKind: kind, idNumber: number }: { readonly idKind: string; readonly idNumber: string },
): void {
  if (number !== '') tx.run(release, { number, kind, kept });
}
