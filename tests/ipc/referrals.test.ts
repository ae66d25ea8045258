import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReferralId, RequestId, StaffId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import { keepPicture, requestToSign } from '../support/attested-request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { completeMatching } from '../support/request-form.ts';

let desk: TestDesk;
let party: Party;
let manager: StaffId;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  manager = desk.office().staff.listStaff()[0]!.id;
});
afterEach(() => desk.close());

const QUESTION = 'هل يلزم صك الحضانة وأنا العائلة الوحيدة لأولادي؟';
const ANSWER = 'يلزم صك الحضانة أو حصر الورثة.';
const EXPLANATION = 'تشترطه الجمعية لمن يستلم عن القُصّر.';
const refer = (of: { requestId?: RequestId; assignedTo?: StaffId } = {}) =>
  desk.call('referrals.refer', { partyId: party.id, question: QUESTION, ...of });
const answer = (of: { id: ReferralId; version: number }) =>
  desk.call('referrals.answer', { ...of, answer: ANSWER, explanation: EXPLANATION });
const phaseOf = async (id: RequestId) => (await desk.call('requests.get', { id })).phase;
const refused = (action: string, reason: string) => ({
  code: 'requestForbids',
  details: { action, reason },
});

describe('a referral of a request (S.3)', () => {
  it('goes out, is answered, comes back, and completes the step that waited for it', async () => {
    const { id } = await desk.call('requests.open', { partyId: party.id, service: 'كسوة' });
    await completeMatching(desk, id);
    expect(await phaseOf(id)).toBe('referral');
    const asked = await refer({ requestId: id });
    expect(asked).toMatchObject({ state: 'open', question: QUESTION, request: { id } });
    // It waits: neither passed over, nor completed, nor asked twice.
    await expect(desk.call('requests.skipReferral', { id })).rejects.toMatchObject(
      refused('skipReferral', 'referralOpen'),
    );
    await expect(refer({ requestId: id })).rejects.toMatchObject(refused('refer', 'referralOpen'));
    expect(await phaseOf(id)).toBe('referral');

    const officer = desk.become('نورة باحثة', ['socialResearchOfficer']);
    const answered = await answer(asked);
    expect(answered).toMatchObject({
      state: 'answered',
      answer: ANSWER,
      explanation: EXPLANATION,
      answeredBy: { id: officer.id, name: 'نورة باحثة' },
      enteredBy: null,
      paper: null,
    });
    expect(await phaseOf(id)).toBe('referral');
    desk.become('هند استقبال', ['receptionist']);
    const back = await desk.call('referrals.return', { id: answered.id, version: answered.version });
    expect(back).toMatchObject({ state: 'returned', returnedBy: { name: 'هند استقبال' } });
    const request = await desk.call('requests.get', { id });
    expect(request.phase).toBe('attestation');
    expect(request.steps[2]).toMatchObject({ step: 3, state: 'done' });
    expect(request.events.slice(0, 4).map(({ kind, clause }) => [kind, clause])).toEqual([
      ['stepDone', 'S.3'],
      ['referralReturned', 'S.3'],
      ['referralAnswered', 'S.3'],
      ['referred', 'S.3'],
    ]);
    expect(request.events[3]).toMatchObject({ text: QUESTION, subject: { kind: 'referral', id: asked.id } });
  });

  it('keeps the request where it is in any phase, and the raising waits for the answer', async () => {
    const { id } = await desk.call('requests.open', { partyId: party.id, service: 'كسوة' });
    const early = await refer({ requestId: id });
    expect(await phaseOf(id)).toBe('matching');
    await desk.call(
      'referrals.return',
      await answer(early).then(({ id: of, version }) => ({ id: of, version })),
    );
    expect(await phaseOf(id)).toBe('matching');
    await completeMatching(desk, id);
    // It came back before its step: the step is completed by a word.
    expect(await phaseOf(id)).toBe('referral');
    await desk.call('requests.completeStep', { id, step: 3 });
    expect(await phaseOf(id)).toBe('attestation');
    const late = await refer({ requestId: id });
    expect(await phaseOf(id)).toBe('attestation');
    await desk.call('referrals.cancel', { id: late.id, version: late.version, reason: 'اتضحت الإجراءات' });
    expect(await phaseOf(id)).toBe('attestation');
  });

  it('is undone act by act, with the step that the return completed', async () => {
    const { id } = await desk.call('requests.open', { partyId: party.id, service: 'كسوة' });
    await completeMatching(desk, id);
    const asked = await refer({ requestId: id });
    const { version } = await answer(asked);
    await desk.call('referrals.return', { id: asked.id, version });
    expect(await phaseOf(id)).toBe('attestation');
    expect(await desk.call('referrals.undo', { id: asked.id, act: 'return' })).toMatchObject({
      state: 'answered',
      returnedBy: null,
    });
    expect(await phaseOf(id)).toBe('referral');
    // What was written stays to go on from.
    expect(await desk.call('referrals.undo', { id: asked.id, act: 'answer' })).toMatchObject({
      state: 'open',
      answer: ANSWER,
      answeredBy: null,
    });
    const open = await desk.call('referrals.get', { id: asked.id });
    await desk.call('referrals.cancel', { id: asked.id, version: open.version, reason: 'سُجّلت خطأ' });
    expect(await desk.call('referrals.undo', { id: asked.id, act: 'cancel' })).toMatchObject({
      state: 'open',
    });
    expect(await codeOf(() => desk.call('referrals.undo', { id: asked.id, act: 'return' }))).toBe(
      'referralForbids',
    );
  });

  it('does not take a return back once a later step stands on it', async () => {
    const { id } = await desk.call('requests.open', { partyId: party.id, service: 'كسوة' });
    await completeMatching(desk, id);
    const asked = await refer({ requestId: id });
    const { version } = await answer(asked);
    await desk.call('referrals.return', { id: asked.id, version });
    const { document } = await desk.call('attestations.prepare', { requestId: id });
    const file = await keepPicture(desk, 10);
    await desk.call('signatures.add', {
      documentId: document!.id,
      signatures: [{ signer: 'applicant', mode: 'screen', file }],
    });
    await desk.call('signatures.add', {
      documentId: document!.id,
      signatures: [{ signer: 'officer', mode: 'account' }],
    });
    await desk.call('attestations.complete', { requestId: id });
    await expect(desk.call('referrals.undo', { id: asked.id, act: 'return' })).rejects.toMatchObject(
      refused('reopenStep', 'tooLate'),
    );
    expect(await desk.call('referrals.get', { id: asked.id })).toMatchObject({ state: 'returned' });
  });

  it('still takes its answer when the request was withdrawn meanwhile, and asks nothing new of it', async () => {
    const id = await requestToSign(desk, party.id);
    const asked = await refer({ requestId: id });
    await desk.call('requests.withdraw', { id, reason: 'لم يعد بحاجة' });
    const { version } = await answer(asked);
    await desk.call('referrals.return', { id: asked.id, version });
    expect(await phaseOf(id)).toBe('withdrawn');
    await expect(refer({ requestId: id })).rejects.toMatchObject(refused('refer', 'notOpen'));
  });
});

