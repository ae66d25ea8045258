import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Party } from '#shared/parties/party.ts';
import type { RequestId } from '#shared/ids.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching } from '../support/request-form.ts';
import { toCommittee } from '../support/request-path.ts';

const DAY = 24 * 60 * 60_000;
let desk: TestDesk;
let party: Party;
let id: RequestId;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  ({ id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' }));
});
afterEach(() => desk.close());

const kinds = async (): Promise<string[]> =>
  (await desk.call('requests.get', { id })).events.map((event) => event.kind);

describe('the course of a request', () => {
  it('begins with whoever received the applicant, and is handed on with a reason', async () => {
    expect((await desk.call('requests.get', { id })).assignedTo?.name).toBe('سارة محمد المطيري');
    const officers = await desk.call('requests.officers');
    const noura = desk.become('نورة سعد', ['receptionist']);
    desk.become('خالد فهد', ['auditor']);
    desk.become('منى علي', ['receptionist']);
    expect(officers.map(({ name }) => name)).toEqual(['سارة محمد المطيري']);
    expect((await desk.call('requests.officers')).map(({ name }) => name)).not.toContain('خالد فهد');
    const after = await desk.call('requests.transfer', { id, to: noura.id, reason: 'في إجازة' });
    expect(after.assignedTo).toEqual({ id: noura.id, name: 'نورة سعد' });
    expect(after.events[0]).toMatchObject({
      kind: 'transferred',
      text: 'نورة سعد، في إجازة',
      officerName: 'منى علي',
    });
    // Not to somebody who serves nobody.
    const auditor = desk.become('سلطان علي', ['auditor']);
    desk.become('هند علي', ['receptionist']);
    expect(await codeOf(() => desk.call('requests.transfer', { id, to: auditor.id, reason: 'سبب' }))).toBe(
      'notFound',
    );
    expect(await codeOf(() => desk.call('requests.transfer', { id, to: 99, reason: ' ' }))).toBe(
      'invalidInput',
    );
  });

  it('changes its level with a reason that stays with it', async () => {
    const after = await desk.call('requests.setLevel', { id, level: 'urgent', reason: 'حريق في المنزل' });
    expect(after).toMatchObject({ level: 'urgent', levelReason: 'حريق في المنزل' });
    expect(after.events[0]).toMatchObject({ kind: 'levelUrgent', text: 'حريق في المنزل', clause: 'S.0' });
    expect(await codeOf(() => desk.call('requests.setLevel', { id, level: 'ordinary', reason: '' }))).toBe(
      'invalidInput',
    );
  });

  it('is withdrawn and goes on where it stood; nothing is done to it meanwhile', async () => {
    await completeMatching(desk, id);
    const withdrawn = await desk.call('requests.withdraw', { id, reason: 'وجدت جهة أخرى' });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', phase: 'withdrawn', currentStep: null });
    expect(withdrawn.allowed).toContain('reopen');
    for (const act of [
      () => desk.call('requests.skipReferral', { id }),
      () => desk.call('requests.edit', { id, service: 'كسوة', need: '' }),
      () => desk.call('requests.setLevel', { id, level: 'urgent', reason: 'سبب' }),
      () => desk.call('requests.withdraw', { id, reason: 'مرة أخرى' }),
      () => desk.call('form.setRequirement', { id, key: 'iban', state: 'matched' }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'requestForbids', details: { reason: 'notOpen' } });
    const reopened = await desk.call('requests.reopen', { id, reason: 'عادت' });
    expect(reopened).toMatchObject({ state: 'open', phase: 'referral', currentStep: 3 });
    expect(await kinds()).toEqual(['reopened', 'withdrawn', 'stepDone', 'opened']);
    await expect(desk.call('requests.reopen', { id, reason: 'ثانية' })).rejects.toMatchObject({
      details: { reason: 'alreadyOpen' },
    });
  });

  it('moves both days by exactly the five that its clock stood', async () => {
    const raised = await toCommittee(desk, id);
    expect(raised).toMatchObject({
      raisedOn: '2026-11-22',
      notBefore: '2026-12-06',
      targetOn: '2026-12-22',
      stopped: null,
    });
    desk.clock.set(MORNING_MS + 3 * DAY);
    const stopped = await desk.call('requests.stop', { id, kind: 'applicant', reason: 'سافرت لعلاج والدها' });
    expect(stopped).toMatchObject({
      stopped: 'applicant',
      stop: { kind: 'applicant', fromDay: '2026-11-25', reason: 'سافرت لعلاج والدها' },
    });
    await expect(desk.call('requests.stop', { id, kind: 'office', reason: 'سبب' })).rejects.toMatchObject({
      details: { reason: 'stopped' },
    });
    desk.clock.set(MORNING_MS + 8 * DAY);
    const resumed = await desk.call('requests.resume', { id, note: 'عادت' });
    expect(resumed).toMatchObject({
      stopped: null,
      stop: null,
      notBefore: addDays('2026-12-06', 5),
      targetOn: addDays('2026-12-22', 5),
    });
    expect((await kinds()).slice(0, 2)).toEqual(['resumed', 'stopped']);
    await expect(desk.call('requests.resume', { id })).rejects.toMatchObject({
      details: { reason: 'notStopped' },
    });
  });

  it('takes a day for what is missing, not one that has passed', async () => {
    const after = await desk.call('requests.setReturnDay', { id, day: '2026-11-24' });
    expect(after.returnOn).toBe('2026-11-24');
    expect(await codeOf(() => desk.call('requests.setReturnDay', { id, day: '2026-11-21' }))).toBe(
      'dayPassed',
    );
    expect((await desk.call('requests.setReturnDay', { id, day: null })).returnOn).toBeNull();
  });

  it('writes every act into the log, which names no reason', async () => {
    await desk.call('requests.setLevel', { id, level: 'urgent', reason: 'مرض مزمن' });
    await desk.call('requests.stop', { id, kind: 'office', reason: 'مرض الموظف' });
    await desk.call('requests.resume', { id });
    await desk.call('requests.withdraw', { id, reason: 'مرض' });
    await desk.call('requests.reopen', { id, reason: 'شفيت' });
    const rows = await desk.call('audit.list', { limit: 20 });
    const actions = rows.map((row) => row.action).filter((action) => action.startsWith('request.'));
    expect(actions).toEqual([
      'request.reopened',
      'request.withdrawn',
      'request.resumed',
      'request.stopped',
      'request.levelSet',
      'request.opened',
    ]);
    expect(JSON.stringify(rows)).not.toContain('مرض');
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});
