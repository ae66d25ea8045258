import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { DayHandover, ReceiverInput } from '#shared/deliveries/delivery.ts';
import type { HandoverId, SealedDocumentId } from '#shared/ids.ts';
import { findHandoverRow, listHandoversOfPlan } from '#db/deliveries/delivery-queries.ts';
import {
  moveHandover,
  setDelivered,
  setDeparted,
  setFailed,
  setReceipt,
  setUndelivered,
  setVoided,
} from '#db/deliveries/handover-writes.ts';
import { findRepresentation } from '#db/households/representative-rows.ts';
import { voidSealedRow } from '#db/sealed/sealed-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { insertSealed, prepareSeal, sealedHead, type SealPorts } from '../sealed/seal.ts';
import { handoverSubject, ibanOn, requireReceiver, requireState } from './delivery-checks.ts';
import { type HandedOver, receiptOrder } from './receipt-order.ts';

interface HandoverPorts extends SealPorts {
  readonly clock: Clock;
  readonly files: LetterFiles;
}

export interface DeliverInput {
  readonly id: HandoverId;
  readonly receiver: ReceiverInput;
  readonly transferReference: string;
  readonly note: string;
  readonly receipt: boolean;
}

/** What is handed over, and what could not be (S.7); and what was carried to where they are (O.4). */
export function createHandoverService(ports: HandoverPorts) {
  const { db, clock } = ports;

  /** An act on one delivery: its line in the request's timeline, and its entry in the log. */
  function follow(
    tx: WriteTransaction,
    actor: Actor,
    handover: DayHandover,
    nowMs: number,
    kind: Parameters<typeof followAct>[4]['kind'],
    text: string,
    details: Parameters<typeof auditEntry>[4] = {},
  ): void {
    followAct(tx, actor, handover.requestId, nowMs, {
      kind,
      step: 7,
      text,
      clause: handover.atPlace ? 'O.4' : 'S.7',
      subject: handoverSubject(handover.id),
    });
    const about = { requestId: handover.requestId, ...details };
    tx.audit(auditEntry(actor, nowMs, `handover.${kind}`, handoverSubject(handover.id), about));
  }

  /** Whom it is handed to and by which account, asked again in the transaction that writes it. */
  function handedOver(
    reader: Reader,
    handover: DayHandover,
    input: DeliverInput,
    actor: Actor,
    atMs: number,
  ): HandedOver {
    const account =
      handover.serviceKind === 'transfer'
        ? ibanOn(reader, handover.partyId, riyadhDay(atMs))
        : { iban: '', holder: '' };
    if (account === undefined) throw new AppError('ibanMissing', { name: handover.partyName });
    if (handover.serviceKind === 'transfer' && input.transferReference === '')
      throw new AppError('transferReferenceMissing', { name: handover.partyName });
    return {
      receiver: requireReceiver(reader, handover.partyId, input.receiver, atMs),
      iban: account.iban,
      ibanHolder: account.holder,
      transferReference: input.transferReference,
      note: input.note,
      atMs,
      officerName: actor.name,
    };
  }

  const orderOf = (reader: Reader, handover: DayHandover, done: HandedOver) =>
    receiptOrder(reader, handover, done, sealedHead(reader, ports.files));

  return {
    /** @throws AppError notFound, requestForbids, handoverForbids { state } */
    move: (id: HandoverId, dueOn: string, place: string, actor: Actor): void => {
      db.write((tx) => {
        const handover = requireState(tx, id, 'planned');
        requireAct(tx, handover.requestId, 'deliver');
        const nowMs = clock.nowMs();
        moveHandover(tx, id, dueOn, place);
        follow(tx, actor, handover, nowMs, 'deliveryMoved', handover.serviceName, {
          before: handover.dueOn,
          dueOn,
        });
      });
    },

    /** On the way since now; or not after all. @throws AppError notFound, requestForbids, handoverForbids { state } */
    depart: (ids: readonly HandoverId[], gone: boolean, actor: Actor): void => {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        for (const id of new Set(ids)) {
          const handover = requireState(tx, id, 'planned');
          requireAct(tx, handover.requestId, 'deliver');
          setDeparted(tx, id, gone ? nowMs : null);
          const kind = gone ? 'deliveryDeparted' : 'deliveryStayed';
          follow(tx, actor, handover, nowMs, kind, handover.serviceName);
        }
      });
    },

    /** Errors: those of `deliveries.deliver`. */
    async deliver(input: DeliverInput, actor: Actor): Promise<SealedDocumentId | null> {
      const { id } = input;
      const atMs = clock.nowMs();
      const check = (reader: Reader) => {
        const handover = requireState(reader, id, 'planned');
        requireAct(reader, handover.requestId, 'deliver');
        const done = handedOver(reader, handover, input, actor, atMs);
        return { handover, done, order: orderOf(reader, handover, done) };
      };
      const before = db.snapshot(check);
      const ready = input.receipt ? await prepareSeal(ports, before.order) : null;
      return db.write((tx) => {
        const { handover, done, order } = check(tx);
        // The paper was set before: it must still say what is written now.
        if (JSON.stringify(order.content) !== JSON.stringify(before.order.content))
          throw new AppError('conflict', { kind: 'handover', id });
        const receipt = ready === null ? null : insertSealed(tx, ready, actor, atMs);
        const { receiver } = done;
        setDelivered(
          tx,
          id,
          {
            kind: receiver.kind,
            name: receiver.name,
            representation: receiver.representation,
            iban: done.iban,
            reference: done.transferReference,
            note: done.note,
            receipt,
          },
          actor.id,
          atMs,
        );
        follow(tx, actor, handover, atMs, 'delivered', `${handover.serviceName}: ${receiver.name}`, {
          receiver: receiver.kind,
          ...(receiver.representation === null ? {} : { representationId: receiver.representation }),
          ...(receipt === null ? {} : { receiptId: receipt }),
        });
        return receipt;
      });
    },

    /** @throws AppError notFound, requestForbids, handoverForbids: it has a receipt, or is not handed out */
    undoDeliver: (id: HandoverId, actor: Actor): void => {
      db.write((tx) => {
        const handover = requireState(tx, id, 'delivered');
        requireAct(tx, handover.requestId, 'edit');
        if (handover.receiptId !== null) throw new AppError('handoverForbids', { state: 'receipt' });
        const nowMs = clock.nowMs();
        setUndelivered(tx, id);
        follow(tx, actor, handover, nowMs, 'deliveryUndone', handover.serviceName);
      });
    },

    /** Errors: those of `deliveries.makeReceipt`. */
    async makeReceipt(id: HandoverId, actor: Actor): Promise<SealedDocumentId> {
      const check = (reader: Reader) => {
        const handover = requireState(reader, id, 'delivered');
        const row = findHandoverRow(reader, id);
        if (handover.receiptId !== null || row === undefined || handover.receiver === null)
          throw new AppError('handoverForbids', { state: 'receipt' });
        const deed =
          row.representation_id === null ? undefined : findRepresentation(reader, row.representation_id);
        const receiver = {
          ...handover.receiver,
          representation: row.representation_id,
          deedNumber: deed?.representation.deedNumber ?? '',
        };
        const done: HandedOver = {
          receiver,
          iban: row.iban,
          ibanHolder: '',
          transferReference: row.transfer_reference,
          note: row.note,
          atMs: row.done_at_ms ?? clock.nowMs(),
          officerName: handover.doneBy ?? actor.name,
        };
        return { handover, order: orderOf(reader, handover, done) };
      };
      const before = db.snapshot(check);
      const ready = await prepareSeal(ports, before.order);
      return db.write((tx) => {
        const { handover, order } = check(tx);
        if (JSON.stringify(order.content) !== JSON.stringify(before.order.content))
          throw new AppError('conflict', { kind: 'handover', id });
        const nowMs = clock.nowMs();
        const receipt = insertSealed(tx, ready, actor, nowMs);
        setReceipt(tx, id, receipt);
        follow(tx, actor, handover, nowMs, 'receiptMade', handover.serviceName, { receiptId: receipt });
        return receipt;
      });
    },

    /** @throws AppError notFound, requestForbids, handoverForbids { state } */
    fail: (id: HandoverId, reason: string, actor: Actor): void => {
      db.write((tx) => {
        const handover = requireState(tx, id, 'planned');
        requireAct(tx, handover.requestId, 'deliver');
        const nowMs = clock.nowMs();
        setFailed(tx, id, reason);
        follow(tx, actor, handover, nowMs, 'deliveryFailed', `${handover.serviceName}: ${reason}`);
      });
    },

    /** @throws AppError notFound, requestForbids, handoverForbids: it was planned again meanwhile */
    undoFail: (id: HandoverId, actor: Actor): void => {
      db.write((tx) => {
        const handover = requireState(tx, id, 'failed');
        requireAct(tx, handover.requestId, 'planDelivery');
        const tried = listHandoversOfPlan(tx, handover.planId).find(
          ({ turn, attempt }) => turn === handover.turn && attempt > handover.attempt,
        );
        if (tried !== undefined) throw new AppError('handoverForbids', { state: tried.state });
        const nowMs = clock.nowMs();
        setFailed(tx, id, null);
        follow(tx, actor, handover, nowMs, 'deliveryUndone', handover.serviceName);
      });
    },

    /** The receipt is voided with it, and both stay to be seen. @throws AppError notFound, requestForbids, handoverForbids */
    void: (id: HandoverId, reason: string, actor: Actor): void => {
      db.write((tx) => {
        const handover = requireState(tx, id, 'delivered');
        requireAct(tx, handover.requestId, 'voidDelivery');
        const nowMs = clock.nowMs();
        setVoided(tx, id, reason, actor.id, nowMs);
        if (handover.receiptId !== null) {
          voidSealedRow(tx, handover.receiptId, reason, actor.id, nowMs);
          const about = { kind: 'receipt', reason };
          const subject = { kind: 'sealedDocument', id: handover.receiptId };
          tx.audit(auditEntry(actor, nowMs, 'sealed.voided', subject, about));
        }
        const told = `${handover.serviceName}: ${reason}`;
        follow(tx, actor, handover, nowMs, 'deliveryVoided', told, { reason });
      });
    },
  };
}