describe('a referral of a visit', () => {
  it('costs nobody their place: the visit stays as it was, and its question gets the answer', async () => {
    const first = await desk.call('visits.start', { partyId: party.id, purpose: 'inquiry', serve: true });
    const second = await desk.call('parties.add', person('هند سعد العتيبي', '1012345672'));
    await desk.call('visits.start', { partyId: second.id, purpose: 'inquiry', serve: false });
    const asked = await desk.call('referrals.refer', {
      partyId: party.id,
      visitId: first.id,
      question: QUESTION,
    });
    const during = await desk.call('visits.get', { id: first.id });
    expect(during).toMatchObject({ state: 'serving', arrivedAtMs: first.arrivedAtMs, ticket: first.ticket });
    expect(during.inquiries).toMatchObject([{ question: QUESTION, outcome: 'referred', answer: '' }]);
    // Sent to wait while the officer answers: still before whoever came later.
    await desk.call('visits.act', { id: first.id, action: 'returnToQueue' });
    const { waiting } = await desk.call('desk.today');
    expect(waiting.map(({ id }) => id)[0]).toBe(first.id);
    const { id, version } = await answer(asked);
    expect((await desk.call('visits.get', { id: first.id })).inquiries[0]).toMatchObject({ answer: '' });
    await desk.call('referrals.return', { id, version });
    expect((await desk.call('visits.get', { id: first.id })).inquiries[0]).toMatchObject({
      outcome: 'answered',
      answer: `${ANSWER}\n${EXPLANATION}`,
    });
    await desk.call('referrals.undo', { id, act: 'return' });
    expect((await desk.call('visits.get', { id: first.id })).inquiries[0]).toMatchObject({
      outcome: 'referred',
      answer: '',
    });
  });

  it('is made by an inquiry that is marked as referred, once', async () => {
    const visit = await desk.call('visits.start', { partyId: party.id, purpose: 'inquiry', serve: true });
    const { inquiries } = await desk.call('visits.addInquiry', {
      visitId: visit.id,
      question: QUESTION,
      answer: '',
      outcome: 'referred',
    });
    const inquiry = inquiries[0]!;
    await desk.call('visits.updateInquiry', {
      id: inquiry.id,
      question: QUESTION,
      answer: '',
      outcome: 'referred',
    });
    const found = await desk.call('referrals.of', { visitId: visit.id });
    expect(found).toMatchObject([{ question: QUESTION, request: null, visit: { id: visit.id } }]);
  });

  it('passes one of its inquiries on, and gives it back when it is cancelled', async () => {
    const visit = await desk.call('visits.start', { partyId: party.id, purpose: 'inquiry', serve: true });
    const { inquiries } = await desk.call('visits.addInquiry', {
      visitId: visit.id,
      question: QUESTION,
      answer: '',
      outcome: 'open',
    });
    const asked = await desk.call('referrals.refer', {
      partyId: party.id,
      visitId: visit.id,
      inquiryId: inquiries[0]!.id,
      question: QUESTION,
    });
    const outcomes = async () =>
      (await desk.call('visits.get', { id: visit.id })).inquiries.map(({ outcome }) => outcome);
    expect(await outcomes()).toEqual(['referred']);
    await desk.call('referrals.cancel', { id: asked.id, version: asked.version, reason: 'اتضحت' });
    expect(await outcomes()).toEqual(['open']);
  });
});

