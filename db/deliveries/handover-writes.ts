import type { HandoverId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

type By = { readonly by: number; readonly at: number };

const move = statement<{ id: number; dueOn: string; place: string }>()((param) =>
  queries
    .updateTable('delivery')
    .set({ due_on: param('dueOn'), place: param('place') })
    .where('id', '=', param('id')),
);

const depart = statement<{ id: number; at: number | null }>()((param) =>
  queries
    .updateTable('delivery')
    .set({ departed_at_ms: param('at') })
    .where('id', '=', param('id')),
);

const done = statement<
  By & {
    id: number;
    kind: string;
    name: string;
    representation: number | null;
    iban: string;
    reference: string;
    note: string;
    receipt: number | null;
  }
>()((param) =>
  queries
    .updateTable('delivery')
    .set({
      state: 'delivered',
      receiver_kind: param('kind'),
      receiver_name: param('name'),
      representation_id: param('representation'),
      iban: param('iban'),
      transfer_reference: param('reference'),
      note: param('note'),
      done_at_ms: param('at'),
      done_by: param('by'),
      receipt_document_id: param('receipt'),
    })
    .where('id', '=', param('id')),
);

const undone = statement<{ id: number }>()((param) =>
  queries
    .updateTable('delivery')
    .set({
      state: 'planned',
      receiver_kind: null,
      receiver_name: '',
      representation_id: null,
      iban: '',
      transfer_reference: '',
      note: '',
      done_at_ms: null,
      done_by: null,
    })
    .where('id', '=', param('id')),
);

const receipt = statement<{ id: number; document: number }>()((param) =>
  queries
    .updateTable('delivery')
    .set({ receipt_document_id: param('document') })
    .where('id', '=', param('id')),
);

const fail = statement<{ id: number; state: string; reason: string }>()((param) =>
  queries
    .updateTable('delivery')
    .set({ state: param('state'), fail_reason: param('reason') })
    .where('id', '=', param('id')),
);

const voided = statement<By & { id: number; reason: string }>()((param) =>
  queries
    .updateTable('delivery')
    .set({
      state: 'voided',
      voided_at_ms: param('at'),
      voided_by: param('by'),
      void_reason: param('reason'),
    })
    .where('id', '=', param('id')),
);

export const moveHandover = (tx: WriteTransaction, id: HandoverId, dueOn: string, place: string): void => {
  tx.run(move, { id, dueOn, place });
};

export const setDeparted = (tx: WriteTransaction, id: HandoverId, atMs: number | null): void => {
  tx.run(depart, { id, at: atMs });
};

export interface DoneFields {
  readonly kind: string;
  readonly name: string;
  readonly representation: number | null;
  /** Whole; empty: no transfer. */
  readonly iban: string;
  readonly reference: string;
  readonly note: string;
  readonly receipt: number | null;
}

export const setDelivered = (
  tx: WriteTransaction,
  id: HandoverId,
  fields: DoneFields,
  by: number,
  atMs: number,
): void => {
  tx.run(done, { id, ...fields, by, at: atMs });
};

export const setUndelivered = (tx: WriteTransaction, id: HandoverId): void => {
  tx.run(undone, { id });
};

export const setReceipt = (tx: WriteTransaction, id: HandoverId, document: number): void => {
  tx.run(receipt, { id, document });
};

/** Null: it is to come again. */
export const setFailed = (tx: WriteTransaction, id: HandoverId, reason: string | null): void => {
  tx.run(fail, { id, state: reason === null ? 'planned' : 'failed', reason: reason ?? '' });
};

export const setVoided = (
  tx: WriteTransaction,
  id: HandoverId,
  reason: string,
  by: number,
  atMs: number,
): void => {
  tx.run(voided, { id, reason, by, at: atMs });
};
