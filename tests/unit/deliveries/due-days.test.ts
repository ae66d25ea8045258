import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gregorianFromHijri, hijriFromGregorian, hijriMonthLength } from '#shared/calendar/hijri.ts';
import {
  addDays,
  daysBetween,
  gregorianMonthLength,
  isoFromDayNumber,
  dayNumber,
  parseIsoDay,
} from '#shared/calendar/iso-day.ts';
import { type DueRule, dueDays } from '#shared/deliveries/due-days.ts';
import { planInputSchema } from '#shared/deliveries/delivery.ts';

const rule = (more: Partial<DueRule> = {}): DueRule => ({
  frequency: 'monthly',
  calendar: 'gregorian',
  firstOn: '2026-11-22',
  times: 3,
  ...more,
});
const hijri = (year: number, month: number, day: number): string => gregorianFromHijri({ year, month, day });

describe('the days of a plan', () => {
  it('once: the first day, however often is asked for', () => {
    expect(dueDays(rule({ frequency: 'once', times: 12 }))).toEqual(['2026-11-22']);
  });

  it('weekly: the same weekday, over a year’s end', () => {
    expect(dueDays(rule({ frequency: 'weekly', firstOn: '2026-12-20', times: 3 }))).toEqual([
      '2026-12-20',
      '2026-12-27',
      '2027-01-03',
    ]);
  });

  it.each([
    ['2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['2028-01-31', ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31']],
    ['2026-11-30', ['2026-11-30', '2026-12-30', '2027-01-30', '2027-02-28', '2027-03-30']],
    ['2026-12-29', ['2026-12-29', '2027-01-29', '2027-02-28', '2027-03-29', '2027-04-29']],
  ])(
    'monthly from %s by the Gregorian calendar: the last day of a short month, and its own day again',
    (firstOn, days) => {
      expect(dueDays(rule({ firstOn, times: 5 }))).toEqual(days);
    },
  );

  it('monthly by the Hijri calendar: of the 30th comes the 29th of a short month, and the 30th again', () => {
    const lengths = Array.from({ length: 12 }, (_, month) => hijriMonthLength(1448, month + 1));
    const start = lengths.findIndex((length, month) => length === 30 && lengths[month + 1] === 29);
    expect(start).toBeGreaterThanOrEqual(0);
    const days = dueDays(rule({ calendar: 'hijri', firstOn: hijri(1448, start + 1, 30), times: 12 }));
    const parts = days.map(hijriFromGregorian);
    expect(parts[1]).toEqual({ year: 1448, month: start + 2, day: 29 });
    for (const { year, month, day } of parts) expect(day).toBe(Math.min(30, hijriMonthLength(year, month)));
    expect(parts.some(({ day }, index) => index > 1 && day === 30)).toBe(true);
  });

  it('monthly by the Hijri calendar over its year’s end', () => {
    const days = dueDays(rule({ calendar: 'hijri', firstOn: hijri(1448, 11, 5), times: 4 }));
    expect(days).toEqual([hijri(1448, 11, 5), hijri(1448, 12, 5), hijri(1449, 1, 5), hijri(1449, 2, 5)]);
  });

  it('do not mix the calendars: from one day on they part', () => {
    const [first, second] = [
      dueDays(rule({ calendar: 'hijri', times: 12 })),
      dueDays(rule({ calendar: 'gregorian', times: 12 })),
    ];
    expect(first[0]).toBe(second[0]);
    expect(daysBetween(first[11]!, second[11]!)).toBeGreaterThanOrEqual(9);
  });

  it('beyond the published calendar are refused, at the field', () => {
    expect(() => dueDays(rule({ calendar: 'hijri', firstOn: '2077-10-01', times: 6 }))).toThrow();
    const typed = {
      ...rule({ firstOn: '2077-10-01', times: 6 }),
      serviceId: 1,
      times: '6',
      quantity: '1',
      unit: 'سلة',
      value: '',
    };
    const [issue] = planInputSchema.safeParse(typed).error?.issues ?? [];
    expect([issue?.path, issue?.message]).toEqual([['times'], 'delivery.tooFar']);
  });
});

/** The nth month after a date's, counted one by one: told a second time, without the rule's arithmetic. */
function monthAfter(parts: { year: number; month: number }, by: number) {
  let { year, month } = parts;
  for (let step = 0; step < by; step += 1) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return { year, month };
}

const plans = fc.record({
  frequency: fc.constantFrom('once' as const, 'weekly' as const, 'monthly' as const),
  calendar: fc.constantFrom('hijri' as const, 'gregorian' as const),
  firstOn: fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2065-12-31') }).map(isoFromDayNumber),
  times: fc.integer({ min: 1, max: 120 }),
});

describe('whatever the plan', () => {
  it('its days begin with the first, rise, and are as many as asked for', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const days = dueDays(plan);
        expect(days).toHaveLength(plan.frequency === 'once' ? 1 : plan.times);
        expect(days[0]).toBe(plan.firstOn);
        for (let at = 1; at < days.length; at += 1) {
          const gap = daysBetween(days[at - 1]!, days[at]!);
          expect(gap).toBeGreaterThanOrEqual(plan.frequency === 'weekly' ? 7 : 27);
          expect(gap).toBeLessThanOrEqual(plan.frequency === 'weekly' ? 7 : 32);
        }
      }),
    );
  });

  it('the nth month has its day: the first one’s, or its own last', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        if (plan.frequency !== 'monthly') return;
        const partsOf = plan.calendar === 'hijri' ? hijriFromGregorian : parseIsoDay;
        const lengthOf = plan.calendar === 'hijri' ? hijriMonthLength : gregorianMonthLength;
        const first = partsOf(plan.firstOn);
        for (const [turn, day] of dueDays(plan).entries()) {
          const { year, month } = monthAfter(first, turn);
          expect(partsOf(day)).toEqual({
            year,
            month,
            day: Math.min(first.day, lengthOf(year, month)),
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a longer plan goes on from a shorter one, and does not change it', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 40 }), (plan, fewer) => {
        const times = Math.min(fewer, plan.times);
        expect(dueDays({ ...plan, times })).toEqual(dueDays(plan).slice(0, times));
      }),
    );
  });

  it('weeks are counted, never months', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        if (plan.frequency !== 'weekly') return;
        expect(dueDays(plan)).toEqual(
          Array.from({ length: plan.times }, (_, turn) => addDays(plan.firstOn, 7 * turn)),
        );
      }),
    );
  });
});
