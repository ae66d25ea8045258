import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

type By = { readonly by: number; readonly at: number };

const closeDay = statement<By & { day: string; document: number }>()((param) =>
  queries
    .insertInto('delivery_day')
    .values({
      day: param('day'),
      document_id: param('document'),
      closed_at_ms: param('at'),
      closed_by: param('by'),
    })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((row) => ({
        document_id: row.ref('excluded.document_id'),
        closed_at_ms: row.ref('excluded.closed_at_ms'),
        closed_by: row.ref('excluded.closed_by'),
      })),
    ),
);

export const setDayClosed = (
  tx: WriteTransaction,
  day: string,
  document: number,
  by: number,
  atMs: number,
): void => {
  tx.run(closeDay, { day, document, by, at: atMs });
};
