import type { DayHandover, Handover } from '#shared/deliveries/delivery.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { mobileSafety } from '../parties/safe-contact.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries } from '../statement.ts';

/** Deliveries with the plan and service they are of, who handed them out, and the signatures on their receipt. */
export const handoverRows = () =>
  queries
    .selectFrom('delivery')
    .innerJoin('delivery_plan as plan', 'plan.id', 'delivery.plan_id')
    .innerJoin('service', 'service.id', 'plan.service_id')
    .leftJoin('staff as giver', 'giver.id', 'delivery.done_by')
    .leftJoin('staff as voider', 'voider.id', 'delivery.voided_by')
    .selectAll('delivery')
    .select([
      'plan.service_id',
      'plan.times',
      'service.name as service_name',
      'service.kind as service_kind',
      'giver.name as giver_name',
      'voider.name as voider_name',
    ])
    .select((eb) =>
      eb
        .selectFrom('document_signature as signature')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('signature.document_id', '=', 'delivery.receipt_document_id')
        .where('signature.withdrawn_at_ms', 'is', null)
        .as('signatures'),
    );

/** The same with whose they are: one step along an index for each row. */
export const dayHandoverRows = () =>
  handoverRows()
    .innerJoin('support_request as request', 'request.id', 'delivery.request_id')
    .innerJoin('party', 'party.id', 'request.party_id')
    .select([
      'request.party_id',
      'request.number_year',
      'request.number',
      'party.name as party_name',
      'party.village',
      'party.mobile',
      mobileSafety('party'),
    ]);

type Compiled<Q extends (...args: never[]) => { execute: () => Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<Q>['execute']>
>[number];
export type HandoverRow = Compiled<typeof handoverRows>;
export type DayHandoverRow = Compiled<typeof dayHandoverRows>;

/** An IBAN leaves this place masked: the account that was used is kept whole in the row, and on no screen. */
export const handoverOf = (row: HandoverRow): Handover => ({
  id: row.id as Handover['id'],
  planId: row.plan_id as Handover['planId'],
  requestId: row.request_id as Handover['requestId'],
  serviceId: row.service_id as Handover['serviceId'],
  serviceName: row.service_name,
  serviceKind: row.service_kind as Handover['serviceKind'],
  turn: row.turn,
  times: row.times,
  attempt: row.attempt,
  dueOn: row.due_on,
  state: row.state as Handover['state'],
  quantity: row.quantity,
  unit: row.unit,
  valueHalalas: row.value_halalas,
  place: row.place,
  atPlace: row.at_place === 1,
  code: row.code,
  receiver:
    row.receiver_kind === null
      ? null
      : {
          kind: row.receiver_kind as NonNullable<Handover['receiver']>['kind'],
          name: row.receiver_name,
        },
  iban: maskIdentifier(row.iban),
  transferReference: row.transfer_reference,
  departedAtMs: row.departed_at_ms,
  doneAtMs: row.done_at_ms,
  doneBy: row.giver_name,
  failReason: row.fail_reason,
  receiptId: row.receipt_document_id as Handover['receiptId'],
  receiptSignatures: row.signatures ?? 0,
  voided:
    row.voided_at_ms === null
      ? null
      : { atMs: row.voided_at_ms, by: row.voider_name ?? '', reason: row.void_reason },
  note: row.note,
});

export const dayHandoverOf = (row: DayHandoverRow): DayHandover => ({
  ...handoverOf(row),
  partyId: row.party_id as DayHandover['partyId'],
  partyName: row.party_name,
  village: row.village,
  // A number that something must be minded with is not for a driver's list.
  mobile: row.safe === null ? (row.mobile ?? '') : '',
  requestNumber:
    row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
});
