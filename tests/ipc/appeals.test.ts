import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '#shared/ids.ts';
import { plainText } from '#shared/letters/rich-text.ts';
import { keepPicture } from '../support/attested-request.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, receiveAll, toCommittee } from '../support/request-path.ts';

const DAY = 24 * 60 * 60_000;
let desk: TestDesk;
let id: RequestId;
beforeEach(async () => {
  desk = await openOffice();
  const party = await desk.call('parties.add', person());
  ({ id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' }));
  await toCommittee(desk, id);
});
afterEach(() => desk.close());

async function refused(): Promise<void> {
  desk.become('منى علي', ['committeeMember', 'manager']);
  await decide(desk, id, 'refused');
}
const receive = (more: object = {}) =>
  desk.call('appeals.receive', {
    requestId: id,
    receivedOn: '2026-11-22',
    text: 'تغيّر دخل الأسرة بعد القرار',
    ...more,
  });
const ANSWER = {
  answer: 'الدخل لا يغطي الحاجة بعد وفاة العائل',
  answeredOn: '2026-11-25',
  answeredByName: 'سعد العتيبي، رئيس المجلس',
} as const;

describe('an appeal (تظلّم)', () => {
  it('is of a refusal alone, and one at a time', async () => {
    await expect(receive()).rejects.toMatchObject({ details: { action: 'appeal', reason: 'notRefused' } });
    await refused();
    await receive();
    await expect(receive()).rejects.toMatchObject({ details: { reason: 'appealOpen' } });
  });

  it('goes to the level that the settings name, with the first decision beside it and its paper kept', async () => {
    await refused();
    const setting = await desk.call('committee.setting');
    await desk.call('committee.saveSetting', { ...setting, appealLevel: 'لجنة التظلّمات' });
    const paper = await keepPicture(desk, 70);
    const appeal = await receive({ paper });
    expect(appeal).toMatchObject({ level: 'لجنة التظلّمات', paper, answer: null });
    // Another name of the level later does not change where this one went.
    await desk.call('committee.saveSetting', { ...setting, appealLevel: 'مجلس الإدارة' });
    const reply = await desk.call('requests.reply', { id });
    expect(reply.appeals).toMatchObject([{ id: appeal.id, level: 'لجنة التظلّمات' }]);
    expect(reply.decisions).toMatchObject([
      { id: appeal.decisionId, kind: 'refused', clause: 'T.3', wouldChange: 'نقص الدخل' },
    ]);
    const request = await desk.call('requests.get', { id });
    expect(request).toMatchObject({ appealOpen: true, state: 'refused' });
    expect(request.events[0]).toMatchObject({ kind: 'appealed', text: 'لجنة التظلّمات' });
  });

  it('is received neither before the refusal nor on a day to come', async () => {
    await refused();
    for (const receivedOn of ['2026-11-21', '2026-11-23'])
      await expect(receive({ receivedOn })).rejects.toMatchObject({
        code: 'appealDay',
        details: { after: '2026-11-22', today: '2026-11-22' },
      });
    expect(await codeOf(() => receive({ text: ' ' }))).toBe('invalidInput');
  });

  it('upheld: the refusal stands', async () => {
    await refused();
    const { id: appeal } = await receive();
    desk.clock.set(MORNING_MS + 3 * DAY);
    const answered = await desk.call('appeals.answer', { id: appeal, outcome: 'upheld', ...ANSWER });
    expect(answered.answer).toMatchObject({
      outcome: 'upheld',
      byName: ANSWER.answeredByName,
      answeredOn: '2026-11-25',
      enteredByName: 'منى علي',
    });
    expect(await desk.call('requests.get', { id })).toMatchObject({
      state: 'refused',
      phase: 'refused',
      appealOpen: false,
    });
    await expect(
      desk.call('appeals.answer', { id: appeal, outcome: 'changed', ...ANSWER }),
    ).rejects.toMatchObject({ details: { reason: 'noAppeal' } });
  });

  it('changed: a decision of its own beside the first one, and the request goes on at S.6', async () => {
    await refused();
    const { id: appeal } = await receive();
    desk.clock.set(MORNING_MS + 3 * DAY);
    await desk.call('appeals.answer', { id: appeal, outcome: 'changed', ...ANSWER });
    const request = await desk.call('requests.get', { id });
    expect(request).toMatchObject({ state: 'open', phase: 'registration', currentStep: 6 });
    expect(request.decision).toMatchObject({ kind: 'accepted', notified: false, decidedOn: '2026-11-25' });
    const { decisions } = await desk.call('requests.reply', { id });
    expect(decisions).toMatchObject([
      { kind: 'accepted', appealId: appeal, sessionId: null, reason: ANSWER.answer },
      { kind: 'refused', appealId: null },
    ]);
    // What was asked for is what is granted, and a letter that tells it waits for its signatory.
    const [own] = (await desk.call('committee.case', { requestId: id })).decisions;
    expect(own?.granted).toMatchObject({ service: 'سلة غذائية', quantity: 1 });
    const letter = await desk.call('letters.get', { id: own!.letterId! });
    expect(letter).toMatchObject({ state: 'draft', requestId: id });
    const told = plainText(letter.content.body);
    expect(told).toContain('سلة غذائية');
    // By whose answer it is: the committee had refused.
    expect(told).toContain('نُظر في تظلّمكم المرفوع إلى مجلس الإدارة من قرار لجنة البحث');
    expect(told).not.toContain('لجنة البحث بالجمعية درست الطلب');
    await receiveAll(desk, id);
    desk.become('هند علي', ['receptionist']);
    expect((await desk.call('requests.completeRegistration', { id })).phase).toBe('service');
  });

  it('changed by who is no manager shows the signed paper of who changed it', async () => {
    await refused();
    const { id: appeal } = await receive();
    desk.clock.set(Date.UTC(2026, 10, 25, 7));
    const paper = await keepPicture(desk, 71);
    const { staff } = desk.app.session.current()!;
    desk.app.session.open({ ...staff, roles: ['receptionist', 'socialResearchOfficer'] });
    const answer = (more: object = {}) =>
      desk.call('appeals.answer', { id: appeal, outcome: 'changed', ...ANSWER, ...more });
    expect(await codeOf(() => answer())).toBe('appealPaperMissing');
    expect((await desk.call('requests.get', { id })).state).toBe('refused');
    expect((await answer({ paper })).answer?.paper).toEqual(paper);
    expect((await desk.call('requests.get', { id })).phase).toBe('registration');
  });

  it('a decision on it that was a mistake is voided: the refusal stands, and it waits for its answer', async () => {
    await refused();
    const { id: appeal } = await receive();
    desk.clock.set(MORNING_MS + 3 * DAY);
    await desk.call('appeals.answer', { id: appeal, outcome: 'changed', ...ANSWER });
    const { decision } = await desk.call('requests.get', { id });
    if (decision === null) throw new Error('it was decided');
    await desk.call('committee.voidDecision', { id: decision.id, reason: 'أُدخل على طلب آخر' });
    expect(await desk.call('requests.get', { id })).toMatchObject({
      state: 'refused',
      phase: 'refused',
      appealOpen: true,
      decision: { kind: 'refused' },
    });
    // What was entered stays with its paper and its name; the same appeal waits beside it.
    const [waiting, first] = (await desk.call('requests.reply', { id })).appeals;
    expect(waiting).toMatchObject({ answer: null, voided: null, text: 'تغيّر دخل الأسرة بعد القرار' });
    expect(first).toMatchObject({
      id: appeal,
      answer: { outcome: 'changed', byName: ANSWER.answeredByName },
      voided: { reason: 'أُدخل على طلب آخر' },
    });
    await desk.call('appeals.answer', { id: waiting!.id, outcome: 'upheld', ...ANSWER });
    expect((await desk.call('requests.reply', { id })).appeals[0]?.answer?.outcome).toBe('upheld');
  });

  it('an answer that was a mistake is voided with its reason: it stays, and the appeal waits beside it', async () => {
    await refused();
    const paper = await keepPicture(desk, 72);
    const { id: appeal } = await receive({ paper });
    desk.clock.set(MORNING_MS + 3 * DAY);
    const answered = { id: appeal, outcome: 'upheld', ...ANSWER } as const;
    await desk.call('appeals.answer', { ...answered, paper });
    expect((await desk.call('requests.get', { id })).allowed).toContain('voidAppealAnswer');
    expect(await codeOf(() => desk.call('appeals.voidAnswer', { id: appeal, reason: ' ' }))).toBe(
      'invalidInput',
    );
    const reason = 'الجواب لطلب آخر';
    const waiting = await desk.call('appeals.voidAnswer', { id: appeal, reason });
    expect(waiting).toMatchObject({ paper, level: 'مجلس الإدارة', receivedOn: '2026-11-22', answer: null });
    const request = await desk.call('requests.get', { id });
    expect(request).toMatchObject({ state: 'refused', phase: 'refused', appealOpen: true });
    expect(request.allowed).not.toContain('voidAppealAnswer');
    expect(request.events.slice(0, 2)).toMatchObject([
      { kind: 'appealAnswerVoided', text: reason },
      { kind: 'appealUpheld' },
    ]);
    // Nothing of what was entered is lost, and the log has both.
    const { appeals } = await desk.call('requests.reply', { id });
    expect(appeals).toMatchObject([
      { id: waiting.id, answer: null, voided: null },
      {
        id: appeal,
        answer: { outcome: 'upheld', text: ANSWER.answer, byName: ANSWER.answeredByName, paper },
        voided: { reason, byName: 'منى علي' },
      },
    ]);
    const log = await desk.call('audit.list', { limit: 10 });
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['request.appealAnswered', 'request.appealAnswerVoided']),
    );
    // The right one is recorded, on the record that waits.
    await desk.call('appeals.answer', { ...answered, id: waiting.id, outcome: 'changed' });
    expect((await desk.call('requests.get', { id })).phase).toBe('registration');
    const { path } = await desk.call('requestPath.get', { id });
    const told = path.flatMap(({ evidence }) => evidence).filter(({ kind }) => kind === 'appeal');
    expect(told).toMatchObject([
      { detail: 'upheld', holds: false, text: `مجلس الإدارة: ${reason}` },
      { detail: 'changed', holds: true },
    ]);
  });

  it('an answer is voided only while nothing after it stands in the way, and says what does', async () => {
    await refused();
    const { id: appeal } = await receive();
    const voidIt = () => desk.call('appeals.voidAnswer', { id: appeal, reason: 'خطأ' });
    const why = (reason: string) => ({ details: { action: 'voidAppealAnswer', reason } });
    desk.clock.set(MORNING_MS + 3 * DAY);
    await expect(voidIt()).rejects.toMatchObject(why('appealOpen'));
    await desk.call('appeals.answer', { id: appeal, outcome: 'upheld', ...ANSWER });
    const { id: second } = await receive();
    await expect(voidIt()).rejects.toMatchObject(why('appealOpen'));
    await desk.call('appeals.answer', { id: second, outcome: 'upheld', ...ANSWER });
    expect(await codeOf(voidIt)).toBe('conflict');
    // The refusal itself was voided: nothing is left for the answer to stand on.
    const { decision } = await desk.call('requests.get', { id });
    await desk.call('committee.voidDecision', { id: decision!.id, reason: 'قُرئ خطأ' });
    await expect(desk.call('appeals.voidAnswer', { id: second, reason: 'خطأ' })).rejects.toMatchObject(
      why('noAppealAnswer'),
    );
  });

  it('withdrawn: says why, needs no name, and another one may follow', async () => {
    await refused();
    const { id: appeal } = await receive();
    await desk.call('appeals.answer', {
      id: appeal,
      outcome: 'withdrawn',
      answer: 'اكتفى بالقرار',
      answeredOn: '2026-11-22',
    });
    expect((await receive()).id).not.toBe(appeal);
    expect(
      await codeOf(() =>
        desk.call('appeals.answer', {
          id: appeal,
          outcome: 'upheld',
          answer: 'نعم',
          answeredOn: '2026-11-22',
        }),
      ),
    ).toBe('invalidInput');
  });

  it('tells at its field what is missing: the answer, or why it was withdrawn', async () => {
    await refused();
    const { id: appeal } = await receive();
    const empty = { id: appeal, answer: ' ', answeredOn: '2026-11-22' };
    await expect(desk.call('appeals.answer', { ...empty, outcome: 'withdrawn' })).rejects.toMatchObject({
      details: { answer: 'appeal.withdrawn' },
    });
    await expect(desk.call('appeals.answer', { ...empty, outcome: 'upheld' })).rejects.toMatchObject({
      details: { answer: 'appeal.answer', answeredByName: 'appeal.byName' },
    });
  });

  it('is in the log, which names no words of it', async () => {
    await refused();
    const { id: appeal } = await receive();
    await desk.call('appeals.answer', {
      id: appeal,
      outcome: 'upheld',
      ...ANSWER,
      answeredOn: '2026-11-22',
    });
    const rows = await desk.call('audit.list', { limit: 30 });
    const actions = rows.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['request.appealReceived', 'request.appealAnswered']));
    expect(JSON.stringify(rows)).not.toContain('دخل الأسرة');
    expect(await desk.call('audit.verify')).toMatchObject({ fault: null });
  });
});
