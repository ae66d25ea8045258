import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DecidedInput } from '#shared/committee/committee-contract.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { CommitteeSessionId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { clause } from '#shared/policy/clauses.ts';
import { REPLY_MODES, type ReplyMode } from '#shared/requests/reply-clock.ts';
import { finishResearch, holdSession, seatCommittee } from '../support/committee-desk.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { type Raised, raisedRequest } from '../support/raised-request.ts';

const DAY_MS = 86_400_000;
const RAISED_ON = '2026-11-22';
const DAY_13 = addDays(RAISED_ON, 13);
const DAY_14 = addDays(RAISED_ON, 14);
const REFUSAL = {
  kind: 'refused',
  clause: 'S.2',
  reason: 'لم تُقدَّم المعلومات المطلوبة',
  wouldChange: 'تقديم مشهد دخل حديث',
} as const;

let desk: TestDesk;
let party: Party;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
});
afterEach(() => desk.close());

const at = (day: number): void => desk.clock.set(MORNING_MS + day * DAY_MS);
const phase = async ({ id }: Raised): Promise<string> => (await desk.call('requests.get', { id })).phase;

/** Decides a case of a session of its own, on a day after raising. */
async function decideOn(day: number, raised: Raised, decided: Omit<DecidedInput, 'requestId'>) {
  at(day);
  const session = await holdSession(desk, addDays(RAISED_ON, day), [raised.id]);
  return desk.call('committee.decide', { ...decided, sessionId: session.id, requestId: raised.id });
}
const letterOf = async (id: number) => {
  const letter = await desk.call('letters.get', { id });
  return { ...letter, text: plainText(letter.content.body) };
};

