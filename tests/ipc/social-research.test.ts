import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import type { Research } from '#shared/research/research.ts';
import { keepPicture } from '../support/attested-request.ts';
import { codeOf, openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, toCommittee } from '../support/request-path.ts';

let desk: TestDesk;
let party: Party;
let requestId: RequestId;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  requestId = (await desk.call('requests.open', { partyId: party.id, service: 'كسوة' })).id;
});
afterEach(() => desk.close());

const STUDY = {
  findings: 'السكن مستأجر من ثلاث غرف، ولا عائل للأسرة.',
  recommendation: 'accept',
  recommendationReason: 'صافي دخل الفرد دون الحد.',
} as const;
const PLACE = { plannedOn: '2026-11-24', plannedTime: '16:30', place: 'منزل الأسرة، الصمد' } as const;
const forbids = (reason: string) => ({ code: 'researchForbids', details: { reason } });
const open = () => desk.call('research.open', { requestId, purpose: 'حال السكن', dueOn: '2026-12-01' });
const visitOf = (research: Research) => research.visits.at(-1)!;

describe('a social research', () => {
  it('is opened for a request in any phase, visited, finished, and read by the committee', async () => {
    const officer = desk.become('نورة باحثة', ['socialResearchOfficer']);
    const { id } = await open();
    await expect(open()).rejects.toMatchObject(forbids('otherOpen'));
    expect(await desk.call('committee.case', { requestId })).toMatchObject({
      research: null,
      researchOpen: true,
    });
    const planned = await desk.call('research.planVisit', { id, ...PLACE, directions: 'بعد المسجد' });
    expect(visitOf(planned)).toMatchObject({ state: 'planned', directions: 'بعد المسجد', visitedOn: null });
    await expect(
      desk.call('research.finish', { id, version: planned.version, ...STUDY }),
    ).rejects.toMatchObject(forbids('visitsPlanned'));
    const made = await desk.call('research.recordVisit', {
      id: visitOf(planned).id,
      record: {
        state: 'done',
        visitedOn: '2026-11-22',
        present: 'طالبة الدعم ووالدتها',
        findings: 'ثلاث غرف، والسقف بحاجة إلى عزل',
      },
    });
    expect(visitOf(made)).toMatchObject({ state: 'done', visitedOn: '2026-11-22' });
    const finished = await desk.call('research.finish', { id, version: made.version, ...STUDY });
    expect(finished).toMatchObject({ state: 'finished', researcher: { id: officer.id }, ...STUDY });
    const seen = await desk.call('committee.case', { requestId });
    expect(seen).toMatchObject({
      researchOpen: false,
      research: {
        researcherId: officer.id,
        recommendation: 'accept',
        visits: [{ visitedOn: '2026-11-22', place: PLACE.place }],
      },
    });
    const { events } = await desk.call('requests.get', { id: requestId });
    expect(events.slice(0, 4).map(({ kind }) => kind)).toEqual([
      'researchFinished',
      'fieldVisitDone',
      'fieldVisitPlanned',
      'researchOpened',
    ]);
  });

  it('keeps what became of each visit, and takes a wrong record back', async () => {
    const { id } = await open();
    const one = await desk.call('research.planVisit', { id, ...PLACE });
    const visit = visitOf(one).id;
    const record = (state: 'done' | 'failed' | 'cancelled', visitedOn: string | null = null) =>
      desk.call('research.recordVisit', {
        id: visit,
        record: { state, visitedOn, findings: 'لم يُفتح الباب' },
      });
    expect(await codeOf(() => record('done'))).toBe('invalidInput');
    expect(await codeOf(() => record('done', '2026-11-25'))).toBe('dayNotCome');
    expect(visitOf(await record('failed'))).toMatchObject({ state: 'failed', visitedOn: null });
    await expect(record('cancelled')).rejects.toMatchObject(forbids('visitSettled'));
    await expect(
      desk.call('research.editVisit', { id: visit, ...PLACE, place: 'مقر الجمعية' }),
    ).rejects.toMatchObject(forbids('visitSettled'));
    expect(visitOf(await desk.call('research.reopenVisit', { id: visit }))).toMatchObject({
      state: 'planned',
      findings: '',
    });
    await expect(desk.call('research.reopenVisit', { id: visit })).rejects.toMatchObject(
      forbids('visitPlanned'),
    );
    expect(
      visitOf(await desk.call('research.editVisit', { id: visit, ...PLACE, place: 'مقر الجمعية' })),
    ).toMatchObject({ place: 'مقر الجمعية' });
  });

  it('is entered on the researcher’s behalf from the paper that they signed', async () => {
    const officer = desk.become('نورة باحثة', ['socialResearchOfficer']);
    const clerk = desk.become('هند استقبال', ['receptionist']);
    const { id, version } = await open();
    expect(await codeOf(() => desk.call('research.finish', { id, version, ...STUDY }))).toBe('notAllowed');
    const paper = await keepPicture(desk, 70);
    const entered = await desk.call('research.enterFinished', {
      id,
      version,
      ...STUDY,
      researcherId: officer.id,
      paper,
    });
    expect(entered).toMatchObject({
      state: 'finished',
      researcher: { id: officer.id },
      finishedByName: 'نورة باحثة',
      enteredByName: clerk.name,
      paper,
    });
  });

  it('is reopened, unless the committee decided on it or another is under way', async () => {
    const { id, version } = await open();
    const done = await desk.call('research.finish', { id, version, ...STUDY });
    expect(done.state).toBe('finished');
    expect(await desk.call('research.reopen', { id })).toMatchObject({
      state: 'open',
      findings: STUDY.findings,
    });
    await expect(desk.call('research.reopen', { id })).rejects.toMatchObject(forbids('notOver'));
    const now = await desk.call('research.get', { id });
    await desk.call('research.cancel', { id, version: now.version, reason: 'فُتح خطأ' });
    await expect(desk.call('research.planVisit', { id, ...PLACE })).rejects.toMatchObject(forbids('notOpen'));
    await open();
    await expect(desk.call('research.reopen', { id })).rejects.toMatchObject(forbids('otherOpen'));
  });

  it('is not opened for a request that is over', async () => {
    await desk.call('requests.withdraw', { id: requestId, reason: 'لم يعد بحاجة' });
    await expect(open()).rejects.toMatchObject({
      code: 'requestForbids',
      details: { action: 'research', reason: 'ended' },
    });
  });

  it('takes nothing new once the request has ended: it says how, is called off, and goes on with a reopened one', async () => {
    const { id } = await open();
    const planned = await desk.call('research.planVisit', { id, ...PLACE });
    const visit = planned.visits[0]!.id;
    const { version } = planned;
    await desk.call('requests.withdraw', { id: requestId, reason: 'لم يعد بحاجة' });
    const made = { state: 'done', visitedOn: '2026-11-22', findings: 'ثلاث غرف' } as const;
    const paper = await keepPicture(desk, 75);
    const researcherId = desk.app.session.current()!.staff.id;
    for (const act of [
      () => desk.call('research.planVisit', { id, ...PLACE }),
      () => desk.call('research.editVisit', { id: visit, ...PLACE }),
      () => desk.call('research.recordVisit', { id: visit, record: made }),
      () => desk.call('research.edit', { id, version, purpose: 'غيره' }),
      () => desk.call('research.saveText', { id, ...STUDY }),
      () => desk.call('research.finish', { id, version, ...STUDY }),
      () => desk.call('research.enterFinished', { id, version, ...STUDY, researcherId, paper }),
      () => desk.call('need.record', { requestId }),
    ])
      await expect(act()).rejects.toMatchObject({
        code: 'requestForbids',
        details: { action: 'research', reason: 'ended' },
      });
    // What was open is told, and nobody is sent to the house.
    const { rows, visits } = await desk.call('research.list', { view: 'open' });
    expect(rows).toMatchObject([{ id, request: { ended: 'withdrawn' }, visits: [{ state: 'planned' }] }]);
    expect(visits).toEqual({ total: 0, rows: [] });
    expect((await desk.call('requests.get', { id: requestId })).allowed).not.toContain('research');
    // Reopened, it goes on where it stood; withdrawn for good, it is called off.
    await desk.call('requests.reopen', { id: requestId, reason: 'عادت' });
    const now = await desk.call('research.recordVisit', { id: visit, record: made });
    expect(now).toMatchObject({ request: { ended: null }, visits: [{ state: 'done' }] });
    await desk.call('requests.withdraw', { id: requestId, reason: 'استغنت' });
    await desk.call('research.cancel', { id, version: now.version, reason: 'سُحب الطلب' });
    await expect(desk.call('research.reopen', { id })).rejects.toMatchObject({
      details: { reason: 'ended' },
    });
  });

  it('of a refusal is taken up again while an appeal against it waits', async () => {
    await toCommittee(desk, requestId);
    const { id } = await open();
    desk.become('منى علي', [
      'committeeMember',
      'manager',
      'beneficiaryRelationsOfficer',
      'socialResearchOfficer',
    ]);
    await decide(desk, requestId, 'refused');
    expect(await desk.call('research.get', { id })).toMatchObject({ request: { ended: 'refused' } });
    await expect(desk.call('research.planVisit', { id, ...PLACE })).rejects.toMatchObject({
      details: { reason: 'ended' },
    });
    const text = 'تغيّر الدخل';
    await desk.call('appeals.receive', { requestId, receivedOn: '2026-11-22', text });
    const planned = await desk.call('research.planVisit', { id, ...PLACE });
    expect(planned).toMatchObject({ request: { ended: null }, visits: [{ state: 'planned' }] });
    expect((await desk.call('research.list', { view: 'open' })).visits.total).toBe(1);
  });

  it('lists by the day until which it is wanted, and counts what is late', async () => {
    const officer = desk.become('نورة باحثة', ['socialResearchOfficer']);
    const more = async (dueOn: string | null, researcherId: typeof officer.id | null = null) => {
      const { id } = await desk.call('requests.open', { partyId: party.id, service: 'كسوة' });
      return (await desk.call('research.open', { requestId: id, dueOn, researcherId })).id;
    };
    const never = await more(null);
    const late = await more('2026-11-20', officer.id);
    const soon = await more('2026-11-30');
    const { rows, counts } = await desk.call('research.list', { view: 'open' });
    expect(rows.map(({ id }) => id)).toEqual([late, soon, never]);
    expect(counts).toEqual({ open: 3, mine: 1, overdue: 1 });
    expect((await desk.call('research.list', { view: 'mine' })).rows.map(({ id }) => id)).toEqual([late]);
    expect((await desk.call('research.list', { view: 'over' })).rows).toEqual([]);
    // A page at a time, each once, and of how many.
    const pages = await Promise.all(
      [0, 1, 2, 3].map((offset) => desk.call('research.list', { view: 'open', offset, limit: 1 })),
    );
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3]);
    expect(pages.flatMap((page) => page.rows.map(({ id }) => id))).toEqual([late, soon, never]);
    const { id, version } = await desk.call('research.get', { id: never });
    await desk.call('research.planVisit', { id: late, plannedOn: '2026-12-02', place: 'الصمد' });
    await desk.call('research.planVisit', { id: soon, plannedOn: '2026-12-01', place: 'حدا' });
    await desk.call('research.planVisit', { id: never, plannedOn: '2026-11-30', place: 'بحرة' });
    await desk.call('research.cancel', { id, version: version + 1, reason: 'انتقلت الأسرة' });
    const over = await desk.call('research.list', { view: 'over' });
    expect(over).toMatchObject({ total: 1, visits: { total: 2 } });
    expect(over.visits.rows.map(({ researchId, place }) => [researchId, place])).toEqual([
      [soon, 'حدا'],
      [late, 'الصمد'],
    ]);
  });
});

describe('three records', () => {
  it('stand apart: a referral is no research, and neither of them a delivery', async () => {
    await desk.call('referrals.refer', { partyId: party.id, requestId, question: 'ما المطلوب؟' });
    expect(await desk.call('research.ofRequest', { requestId })).toEqual([]);
    const { id } = await open();
    await desk.call('research.planVisit', { id, ...PLACE });
    expect(await desk.call('referrals.of', { requestId })).toHaveLength(1);
    const { referralsOpen, deliveries } = await desk.call('requests.get', { id: requestId });
    expect({ referralsOpen, deliveries }).toEqual({
      referralsOpen: 1,
      deliveries: { planned: 0, done: 0 },
    });
  });
});
