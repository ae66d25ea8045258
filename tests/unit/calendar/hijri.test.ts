import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { gregorianFromHijri, hijriFromGregorian, hijriMonthLength } from '#shared/calendar/hijri.ts';
import { addDays, daysBetween, FIRST_DAY, isoWeekday, LAST_DAY } from '#shared/calendar/iso-day.ts';

/** The published month starts (reduced Julian days), read from the package's inside: the oracle, not our road. */
const table = createRequire(import.meta.url)('@tabby_ai/hijri-converter/dist/_lib/ummalqura.js') as {
  MONTH_STARTS: readonly number[];
};

const codeOf = (run: () => unknown): unknown => {
  try {
    return { returned: run() };
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

const VECTORS = [
  [{ year: 1446, month: 2, day: 3 }, '2024-08-07'],
  [{ year: 1447, month: 9, day: 1 }, '2026-02-18'],
  [{ year: 1448, month: 6, day: 12 }, '2026-11-22'],
  [{ year: 1404, month: 1, day: 25 }, '1983-10-31'],
  [{ year: 1447, month: 12, day: 29 }, '2026-06-15'],
  [{ year: 1448, month: 1, day: 1 }, '2026-06-16'],
  [{ year: 1343, month: 1, day: 1 }, '1924-08-01'],
  [{ year: 1500, month: 12, day: 30 }, '2077-11-16'],
] as const;

describe('the Umm al-Qura calendar', () => {
  it.each(VECTORS)('%o is %s', (hijri, iso) => {
    expect(hijriFromGregorian(iso)).toStrictEqual(hijri);
    expect(gregorianFromHijri(hijri)).toBe(iso);
  });

  it('carries every day of the table there and back, in order, with the published month starts', () => {
    const starts = new Set(table.MONTH_STARTS);
    // 1924-08-01 is the reduced Julian day 23999.
    let reduced = 23_999;
    let monthsSeen = 0;
    for (let iso = FIRST_DAY; ; iso = addDays(iso, 1)) {
      const hijri = hijriFromGregorian(iso);
      if (gregorianFromHijri(hijri) !== iso) expect.fail(`${iso} does not come back`);
      if ((hijri.day === 1) !== starts.has(reduced)) expect.fail(`${iso}: month start differs`);
      if (hijri.day === 1) monthsSeen += 1;
      reduced += 1;
      if (iso === LAST_DAY) break;
    }
    expect(monthsSeen).toBe(158 * 12);
    expect(reduced - 23_999).toBe(daysBetween(FIRST_DAY, LAST_DAY) + 1);
  });

  it('knows the length of every month, the odd ones of the old calendars too', () => {
    const { MONTH_STARTS } = table;
    const lengths = new Map<number, number>();
    for (let index = 0; index + 1 < MONTH_STARTS.length; index += 1) {
      const year = 1343 + Math.floor(index / 12);
      const month = (index % 12) + 1;
      const length = hijriMonthLength(year, month);
      expect(length).toBe((MONTH_STARTS[index + 1] ?? 0) - (MONTH_STARTS[index] ?? 0));
      lengths.set(length, (lengths.get(length) ?? 0) + 1);
      expect(codeOf(() => gregorianFromHijri({ year, month, day: length + 1 }))).toBe('dateDoesNotExist');
    }
    expect(Object.fromEntries(lengths)).toStrictEqual({ 28: 5, 29: 882, 30: 1006, 31: 3 });
  });

  it('differs from Intl where Intl is wrong: nobody has put it back', () => {
    const intl = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { timeZone: 'UTC', day: 'numeric' });
    expect(intl.format(Date.UTC(1983, 9, 31))).not.toContain('25');
    expect(hijriFromGregorian('1983-10-31').day).toBe(25);
  });
});

describe('days that are refused', () => {
  it.each([
    ['2024-02-30', 'dateDoesNotExist'],
    ['2023-02-29', 'dateDoesNotExist'],
    ['2000-02-30', 'dateDoesNotExist'],
    ['2024-04-31', 'dateDoesNotExist'],
    ['2024-13-01', 'dateDoesNotExist'],
    ['2024-00-10', 'dateDoesNotExist'],
    ['2024-01-00', 'dateDoesNotExist'],
    ['2024-01-32', 'dateDoesNotExist'],
    ['1924-07-31', 'dateOutOfRange'],
    ['2077-11-17', 'dateOutOfRange'],
    ['0001-01-01', 'dateOutOfRange'],
    ['9999-12-31', 'dateOutOfRange'],
    ['2024-8-7', 'dateNotIso'],
    [' 2024-08-07', 'dateNotIso'],
    ['2024-08-07 ', 'dateNotIso'],
    ['2024-08-07\n', 'dateNotIso'],
    ['\u200F2024-08-07', 'dateNotIso'],
    ['2024/08/07', 'dateNotIso'],
    ['07-08-2024', 'dateNotIso'],
    ['20240807', 'dateNotIso'],
    ['2024-08-07T00:00:00Z', 'dateNotIso'],
    ['+002024-08-07', 'dateNotIso'],
    ['-2024-08-07', 'dateNotIso'],
    ['٢٠٢٤-٠٨-٠٧', 'dateNotIso'],
    ['２０２４-０８-０７', 'dateNotIso'],
    ['', 'dateNotIso'],
    ['NaN', 'dateNotIso'],
    [undefined as unknown as string, 'dateNotIso'],
    [null as unknown as string, 'dateNotIso'],
    [20_240_807 as unknown as string, 'dateNotIso'],
    [new Date(0) as unknown as string, 'dateNotIso'],
    [['2024-08-07'] as unknown as string, 'dateNotIso'],
  ])('%j → %s', (iso, code) => {
    expect(codeOf(() => hijriFromGregorian(iso))).toBe(code);
  });

  it.each([
    [{ year: 1447, month: 12, day: 30 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 13, day: 1 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 0, day: 1 }, 'dateDoesNotExist'],
    [{ year: 1446, month: -1, day: 1 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 1, day: 0 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 1, day: 31 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 1, day: -1 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 1, day: 1.5 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 1.5, day: 1 }, 'dateDoesNotExist'],
    [{ year: 1446.5, month: 1, day: 1 }, 'dateDoesNotExist'],
    [{ year: Number.NaN, month: 1, day: 1 }, 'dateDoesNotExist'],
    [{ year: 1446, month: Number.NaN, day: 1 }, 'dateDoesNotExist'],
    [{ year: 1446, month: 1, day: Number.NaN }, 'dateDoesNotExist'],
    [{ year: Number.POSITIVE_INFINITY, month: 1, day: 1 }, 'dateDoesNotExist'],
    [
      { year: 1446, month: '2', day: 3 } as unknown as { year: number; month: number; day: number },
      'dateDoesNotExist',
    ],
    [{} as unknown as { year: number; month: number; day: number }, 'dateDoesNotExist'],
    [{ year: 1342, month: 12, day: 29 }, 'dateOutOfRange'],
    [{ year: 1501, month: 1, day: 1 }, 'dateOutOfRange'],
    [{ year: 0, month: 1, day: 1 }, 'dateOutOfRange'],
    [{ year: -1446, month: 1, day: 1 }, 'dateOutOfRange'],
  ])('%j → %s', (hijri, code) => {
    expect(codeOf(() => gregorianFromHijri(hijri))).toBe(code);
  });

  it('says what was found and what was expected', () => {
    expect(() => hijriFromGregorian('2024-02-30')).toThrow(
      expect.objectContaining({ details: { value: '2024-02-30', expected: 'day 1–29' } }) as Error,
    );
    expect(() => gregorianFromHijri({ year: 1447, month: 12, day: 30 })).toThrow(
      expect.objectContaining({ details: { value: '1447-12-30', expected: 'day 1–29' } }) as Error,
    );
    expect(() => hijriFromGregorian('1900-01-01')).toThrow(
      expect.objectContaining({
        details: { value: '1900-01-01', expected: '1924-08-01 – 2077-11-16' },
      }) as Error,
    );
  });

  it('throws nothing but AppError, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)),
        (text) => {
          const outcome = codeOf(() => hijriFromGregorian(text));
          expect(typeof outcome === 'string' || Object.hasOwn(outcome as object, 'returned')).toBe(true);
        },
      ),
    );
  });
});

