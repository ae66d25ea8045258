import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching } from '../support/request-form.ts';
import {
  decide,
  handOut,
  receiveAll,
  toClosed,
  toCommittee,
  toRaising,
  toService,
  toSigning,
} from '../support/request-path.ts';

let desk: TestDesk;
let party: Party;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
});
afterEach(() => desk.close());

const open = () => desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' });
const get = (id: RequestId) => desk.call('requests.get', { id });
const refusal = (reason: string) => ({ code: 'requestForbids', details: { reason } });

describe('support requests', () => {
  it('go in the policy’s order from the door to the service, and say why not', async () => {
    const { id, phase } = await open();
    expect(phase).toBe('matching');
    await expect(desk.call('requests.skipReferral', { id })).rejects.toMatchObject(refusal('tooEarly'));
    await expect(desk.call('attestations.prepare', { requestId: id })).rejects.toMatchObject(
      refusal('tooEarly'),
    );
    await expect(desk.call('requests.completeStep', { id, step: 2 })).rejects.toMatchObject(
      refusal('dataOpen'),
    );
    await completeMatching(desk, id);
    await expect(desk.call('requests.completeStep', { id, step: 3 })).rejects.toMatchObject(
      refusal('notReferred'),
    );
    await desk.call('requests.skipReferral', { id });
    await expect(desk.call('attestations.complete', { requestId: id })).rejects.toMatchObject(
      refusal('attestationMissing'),
    );
    await expect(desk.call('requests.completeRegistration', { id })).rejects.toMatchObject(
      refusal('tooEarly'),
    );
    await expect(desk.call('requests.close', { id })).rejects.toMatchObject(refusal('tooEarly'));
    const other = await open();
    const closed = await toClosed(desk, other.id);
    expect(closed).toMatchObject({
      state: 'closed',
      phase: 'closed',
      currentStep: null,
      number: '1448-0001',
    });
    expect(closed.steps.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'skipped',
      'done',
      'done',
      'done',
      'done',
    ]);
    expect(closed.closedAtMs).not.toBeNull();
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });

  it('have no general word that completes S.4 to S.7', async () => {
    const { id } = await open();
    for (const step of [1, 4, 5, 6, 7])
      expect(await codeOf(() => desk.call('requests.completeStep', { id, step: step as 2 }))).toBe(
        'invalidInput',
      );
  });

  it('complete their registration with the requirements, which stay complete until it is taken back', async () => {
    const { id } = await open();
    await toCommittee(desk, id);
    expect((await decide(desk, id)).phase).toBe('registration');
    await expect(desk.call('requests.completeRegistration', { id })).rejects.toMatchObject(
      refusal('requirementsMissing'),
    );
    await receiveAll(desk, id, ['reports']);
    expect((await desk.call('requests.completeRegistration', { id })).phase).toBe('service');
    await expect(
      desk.call('form.setRequirement', { id, key: 'iban', state: 'needed' }),
    ).rejects.toMatchObject(refusal('tooLate'));
    await desk.call('requests.reopenStep', { id, step: 6 });
    await desk.call('form.setRequirement', { id, key: 'iban', state: 'needed' });
    expect(await get(id)).toMatchObject({ phase: 'registration', currentStep: 6 });
  });

  it('take back a step of a draft alone: a raising has given a number, a delivery is voided first', async () => {
    const { id } = await open();
    await toSigning(desk, id);
    expect((await desk.call('requests.reopenStep', { id, step: 3 })).phase).toBe('referral');
    // Somebody else completed a step meanwhile: the undo of the earlier one does not reach past it.
    expect(await codeOf(() => desk.call('requests.reopenStep', { id, step: 3 }))).toBe('conflict');
    await desk.call('requests.reopenStep', { id, step: 2 });
    const raised = await open();
    await toCommittee(desk, raised.id);
    await expect(desk.call('requests.reopenStep', { id: raised.id, step: 5 })).rejects.toMatchObject(
      refusal('raised'),
    );
    const served = await open();
    await toService(desk, served.id);
    await handOut(desk, served.id);
    await expect(desk.call('requests.reopenStep', { id: served.id, step: 6 })).rejects.toMatchObject(
      refusal('delivered'),
    );
  });

  it('of a refusal stay refused, and what was closed goes on in S.7', async () => {
    const { id } = await open();
    await toCommittee(desk, id);
    const refused = await decide(desk, id, 'refused');
    expect(refused).toMatchObject({ state: 'refused', decision: { kind: 'refused', clause: 'T.3' } });
    expect(refused.steps[4]?.state).toBe('refused');
    await expect(desk.call('requests.reopen', { id, reason: 'سبب' })).rejects.toMatchObject(
      refusal('notWithdrawn'),
    );
    const other = await open();
    await toClosed(desk, other.id);
    const reopened = await desk.call('requests.reopen', { id: other.id, reason: 'بقيت قطعة' });
    expect(reopened).toMatchObject({ state: 'open', phase: 'service', currentStep: 7, closedAtMs: null });
    await desk.call('requests.close', { id: other.id });
    expect((await get(other.id)).state).toBe('closed');
  });

  it('wait for what the committee asked for, with the clock standing', async () => {
    const { id } = await open();
    await toCommittee(desk, id);
    const asked = await decide(desk, id, 'moreInformation');
    expect(asked).toMatchObject({ phase: 'committee', stopped: 'moreInformation' });
    expect(asked.steps[4]?.state).toBe('returned');
  });

  it('are numbered at raising, without gaps; a file is given once to a person', async () => {
    const other = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const ids: RequestId[] = [];
    for (const partyId of [party.id, party.id, other.id])
      ids.push((await desk.call('requests.open', { partyId, service: 'سلة' })).id);
    for (const id of ids) await toRaising(desk, id);
    const raised: (string | null)[] = [];
    for (const id of [ids[2]!, ids[0]!, ids[1]!])
      raised.push((await desk.call('requests.raise', { id, day: '2026-11-22' })).request.number);
    expect(raised).toEqual(['1448-0001', '1448-0002', '1448-0003']);
    for (const id of ids) {
      await decide(desk, id);
      await receiveAll(desk, id);
      await desk.call('requests.completeRegistration', { id });
    }
    const file = async (id: Party['id']) => (await desk.call('parties.page', { id })).party.fileNumber;
    expect([await file(party.id), await file(other.id)]).toEqual(['1448-0001', '1448-0002']);
    await desk.call('requests.reopenStep', { id: ids[0]!, step: 6 });
    await desk.call('requests.completeRegistration', { id: ids[0]! });
    expect(await file(party.id)).toBe('1448-0001');
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });

  it('tell everything that happened, latest first, and keep lists in step', async () => {
    const { id } = await open();
    await completeMatching(desk, id);
    await desk.call('requests.reopenStep', { id, step: 2 });
    await desk.call('requests.edit', { id, service: 'كسوة', need: 'شتاء' });
    const request = await get(id);
    expect(request.events.slice(0, 3).map((event) => event.kind)).toEqual([
      'edited',
      'stepReopened',
      'stepDone',
    ]);
    expect(request.events.at(-1)).toMatchObject({ kind: 'opened', clause: 'S.1' });
    expect(request).toMatchObject({ currentStep: 2, service: 'كسوة' });
    expect((await desk.call('requests.list', { phase: 'matching' })).rows.map((row) => row.id)).toEqual([id]);
    expect((await desk.call('requests.list', { phase: 'referral' })).total).toBe(0);
    expect(await desk.call('desk.find', { text: 'كسوة' })).toMatchObject([
      { kind: 'request', request: { id } },
    ]);
  });

  it('belong to the visit of the same person, or to none', async () => {
    const other = await desk.call('parties.add', person('نورة سعد المطيري', '1001244019'));
    const visit = await desk.call('visits.start', { partyId: other.id, purpose: 'supportRequest' });
    expect(
      await codeOf(() =>
        desk.call('requests.open', { partyId: party.id, visitId: visit.id, service: 'سلة' }),
      ),
    ).toBe('conflict');
    expect(await codeOf(() => desk.call('requests.open', { partyId: 99, service: 'سلة' }))).toBe('notFound');
    expect(
      await codeOf(() => desk.call('form.setRequirement', { id: 99, key: 'iban', state: 'matched' })),
    ).toBe('notFound');
  });
});
