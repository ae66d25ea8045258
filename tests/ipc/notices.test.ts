import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Party } from '#shared/parties/party.ts';
import type { RequestId } from '#shared/ids.ts';
import { keepPicture } from '../support/attested-request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, toCommittee } from '../support/request-path.ts';

let desk: TestDesk;
let party: Party;
let id: RequestId;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  ({ id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' }));
  await toCommittee(desk, id);
});
afterEach(() => desk.close());

/** The committee sits, and whoever serves visitors goes on. */
async function decided(kind: 'accepted' | 'refused' | 'moreInformation'): Promise<void> {
  desk.become('منى علي', ['committeeMember', 'manager']);
  await decide(desk, id, kind);
  desk.become(`سعاد ${kind}`, ['receptionist']);
}

describe('telling a decision (S.5 «والرد عليه»)', () => {
  it('needs a decision', async () => {
    await expect(
      desk.call('notices.record', { requestId: id, channel: 'phoneCall', outcome: 'reached' }),
    ).rejects.toMatchObject({ details: { action: 'notify', reason: 'noDecision' } });
  });

  it('keeps the channel, who was told, the proof, and the same try in the contact register', async () => {
    await decided('accepted');
    const proof = await keepPicture(desk, 40);
    const notice = await desk.call('notices.record', {
      requestId: id,
      channel: 'socialMedia',
      outcome: 'reached',
      note: 'رسالة واتساب',
      proof,
    });
    expect(notice).toMatchObject({ outcome: 'reached', receiver: party.name, proof, withdrawn: false });
    const request = await desk.call('requests.get', { id });
    expect(request.decision?.notified).toBe(true);
    expect(request.events[0]).toMatchObject({ kind: 'notified', clause: 'S.5', text: party.name });
    const [contact] = await desk.call('contacts.list', {});
    expect(contact).toMatchObject({
      id: notice.contactId,
      partyId: party.id,
      channel: 'socialMedia',
      direction: 'out',
      answer: 'أُبلغ القرار. رسالة واتساب',
      nextAction: '',
    });
    expect(contact?.inquiry).toContain('1448-0001');
  });

  it('is asked for in the list of requests until it was told, and again once that was taken back', async () => {
    const untold = async () =>
      (await desk.call('requests.list', { view: 'untold' })).rows.map((one) => one.id);
    expect(await untold()).toEqual([]);
    await decided('refused');
    expect(await untold()).toEqual([id]);
    expect((await desk.call('requests.counts')).views.untold).toBe(1);
    const told = { requestId: id, channel: 'phoneCall', outcome: 'reached' } as const;
    const notice = await desk.call('notices.record', told);
    expect(await untold()).toEqual([]);
    await desk.call('notices.withdraw', { id: notice.id });
    expect(await untold()).toEqual([id]);
  });

  it('promises a next try where nobody answered, and keeps it once somebody was reached', async () => {
    await decided('refused');
    const input = { requestId: id, channel: 'phoneCall', outcome: 'noAnswer' } as const;
    expect(await codeOf(() => desk.call('notices.record', input))).toBe('invalidInput');
    expect(await codeOf(() => desk.call('notices.record', { ...input, againOn: '2026-11-22' }))).toBe(
      'dayPast',
    );
    const { againOn } = await desk.call('requests.reply', { id });
    const missed = await desk.call('notices.record', { ...input, againOn });
    expect(missed).toMatchObject({ receiver: '', outcome: 'noAnswer' });
    expect((await desk.call('requests.get', { id })).decision?.notified).toBe(false);
    const [due] = await desk.call('contacts.list', { openOnly: true });
    expect(due).toMatchObject({ id: missed.contactId, nextActionOn: againOn, closedAtMs: null });
    // A call that nobody answered is no contact with them: the list of whom to reach has them on that day.
    desk.clock.advance(24 * 60 * 60_000);
    const { rows } = await desk.call('outreach.list', { reason: 'followUp' });
    expect(rows.map(({ partyId }) => partyId)).toContain(party.id);

    const told = await desk.call('notices.record', { ...input, outcome: 'reached' });
    expect(await desk.call('contacts.list', { openOnly: true })).toEqual([]);
    // Undone: the promise stands again, and the request was told nothing.
    await desk.call('notices.withdraw', { id: told.id });
    expect((await desk.call('requests.get', { id })).decision?.notified).toBe(false);
    expect((await desk.call('contacts.list', { openOnly: true })).map((one) => one.id)).toEqual([
      missed.contactId,
    ]);
    expect((await desk.call('contacts.list', {})).map((one) => one.id)).not.toContain(told.contactId);
    expect(await codeOf(() => desk.call('notices.withdraw', { id: told.id }))).toBe('notFound');
    const gone = { id: told.contactId!, closed: true };
    expect(await codeOf(() => desk.call('contacts.setClosed', gone))).toBe('notFound');
    const [decision] = (await desk.call('requests.reply', { id })).decisions;
    expect(decision?.notices.map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
  });

  it('tells nobody in the applicant’s stead without a deed that holds', async () => {
    await decided('accepted');
    expect((await desk.call('requests.reply', { id })).representative).toBeNull();
    expect(
      await codeOf(() =>
        desk.call('notices.record', {
          requestId: id,
          channel: 'phoneCall',
          outcome: 'reached',
          receiver: 'representative',
        }),
      ),
    ).toBe('mayNotAct');
  });

  it('says beforehand how the applicant is reached safely', async () => {
    const owner = { owner: 'أخيها', hours: 'بعد المغرب', discreet: true };
    const her = await desk.call('parties.saveRecord', {
      record: {
        name: 'نورة سليمان عوض اللحياني',
        idKind: 'none',
        noIdReason: 'تجديد',
        contactPoints: [{ kind: 'mobile', value: '0508072675', ...owner }],
      },
    });
    const hers = await desk.call('requests.open', { partyId: her.id, service: 'كسوة' });
    id = hers.id;
    const { reach } = await desk.call('requests.reply', { id });
    expect(reach).toMatchObject([{ value: '+966508072675', ...owner }]);
  });

  it('is for who serves visitors, and the log names no words of it', async () => {
    await decided('moreInformation');
    await desk.call('notices.record', {
      requestId: id,
      channel: 'interview',
      outcome: 'reached',
      note: 'بكت ثم شكرت',
    });
    const rows = await desk.call('audit.list', { limit: 20 }).catch(() => []);
    expect(JSON.stringify(rows)).not.toContain('بكت');
    desk.become('سلطان علي', ['auditor']);
    expect(
      await codeOf(() =>
        desk.call('notices.record', { requestId: id, channel: 'interview', outcome: 'reached' }),
      ),
    ).toBe('notAllowed');
  });
});
