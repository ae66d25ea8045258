import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { gregorianFromHijri, hijriFromGregorian, hijriMonthLength } from '#shared/calendar/hijri.ts';
import { addDays, FIRST_DAY, isIsoDay, parseIsoDay } from '#shared/calendar/iso-day.ts';
import {
  type BirthProblem,
  birthYear,
  formatBirth,
  formatBirthTwin,
  parseBirth,
} from '#shared/parties/birth-date.ts';

const TODAY = '2026-11-22';

describe('a date of birth as it is printed', () => {
  it.each([
    ['1/7/1380', '1380-07-01', 'hijri'],
    ['١/٧/١٣٨٠', '1380-07-01', 'hijri'],
    ['۱/۷/۱۳۸۰', '1380-07-01', 'hijri'],
    ['1380/7/1', '1380-07-01', 'hijri'],
    ['1380-07-01', '1380-07-01', 'hijri'],
    ['01 . 07 . 1380', '1380-07-01', 'hijri'],
    ['01071380', '1380-07-01', 'hijri'],
    ['13800701', '1380-07-01', 'hijri'],
    ['1 رجب 1380', '1380-07-01', 'hijri'],
    ['١ رجب ١٣٨٠ هـ', '1380-07-01', 'hijri'],
    ['1/7/1380هـ', '1380-07-01', 'hijri'],
    ['\u200F1/7/1380\u00A0', '1380-07-01', 'hijri'],
    ['رجب 1380', '1380-07', 'hijri'],
    ['7/1380', '1380-07', 'hijri'],
    ['1380/7', '1380-07', 'hijri'],
    ['1380', '1380', 'hijri'],
    ['١٣٨٠ هـ', '1380', 'hijri'],
    ['00/00/1380', '1380', 'hijri'],
    ['00/07/1380', '1380-07', 'hijri'],
    ['31/10/1983', '1983-10-31', 'gregorian'],
    ['1983-10-31', '1983-10-31', 'gregorian'],
    ['31 أكتوبر 1983 م', '1983-10-31', 'gregorian'],
    ['31 OCT 1983', '1983-10-31', 'gregorian'],
    ['31 Oct/oct 1983', '1983-10-31', 'gregorian'],
    ['October 31, 1983', '1983-10-31', 'gregorian'],
    ['أكتوبر 1983', '1983-10', 'gregorian'],
    ['1983', '1983', 'gregorian'],
  ])('%s is %s', (text, printed, calendar) => {
    for (const told of [null, calendar as 'hijri'])
      expect(parseBirth(text, told, TODAY)).toMatchObject({ ok: true, value: { printed, calendar } });
  });

  it('keeps what is printed and the day that it is beside it', () => {
    expect(parseBirth('25/1/1404', 'hijri')).toStrictEqual({
      ok: true,
      value: { printed: '1404-01-25', calendar: 'hijri', day: '1983-10-31' },
    });
    expect(parseBirth('1404', 'hijri')).toMatchObject({ value: { day: null } });
    // The table has 29 days for Safar 1447: what was announced otherwise stays as printed, without a twin.
    expect(hijriMonthLength(1447, 2)).toBe(29);
    expect(parseBirth('30/2/1447', 'hijri', TODAY)).toMatchObject({
      value: { printed: '1447-02-30', day: null },
    });
  });

  it.each<[string, 'hijri' | 'gregorian' | null, BirthProblem]>([
    ['', null, 'empty'],
    ['\u00A0\u200F', null, 'empty'],
    ['قديم', null, 'notADate'],
    ['3/2-1446', null, 'notADate'],
    ['1/2/3/1380', null, 'notADate'],
    ['1380/1/1990', null, 'notADate'],
    ['5/0/1380', null, 'notADate'],
    ['1/7/80', 'hijri', 'yearDigits'],
    ['80', null, 'yearDigits'],
    ['1/13/1380', null, 'month'],
    ['31/7/1380', 'hijri', 'day'],
    ['30/2/1990', 'gregorian', 'day'],
    ['29/2/1990', null, 'day'],
    ['1/1/1342', 'hijri', 'outOfRange'],
    ['1501', 'hijri', 'outOfRange'],
    ['1/1/1923', null, 'outOfRange'],
    ['1/7/1924', 'gregorian', 'outOfRange'],
    ['13/6/1448', 'hijri', 'future'],
    ['23/11/2026', 'gregorian', 'future'],
    ['1449', null, 'future'],
    ['12/2026', null, 'future'],
  ])('%j is refused: %s', (text, calendar, code) => {
    expect(parseBirth(text, calendar, TODAY)).toMatchObject({ ok: false, code });
  });

  it('a person is born today at the latest', () => {
    expect(parseBirth('12/6/1448', 'hijri', TODAY).ok).toBe(true);
    expect(parseBirth('1448', 'hijri', TODAY).ok).toBe(true);
    expect(parseBirth('13/6/1448', 'hijri').ok).toBe(true);
  });
});

