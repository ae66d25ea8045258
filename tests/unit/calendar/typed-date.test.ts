import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { dualDate, formatGregorian, formatHijri, formatSlashed } from '#shared/calendar/dual-date.ts';
import { addDays, daysBetween, FIRST_DAY, LAST_DAY, writeParts } from '#shared/calendar/iso-day.ts';
import { parseTypedDate } from '#shared/calendar/typed-date.ts';

const anyDay = fc
  .integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) })
  .map((days) => addDays(FIRST_DAY, days));

describe('a typed date', () => {
  it.each([
    ['٣/٢/١٤٤٦', 'hijri'],
    ['03/02/1446', 'hijri'],
    ['۳/۲/۱۴۴۶', 'hijri'],
    ['1446-02-03', 'hijri'],
    ['1446/2/3', 'hijri'],
    ['3.2.1446', 'hijri'],
    ['3 2 1446', 'hijri'],
    ['3 / 2 / 1446 هـ', 'hijri'],
    ['٠٣/٠٢/١٤٤٦هـ', 'hijri'],
    ['٠٣\u200F/\u200F٠٢\u200F/\u200F١٤٤٦\u200Fهـ', 'hijri'],
    ['03021446', 'hijri'],
    ['14460203', 'hijri'],
    ['3 صفر 1446', 'hijri'],
    ['٣ صَفَر ١٤٤٦ هـ', 'hijri'],
    ['7/8/2024', 'gregorian'],
    ['٠٧ / ٠٨ / ٢٠٢٤م', 'gregorian'],
    ['2024-08-07', 'gregorian'],
    ['20240807', 'gregorian'],
    ['07082024', 'gregorian'],
    ['7 أغسطس 2024 م', 'gregorian'],
    ['7 اغسطس، 2024', 'gregorian'],
    ['\u00A07/8/2024\u00A0', 'gregorian'],
  ])('%s is 2024-08-07', (text, calendar) => {
    expect(parseTypedDate(text)).toMatchObject({ ok: true, value: { iso: '2024-08-07', calendar } });
  });

  it('keeps what the document says, with its calendar', () => {
    expect(parseTypedDate('25/1/1404')).toStrictEqual({
      ok: true,
      value: { calendar: 'hijri', parts: { year: 1404, month: 1, day: 25 }, iso: '1983-10-31' },
    });
  });

  it.each([
    ['', 'empty'],
    [' \u200F ', 'empty'],
    ['امس', 'notADate'],
    ['3/2-1446', 'notADate'],
    ['1446', 'notADate'],
    ['2/1446', 'notADate'],
    ['1446/2/2024', 'notADate'],
    ['3/2/14466', 'notADate'],
    ['3 كذا 1446', 'notADate'],
    ['3/2/46', 'yearDigits'],
    ['3/2/146', 'yearDigits'],
    ['3/13/1446', 'month'],
    ['3/0/1446', 'month'],
    ['30/12/1447', 'day'],
    ['0/12/1447', 'day'],
    ['30/2/2024', 'day'],
    ['29 فبراير 2023', 'day'],
    ['1/1/1342', 'outOfRange'],
    ['1/1/1600', 'outOfRange'],
    ['31/7/1924', 'outOfRange'],
    ['17/11/2077', 'outOfRange'],
    ['7/8/2024 هـ', 'otherCalendar'],
    ['3/2/1446 م', 'otherCalendar'],
    ['3 صفر 2024', 'otherCalendar'],
  ])('%s is refused: %s', (text, code) => {
    expect(parseTypedDate(text)).toStrictEqual({ ok: false, code });
  });

  it('holds a field to its calendar', () => {
    expect(parseTypedDate('3/2/1446', 'hijri').ok).toBe(true);
    expect(parseTypedDate('3/2/1446', 'gregorian')).toStrictEqual({ ok: false, code: 'otherCalendar' });
  });

  it('reads back every form in which we write a day', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const { hijri, gregorian } = dualDate(iso);
        const forms = [
          formatHijri(hijri),
          formatHijri(hijri, 'arabicIndic'),
          formatGregorian(gregorian),
          formatGregorian(gregorian, 'arabicIndic'),
          formatSlashed(hijri, 'hijri'),
          formatSlashed(gregorian, 'gregorian', 'latin'),
          writeParts(hijri),
          iso,
          iso.replaceAll('-', ''),
          toArabicDigits(writeParts(hijri).split('-').toReversed().join('')),
        ];
        for (const form of forms) expect(parseTypedDate(form)).toMatchObject({ ok: true, value: { iso } });
      }),
      { numRuns: 300 },
    );
  });
});
