import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommitteeMember } from '#shared/committee/committee.ts';
import type { Party } from '#shared/parties/party.ts';
import { holdSession, seatCommittee } from '../support/committee-desk.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { raisedRequest } from '../support/raised-request.ts';

const DAY_MS = 86_400_000;
/** 1448-06-26, day 14 of what was raised on the clock's first day. */
const DAY_14 = '2026-12-06';

let desk: TestDesk;
let party: Party;
let members: CommitteeMember[];
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  members = await seatCommittee(desk);
});
afterEach(() => desk.close());

const toDay14 = (): void => desk.clock.set(MORNING_MS + 14 * DAY_MS);

describe('the members of the research committee', () => {
  it('are kept in their order, and a membership ends instead of being deleted', async () => {
    const [chair, second] = members;
    await desk.call('committee.saveMember', {
      id: second!.id,
      member: { name: second!.name, role: 'member', fromDay: '2026-01-01', untilDay: '2026-10-31' },
    });
    const listed = await desk.call('committee.members');
    expect(listed.map(({ role }) => role)).toEqual(['chair', 'member', 'member']);
    // Who left comes last.
    expect(listed.at(-1)!.id).toBe(second!.id);
    await desk.call('committee.reorderMembers', { ids: [members[2]!.id, chair!.id, second!.id] });
    expect((await desk.call('committee.members')).map(({ id }) => id)).toEqual([
      members[2]!.id,
      chair!.id,
      second!.id,
    ]);
    expect(await codeOf(() => desk.call('committee.reorderMembers', { ids: [chair!.id] }))).toBe('conflict');
  });

  it('sit with one account once at a time', async () => {
    const staffId = desk.office().staff.listStaff()[0]!.id;
    const member = { name: 'سارة', staffId, fromDay: '2026-01-01', untilDay: '2026-06-30' };
    await desk.call('committee.saveMember', { id: null, member });
    expect(
      await codeOf(() =>
        desk.call('committee.saveMember', {
          id: null,
          member: { ...member, fromDay: '2026-06-30', untilDay: null },
        }),
      ),
    ).toBe('committeeMemberTwice');
    expect(
      await codeOf(() =>
        desk.call('committee.saveMember', {
          id: null,
          member: { ...member, fromDay: '2026-07-01', untilDay: null },
        }),
      ),
    ).toBe('none');
  });
});

