import type { RequestId } from '#shared/ids.ts';
import type { Walk } from './every-act.ts';

const TODAY = '2026-11-22';
const LATER = '2026-11-29';

/** S.7: planned, ended, moved, carried out, missed, tried again, voided, counted; then closed, and rated. */
export async function walkDeliveries({ call, serviceId }: Walk, requestId: RequestId): Promise<void> {
  const plan = (times: string) =>
    call('deliveries.plan', {
      requestId,
      plan: {
        serviceId,
        frequency: 'monthly',
        firstOn: TODAY,
        times,
        quantity: '1',
        unit: 'سلة',
        value: '',
        place: 'الصمد',
        atPlace: true,
      },
    });
  const mistaken = await plan('2');
  await call('deliveries.removePlan', { id: mistaken.id });
  const { id: planId } = await plan('3');
  await call('deliveries.endPlan', { id: planId, reason: 'سافرت' });
  await call('deliveries.resumePlan', { id: planId });
  const { plans } = await call('deliveries.ofRequest', { requestId });
  const [first, second] = plans.flatMap(({ handovers }) => handovers.map(({ id }) => id));
  if (first === undefined || second === undefined) throw new Error('three are planned');
  await call('deliveries.move', { id: first, dueOn: LATER, place: 'الصمد' });
  await call('deliveries.depart', { ids: [first], gone: true });
  const self = { receiver: { kind: 'self' }, receipt: false } as const;
  await call('deliveries.deliver', { id: first, ...self });
  await call('deliveries.undoDeliver', { id: first });
  await call('deliveries.deliver', { id: first, ...self });
  await call('deliveries.makeReceipt', { id: first });
  await call('deliveries.fail', { id: second, reason: 'لا أحد' });
  await call('deliveries.undoFail', { id: second });
  await call('deliveries.fail', { id: second, reason: 'لا أحد' });
  const next = await call('deliveries.again', { id: second, dueOn: TODAY });
  await call('deliveries.deliver', { id: next.id, ...self });
  await call('deliveries.closeDay', { day: TODAY });
  await call('deliveries.void', { id: first, reason: 'سُلّمت لغيرها' });
  await call('deliveries.endPlan', { id: planId, reason: 'انتهت الحاجة' });
  await call('requests.close', { id: requestId });
  await call('ratings.answer', { requestId, rating: { score: 5, comment: 'أحسنتم' } });
}