describe('the wrong calendar', () => {
  it.each([
    ['1/7/1990', 'hijri', { printed: '1990-07-01', calendar: 'gregorian' }],
    ['1990', 'hijri', { printed: '1990', calendar: 'gregorian' }],
    ['1/7/1990 هـ', null, { printed: '1990-07-01', calendar: 'gregorian' }],
    ['15/3/1410', 'gregorian', { printed: '1410-03-15', calendar: 'hijri' }],
    ['1410', 'gregorian', { printed: '1410', calendar: 'hijri' }],
    ['1410 م', 'hijri', { printed: '1410', calendar: 'hijri' }],
  ] as const)('%s given as %s is recognised, and the right one offered', (text, calendar, offer) => {
    const refused = parseBirth(text, calendar, TODAY);
    expect(refused).toStrictEqual({ ok: false, code: 'otherCalendar', offer });
    expect(parseBirth(offer.printed, offer.calendar, TODAY).ok).toBe(true);
  });

  it('nothing is offered that would be refused, nor where a name and a year disagree', () => {
    expect(parseBirth('1/13/1990', 'hijri', TODAY)).toMatchObject({ code: 'otherCalendar', offer: null });
    expect(parseBirth('1/7/2030', 'hijri', TODAY)).toMatchObject({ code: 'otherCalendar', offer: null });
    expect(parseBirth('1 رجب 1990', null, TODAY)).toMatchObject({ code: 'otherCalendar', offer: null });
  });

  it('the month before the day, as some forms print it, is offered the other way round', () => {
    expect(parseBirth('3/25/1990', 'gregorian', TODAY)).toStrictEqual({
      ok: false,
      code: 'month',
      offer: { printed: '1990-03-25', calendar: 'gregorian' },
    });
    expect(parseBirth('25/13/1990', null, TODAY)).toMatchObject({ code: 'month', offer: null });
  });
});

describe('every day of the table', () => {
  const day = fc.integer({ min: 0, max: 37_000 }).map((days) => addDays(FIRST_DAY, days));
  const separator = fc.constantFrom('/', '-', '.', ' ', ' / ', ' - ');
  const digits = fc.constantFrom((text: string) => text, toArabicDigits);

  it('reads each order and digit system to the same date, and reads what it gave again', () => {
    fc.assert(
      fc.property(day, separator, digits, fc.boolean(), fc.boolean(), (iso, between, write, first, hijri) => {
        const { year, month, day: number } = hijri ? hijriFromGregorian(iso) : parseIsoDay(iso);
        const calendar = hijri ? 'hijri' : 'gregorian';
        const groups = first ? [year, month, number] : [number, month, year];
        const read = parseBirth(write(groups.join(between)), null);
        expect(read).toMatchObject({ ok: true, value: { calendar, day: iso } });
        if (!read.ok) return;
        expect(parseBirth(read.value.printed, read.value.calendar)).toStrictEqual(read);
        expect(parseBirth(formatBirth(read.value, 'arabicIndic'), calendar)).toStrictEqual(read);
        expect(birthYear(read.value)).toBe(Number(iso.slice(0, 4)));
        const twin = formatBirthTwin(read.value);
        expect(parseBirth(twin ?? '', null)).toMatchObject({ value: { day: iso } });
      }),
    );
  });

  it('never throws, and what it takes is a day, a month or a year that can have been', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 14 }),
      fc.stringMatching(/^[0-9/\-. ]{0,12}$/u),
      fc.tuple(fc.nat(40), fc.nat(14), fc.integer({ min: 1300, max: 2100 })).map((one) => one.join('/')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(null, 'hijri' as const, 'gregorian' as const), (typed, calendar) => {
        const read = parseBirth(typed, calendar, TODAY);
        if (!read.ok) {
          if (read.offer !== null)
            expect(parseBirth(read.offer.printed, read.offer.calendar, TODAY).ok).toBe(true);
          return;
        }
        expect(read.value.printed).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u);
        if (calendar !== null) expect(read.value.calendar).toBe(calendar);
        if (read.value.day !== null) {
          expect(isIsoDay(read.value.day)).toBe(true);
          expect(read.value.day <= TODAY).toBe(true);
        }
        expect(birthYear(read.value)).toBeGreaterThan(1923);
      }),
    );
  });
});

describe('as it is read out', () => {
  it.each([
    ['1/7/1380', '1 رجب 1380 هـ', '19 ديسمبر 1960 م'],
    ['7/1380', 'رجب 1380 هـ', '1960 – 1961 م'],
    ['1380', '1380 هـ', '1960 – 1961 م'],
    ['31/10/1983', '31 أكتوبر 1983 م', '25 محرم 1404 هـ'],
    ['1983', '1983 م', '1403 – 1404 هـ'],
    ['1924', '1924 م', '1343 هـ'],
    ['30/2/1447', '30 صفر 1447 هـ', null],
  ])('%s', (text, printed, twin) => {
    const read = parseBirth(text, null);
    if (!read.ok) throw new Error(read.code);
    expect(formatBirth(read.value)).toBe(printed);
    expect(formatBirthTwin(read.value)).toBe(twin);
  });

  it('of a Hijri year alone the Gregorian year in which it began', () => {
    const read = parseBirth('1380', 'hijri');
    expect(birthYear(read.ok ? read.value : null)).toBe(
      Number(gregorianFromHijri({ year: 1380, month: 1, day: 1 }).slice(0, 4)),
    );
    expect(birthYear(null)).toBe(null);
  });
});
