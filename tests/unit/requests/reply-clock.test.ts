import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { gregorianFromHijri, hijriFromGregorian, hijriMonthLength } from '#shared/calendar/hijri.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import {
  REPLY_MODES,
  type ReplyMode,
  replyDates as datesIn,
  replyStanding,
  type Stop,
} from '#shared/requests/reply-clock.ts';

/** 12 Jumada al-akhira 1448. */
const RAISED = '2026-11-22';
const stop = (fromDay: string, untilDay: string | null): Stop => ({ fromDay, untilDay });
const replyDates = (raisedOn: string, stops: readonly Stop[], today: string, mode: ReplyMode = 'notice') =>
  datesIn(raisedOn, stops, today, { mode });

describe('day 0 and day 14', () => {
  it('are calendar days, the day of raising being day 0', () => {
    expect(replyDates(RAISED, [], RAISED)).toEqual({
      notBefore: '2026-12-06',
      targetOn: '2026-12-22',
      moving: false,
    });
  });

  it('begin at midnight in Riyadh, which is 21:00 of the day before in UTC', () => {
    const raisedLate = Date.UTC(2026, 10, 22, 20, 59);
    const raisedAfterMidnight = Date.UTC(2026, 10, 22, 21, 0);
    expect(replyDates(riyadhDay(raisedLate), [], RAISED).notBefore).toBe('2026-12-06');
    expect(replyDates(riyadhDay(raisedAfterMidnight), [], RAISED).notBefore).toBe('2026-12-07');
    const { notBefore, targetOn } = replyDates(RAISED, [], RAISED);
    const kindAt = (ms: number) =>
      replyStanding('floor', 'ordinary', { notBefore, targetOn }, riyadhDay(ms)).kind;
    expect(kindAt(Date.UTC(2026, 11, 5, 20, 59, 59))).toBe('blocked');
    expect(kindAt(Date.UTC(2026, 11, 5, 21, 0))).toBe('open');
  });

  it('cross a Hijri month of 29 days, and a year of either calendar, without losing a day', () => {
    // 29 days: so says the published calendar, not we.
    const month29 = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find(
      (month) => hijriMonthLength(1448, month) === 29,
    );
    const middle = gregorianFromHijri({ year: 1448, month: month29 ?? 0, day: 21 });
    const { notBefore } = replyDates(middle, [], middle);
    expect(notBefore).toBe(addDays(middle, 14));
    // The 21st, and 14 days over the end of 29.
    expect(hijriFromGregorian(notBefore).day).toBe(6);
    expect(replyDates('2026-12-25', [], '2026-12-25').notBefore).toBe('2027-01-08');
    // The Hijri year 1449 begins on 2027-06-06.
    expect(hijriFromGregorian(replyDates('2027-05-30', [], '2027-05-30').notBefore).year).toBe(1449);
    expect(replyDates('2027-05-30', [], '2027-05-30').notBefore).toBe('2027-06-13');
  });
});

describe('day 13 and day 14 in each mode', () => {
  const { notBefore, targetOn } = replyDates(RAISED, [], RAISED);
  const on = (mode: ReplyMode, days: number, level: 'ordinary' | 'urgent' | 'followUp' = 'ordinary') =>
    replyStanding(mode, level, { notBefore, targetOn }, addDays(RAISED, days)).kind;

  it.each([
    ['notice', 0, 'early'],
    ['notice', 13, 'early'],
    ['notice', 14, 'open'],
    ['notice', 15, 'open'],
    ['floor', 0, 'blocked'],
    ['floor', 13, 'blocked'],
    ['floor', 14, 'open'],
    ['floor', 15, 'open'],
    ['ceiling', 0, 'open'],
    ['ceiling', 13, 'open'],
    ['ceiling', 14, 'open'],
    ['ceiling', 15, 'overdue'],
  ] as const)('%s, day %i: %s', (mode, days, kind) => {
    expect(on(mode, days)).toBe(kind);
    expect(on(mode, days, 'followUp')).toBe(kind);
  });

  it('an urgent request is exempt in every mode on every day', () => {
    for (const mode of REPLY_MODES)
      for (const days of [0, 13, 14, 15, 40]) expect(on(mode, days, 'urgent')).toBe('exempt');
  });

  it('the target only warns, from day 31 on', () => {
    const passed = (days: number) =>
      replyStanding('notice', 'ordinary', { notBefore, targetOn }, addDays(RAISED, days));
    expect(passed(30)).toEqual({ kind: 'open', daysLeft: -16, targetPassed: false });
    expect(passed(31).targetPassed).toBe(true);
  });
});

