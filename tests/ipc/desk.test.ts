import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_RUN_PROFILE } from '#shared/organisation/profile.ts';
import type { Party } from '#shared/parties/party.ts';
import { VISIT_ACTIONS, nextVisitState, VISIT_STATES, type VisitState } from '#shared/visits/visit.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let party: Party;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
});
afterEach(() => desk.close());

const log = async (): Promise<string[]> => (await desk.call('audit.list', {})).map((event) => event.action);

describe('parties', () => {
  it('an identity number belongs to one person: the other one is named', async () => {
    await expect(desk.call('parties.add', person('نورة سعد', '١٠٥٨٥٢٩٩٤٠'))).rejects.toMatchObject({
      code: 'identifierTaken',
      details: { id: party.id, name: party.name },
    });
    const other = await desk.call('parties.add', person('نورة سعد', '1001244019'));
    expect(await codeOf(() => desk.call('parties.update', { id: other.id, party: person('نورة سعد') }))).toBe(
      'identifierTaken',
    );
    expect(await codeOf(() => desk.call('parties.update', { id: party.id, party: person() }))).toBe('none');
  });

  it('may have no identity, with a reason, as often as it happens', async () => {
    const none = { name: 'ظافر علي', idKind: 'none' as const, noIdReason: 'لم تصدر بعد' };
    await desk.call('parties.add', none);
    expect(await desk.call('parties.add', none)).toMatchObject({ idNumber: '', noIdReason: 'لم تصدر بعد' });
  });

  it('roles and changed fields are kept, the log names them and repeats no value', async () => {
    const updated = await desk.call('parties.update', {
      id: party.id,
      party: { ...person('فاطمة أحمد علي الحربية'), roles: ['volunteer', 'donor'] },
    });
    expect(updated).toMatchObject({ name: 'فاطمة أحمد علي الحربية', roles: ['donor', 'volunteer'] });
    const [event] = await desk.call('audit.list', {});
    expect(event).toMatchObject({ action: 'party.updated', details: { changed: ['name', 'roles'] } });
    expect(JSON.stringify(await desk.call('audit.list', {}))).not.toMatch(/1058529940|508072675|الحربية/u);
    expect((await desk.call('parties.list', { role: 'donor' })).rows.map((row) => row.id)).toEqual([
      party.id,
    ]);
  });

  it('a look at the page is logged, once for a quarter of an hour', async () => {
    await desk.call('parties.page', { id: party.id });
    await desk.call('parties.page', { id: party.id });
    expect((await log()).filter((action) => action === 'party.viewed')).toHaveLength(1);
    desk.become('مدقق', ['auditor']);
    await desk.call('parties.page', { id: party.id });
    desk.clock.advance(15 * 60_000);
    await desk.call('parties.page', { id: party.id });
    expect((await log()).filter((action) => action === 'party.viewed')).toHaveLength(3);
    expect(await codeOf(() => desk.call('parties.page', { id: 99 }))).toBe('notFound');
  });

  it('every field says what it lacks', async () => {
    const wrong = { ...person('فاطمة', '1058529941'), mobile: '0528072675' };
    await expect(desk.call('parties.add', wrong)).rejects.toMatchObject({
      code: 'invalidInput',
      details: {
        name: 'name.short',
        idNumber: expect.stringMatching(/^nationalId\./u),
        mobile: expect.stringMatching(/^mobile\./u),
      },
    });
  });
});

