import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RequestId } from '#shared/ids.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { signBoth } from './attested-request.ts';
import type { TestDesk } from './office.ts';
import { raise } from './raise.ts';
import { completeMatching } from './request-form.ts';

/** A request walked along the policy by its own acts, each with what it needs. */

/** S.2 and S.3: matched, the procedures clear. */
export async function toSigning(desk: TestDesk, id: RequestId): Promise<SupportRequest> {
  await completeMatching(desk, id);
  return desk.call('requests.skipReferral', { id });
}

/** S.4: both have signed. */
export async function toRaising(desk: TestDesk, id: RequestId): Promise<SupportRequest> {
  await toSigning(desk, id);
  await signBoth(desk, id);
  return desk.call('attestations.complete', { requestId: id });
}

/** S.5: raised, with its number. */
export async function toCommittee(desk: TestDesk, id: RequestId): Promise<SupportRequest> {
  await toRaising(desk, id);
  return (await raise(desk, id)).request;
}

/** Every requirement received, but those named, which this category does not need. */
export async function receiveAll(
  desk: TestDesk,
  id: RequestId,
  notNeeded: readonly string[] = [],
): Promise<void> {
  for (const { key } of (await desk.call('requests.get', { id })).requirements)
    await desk.call('form.setRequirement', {
      id,
      key,
      state: notNeeded.includes(key) ? 'notNeeded' : 'matched',
    });
}

/**
 * S.5: a session of three members, on the desk's present day, that accepts the request or refuses it. Before day 14 it
 * says why.
 */
export async function decide(
  desk: TestDesk,
  id: RequestId,
  kind: 'accepted' | 'refused' | 'moreInformation' = 'accepted',
  words: { readonly reason?: string; readonly wouldChange?: string } = {},
): Promise<SupportRequest> {
  const session = await sitting(desk, id);
  await desk.call('committee.decide', {
    sessionId: session,
    requestId: id,
    kind,
    earlyReason: 'حاجة عاجلة',
    ...(kind === 'accepted' ? {} : { reason: 'الدخل يغطي الحاجة' }),
    ...(kind === 'refused' ? { clause: 'T.3', wouldChange: 'نقص الدخل' } : {}),
    ...words,
  });
  return desk.call('requests.get', { id });
}

async function sitting(desk: TestDesk, id: RequestId) {
  const known = await desk.call('committee.members');
  const fromDay = '2026-01-01';
  const names = known.length > 0 ? [] : ['عبدالله سالم', 'منيرة فهد', 'حسن علي'];
  for (const [index, name] of names.entries())
    await desk.call('committee.saveMember', {
      id: null,
      member: { name, fromDay, role: index === 0 ? 'chair' : 'member' },
    });
  const members = await desk.call('committee.members');
  const day = riyadhDay(desk.clock.nowMs());
  const planned = await desk.call('committee.plan', { day, requestIds: [id] });
  const attendance = members.map((member) => ({ memberId: member.id, present: true }));
  return (await desk.call('committee.attend', { id: planned.id, attendance })).id;
}

/** S.6: everything received, accepted and registered. */
export async function toService(desk: TestDesk, id: RequestId): Promise<SupportRequest> {
  await toCommittee(desk, id);
  await decide(desk, id);
  await receiveAll(desk, id);
  return desk.call('requests.completeRegistration', { id });
}

/** S.7: one thing handed to the applicant. */
export async function handOut(desk: TestDesk, id: RequestId): Promise<void> {
  const day = riyadhDay(desk.clock.nowMs());
  const [service] = await desk.call('services.choices');
  await desk.call('deliveries.plan', {
    requestId: id,
    plan: {
      serviceId: service?.id ?? null,
      frequency: 'once',
      firstOn: day,
      times: '1',
      quantity: '1',
      unit: 'سلة',
      value: '',
    },
  });
  const { plans } = await desk.call('deliveries.ofRequest', { requestId: id });
  for (const { handovers } of plans)
    for (const { id: handover, state } of handovers)
      if (state === 'planned')
        await desk.call('deliveries.deliver', { id: handover, receiver: { kind: 'self' }, receipt: false });
}

/** From the door to the service delivered, and closed. */
export async function toClosed(desk: TestDesk, id: RequestId): Promise<SupportRequest> {
  await toService(desk, id);
  await handOut(desk, id);
  await desk.call('requests.close', { id });
  return desk.call('requests.get', { id });
}