describe('a stop of the clock', () => {
  it('of five days moves both dates by exactly five', () => {
    const dates = replyDates(RAISED, [stop('2026-11-25', '2026-11-30')], '2026-12-20');
    expect(dates).toEqual({ notBefore: '2026-12-11', targetOn: '2026-12-27', moving: false });
  });

  it('that runs still moves both with each day', () => {
    const running = [stop('2026-11-25', null)];
    expect(replyDates(RAISED, running, '2026-11-25').notBefore).toBe('2026-12-06');
    expect(replyDates(RAISED, running, '2026-11-26')).toEqual({
      notBefore: '2026-12-07',
      targetOn: '2026-12-23',
      moving: true,
    });
  });

  it('counts from the raising on, where it began before it', () => {
    expect(replyDates(RAISED, [stop('2026-11-01', '2026-11-24')], '2026-12-01').notBefore).toBe('2026-12-08');
    expect(replyDates(RAISED, [stop('2026-11-01', '2026-11-20')], '2026-12-01').notBefore).toBe('2026-12-06');
  });

  it('does not take back a day that had come', () => {
    const dates = replyDates(RAISED, [stop('2026-12-06', '2026-12-16')], '2026-12-20');
    expect(dates.notBefore).toBe('2026-12-06');
    expect(dates.targetOn).toBe('2027-01-01');
  });

  it('that begins on the last day moves it: there it is not over yet', () => {
    const onFourteenth = [stop('2026-12-06', '2026-12-11')];
    expect(replyDates(RAISED, onFourteenth, '2026-12-20', 'ceiling')).toMatchObject({
      notBefore: '2026-12-11',
      targetOn: '2026-12-27',
    });
    expect(replyDates(RAISED, [stop('2026-12-07', '2026-12-11')], '2026-12-20', 'ceiling').notBefore).toBe(
      '2026-12-06',
    );
    // The target of day 30 likewise, in every mode; a day later it was over.
    for (const mode of REPLY_MODES) {
      const from = (day: string) =>
        replyDates(RAISED, [stop(day, '2026-12-25')], '2027-01-01', mode).targetOn;
      expect(from('2026-12-22')).toBe('2026-12-25');
      expect(from('2026-12-23')).toBe('2026-12-22');
    }
    // While it runs on that very day, the day is not past; on the next one neither.
    const running = [stop('2026-12-06', null)];
    const kindOn = (day: string) =>
      replyStanding('ceiling', 'ordinary', replyDates(RAISED, running, day, 'ceiling'), day).kind;
    expect(['2026-12-06', '2026-12-07', '2026-12-20'].map(kindOn)).toEqual(['open', 'open', 'open']);
  });

  it('that is taken back on its own day moves nothing, in any mode', () => {
    for (const mode of REPLY_MODES)
      for (const day of ['2026-11-22', '2026-11-30', '2026-12-06', '2026-12-22'])
        expect(replyDates(RAISED, [stop(day, day)], '2027-01-01', mode)).toMatchObject({
          notBefore: '2026-12-06',
          targetOn: '2026-12-22',
        });
  });

  it('that overlaps another counts each day once, in whatever order they were written', () => {
    // Minutes of 27 November are entered once the stop of the office is over: both tell of 27 to 30 November.
    const stops = [stop('2026-11-25', '2026-11-30'), stop('2026-11-27', '2026-12-02')];
    for (const each of [stops, stops.toReversed()])
      expect(replyDates(RAISED, each, '2026-12-20')).toMatchObject({
        notBefore: addDays('2026-12-06', 7),
        targetOn: addDays('2026-12-22', 7),
      });
    const within = [stop('2026-11-25', '2026-12-02'), stop('2026-11-27', '2026-11-28')];
    expect(replyDates(RAISED, within, '2026-12-20').notBefore).toBe('2026-12-13');
    const running = [stop('2026-11-25', '2026-11-30'), stop('2026-11-27', null)];
    expect(replyDates(RAISED, running, '2026-12-01').notBefore).toBe('2026-12-12');
  });

  it('any stops, however they lie over each other, move day 14 by the days of which at least one stood', () => {
    const length = 60;
    const spans = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 20 })), { maxLength: 6 });
    fc.assert(
      fc.property(spans, (each) => {
        const stops = each.map(([from, days]) => stop(addDays(RAISED, from), addDays(RAISED, from + days)));
        // Counted by hand: a day passes where no stop stands.
        let [day, passed] = [0, 0];
        while (passed < 14 && day < length) {
          if (!each.some(([from, days]) => from <= day && day < from + days)) passed += 1;
          day += 1;
        }
        expect(replyDates(RAISED, stops, addDays(RAISED, 400)).notBefore).toBe(addDays(RAISED, day));
      }),
    );
  });

  it('moves what a stop before it has moved', () => {
    // Day 14 became 16 December; the second stop begins before that.
    const dates = replyDates(
      RAISED,
      [stop('2026-12-10', '2026-12-12'), stop('2026-11-23', '2026-12-03')],
      '2027-01-01',
    );
    expect(dates.notBefore).toBe('2026-12-18');
  });

  it('any stops within the first 14 days move both by their sum', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
    fc.assert(
      fc.property(lengths, (each) => {
        // Each stop begins a day after the last one ended: fewer than 14 running days have passed.
        const stops: Stop[] = [];
        let from = addDays(RAISED, 1);
        for (const length of each) {
          stops.push(stop(from, addDays(from, length)));
          from = addDays(from, length + 1);
        }
        const sum = each.reduce((all, length) => all + length, 0);
        const dates = replyDates(RAISED, stops, addDays(RAISED, 400));
        expect(dates.notBefore).toBe(addDays(RAISED, 14 + sum));
        expect(dates.targetOn).toBe(addDays(RAISED, 30 + sum));
      }),
    );
  });
});