describe('a decision of the committee (S.5)', () => {
  beforeEach(async () => {
    await seatCommittee(desk);
  });

  it('accepts: the registration is next, what was granted is told, and nobody decides twice', async () => {
    const raised = await raisedRequest(desk, party.id);
    const decision = await decideOn(14, raised, {
      kind: 'accepted',
      granted: { service: 'سلة غذائية', unit: 'سلة', frequency: 'monthly', times: 6, valueHalalas: 30_000 },
    });
    expect(decision).toMatchObject({
      kind: 'accepted',
      decidedOn: DAY_14,
      earlyReason: '',
      conflictNote: '',
    });
    expect(await phase(raised)).toBe('registration');
    const letter = await letterOf(decision.letterId!);
    expect(letter).toMatchObject({ state: 'draft', requestId: raised.id, partyId: party.id });
    expect(letter.text).toContain('سلة غذائية، سلة، بقيمة ٣٠٠ ريال، شهريًا (عدد المرات: ٦)');
    const again = () =>
      desk.call('committee.decide', {
        sessionId: decision.sessionId!,
        requestId: raised.id,
        kind: 'accepted',
      });
    expect(await codeOf(again)).toBe('requestForbids');
  });

  it('refuses: with the clause whole, why, what would change it and whom to appeal to', async () => {
    await desk.call('committee.saveSetting', { appealLevel: 'الأمين العام' });
    const raised = await raisedRequest(desk, party.id);
    const decision = await decideOn(14, raised, REFUSAL);
    expect(await desk.call('requests.get', { id: raised.id })).toMatchObject({
      state: 'refused',
      phase: 'refused',
    });
    const { text, subject } = await letterOf(decision.letterId!);
    expect(subject).toContain('الاعتذار');
    for (const part of [REFUSAL.reason, REFUSAL.wouldChange, clause('S.2').text, 'الأمين العام'])
      expect(text).toContain(part);
    expect(text).not.toContain('{');
  });

  it("refuses by the office's own rule, as it was written", async () => {
    const rule = 'دليل سياسة الدعم للمستفيدين: المادة الرابعة';
    const decision = await decideOn(14, await raisedRequest(desk, party.id), { ...REFUSAL, clause: rule });
    expect((await letterOf(decision.letterId!)).text).toContain(`استنادًا إلى: ${rule}.`);
  });

  it('asks for more: the clock stands, and the case is before it again once it goes on', async () => {
    const raised = await raisedRequest(desk, party.id);
    const decision = await decideOn(5, raised, {
      kind: 'moreInformation',
      reason: 'مشهد دخل حديث\nعقد الإيجار',
    });
    expect(await desk.call('requests.get', { id: raised.id })).toMatchObject({
      phase: 'committee',
      stop: { kind: 'moreInformation', fromDay: addDays(RAISED_ON, 5) },
    });
    expect((await letterOf(decision.letterId!)).text).toContain('عقد الإيجار');
    expect((await desk.call('committee.waiting', {})).total).toBe(0);
    at(10);
    await desk.call('requests.resume', { id: raised.id });
    // Five days pass by no clock: day 14 comes five days later.
    const [line] = (await desk.call('committee.waiting', {})).rows;
    expect(line).toMatchObject({
      notBefore: addDays(DAY_14, 5),
      targetOn: addDays(RAISED_ON, 35),
    });
    // Not in the session that asked, whose day is past: its minutes would lose what it asked for.
    const accepted = { requestId: raised.id, kind: 'accepted', earlyReason: 'وصل المطلوب' } as const;
    const decideIn = (sessionId: CommitteeSessionId) =>
      desk.call('committee.decide', { ...accepted, sessionId, confirmClock: true });
    expect(await codeOf(() => decideIn(decision.sessionId!))).toBe('conflict');
    const next = await holdSession(desk, addDays(RAISED_ON, 10), [raised.id]);
    expect((await decideIn(next.id)).decidedOn).toBe(addDays(RAISED_ON, 10));
  });

  const expected: Readonly<Record<ReplyMode, readonly [day13: string, day14: string]>> = {
    notice: ['replyEarly', 'none'],
    floor: ['replyBlocked', 'none'],
    ceiling: ['none', 'none'],
  };
  it.each(REPLY_MODES)('before day 14 and on it, where the office reads it as %s', async (mode) => {
    const kinds = [{ kind: 'accepted' }, REFUSAL] as const;
    const early = [
      await raisedRequest(desk, party.id, { mode }),
      await raisedRequest(desk, party.id, { mode }),
    ];
    const due = [
      await raisedRequest(desk, party.id, { mode }),
      await raisedRequest(desk, party.id, { mode }),
    ];
    for (const [day, cases] of [
      [13, early],
      [14, due],
    ] as const)
      for (const [index, decided] of kinds.entries())
        expect(await codeOf(() => decideOn(day, cases[index]!, decided))).toBe(expected[mode][day - 13]);
  });

  it('says why it comes before its day; in the floor mode a manager says it; urgent ones are exempt', async () => {
    const notice = await raisedRequest(desk, party.id);
    const floor = await raisedRequest(desk, party.id, { mode: 'floor' });
    const urgent = await raisedRequest(desk, party.id, { mode: 'floor', level: 'urgent' });
    const early = { kind: 'accepted', earlyReason: 'حاجة لا تحتمل الانتظار' } as const;
    expect(await decideOn(13, notice, early)).toMatchObject({
      earlyReason: early.earlyReason,
      overrideByName: null,
    });
    expect((await decideOn(13, urgent, early)).earlyReason).toBe('');
    expect((await decideOn(13, floor, early)).overrideByName).toBe('سارة محمد المطيري');
  });

  it('lets nobody but a manager override the floor', async () => {
    const floor = await raisedRequest(desk, party.id, { mode: 'floor' });
    at(13);
    const session = await holdSession(desk, DAY_13, [floor.id]);
    desk.become('نواف العتيبي', ['committeeMember']);
    const decide = () =>
      desk.call('committee.decide', {
        sessionId: session.id,
        requestId: floor.id,
        kind: 'accepted',
        earlyReason: 'حاجة عاجلة',
      });
    expect(await codeOf(decide)).toBe('replyBlocked');
  });

  it('is not taken before the day of its session has come, nor on data that changed since they were signed', async () => {
    const raised = await raisedRequest(desk, party.id);
    at(12);
    const { id } = await desk.call('committee.plan', { day: DAY_14, requestIds: [raised.id] });
    const accept = () =>
      desk.call('committee.decide', { sessionId: id, requestId: raised.id, kind: 'accepted' });
    const attendance = (await desk.call('committee.members')).map((one) => ({
      memberId: one.id,
      present: true,
    }));
    const attend = () => desk.call('committee.attend', { id, attendance });
    // Nobody was there yet: a session of a day to come is not told as held, nor its minutes sealed.
    expect(await codeOf(attend)).toBe('dayNotCome');
    expect(await codeOf(accept)).toBe('dayNotCome');
    at(14);
    await attend();
    await desk.call('parties.update', { id: party.id, party: { ...person('فاطمة أحمد علي الزهراني') } });
    expect(await codeOf(accept)).toBe('requestForbids');
    // A refusal needs no signatures.
    expect(
      await codeOf(() => desk.call('committee.decide', { ...REFUSAL, sessionId: id, requestId: raised.id })),
    ).toBe('none');
  });

  it('is voided with a reason: it stays, its draft goes, and the request is before the committee again', async () => {
    const raised = await raisedRequest(desk, party.id);
    const decision = await decideOn(14, raised, REFUSAL);
    const voided = await desk.call('committee.voidDecision', {
      id: decision.id,
      reason: 'سُجّل على غير صاحبه',
    });
    expect(voided.voided).toMatchObject({ reason: 'سُجّل على غير صاحبه' });
    expect(await desk.call('requests.get', { id: raised.id })).toMatchObject({
      state: 'open',
      phase: 'committee',
    });
    expect(await codeOf(() => letterOf(decision.letterId!))).toBe('notFound');
    const found = await desk.call('committee.case', { requestId: raised.id });
    expect(found.decisions).toHaveLength(1);
    expect(await codeOf(() => desk.call('committee.voidDecision', { id: decision.id, reason: 'x' }))).toBe(
      'requestForbids',
    );
    // Decided anew in the same session.
    const again = { sessionId: decision.sessionId!, requestId: raised.id, kind: 'accepted' } as const;
    expect(await codeOf(() => desk.call('committee.decide', again))).toBe('none');
  });

  it('is not voided while its letter stands issued', async () => {
    const raised = await raisedRequest(desk, party.id);
    const decision = await decideOn(14, raised, REFUSAL);
    const letter = await letterOf(decision.letterId!);
    const signatory = { title: 'رئيسة مجلس الإدارة', name: 'سارة محمد المطيري' };
    await desk.call('letters.save', {
      id: letter.id,
      version: letter.version,
      content: { ...letter.content, signatory },
    });
    const { referenceNumber } = await desk.call('letters.issue', { id: letter.id });
    await expect(
      desk.call('committee.voidDecision', { id: decision.id, reason: 'خطأ' }),
    ).rejects.toMatchObject({
      code: 'letterStands',
      details: { number: referenceNumber },
    });
    await desk.call('letters.void', { id: letter.id, reason: 'خطأ' });
    expect(await codeOf(() => desk.call('committee.voidDecision', { id: decision.id, reason: 'خطأ' }))).toBe(
      'none',
    );
  });
});

