import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Party } from '#shared/parties/party.ts';
import { holdSession, recordCircumstances, seatCommittee } from '../support/committee-desk.ts';
import { codeOf, MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { type Raised, raisedRequest } from '../support/raised-request.ts';

let desk: TestDesk;
let party: Party;
let raised: Raised;
beforeEach(async () => {
  desk = await openOffice();
  party = await desk.call('parties.add', person());
  raised = await raisedRequest(desk, party.id);
});
afterEach(() => desk.close());

const need = () => desk.call('need.ofRequest', { requestId: raised.id });

it('is told from what the register knows, and is nothing where nothing is known', async () => {
  expect(await need()).toMatchObject({ now: { score: null, knownWeight: 0 }, recorded: null });
  expect(await codeOf(() => desk.call('need.record', { requestId: raised.id }))).toBe('needUnknown');
  await recordCircumstances(desk, party.id);
  const { now } = await need();
  // Alone with 1200 riyals less nothing: 20 of 35; widowed, housing in need of repair, rented.
  expect(now.parts.map(({ key, share }) => [key, share])).toEqual([
    ['perHeadIncome', 20],
    ['people', null],
    ['socialStatus', 100],
    ['health', null],
    ['housingState', 70],
    ['tenure', 100],
    ['debts', 0],
  ]);
  expect(now).toMatchObject({ score: 49, knownWeight: 70, allWeight: 100 });
});

it('is weighed by the criteria of the office, its own judged ones among them; what was recorded keeps its own', async () => {
  await recordCircumstances(desk, party.id);
  const { score } = await desk.call('need.record', { requestId: raised.id });
  const own = { by: 'judged' as const, key: 'own1', name: 'بُعد السكن عن الخدمات', weight: 30 };
  const { criteria } = await desk.call('need.setting');
  await desk.call('need.saveSetting', { criteria: [...criteria, own] });
  expect((await need()).recorded).toMatchObject({ score, allWeight: 100 });
  const judged = await desk.call('need.record', {
    requestId: raised.id,
    judged: { own1: 4 },
    note: 'آخر القرية',
  });
  expect(judged).toMatchObject({ score: 65, knownWeight: 100, allWeight: 130, note: 'آخر القرية' });
  // What somebody judged is kept until it is judged anew.
  expect((await need()).now.score).toBe(65);
  expect((await desk.call('committee.waiting', {})).rows[0]!.needScore).toBe(65);
});

it('is frozen with the decision that was taken on it', async () => {
  await seatCommittee(desk);
  await recordCircumstances(desk, party.id);
  // What was signed is what is known.
  raised = await raisedRequest(desk, party.id);
  desk.clock.set(MORNING_MS + 14 * 86_400_000);
  const { id } = await holdSession(desk, '2026-12-06', [raised.id]);
  await desk.call('committee.decide', { sessionId: id, requestId: raised.id, kind: 'accepted' });
  const before = await need();
  expect(before.recorded).toMatchObject({ score: 49, staffName: 'سارة محمد المطيري' });
  await desk.call('circumstances.addMoney', {
    partyId: party.id,
    line: { kind: 'income', category: 'salary', monthly: '9000', sinceOn: '2026-12-06' },
  });
  const after = await need();
  expect(after.now.score).toBeLessThan(49);
  expect(after.recorded).toEqual(before.recorded);
});

it('shows the committee all that it decides by, and logs the look', async () => {
  await recordCircumstances(desk, party.id);
  raised = await raisedRequest(desk, party.id);
  const found = await desk.call('committee.case', { requestId: raised.id, on: '2026-12-05' });
  expect(found).toMatchObject({
    partyName: party.name,
    household: null,
    perHead: { heads: 1, income: 120_000 },
    attestation: 'signed',
    research: null,
    standing: { mode: 'notice', kind: 'early', daysLeft: 1 },
    refusals: { accepted: null, refused: null, moreInformation: null },
    needNow: { score: 49 },
  });
  expect(found.facts.map(({ kind }) => kind).toSorted()).toEqual(['housing', 'socialStatus']);
  const log = await desk.call('audit.list', {});
  expect(log.map(({ action }) => action)).toContain('committee.caseViewed');
  const { title } = await desk.call('papers.make', { kind: 'caseSummary', requestId: raised.id });
  expect(title).toContain(raised.number);
});
