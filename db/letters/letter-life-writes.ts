import type { FileRef } from '#shared/files/stored-file.ts';
import type { DeliveryId, LetterId } from '#shared/ids.ts';
import type { DeliveryMethod } from '#shared/letters/letter-life.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { deliveriesInForce, signingsInForce } from './letter-life-queries.ts';

const insertOneSigning = statement<{
  letter: number;
  kind: string;
  sha: string | null;
  name: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('letter_signing').values({
    letter_id: param('letter'),
    kind: param('kind'),
    scan_sha256: param('sha'),
    scan_name: param('name'),
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const withdrawOneSigning = statement<{ id: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('letter_signing')
    .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by') })
    .where('id', '=', param('id'))
    .where('withdrawn_at_ms', 'is', null),
);
const insertOneDelivery = statement<{
  letter: number;
  method: string;
  receiver: string;
  day: string;
  note: string;
  sha: string | null;
  name: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('letter_delivery').values({
    letter_id: param('letter'),
    method: param('method'),
    receiver: param('receiver'),
    day: param('day'),
    note: param('note'),
    signature_sha256: param('sha'),
    signature_name: param('name'),
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const withdrawOneDelivery = statement<{ id: number; at: number; by: number }>()((param) =>
  queries
    .updateTable('letter_delivery')
    .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by') })
    .where('id', '=', param('id'))
    .where('withdrawn_at_ms', 'is', null),
);
const mark = statement<{ id: number; signed: number | null; delivered: number | null; at: number }>()(
  (param) =>
    queries
      .updateTable('letter')
      .set({
        signed_at_ms: param('signed'),
        delivered_at_ms: param('delivered'),
        updated_at_ms: param('at'),
      })
      .where('id', '=', param('id')),
);

/** `signed_at_ms` and `delivered_at_ms` of the letter are copies, for the lists: of the latest that holds. */
function keepInStep(tx: WriteTransaction, id: LetterId, atMs: number): void {
  tx.run(mark, {
    id,
    signed: signingsInForce(tx, id)[0]?.at_ms ?? null,
    delivered: deliveriesInForce(tx, id)[0]?.at_ms ?? null,
    at: atMs,
  });
}

/** A signed sheet that is filed, or (null) the pictures that the letter was issued with. */
export function insertSigning(
  tx: WriteTransaction,
  letterId: LetterId,
  scan: FileRef | null,
  by: number,
  atMs: number,
): void {
  tx.run(insertOneSigning, {
    letter: letterId,
    kind: scan === null ? 'pictures' : 'scan',
    sha: scan?.sha256 ?? null,
    name: scan?.name ?? '',
    at: atMs,
    by,
  });
  keepInStep(tx, letterId, atMs);
}

/** The latest scan that holds; an earlier one, or the pictures, hold again. False when no scan is filed. */
export function withdrawSigning(tx: WriteTransaction, letterId: LetterId, by: number, atMs: number): boolean {
  const scan = signingsInForce(tx, letterId).find((signing) => signing.kind === 'scan');
  if (scan === undefined) return false;
  tx.run(withdrawOneSigning, { id: scan.id, at: atMs, by });
  keepInStep(tx, letterId, atMs);
  return true;
}

export interface NewDelivery {
  readonly letterId: LetterId;
  readonly method: DeliveryMethod;
  readonly receiver: string;
  /** ISO day. */
  readonly day: string;
  readonly note: string;
  readonly signature: FileRef | null;
}

export function insertDelivery(
  tx: WriteTransaction,
  delivery: NewDelivery,
  by: number,
  atMs: number,
): DeliveryId {
  const { id } = tx.run(insertOneDelivery, {
    letter: delivery.letterId,
    method: delivery.method,
    receiver: delivery.receiver,
    day: delivery.day,
    note: delivery.note,
    sha: delivery.signature?.sha256 ?? null,
    name: delivery.signature?.name ?? '',
    at: atMs,
    by,
  });
  keepInStep(tx, delivery.letterId, atMs);
  return id as DeliveryId;
}

/** False when it was withdrawn before. */
export function withdrawDelivery(
  tx: WriteTransaction,
  letterId: LetterId,
  deliveryId: DeliveryId,
  by: number,
  atMs: number,
): boolean {
  const { changes } = tx.run(withdrawOneDelivery, { id: deliveryId, at: atMs, by });
  if (changes === 1) keepInStep(tx, letterId, atMs);
  return changes === 1;
}