describe('who answers', () => {
  it('is the officer, or the desk from the paper that they signed', async () => {
    const officer = desk.become('نورة باحثة', ['socialResearchOfficer']);
    const clerk = desk.become('هند استقبال', ['receptionist']);
    const asked = await refer({ assignedTo: officer.id });
    expect(asked).toMatchObject({ request: null, visit: null, assignedTo: { id: officer.id } });
    expect(await codeOf(() => answer(asked))).toBe('notAllowed');
    const paper = await keepPicture(desk, 40);
    const entry = { id: asked.id, version: asked.version, answer: ANSWER, answeredBy: officer.id };
    expect(
      await codeOf(() =>
        desk.call('referrals.enterAnswer', { ...entry, paper: { ...paper, sha256: '0'.repeat(64) } }),
      ),
    ).toBe('fileVanished');
    expect(
      await codeOf(() => desk.call('referrals.enterAnswer', { ...entry, answeredBy: clerk.id, paper })),
    ).toBe('notFound');
    expect(await desk.call('referrals.enterAnswer', { ...entry, paper })).toMatchObject({
      state: 'answered',
      answeredBy: { id: officer.id },
      enteredBy: { id: clerk.id },
      paper,
    });
    expect(await desk.call('referrals.officers')).toEqual([
      { id: officer.id, name: 'نورة باحثة', officer: true },
      { id: manager, name: 'سارة محمد المطيري', officer: false },
    ]);
  });

  it('sees what waits, the oldest first, their own, and what is on its way back', async () => {
    const officer = desk.become('نورة باحثة', ['socialResearchOfficer']);
    const first = await refer();
    desk.clock.advance(1000);
    const second = await refer({ assignedTo: officer.id });
    desk.clock.advance(1000);
    const third = await refer();
    await answer(third);
    const list = (view: 'open' | 'mine' | 'answered' | 'over') => desk.call('referrals.list', { view });
    const ids = async (view: Parameters<typeof list>[0]) => (await list(view)).rows.map(({ id }) => id);
    expect(await ids('open')).toEqual([first.id, second.id]);
    expect(await ids('mine')).toEqual([second.id]);
    expect(await ids('answered')).toEqual([third.id]);
    expect((await list('over')).counts).toEqual({ open: 2, mine: 1, answered: 1 });
    expect(await desk.call('referrals.list', { view: 'open', offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      rows: [{ id: second.id }],
    });
    expect((await list('over')).total).toBe(0);
    // Typing is kept, and is no answer.
    await desk.call('referrals.saveText', { id: first.id, answer: 'يلزم', explanation: '' });
    expect(await desk.call('referrals.get', { id: first.id })).toMatchObject({
      state: 'open',
      answer: 'يلزم',
    });
    await expect(
      desk.call('referrals.edit', { id: first.id, version: 99, question: QUESTION, assignedTo: null }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('never asks of somebody else’s request or visit', async () => {
    const other = await desk.call('parties.add', person('هند سعد العتيبي', '1012345672'));
    const { id } = await desk.call('requests.open', { partyId: other.id, service: 'كسوة' });
    const visit = await desk.call('visits.start', { partyId: other.id, purpose: 'inquiry', serve: true });
    expect(await codeOf(() => refer({ requestId: id }))).toBe('notFound');
    expect(
      await codeOf(() =>
        desk.call('referrals.refer', { partyId: party.id, visitId: visit.id, question: QUESTION }),
      ),
    ).toBe('notFound');
  });
});
