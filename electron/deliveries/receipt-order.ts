import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import type { DayHandover } from '#shared/deliveries/delivery.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { PaperHead } from '../pdf/documents/paper-sheets.ts';
import type { SealOrder } from '../sealed/seal.ts';
import { handoverSubject, type Receiver } from './delivery-checks.ts';

/** How something was handed over, as the receipt tells it. */
export interface HandedOver {
  readonly receiver: Receiver;
  /** Whole; empty: no transfer. */
  readonly iban: string;
  readonly ibanHolder: string;
  readonly transferReference: string;
  readonly note: string;
  readonly atMs: number;
  readonly officerName: string;
}

/** سند استلام, ready to be set and frozen: identifiers are masked, since the paper goes from hand to hand. */
export function receiptOrder(
  reader: Reader,
  handover: DayHandover,
  done: HandedOver,
  head: PaperHead,
): SealOrder {
  const party = findParty(reader, handover.partyId);
  const { receiver } = done;
  const content = {
    partyName: handover.partyName,
    partySex: party?.sex ?? null,
    idNumber: maskIdentifier(party?.idNumber ?? ''),
    fileNumber: party?.fileNumber ?? null,
    requestNumber: handover.requestNumber,
    serviceName: handover.serviceName,
    serviceKind: handover.serviceKind,
    turn: handover.turn,
    times: handover.times,
    quantity: handover.quantity,
    unit: handover.unit,
    valueHalalas: handover.valueHalalas,
    place: handover.place,
    atPlace: handover.atPlace,
    handoverCode: handover.code,
    receiverKind: receiver.kind,
    receiverName: receiver.name,
    deedNumber: receiver.deedNumber,
    iban: maskIdentifier(done.iban),
    ibanHolder: done.ibanHolder,
    transferReference: done.transferReference,
    note: done.note,
    day: riyadhDay(done.atMs),
    time: riyadhTime(done.atMs),
    officerName: done.officerName,
  };
  return {
    kind: 'receipt',
    subject: handoverSubject(handover.id),
    requestId: handover.requestId,
    title: `سند استلام: ${handover.serviceName}، ${handover.partyName}`,
    content,
    sheet: (code) => ({ kind: 'deliveryReceipt', ...head, ...content, code }),
  };
}
