import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import {
  dualDate,
  formatDualDate,
  formatSlashed,
  gregorianMonthName,
  hijriMonthName,
  riyadhDay,
  riyadhTime,
  weekdayName,
} from '#shared/calendar/dual-date.ts';
import { isIsoDay, isoDaySchema } from '#shared/calendar/iso-day.ts';

describe('dual dates', () => {
  it('gives both calendars and the weekday', () => {
    expect(dualDate('2024-08-07')).toStrictEqual({
      iso: '2024-08-07',
      weekday: 3,
      hijri: { year: 1446, month: 2, day: 3 },
      gregorian: { year: 2024, month: 8, day: 7 },
    });
    expect(weekdayName(3)).toBe('الأربعاء');
  });

  it('writes the long form of the desk, in one digit system', () => {
    expect(formatDualDate('2026-11-22')).toBe('الأحد 12 جمادى الآخرة 1448 هـ، الموافق 22 نوفمبر 2026 م');
    expect(formatDualDate('2026-11-22', 'arabicIndic')).toBe(
      'الأحد ١٢ جمادى الآخرة ١٤٤٨ هـ، الموافق ٢٢ نوفمبر ٢٠٢٦ م',
    );
  });

  it('writes slashed dates with a mark around every slash, so that they stand right to left', () => {
    expect(formatSlashed({ year: 1446, month: 2, day: 3 }, 'hijri')).toBe(
      '٠٣\u200F/\u200F٠٢\u200F/\u200F١٤٤٦\u200Fهـ',
    );
    expect(formatSlashed({ year: 2024, month: 8, day: 7 }, 'gregorian', 'latin')).toBe(
      '07\u200F/\u200F08\u200F/\u200F2024\u200Fم',
    );
  });

  it('names the months as Saudis do, and refuses a thirteenth', () => {
    expect([1, 4, 5, 6, 11, 12].map(hijriMonthName)).toStrictEqual([
      'محرم',
      'ربيع الآخر',
      'جمادى الأولى',
      'جمادى الآخرة',
      'ذو القعدة',
      'ذو الحجة',
    ]);
    expect([1, 4, 7, 12].map(gregorianMonthName)).toStrictEqual(['يناير', 'أبريل', 'يوليو', 'ديسمبر']);
    expect(() => hijriMonthName(13)).toThrow(AppError);
    expect(() => gregorianMonthName(0)).toThrow(AppError);
  });
});

describe('the day in Riyadh', () => {
  it.each([
    ['2026-11-22T20:59:59.999Z', '2026-11-22', '23:59'],
    ['2026-11-22T21:00:00.000Z', '2026-11-23', '00:00'],
    ['2026-11-22T21:30:00.000Z', '2026-11-23', '00:30'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', '02:00'],
    ['1969-12-31T20:59:00.000Z', '1969-12-31', '23:59'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01', '03:00'],
  ])('%s is %s %s', (instant, day, time) => {
    expect(riyadhDay(Date.parse(instant))).toBe(day);
    expect(riyadhTime(Date.parse(instant))).toBe(time);
  });

  it('takes fractions of a millisecond, as performance clocks give them', () => {
    expect(riyadhDay(Date.UTC(2026, 10, 22, 21) - 0.5)).toBe('2026-11-22');
    expect(riyadhTime(-0.5)).toBe('02:59');
  });

  it('agrees with the zone data wherever the offset is UTC+3', () => {
    const format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
      timeZone: 'Asia/Riyadh',
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2077, 0) }), (ms) => {
        expect(`${riyadhDay(ms)}, ${riyadhTime(ms)}`).toBe(format.format(ms));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Date.UTC(1924, 6, 31), Date.UTC(2077, 10, 17), 8.64e15])(
    'refuses %s: a clock gone wild is no day of ours',
    (ms) => {
      expect(() => riyadhDay(ms)).toThrow(AppError);
    },
  );
});

describe('the schema of a stored day', () => {
  it('takes real days only', () => {
    expect(isoDaySchema.safeParse('2024-02-29').success).toBe(true);
    expect(isoDaySchema.safeParse('2024-02-30').success).toBe(false);
    expect(isIsoDay(null)).toBe(false);
  });
});