describe('day arithmetic', () => {
  it('agrees with the platform on every day of the table', () => {
    let iso = FIRST_DAY;
    for (let ms = Date.UTC(1924, 7, 1); ; ms += 86_400_000) {
      const date = new Date(ms);
      if (date.toISOString().slice(0, 10) !== iso) expect.fail(`${iso} is not ${date.toISOString()}`);
      if ((date.getUTCDay() || 7) !== isoWeekday(iso)) expect.fail(`${iso}: weekday`);
      if (iso === LAST_DAY) break;
      iso = addDays(iso, 1);
    }
    expect(iso).toBe(LAST_DAY);
  });

  it('adds and subtracts, over leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(addDays('2024-08-07', -7)).toBe('2024-07-31');
    expect(daysBetween('2026-11-22', '2026-12-06')).toBe(14);
    expect(daysBetween('2026-12-06', '2026-11-22')).toBe(-14);
  });

  it('refuses to leave the table, and fractions of a day', () => {
    expect(codeOf(() => addDays(LAST_DAY, 1))).toBe('dateOutOfRange');
    expect(codeOf(() => addDays(FIRST_DAY, -1))).toBe('dateOutOfRange');
    expect(codeOf(() => addDays(FIRST_DAY, 0.5))).toBe('dateOutOfRange');
    expect(codeOf(() => addDays(FIRST_DAY, Number.NaN))).toBe('dateOutOfRange');
    expect(codeOf(() => addDays(FIRST_DAY, 1e12))).toBe('dateOutOfRange');
  });
});