describe('visits', () => {
  const start = (serve = false) =>
    desk.call('visits.start', { partyId: party.id, purpose: 'inquiry', serve });

  it.each(VISIT_STATES.flatMap((state) => VISIT_ACTIONS.map((action) => [state, action] as const)))(
    '%s · %s',
    async (state, action) => {
      const ways: Record<VisitState, readonly ('serve' | 'finish' | 'leave')[]> = {
        waiting: [],
        serving: ['serve'],
        served: ['serve', 'finish'],
        left: ['leave'],
      };
      const { id } = await start();
      for (const step of ways[state]) await desk.call('visits.act', { id, action: step });
      const before = await desk.call('visits.get', { id });
      const expected = nextVisitState(state, action);
      if (expected === null) {
        await expect(desk.call('visits.act', { id, action })).rejects.toMatchObject({
          code: 'visitStateForbids',
          details: { state, action },
        });
        expect(await desk.call('visits.get', { id })).toEqual(before);
      } else expect(await desk.call('visits.act', { id, action })).toMatchObject({ state: expected });
    },
  );

  it('keep their times, and an undo takes back its own alone', async () => {
    const { id } = await start();
    const arrived = desk.clock.nowMs();
    desk.clock.advance(60_000);
    await desk.call('visits.act', { id, action: 'serve' });
    desk.clock.advance(60_000);
    const finished = await desk.call('visits.act', { id, action: 'finish' });
    expect(finished).toMatchObject({
      arrivedAtMs: arrived,
      servedFromMs: arrived + 60_000,
      endedAtMs: arrived + 120_000,
      officerName: 'سارة محمد المطيري',
    });
    expect(await desk.call('visits.act', { id, action: 'reopen' })).toEqual({
      ...finished,
      state: 'serving',
      endedAtMs: null,
    });
    expect(await desk.call('visits.act', { id, action: 'returnToQueue' })).toMatchObject({
      servedFromMs: null,
      officerName: null,
    });
  });

  it('are called in the order of arrival, of today only', async () => {
    const yesterday = await start();
    desk.clock.advance(86_400_000);
    const first = await start();
    desk.clock.advance(1000);
    const second = await start();
    expect((await desk.call('visits.callNext'))?.id).toBe(first.id);
    expect((await desk.call('visits.callNext'))?.id).toBe(second.id);
    expect(await desk.call('visits.callNext')).toBeNull();
    expect((await desk.call('visits.get', { id: yesterday.id })).state).toBe('waiting');
    const days = await desk.call('visits.list', { from: '2026-11-22', to: '2026-11-22' });
    expect(days.map((visit) => visit.id)).toEqual([yesterday.id]);
  });

  it('have tickets from 1 each day where the office wants them', async () => {
    expect((await start()).ticket).toBeNull();
    await desk.call('organisation.update', { ...FIRST_RUN_PROFILE, tickets: true });
    expect([(await start()).ticket, (await start()).ticket]).toEqual([1, 2]);
    // 23:59 and 00:01 in Riyadh.
    desk.clock.set(Date.UTC(2026, 10, 22, 20, 59));
    expect((await start()).ticket).toBe(3);
    desk.clock.advance(120_000);
    expect(await start()).toMatchObject({ ticket: 1, day: '2026-11-23' });
  });

  it('an answer keeps the time at which it was given', async () => {
    const { id } = await start(true);
    const asked = await desk.call('visits.addInquiry', { visitId: id, question: 'متى؟', outcome: 'open' });
    const inquiry = asked.inquiries[0]!;
    desk.clock.advance(1000);
    const answer = { id: inquiry.id, question: 'متى؟', answer: 'غدًا', outcome: 'answered' as const };
    const answered = await desk.call('visits.updateInquiry', answer);
    desk.clock.advance(1000);
    const again = await desk.call('visits.updateInquiry', { ...answer, answer: 'غدًا بإذن الله' });
    expect(again.inquiries[0]!.answeredAtMs).toBe(answered.inquiries[0]!.answeredAtMs);
    expect(
      (await desk.call('visits.updateInquiry', { ...answer, outcome: 'referred' })).inquiries[0]!
        .answeredAtMs,
    ).toBeNull();
    expect(await codeOf(() => desk.call('visits.updateInquiry', { ...answer, id: 99 }))).toBe('notFound');
    expect(await codeOf(() => desk.call('visits.saveNote', { id: 99, note: '' }))).toBe('notFound');
    expect(await codeOf(() => desk.call('visits.start', { partyId: 99, purpose: 'inquiry' }))).toBe(
      'notFound',
    );
  });
});