describe('a session', () => {
  it('is numbered within its Hijri year, and takes what waits: urgent first, then by day', async () => {
    const first = await raisedRequest(desk, party.id);
    desk.clock.advance(DAY_MS);
    const second = await raisedRequest(desk, party.id);
    const urgent = await raisedRequest(desk, party.id, { level: 'urgent' });
    const waiting = await desk.call('committee.waiting', {});
    expect(waiting.rows.map(({ requestId }) => requestId)).toEqual([urgent.id, first.id, second.id]);
    expect(waiting).toMatchObject({ total: 3, due: 1 });
    expect(
      (await desk.call('committee.waiting', { onlyDue: true })).rows.map(({ number }) => number),
    ).toEqual([urgent.number]);
    const one = await desk.call('committee.plan', { day: DAY_14, requestIds: [first.id, second.id] });
    const two = await desk.call('committee.plan', { day: '2026-12-20' });
    const nextYear = await desk.call('committee.plan', { day: '2027-06-20' });
    expect([one, two, nextYear].map(({ hijriYear, number }) => [hijriYear, number])).toEqual([
      [1448, 1],
      [1448, 2],
      [1449, 1],
    ]);
    expect(one).toMatchObject({ state: 'planned', quorum: 2, place: '', cases: 2 });
    expect((await desk.call('committee.waiting', {})).rows.map(({ requestId }) => requestId)).toEqual([
      urgent.id,
    ]);
    // A case is on one agenda at a time.
    const act = () =>
      desk.call('committee.setAgenda', { id: two.id, version: two.version, requestIds: [first.id] });
    expect(await codeOf(act)).toBe('caseElsewhere');
    await desk.call('committee.deferCase', { id: one.id, requestId: first.id, reason: 'بانتظار الزيارة' });
    expect(await codeOf(act)).toBe('none');
    expect(
      await codeOf(() => desk.call('committee.deferCase', { id: one.id, requestId: first.id, reason: '' })),
    ).toBe('caseElsewhere');
  });

  it('takes no case that is not raised, and an undo gives the agenda back', async () => {
    const raised = await raisedRequest(desk, party.id);
    const open = await desk.call('requests.open', { partyId: party.id, service: 'كسوة' });
    expect(await codeOf(() => desk.call('committee.plan', { day: DAY_14, requestIds: [open.id] }))).toBe(
      'requestForbids',
    );
    const planned = await desk.call('committee.plan', { day: DAY_14, requestIds: [raised.id] });
    const { id } = planned;
    const emptied = await desk.call('committee.setAgenda', { id, version: planned.version, requestIds: [] });
    expect(emptied.agenda).toEqual([]);
    expect(
      await codeOf(() =>
        desk.call('committee.setAgenda', { id, version: planned.version, requestIds: [raised.id] }),
      ),
    ).toBe('conflict');
    const back = await desk.call('committee.setAgenda', {
      id,
      version: emptied.version,
      requestIds: [raised.id],
    });
    expect(back.agenda.map(({ number }) => number)).toEqual([raised.number]);
  });

  it('is not planned without members, nor moved into another year', async () => {
    for (const member of members)
      await desk.call('committee.saveMember', {
        id: member.id,
        member: { name: member.name, fromDay: '2026-01-01', untilDay: '2026-11-30' },
      });
    expect(await codeOf(() => desk.call('committee.plan', { day: '2026-12-01' }))).toBe('committeeEmpty');
    const { id, version } = await desk.call('committee.plan', { day: '2026-11-30' });
    expect(await codeOf(() => desk.call('committee.editSession', { id, version, day: '2027-06-20' }))).toBe(
      'sessionYear',
    );
  });

  it('gives its cases back when it is cancelled, keeps its number and says why', async () => {
    const raised = await raisedRequest(desk, party.id);
    const { id, version } = await desk.call('committee.plan', { day: DAY_14, requestIds: [raised.id] });
    const cancelled = await desk.call('committee.cancelSession', { id, version, reason: 'سفر الرئيس' });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'سفر الرئيس', number: 1 });
    expect((await desk.call('committee.waiting', {})).total).toBe(1);
    expect((await desk.call('committee.plan', { day: DAY_14 })).number).toBe(2);
    expect(await codeOf(() => desk.call('committee.attend', { id, attendance: [] }))).toBe('sessionForbids');
  });

  it('decides while there is a quorum, by those who are there', async () => {
    const raised = await raisedRequest(desk, party.id);
    toDay14();
    const { id } = await desk.call('committee.plan', { day: DAY_14, requestIds: [raised.id] });
    const decide = (votes: { memberId: CommitteeMember['id']; vote: 'for' | 'against' }[] = []) =>
      desk.call('committee.decide', { sessionId: id, requestId: raised.id, kind: 'accepted', votes });
    expect(await codeOf(() => decide())).toBe('quorumMissing');
    const attend = (present: readonly CommitteeMember[]) =>
      desk.call('committee.attend', {
        id,
        attendance: members.map((one) => ({ memberId: one.id, present: present.includes(one) })),
      });
    expect((await attend(members.slice(0, 1))).state).toBe('held');
    expect(await codeOf(() => decide())).toBe('quorumMissing');
    expect((await attend([])).state).toBe('planned');
    await attend(members.slice(0, 2));
    const [chair, second, away] = members as [CommitteeMember, CommitteeMember, CommitteeMember];
    expect(await codeOf(() => decide([{ memberId: away.id, vote: 'for' }]))).toBe('voterAbsent');
    expect(
      await codeOf(() =>
        decide([
          { memberId: chair.id, vote: 'against' },
          { memberId: second.id, vote: 'for' },
        ]),
      ),
    ).toBe('votesNotCarried');
    const decision = await decide([
      { memberId: chair.id, vote: 'for' },
      { memberId: second.id, vote: 'against' },
    ]);
    expect(decision.votes.map(({ name, vote }) => [name, vote])).toEqual([
      [chair.name, 'for'],
      [second.name, 'against'],
    ]);
    // Who voted was there.
    expect(await codeOf(() => attend([chair, away]))).toBe('sessionForbids');
    const after = await desk.call('committee.session', { id });
    expect(
      await codeOf(() => desk.call('committee.cancelSession', { id, version: after.version, reason: 'خطأ' })),
    ).toBe('sessionForbids');
  });

  it('takes no quorum along from a day on which the committee was smaller', async () => {
    const raised = await raisedRequest(desk, party.id);
    const [chair, ...later] = members;
    for (const { id, name } of later)
      await desk.call('committee.saveMember', { id, member: { name, fromDay: '2026-12-05' } });
    toDay14();
    const { id } = await desk.call('committee.plan', { day: '2026-12-01', requestIds: [raised.id] });
    const attendance = [{ memberId: chair!.id, present: true }];
    const { quorum, version } = await desk.call('committee.attend', { id, attendance });
    expect(quorum).toBe(1);
    const edit = (day: string) => desk.call('committee.editSession', { id, version, day });
    expect((await edit(DAY_14)).quorum).toBe(2);
    const decide = () =>
      desk.call('committee.decide', { sessionId: id, requestId: raised.id, kind: 'accepted' });
    expect(await codeOf(decide)).toBe('quorumMissing');
  });

  it('is closed with its minutes sealed, once, and takes nothing any more', async () => {
    const raised = await raisedRequest(desk, party.id);
    const left = await raisedRequest(desk, party.id);
    toDay14();
    const held = await holdSession(desk, DAY_14, [raised.id, left.id]);
    await desk.call('committee.decide', { sessionId: held.id, requestId: raised.id, kind: 'accepted' });
    const { version } = await desk.call('committee.session', { id: held.id });
    const draft = await desk.call('papers.make', { kind: 'sessionMinutes', sessionId: held.id });
    expect(draft.title).toContain('مسودة');
    expect(
      await codeOf(() => desk.call('committee.closeSession', { id: held.id, version: version - 1 })),
    ).toBe('conflict');
    const closed = await desk.call('committee.closeSession', { id: held.id, version });
    expect(closed).toMatchObject({ state: 'closed', decided: 1 });
    const [minutes] = await desk.call('sealed.list', { subject: { kind: 'committeeSession', id: held.id } });
    expect(minutes).toMatchObject({ id: closed.minutesDocumentId, kind: 'minutes', version: 1 });
    expect((await desk.call('papers.make', { kind: 'sessionMinutes', sessionId: held.id })).pdf).toEqual(
      (await desk.call('sealed.pdf', { id: minutes!.id })).pdf,
    );
    // What was not decided waits again; nothing else is taken.
    expect((await desk.call('committee.waiting', {})).rows.map(({ requestId }) => requestId)).toEqual([
      left.id,
    ]);
    for (const act of [
      () => desk.call('committee.decide', { sessionId: held.id, requestId: left.id, kind: 'accepted' }),
      () => desk.call('committee.closeSession', { id: held.id, version: closed.version }),
      () => desk.call('committee.setAgenda', { id: held.id, version: closed.version, requestIds: [] }),
    ])
      expect(await codeOf(act)).toBe('sessionForbids');
    // Its members sign it, each once; minutes are never voided.
    const sign = () =>
      desk.call('signatures.add', {
        documentId: minutes!.id,
        signatures: [{ signer: 'member', mode: 'account', memberId: members[0]!.id }],
      });
    expect(await codeOf(sign)).toBe('sealedForbids');
    expect(await codeOf(() => desk.call('sealed.void', { id: minutes!.id, reason: 'خطأ' }))).toBe(
      'sealedForbids',
    );
  });
});
