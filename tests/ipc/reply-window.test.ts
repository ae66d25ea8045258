import { afterEach, describe, expect, it } from 'vitest';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type { RequestId } from '#shared/ids.ts';
import type { ReplyMode } from '#shared/requests/reply-clock.ts';
import { codeOf, fakeClock, openOffice, person, type TestDesk } from '../support/office.ts';
import { decide, toCommittee } from '../support/request-path.ts';

const DAY = 24 * 60 * 60_000;
let desk: TestDesk;
afterEach(() => desk.close());

/** 10:00 in Riyadh. */
const morning = (day: string): number => Date.parse(`${day}T07:00:00Z`);

async function raisedOn(day: string, mode: ReplyMode, level?: 'urgent'): Promise<RequestId> {
  desk = await openOffice({ clock: fakeClock(morning(day)) });
  const setting = await desk.call('reply.setting');
  await desk.call('reply.saveSetting', { ...setting, mode });
  const party = await desk.call('parties.add', person());
  const { id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' });
  if (level !== undefined) await desk.call('requests.setLevel', { id, level, reason: 'حريق في المنزل' });
  await toCommittee(desk, id);
  return id;
}

const standing = async (id: RequestId) => (await desk.call('requests.reply', { id })).clock?.today;

/** Days of raising and their day 14: an ordinary one, over a Hijri month of 29 days, over both years' ends. */
const RAISED = [
  ['2026-11-22', '2026-12-06'],
  // 1448-06-20: that month has 29 days, and day 14 is 1448-07-05.
  ['2026-11-30', '2026-12-14'],
  ['2026-12-25', '2027-01-08'],
  // 1447-12-25: day 14 is in 1448.
  ['2026-06-11', '2026-06-25'],
] as const;

describe('the waiting time at day 13 and day 14, in each mode', () => {
  it.each(RAISED)('raised on %s: the reply is open from 00:00 of %s in Riyadh', async (day, fourteenth) => {
    const id = await raisedOn(day, 'floor');
    expect(await desk.call('requests.get', { id })).toMatchObject({
      notBefore: fourteenth,
      targetOn: addDays(day, 30),
    });
    // The last instant of day 13, as Riyadh has it, and the first one of day 14.
    const midnight = Date.parse(`${fourteenth}T00:00:00Z`) - 3 * 3_600_000;
    desk.clock.set(midnight - 1);
    expect(await standing(id)).toMatchObject({ kind: 'blocked', daysLeft: 1 });
    desk.clock.set(midnight);
    expect(await standing(id)).toMatchObject({ kind: 'open', daysLeft: 0 });
  });

  it('stands over a Hijri month of 29 days and over the ends of both years', () => {
    const [, short, gregorian, hijri] = RAISED;
    const month = (iso: string) => hijriFromGregorian(iso).month;
    const hijriYear = (iso: string) => hijriFromGregorian(iso).year;
    expect(month(short[0])).not.toBe(month(short[1]));
    // Day 29 is the last one of that month.
    const days = Array.from({ length: 15 }, (_, step) => hijriFromGregorian(addDays(short[0], step)));
    expect(Math.max(...days.filter((one) => one.month === month(short[0])).map((one) => one.day))).toBe(29);
    expect(gregorian[0].slice(0, 4)).not.toBe(gregorian[1].slice(0, 4));
    expect(hijriYear(hijri[0])).not.toBe(hijriYear(hijri[1]));
  });

  it.each([
    ['notice', 'early'],
    ['floor', 'blocked'],
    ['ceiling', 'open'],
  ] as const)('on day 13 a reply in %s is %s', async (mode, kind) => {
    const id = await raisedOn('2026-11-22', mode);
    desk.clock.set(morning('2026-12-05'));
    expect(await standing(id)).toMatchObject({ kind, daysLeft: 1, targetPassed: false });
    desk.clock.set(morning('2026-12-06'));
    expect(await standing(id)).toMatchObject({ kind: 'open' });
    desk.clock.set(morning('2026-12-07'));
    expect(await standing(id)).toMatchObject({ kind: mode === 'ceiling' ? 'overdue' : 'open' });
    desk.clock.set(morning('2026-12-22'));
    expect(await standing(id)).toMatchObject({ targetPassed: false });
    desk.clock.set(morning('2026-12-23'));
    expect(await standing(id)).toMatchObject({ targetPassed: true });
  });

  it.each(['notice', 'floor', 'ceiling'] as const)(
    'exempts an urgent one in %s, and is decided at once',
    async (mode) => {
      const id = await raisedOn('2026-11-22', mode, 'urgent');
      expect(await standing(id)).toMatchObject({ kind: 'exempt' });
      desk.become('منى علي', ['committeeMember', 'manager']);
      const { decision, levelReason } = await decide(desk, id, 'accepted');
      expect(decision?.kind).toBe('accepted');
      expect(levelReason).toBe('حريق في المنزل');
      const [first] = (await desk.call('requests.reply', { id })).decisions;
      expect(first).toMatchObject({ earlyReason: '', standing: { kind: 'exempt' } });
    },
  );

  it('keeps the reading of the day of raising, whatever the setting becomes', async () => {
    const id = await raisedOn('2026-11-22', 'floor');
    const setting = await desk.call('reply.setting');
    await desk.call('reply.saveSetting', { ...setting, mode: 'ceiling', targetDays: 60 });
    desk.clock.set(morning('2026-12-05'));
    expect(await standing(id)).toMatchObject({ kind: 'blocked' });
    await desk.call('requests.stop', { id, kind: 'office', reason: 'عطل' });
    desk.clock.set(morning('2026-12-06'));
    await desk.call('requests.resume', { id });
    // The target moves by that one day, and is still the thirty of its own raising.
    expect(await desk.call('requests.get', { id })).toMatchObject({
      notBefore: '2026-12-07',
      targetOn: '2026-12-23',
    });
  });
});

describe('a stop of the clock', () => {
  it.each(RAISED)('of five days moves both days of %s by exactly five', async (day, fourteenth) => {
    const id = await raisedOn(day, 'floor');
    desk.clock.set(morning(addDays(day, 9)));
    await desk.call('requests.stop', { id, kind: 'committee', reason: 'تعذّر النصاب' });
    // While it runs, both move with each day.
    desk.clock.set(morning(addDays(day, 12)));
    const running = await desk.call('requests.reply', { id });
    expect(running.clock).toMatchObject({ notBefore: addDays(fourteenth, 3), moving: true });
    desk.clock.set(morning(addDays(day, 14)));
    await desk.call('requests.resume', { id, note: 'اكتمل' });
    const moved = addDays(fourteenth, 5);
    expect(await desk.call('requests.get', { id })).toMatchObject({
      notBefore: moved,
      targetOn: addDays(day, 35),
    });
    const reply = await desk.call('requests.reply', { id });
    expect(reply.clock).toMatchObject({ notBefore: moved, targetOn: addDays(day, 35), moving: false });
    expect(reply.stops).toMatchObject([
      { kind: 'committee', fromDay: addDays(day, 9), untilDay: addDays(day, 14), endNote: 'اكتمل' },
    ]);
    desk.clock.set(morning(addDays(moved, -1)));
    expect(await standing(id)).toMatchObject({ kind: 'blocked', daysLeft: 1 });
    desk.clock.set(morning(moved));
    expect(await standing(id)).toMatchObject({ kind: 'open' });
  });
});

describe('مهلة الرد in the settings', () => {
  it('moves what a slip says of a day on which the office is closed to its next working day', async () => {
    desk = await openOffice({ clock: fakeClock(morning('2026-11-20')) });
    const setting = await desk.call('reply.setting');
    expect(setting).toMatchObject({
      mode: 'notice',
      targetDays: 30,
      weekdays: [7, 1, 2, 3, 4],
      holidays: [],
    });
    const party = await desk.call('parties.add', person());
    const { id } = await desk.call('requests.open', { partyId: party.id, service: 'سلة غذائية' });
    await toCommittee(desk, id);
    // Day 14 is a Friday; the Sunday after it is the first day of a holiday.
    expect((await desk.call('requests.reply', { id })).clock).toMatchObject({
      notBefore: '2026-12-04',
      officeDay: '2026-12-06',
    });
    const holidays = [{ firstDay: '2026-12-06', lastDay: '2026-12-08', name: 'إجازة' }];
    await desk.call('reply.saveSetting', { ...setting, holidays });
    const { clock } = await desk.call('requests.reply', { id });
    expect(clock).toMatchObject({ notBefore: '2026-12-04', officeDay: '2026-12-09' });
    expect(clock?.told).toContain('أول يوم عمل بعده');
    expect((await desk.call('reply.setting')).holidays).toEqual(holidays);
  });

  it('is changed by a manager or an administrator, within what makes sense', async () => {
    desk = await openOffice();
    const setting = await desk.call('reply.setting');
    for (const wrong of [
      { targetDays: 13 },
      { targetDays: 366 },
      { weekdays: [] },
      { holidays: [{ firstDay: '2027-03-20', lastDay: '2027-03-19', name: 'العيد' }] },
      {
        holidays: [
          { firstDay: '2027-03-10', lastDay: '2027-03-14', name: 'العيد' },
          { firstDay: '2027-03-14', lastDay: '2027-03-15', name: 'بعده' },
        ],
      },
    ])
      expect(await codeOf(() => desk.call('reply.saveSetting', { ...setting, ...wrong }))).toBe(
        'invalidInput',
      );
    await desk.call('reply.saveSetting', { ...setting, mode: 'ceiling', targetDays: 45 });
    expect(await desk.call('reply.setting')).toMatchObject({ mode: 'ceiling', targetDays: 45 });
    desk.become('هند علي', ['receptionist']);
    expect(await codeOf(() => desk.call('reply.saveSetting', setting))).toBe('notAllowed');
    desk.clock.advance(DAY);
    expect((await desk.call('reply.setting')).mode).toBe('ceiling');
  });
});