describe('contacts', () => {
  const contact = { channel: 'phoneCall' as const, direction: 'in' as const, inquiry: 'وين وصلت معاملتي؟' };

  it('due today and overdue stand on the desk, until they are ticked off', async () => {
    const due = { ...contact, partyId: party.id, nextAction: 'معاودة الاتصال' };
    const tomorrow = await desk.call('contacts.log', { ...due, nextActionOn: '2026-11-23' });
    const today = await desk.call('contacts.log', { ...due, nextActionOn: '2026-11-22' });
    const late = await desk.call('contacts.log', { ...due, nextActionOn: '2026-11-20' });
    const ids = async (): Promise<number[]> => (await desk.call('desk.today')).due.map((one) => one.id);
    expect(await ids()).toEqual([late.id, today.id]);
    expect(await desk.call('contacts.setClosed', { id: late.id, closed: true })).toMatchObject({
      closedAtMs: desk.clock.nowMs(),
    });
    expect(await ids()).toEqual([today.id]);
    expect(await desk.call('contacts.setClosed', { id: late.id, closed: false })).toMatchObject({
      closedAtMs: null,
    });
    expect(await ids()).toEqual([late.id, today.id]);
    desk.clock.advance(86_400_000);
    expect(await ids()).toEqual([late.id, today.id, tomorrow.id]);
    expect((await desk.call('contacts.list', { openOnly: true })).length).toBe(3);
    expect(await desk.call('contacts.list', { channel: 'letter' })).toEqual([]);
  });

  it('refuses a day without an act, and nobody to talk to', async () => {
    expect(
      await codeOf(() =>
        desk.call('contacts.log', { ...contact, partyId: party.id, nextActionOn: '2026-11-22' }),
      ),
    ).toBe('invalidInput');
    expect(await codeOf(() => desk.call('contacts.log', { ...contact, partyId: 99 }))).toBe('notFound');
    expect(await codeOf(() => desk.call('contacts.setClosed', { id: 99, closed: true }))).toBe('notFound');
  });
});

describe('drafts', () => {
  const draft = { kind: 'newVisit' as const, key: '', title: 'زيارة', data: { name: 'فاطمة', step: 2 } };

  it('are there again after the program was killed, for the one who typed them', async () => {
    await desk.call('drafts.save', draft);
    await desk.call('drafts.save', { ...draft, data: { name: 'فاطمة أحمد' } });
    await desk.call('drafts.save', { ...draft, kind: 'contact', key: `party:${party.id}` });
    desk.app.holder.open();
    desk.app.session.open(desk.office().staff.listStaff()[0]!);
    const drafts = await desk.call('drafts.list');
    expect(drafts).toHaveLength(2);
    expect(drafts.find((one) => one.kind === 'newVisit')).toMatchObject({ data: { name: 'فاطمة أحمد' } });
    expect((await desk.call('desk.today')).drafts).toHaveLength(2);
    desk.become('خالد سعد', ['receptionist']);
    expect(await desk.call('drafts.list')).toEqual([]);
    await desk.call('drafts.discard', { kind: 'newVisit', key: '' });
    desk.app.session.open(
      desk
        .office()
        .staff.listStaff()
        .find((one) => one.roles.includes('administrator'))!,
    );
    expect(await desk.call('drafts.list')).toHaveLength(2);
  });

  it('go when they are discarded, also twice', async () => {
    await desk.call('drafts.save', draft);
    await desk.call('drafts.discard', { kind: 'newVisit', key: '' });
    await desk.call('drafts.discard', { kind: 'newVisit', key: '' });
    expect(await desk.call('drafts.list')).toEqual([]);
    expect((await log()).filter((action) => action.startsWith('draft.'))).toEqual([
      'draft.discarded',
      'draft.saved',
    ]);
  });
});

describe('the profile', () => {
  it('is kept whole, and the log says which parts changed', async () => {
    const changed = {
      ...FIRST_RUN_PROFILE,
      letterhead: { ...FIRST_RUN_PROFILE.letterhead, brand: { text: 'X', shown: false } },
    };
    expect(await desk.call('organisation.update', changed)).toEqual(changed);
    const [event] = await desk.call('audit.list', {});
    expect(event).toMatchObject({
      action: 'organisation.updated',
      details: { changed: ['letterhead.brand.text', 'letterhead.brand.shown'] },
    });
  });
});