describe('a conflict of interest: who researched a case decides it', () => {
  it('warns, is acknowledged with a reason, and stays told; an abstention is none', async () => {
    const manager = desk.office().staff.listStaff()[0]!;
    const researcher = desk.become('منى بنت سعيد القثامي', ['socialResearchOfficer', 'committeeMember']);
    desk.app.session.open(manager);
    const [, member] = await seatCommittee(desk, researcher);
    const [first, second] = [await raisedRequest(desk, party.id), await raisedRequest(desk, party.id)];
    for (const { id } of [first, second]) finishResearch(desk, id, researcher);
    const shown = await desk.call('committee.case', { requestId: first.id });
    expect(shown).toMatchObject({ researchedBy: [member!.id], research: { recommendation: 'accept' } });
    await expect(decideOn(14, first, { kind: 'accepted' })).rejects.toMatchObject({
      code: 'conflictNotAcknowledged',
      details: { names: researcher.name },
    });
    const noted = { kind: 'accepted', conflictNote: 'لا باحث غيرها في القرية' } as const;
    const { rows } = await desk.call('committee.sessions', {});
    const sessionId = rows[0]!.id;
    expect(await desk.call('committee.decide', { ...noted, sessionId, requestId: first.id })).toMatchObject({
      conflictNote: noted.conflictNote,
    });
    const members = await desk.call('committee.members');
    const votes = members.map(({ id }) => ({
      memberId: id,
      vote: id === member!.id ? ('abstained' as const) : ('for' as const),
    }));
    expect((await decideOn(14, second, { kind: 'accepted', votes })).conflictNote).toBe('');
  });
});
