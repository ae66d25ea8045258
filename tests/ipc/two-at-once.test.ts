import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { queries } from '#db/statement.ts';
import { requestToSign } from '../support/attested-request.ts';
import { holdSession, seatCommittee } from '../support/committee-desk.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';
import { toCommittee, toRaising, toService } from '../support/request-path.ts';

/**
 * Two keys at once, or one pressed twice: papers are set while nothing is locked, so that both acts are under way together.
 * One of them is done, the other refused by a code, and the log holds.
 */
let desk: TestDesk;
let partyId: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  partyId = (await desk.call('parties.add', person())).id;
});
afterEach(() => desk.close());

const open = async (): Promise<RequestId> =>
  (await desk.call('requests.open', { partyId, service: 'سلة' })).id;

/** How the acts ended, `done` or by the code that refused them. */
async function together(...acts: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const ended = await Promise.all(
    acts.map(async (act) => {
      try {
        await act();
        return 'done';
      } catch (error) {
        if (error instanceof AppError) return error.code;
        throw error;
      }
    }),
  );
  expect((await desk.call('audit.verify')).fault).toBeNull();
  return ended.toSorted();
}
const papersOf = async (requestId: RequestId, kind: string) =>
  (await desk.call('sealed.list', { requestId })).filter((paper) => paper.kind === kind);

it('an attestation is frozen once', async () => {
  const requestId = await requestToSign(desk, partyId);
  const prepare = () => desk.call('attestations.prepare', { requestId });
  expect(await together(prepare, prepare)).toEqual(['conflict', 'done']);
  expect(await papersOf(requestId, 'attestation')).toHaveLength(1);
});

it('a request is raised once, and two of them get two numbers', async () => {
  const [one, other] = [await open(), await open()];
  await toRaising(desk, one);
  await toRaising(desk, other);
  const { day } = await desk.call('requests.raising', { id: one });
  const raise = (id: RequestId) => () => desk.call('requests.raise', { id, day });
  expect(await together(raise(one), raise(one), raise(other))).toEqual(['done', 'done', 'requestForbids']);
  const numbers = await Promise.all(
    [one, other].map(async (id) => (await desk.call('requests.get', { id })).number),
  );
  expect(new Set(numbers)).toEqual(new Set(['1448-0001', '1448-0002']));
  expect(await papersOf(one, 'raisingSlip')).toHaveLength(1);
});

it('a lost slip is replaced under one number at a time', async () => {
  const id = await open();
  await toCommittee(desk, id);
  const replace = () => desk.call('requests.replaceSlip', { id });
  expect(await together(replace, replace)).toEqual(['conflict', 'done']);
  expect(await papersOf(id, 'raisingSlip')).toHaveLength(2);
});

it('a slip says what holds when it is given, whatever was done while it was set', async () => {
  const id = await open();
  await toRaising(desk, id);
  const { day } = await desk.call('requests.raising', { id });
  const slips = async () =>
    (await papersOf(id, 'raisingSlip')).map(
      (paper) =>
        JSON.parse(
          desk
            .office()
            .db.first(
              queries.selectFrom('sealed_document').select('content_json').where('id', '=', paper.id),
            )!.content_json,
        ) as unknown,
    );
  const hurry = () => desk.call('requests.setLevel', { id, level: 'urgent', reason: 'حريق' });
  await together(() => desk.call('requests.raise', { id, day }), hurry);
  expect(await slips()).toMatchObject([{ level: 'urgent' }]);
  // Stopped while the new slip is set: its day would hold no more.
  const ended = await together(
    () => desk.call('requests.replaceSlip', { id }),
    () => desk.call('requests.stop', { id, kind: 'applicant', reason: 'بطلبها' }),
  );
  expect(ended).toEqual(['conflict', 'done']);
});

it('a thing is handed over once, with one receipt, and its day is closed once', async () => {
  const id = await open();
  await toService(desk, id);
  const [service] = await desk.call('services.choices');
  await desk.call('deliveries.plan', {
    requestId: id,
    plan: {
      serviceId: service!.id,
      frequency: 'once',
      firstOn: '2026-11-22',
      times: '1',
      quantity: '1',
      unit: 'سلة',
      value: '',
    },
  });
  const { plans } = await desk.call('deliveries.ofRequest', { requestId: id });
  const handover = plans[0]!.handovers[0]!.id;
  const deliver = () =>
    desk.call('deliveries.deliver', { id: handover, receiver: { kind: 'self' }, receipt: true });
  const fail = () => desk.call('deliveries.fail', { id: handover, reason: 'لم يحضر' });
  const ended = await together(deliver, deliver);
  expect(ended.filter((code) => code === 'done')).toHaveLength(1);
  await expect(fail()).rejects.toMatchObject({ code: 'handoverForbids' });
  expect(await papersOf(id, 'receipt')).toHaveLength(1);
  const close = () => desk.call('deliveries.closeDay', { day: '2026-11-22' });
  const closed = await together(close, close);
  expect(closed.filter((code) => code === 'done')).toHaveLength(1);
});

it('a case is decided once, and a session closed with what it decided', async () => {
  await seatCommittee(desk);
  const id = await open();
  await toCommittee(desk, id);
  const held = await holdSession(desk, '2026-11-22', [id]);
  const decide = (kind: 'accepted' | 'refused') => () =>
    desk.call('committee.decide', {
      sessionId: held.id,
      requestId: id,
      kind,
      clause: 'T.3',
      reason: 'الدخل يغطي الحاجة',
      wouldChange: 'نقص الدخل',
      earlyReason: 'حاجة عاجلة',
    });
  // The session as it was looked at before somebody decided in it.
  const close = () => desk.call('committee.closeSession', { id: held.id, version: held.version });
  expect(await together(decide('accepted'), decide('refused'), close)).toEqual([
    'conflict',
    'done',
    'requestForbids',
  ]);
  const { decision, phase } = await desk.call('requests.get', { id });
  expect([decision?.kind, phase]).toEqual(['accepted', 'registration']);
});

it('of two changes to one agenda the later one is told that it knew an older one', async () => {
  await seatCommittee(desk);
  const [one, other] = [await open(), await open()];
  await toCommittee(desk, one);
  await toCommittee(desk, other);
  const { id, version } = await desk.call('committee.plan', { day: '2026-11-22', requestIds: [] });
  const set = (requestId: RequestId) => () =>
    desk.call('committee.setAgenda', { id, version, requestIds: [requestId] });
  expect(await together(set(one), set(other))).toEqual(['conflict', 'done']);
});

it('a member who is there twice is there once: nobody makes a quorum of one person', async () => {
  const [chair] = await seatCommittee(desk);
  const id = await open();
  await toCommittee(desk, id);
  const session = await desk.call('committee.plan', { day: '2026-11-22', requestIds: [id] });
  const twice = [1, 2, 3].map(() => ({ memberId: chair!.id, present: true }));
  const ended = await together(() => desk.call('committee.attend', { id: session.id, attendance: twice }));
  expect(ended).not.toContain('internal');
  const { attendance } = await desk.call('committee.session', { id: session.id });
  expect(attendance.filter(({ present }) => present).length).toBeLessThanOrEqual(1);
  const decide = () =>
    desk.call('committee.decide', {
      sessionId: session.id,
      requestId: id,
      kind: 'accepted',
      earlyReason: 'عاجل',
    });
  await expect(decide()).rejects.toMatchObject({ code: 'quorumMissing' });
});
