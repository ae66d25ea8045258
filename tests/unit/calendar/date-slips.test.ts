import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import { checkWeekday, findDateSlips } from '#shared/calendar/date-slips.ts';
import { dualDate, formatDualDate, weekdayName } from '#shared/calendar/dual-date.ts';
import {
  addDays,
  daysBetween,
  FIRST_DAY,
  isoWeekday,
  LAST_DAY,
  type Weekday,
} from '#shared/calendar/iso-day.ts';
import { clause } from '#shared/policy/clauses.ts';

describe('a weekday that is not the date’s', () => {
  it('flags the policy’s approval line with both corrections', () => {
    const { text } = clause('A.1');
    const [slip, ...others] = findDateSlips(text);
    expect(others).toStrictEqual([]);
    expect(slip).toMatchObject({
      kind: 'weekday',
      claimed: 1,
      corrections: {
        keepDate: { iso: '2024-08-07', weekday: 3 },
        keepWeekday: [
          { iso: '2024-08-05', hijri: { year: 1446, month: 2, day: 1 } },
          { iso: '2024-08-12', hijri: { year: 1446, month: 2, day: 8 } },
        ],
      },
    });
    expect(text.slice(slip?.start, slip?.end).trim()).toBe('الاثنين بتاريخ: ٠٣/٠٢/١٤٤٦هـ');
  });

  it.each([
    'يوم الأربعاء بتاريخ 03/02/1446هـ الموافق 07/08/2024م',
    'الاربعاء الموافق ٣ صفر ١٤٤٦ هـ',
    'نلتقي يوم الاثنين. كان العقد في 03/02/1446هـ',
    'يوم الاثنين القادم سنراجع خطابكم المؤرخ في 03/02/1446هـ',
    'من 03/02/1446هـ إلى 09/08/2024م',
    'الاثنين 30/12/1447',
    'لا تاريخ هنا',
    '',
  ])('finds nothing to say of: %s', (text) => {
    expect(findDateSlips(text)).toStrictEqual([]);
  });

  it('says when the two calendars name two days', () => {
    expect(findDateSlips('الأحد 12 جُمادى الآخرة 1448 هـ (الموافق 23 نوفمبر 2026 م)')).toMatchObject([
      { kind: 'twins', hijri: { iso: '2026-11-22' }, gregorian: { iso: '2026-11-23' } },
    ]);
  });

  it('finds every wrong weekday and no right one', () => {
    const day = fc
      .integer({ min: 7, max: daysBetween(FIRST_DAY, LAST_DAY) - 7 })
      .map((n) => addDays(FIRST_DAY, n));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom<DigitSystem[]>('latin', 'arabicIndic'),
        (iso, claimed, digits) => {
          const right = weekdayName(isoWeekday(iso));
          const text = formatDualDate(iso, digits).replace(right, weekdayName(claimed as Weekday));
          const slips = findDateSlips(text);
          expect(slips.map((slip) => slip.kind)).toStrictEqual(
            claimed === isoWeekday(iso) ? [] : ['weekday'],
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('offers the nearest days of the weekday, one on each side and less than a week apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) }),
        fc.integer({ min: 1, max: 7 }),
        (days, claimed) => {
          const iso = addDays(FIRST_DAY, days);
          const checked = checkWeekday(iso, claimed as Weekday);
          expect(checked.ok).toBe(isoWeekday(iso) === claimed);
          if (checked.ok) return;
          const { keepDate, keepWeekday } = checked.corrections;
          expect(keepDate).toStrictEqual(dualDate(iso));
          expect(keepWeekday.length).toBeGreaterThan(0);
          for (const near of keepWeekday) {
            expect(near.weekday).toBe(claimed);
            expect(Math.abs(daysBetween(iso, near.iso))).toBeLessThan(7);
          }
        },
      ),
    );
    const atTheStart = checkWeekday(FIRST_DAY, 1);
    expect(atTheStart).toMatchObject({ ok: false, corrections: { keepWeekday: [{ iso: '1924-08-04' }] } });
  });
});
