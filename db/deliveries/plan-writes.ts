import type { HandoverState, PlanInput } from '#shared/deliveries/delivery.ts';
import type { DeliveryPlanId, HandoverId, RequestId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const addPlan = statement<
  Readonly<Record<'request' | 'service' | 'times' | 'quantity' | 'atPlace' | 'by' | 'at', number>> & {
    frequency: string;
    calendar: string;
    firstOn: string;
    unit: string;
    value: number | null;
    place: string;
    note: string;
  }
>()((param) =>
  queries.insertInto('delivery_plan').values({
    request_id: param('request'),
    service_id: param('service'),
    frequency: param('frequency'),
    calendar: param('calendar'),
    first_on: param('firstOn'),
    times: param('times'),
    quantity: param('quantity'),
    unit: param('unit'),
    value_halalas: param('value'),
    place: param('place'),
    at_place: param('atPlace'),
    note: param('note'),
    ended_on: null,
    end_reason: '',
    created_at_ms: param('at'),
    created_by: param('by'),
    version: 1,
  }),
);

const addHandover = statement<{
  plan: number;
  turn: number;
  attempt: number;
  dueOn: string;
  code: string;
}>()((param) =>
  queries
    .insertInto('delivery')
    .columns([
      'plan_id',
      'request_id',
      'turn',
      'attempt',
      'due_on',
      'state',
      'quantity',
      'unit',
      'value_halalas',
      'place',
      'at_place',
      'code',
      'receiver_name',
      'iban',
      'transfer_reference',
      'fail_reason',
      'void_reason',
      'note',
    ])
    .expression((eb) =>
      eb
        .selectFrom('delivery_plan as plan')
        .select((of) => [
          'plan.id',
          'plan.request_id',
          of.val(param('turn')).as('turn'),
          of.val(param('attempt')).as('attempt'),
          of.val(param('dueOn')).as('due_on'),
          of.val('planned').as('state'),
          'plan.quantity',
          'plan.unit',
          'plan.value_halalas',
          'plan.place',
          'plan.at_place',
          of.val(param('code')).as('code'),
          of.val('').as('receiver_name'),
          of.val('').as('iban'),
          of.val('').as('transfer_reference'),
          of.val('').as('fail_reason'),
          of.val('').as('void_reason'),
          of.val('').as('note'),
        ])
        .where('plan.id', '=', param('plan')),
    ),
);

const endPlan = statement<{ id: number; on: string | null; reason: string }>()((param) =>
  queries
    .updateTable('delivery_plan')
    .set((eb) => ({ ended_on: param('on'), end_reason: param('reason'), version: eb('version', '+', 1) }))
    .where('id', '=', param('id')),
);

const setState = statement<{ plan: number; from: string; to: string; reason: string }>()((param) =>
  queries
    .updateTable('delivery')
    .set({ state: param('to'), fail_reason: param('reason') })
    .where('plan_id', '=', param('plan'))
    .where('state', '=', param('from')),
);

const dropHandovers = statement<{ plan: number }>()((param) =>
  queries.deleteFrom('delivery').where('plan_id', '=', param('plan')),
);

const dropPlan = statement<{ plan: number }>()((param) =>
  queries.deleteFrom('delivery_plan').where('id', '=', param('plan')),
);

export const insertPlan = (
  tx: WriteTransaction,
  request: RequestId,
  { serviceId, value, atPlace, ...plan }: PlanInput,
  by: number,
  at: number,
): DeliveryPlanId =>
  tx.run(addPlan, { ...plan, request, service: serviceId, value, atPlace: atPlace ? 1 : 0, by, at })
    .id as DeliveryPlanId;

/** One that is to come, as its plan has it. */
export const insertHandover = (
  tx: WriteTransaction,
  plan: DeliveryPlanId,
  place: {
    readonly turn: number;
    readonly attempt: number;
    readonly dueOn: string;
    readonly code: string;
  },
): HandoverId => tx.run(addHandover, { plan, ...place }).id as HandoverId;

/** Null: it goes on. */
export const setPlanEnd = (
  tx: WriteTransaction,
  id: DeliveryPlanId,
  end: { readonly on: string; readonly reason: string } | null,
): void => {
  tx.run(endPlan, { id, on: end?.on ?? null, reason: end?.reason ?? '' });
};

/** What was cancelled last of each turn: an earlier try may have been followed by another one, which then counts. */
const takeUp = statement<{ plan: number }>()((param) =>
  queries
    .updateTable('delivery')
    .set({ state: 'planned', fail_reason: '' })
    .where('plan_id', '=', param('plan'))
    .where('state', '=', 'cancelled')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery as later')
            .select('later.id')
            .whereRef('later.plan_id', '=', 'delivery.plan_id')
            .whereRef('later.turn', '=', 'delivery.turn')
            .whereRef('later.attempt', '>', 'delivery.attempt'),
        ),
      ),
    ),
);
/** What the end of a plan cancelled is to come again, each turn once. */
export const takeUpHandovers = (tx: WriteTransaction, plan: DeliveryPlanId): void => {
  tx.run(takeUp, { plan });
};

/** All of a plan that are in one state into another; returns how many. */
export const setHandoversOfPlan = (
  tx: WriteTransaction,
  plan: DeliveryPlanId,
  from: HandoverState,
  to: HandoverState,
  reason: string,
): number => tx.run(setState, { plan, from, to, reason }).changes;

/** With all its deliveries: only one of which nothing came. */
export const deletePlan = (tx: WriteTransaction, plan: DeliveryPlanId): void => {
  tx.run(dropHandovers, { plan });
  tx.run(dropPlan, { plan });
};
