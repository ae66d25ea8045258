import type { PartyId, RequestId, ServiceId } from '#shared/ids.ts';
import type { StepNumber } from '#shared/requests/request.ts';
import { markRaised } from '#db/requests/request-field-writes.ts';
import { insertStep, setRequestPhase } from '#db/requests/request-writes.ts';
import { queries } from '#db/statement.ts';
import type { TestDesk } from './office.ts';

/**
 * A request whose committee accepted it and whose registration is complete, waiting for its service (S.7). The steps before
 * have tests of their own: here their records are written straight into the tables.
 */
export async function requestInService(
  desk: TestDesk,
  partyId: PartyId,
  serviceName = 'سلة غذائية شهرية',
): Promise<{ readonly id: RequestId; readonly serviceId: ServiceId }> {
  const service = (await desk.call('services.choices')).find(({ name }) => name === serviceName);
  if (service === undefined) throw new Error(`no service ${serviceName}`);
  const { id } = await desk.call('requests.open', { partyId, service: service.name, level: 'ordinary' });
  const { db } = desk.office();
  const nowMs = desk.clock.nowMs();
  db.write((tx) => {
    tx.unaudited();
    const by = tx.first(
      queries.selectFrom('support_request').select('opened_by').where('id', '=', id),
    )!.opened_by;
    tx.exec(queries.updateTable('support_request').set({ service_id: service.id }).where('id', '=', id));
    for (const step of [2, 3, 4, 5, 6] as const satisfies readonly StepNumber[])
      insertStep(tx, id, { step, kind: step === 3 ? 'skipped' : 'done', note: '' }, by, nowMs);
    markRaised(tx, id, '2026-11-01', 'notice', nowMs);
    tx.exec(
      queries.insertInto('decision').values({
        request_id: id,
        session_id: null,
        appeal_id: null,
        kind: 'accepted',
        clause: '',
        reason: '',
        would_change: '',
        granted_json: '{}',
        decided_on: '2026-11-22',
        early_reason: '',
        override_by: null,
        conflict_note: '',
        at_ms: nowMs,
        entered_by: by,
        letter_id: null,
        voided_at_ms: null,
        voided_by: null,
        void_reason: '',
      }),
    );
    setRequestPhase(tx, id, { phase: 'service', step: 7 }, nowMs);
  });
  return { id, serviceId: service.id };
}

/** Something of a service that was handed over to a person today; gives its id. */
export async function handedOver(desk: TestDesk, partyId: PartyId): Promise<number> {
  const { id, serviceId } = await requestInService(desk, partyId);
  await desk.call('deliveries.plan', {
    requestId: id,
    plan: {
      serviceId,
      frequency: 'once',
      firstOn: '2026-11-22',
      times: '1',
      quantity: '1',
      unit: 'سلة',
      value: '',
    },
  });
  const [plan] = (await desk.call('deliveries.ofRequest', { requestId: id })).plans;
  const handover = plan!.handovers[0]!;
  await desk.call('deliveries.deliver', { id: handover.id, receiver: { kind: 'self' }, receipt: false });
  return handover.id;
}
