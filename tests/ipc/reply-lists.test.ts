import { afterEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { RequestId } from '#shared/ids.ts';
import type { ReplyMode } from '#shared/requests/reply-clock.ts';
import type { RequestView } from '#shared/requests/request-list.ts';
import { keepPicture } from '../support/attested-request.ts';
import { finishResearch, seatCommittee } from '../support/committee-desk.ts';
import { MORNING_MS, openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, receiveAll, toCommittee } from '../support/request-path.ts';

const DAY_MS = 86_400_000;
const DAY_0 = '2026-11-22';
let desk: TestDesk;
afterEach(() => desk.close());

const atDay = (days: number): void => desk.clock.set(MORNING_MS + days * DAY_MS);

async function opened(mode: ReplyMode = 'notice'): Promise<RequestId> {
  desk = await openOffice();
  await desk.call('reply.saveSetting', { ...(await desk.call('reply.setting')), mode });
  const party = await desk.call('parties.add', person());
  return (await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' })).id;
}
const shows = async (view: RequestView, id: RequestId): Promise<boolean> =>
  (await desk.call('requests.list', { view })).rows.some((one) => one.id === id);
const dueToday = async (id: RequestId) =>
  (await desk.call('desk.today')).requestsDue.find(({ request }) => request.id === id)?.why;

describe('where the lists look for a reply', () => {
  it.each([
    ['notice', false],
    ['floor', false],
    ['ceiling', true],
  ] as const)('in %s a case of day 3 may be answered: %s', async (mode, atOnce) => {
    const id = await opened(mode);
    await toCommittee(desk, id);
    await seatCommittee(desk);
    atDay(3);
    const waiting = await desk.call('committee.waiting', { onlyDue: true });
    expect(waiting.rows.map(({ requestId }) => requestId)).toEqual(atOnce ? [id] : []);
    expect((await desk.call('committee.sessions', {})).decidable).toBe(atOnce ? 1 : 0);
    expect(await shows('replyDue', id)).toBe(atOnce);
    expect(await shows('replyAhead', id)).toBe(!atOnce);
    const [row] = (await desk.call('requests.list', { view: 'open' })).rows;
    expect(row).toMatchObject({ replyMode: mode, notBefore: addDays(DAY_0, 14) });
    // The desk of the day names it on day 14: the first one of two readings, the last one of the third.
    expect(await dueToday(id)).toBeUndefined();
    atDay(14);
    expect(await dueToday(id)).toBe('reply');
    expect(await shows('replyDue', id)).toBe(true);
  });
});

describe('a day to return', () => {
  it('comes up while somebody is awaited, and no longer once all that was missing is here', async () => {
    const id = await opened();
    await desk.call('requests.setReturnDay', { id, day: addDays(DAY_0, 2) });
    atDay(2);
    expect(await dueToday(id)).toBe('returnDay');
    await toCommittee(desk, id);
    // Raised, and still without its papers: they were promised for today.
    expect(await dueToday(id)).toBe('returnDay');
    await receiveAll(desk, id);
    expect(await dueToday(id)).toBeUndefined();
    expect(await shows('returning', id)).toBe(false);
    // Its day is kept, and counts again where the committee asks for more.
    await decide(desk, id, 'moreInformation');
    expect(await shows('returning', id)).toBe(true);
  });
});

describe('a stop that ends', () => {
  it('goes on although the computer’s clock went back to a day before it began', async () => {
    const id = await opened();
    await toCommittee(desk, id);
    atDay(3);
    await desk.call('requests.stop', { id, kind: 'office', reason: 'عطل' });
    atDay(1);
    expect(await desk.call('requests.resume', { id })).toMatchObject({
      stopped: null,
      notBefore: addDays(DAY_0, 14),
    });
  });
});

describe('minutes that are entered later', () => {
  const paperOf = async (id: RequestId, day: string, more: object) => ({
    day,
    attendance: (await desk.call('committee.members')).map((one) => ({ memberId: one.id, present: true })),
    scan: await keepPicture(desk, 40),
    confirmClock: true,
    decisions: [{ requestId: id, kind: 'moreInformation' as const, reason: 'ينقصه مشهد دخل', ...more }],
  });

  it('tell of a stop within another one: no day of them moves the reply twice', async () => {
    const id = await opened('floor');
    await toCommittee(desk, id);
    await seatCommittee(desk);
    atDay(3);
    await desk.call('requests.stop', { id, kind: 'office', reason: 'عطل' });
    atDay(8);
    await desk.call('requests.resume', { id });
    await desk.call('committee.enterPaper', await paperOf(id, addDays(DAY_0, 5), {}));
    atDay(10);
    await desk.call('requests.resume', { id, note: 'أحضرته' });
    // Days 3 to 10: seven, not five and five.
    const moved = addDays(DAY_0, 14 + 7);
    expect(await desk.call('requests.get', { id })).toMatchObject({
      notBefore: moved,
      targetOn: addDays(DAY_0, 30 + 7),
    });
    expect((await desk.call('requests.reply', { id })).clock).toMatchObject({ notBefore: moved });
  });

  it.each([
    ['by the account', 'هند علي', true],
    // A committee that works on paper seldom has accounts.
    ['by the name, of a member without an account', 'منى سعيد القثامي', false],
  ])(
    'ask who made the research and decided, as a session on the screen does: known %s',
    async (_, name, own) => {
      const id = await opened();
      await toCommittee(desk, id);
      const clerk = desk.app.session.current()!.staff;
      const researcher = desk.become(name, ['socialResearchOfficer', 'committeeMember']);
      desk.app.session.open(clerk);
      const [, member] = await seatCommittee(desk, own ? researcher : null);
      finishResearch(desk, id, researcher);
      atDay(14);
      const accepted = { kind: 'accepted' as const, reason: '' };
      const paper = await paperOf(id, addDays(DAY_0, 14), accepted);
      await expect(desk.call('committee.enterPaper', paper)).rejects.toMatchObject({
        code: 'conflictNotAcknowledged',
        details: { names: member!.name },
      });
      expect((await desk.call('requests.get', { id })).decision).toBeNull();
      const said = await paperOf(id, addDays(DAY_0, 14), { ...accepted, conflictNote: 'لا باحث غيرها' });
      await desk.call('committee.enterPaper', said);
      expect((await desk.call('requests.reply', { id })).decisions[0]).toMatchObject({
        conflictNote: 'لا باحث غيرها',
      });
    },
  );
});
