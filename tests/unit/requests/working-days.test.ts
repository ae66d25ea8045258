import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/iso-day.ts';
import {
  DEFAULT_WORKING_WEEKDAYS,
  holidaySchema,
  isWorkingDay,
  nextWorkingDay,
  workingWeekdaysSchema,
} from '#shared/requests/working-days.ts';

const plain = { weekdays: DEFAULT_WORKING_WEEKDAYS, holidays: [] };

describe('the next working day', () => {
  it.each([
    ['2026-12-03', '2026-12-03', 'a Thursday'],
    ['2026-12-04', '2026-12-06', 'a Friday'],
    ['2026-12-05', '2026-12-06', 'a Saturday'],
    ['2026-12-06', '2026-12-06', 'a Sunday'],
  ])('of %s is %s: %s', (day, next) => {
    expect(nextWorkingDay(day, plain)).toBe(next);
  });

  it('jumps over a holiday and the weekend behind it', () => {
    const eid = { firstDay: '2026-12-06', lastDay: '2026-12-10' };
    expect(nextWorkingDay('2026-12-04', { ...plain, holidays: [eid] })).toBe('2026-12-13');
  });

  it('is a working day, never before the day, with none between', () => {
    const days = fc.integer({ min: 0, max: 600 }).map((step) => addDays('2026-01-01', step));
    fc.assert(
      fc.property(days, fc.array(fc.tuple(days, fc.integer({ min: 0, max: 20 }))), (day, spans) => {
        const office = {
          ...plain,
          holidays: spans.map(([firstDay, length]) => ({ firstDay, lastDay: addDays(firstDay, length) })),
        };
        const next = nextWorkingDay(day, office);
        expect(isWorkingDay(next, office)).toBe(true);
        for (let between = day; between < next; between = addDays(between, 1))
          expect(isWorkingDay(between, office)).toBe(false);
      }),
    );
  });

  it('of an office that never opens is the day itself', () => {
    const forever = [{ firstDay: '2026-01-01', lastDay: '2030-01-01' }];
    expect(nextWorkingDay('2026-12-04', { ...plain, holidays: forever })).toBe('2026-12-04');
  });
});

describe('settings of the office days', () => {
  it('refuse a week without a working day, and a holiday that ends before it begins', () => {
    expect(workingWeekdaysSchema.safeParse([]).success).toBe(false);
    expect(workingWeekdaysSchema.safeParse([7, 1]).success).toBe(true);
    const span = (firstDay: string, lastDay: string) =>
      holidaySchema.safeParse({ firstDay, lastDay, name: 'عيد الفطر' }).success;
    expect(span('2027-03-09', '2027-03-13')).toBe(true);
    expect(span('2027-03-13', '2027-03-09')).toBe(false);
  });
});
