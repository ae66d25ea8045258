import { describe, expect, it } from 'vitest';
import { FIRST_DAY, LAST_DAY } from '#shared/calendar/iso-day.ts';
import { parseTypedSpan } from '#shared/calendar/typed-span.ts';

describe('a day, a month or a year as it is typed', () => {
  it.each([
    ['12/6/1448', 'day', '2026-11-22', '2026-11-22'],
    ['٢٢/١١/٢٠٢٦', 'day', '2026-11-22', '2026-11-22'],
    ['6/1448', 'month', '2026-11-11', '2026-12-09'],
    ['1448-06', 'month', '2026-11-11', '2026-12-09'],
    ['٦ / ١٤٤٨ هـ', 'month', '2026-11-11', '2026-12-09'],
    ['جمادى الآخرة 1448', 'month', '2026-11-11', '2026-12-09'],
    ['جماد ثاني ١٤٤٨هـ', 'month', '2026-11-11', '2026-12-09'],
    ['شهر رجب عام 1447', 'month', '2025-12-21', '2026-01-19'],
    ['فبراير 2024', 'month', '2024-02-01', '2024-02-29'],
    ['11/2026 م', 'month', '2026-11-01', '2026-11-30'],
    ['1448', 'year', '2026-06-16', '2027-06-05'],
    ['٢٠٢٦ م', 'year', '2026-01-01', '2026-12-31'],
    ['1924', 'year', FIRST_DAY, '1924-12-31'],
    ['2077', 'year', '2077-01-01', LAST_DAY],
    ['1500', 'year', '2076-11-27', LAST_DAY],
  ])('%s', (text, of, from, to) => {
    expect(parseTypedSpan(text)).toMatchObject({ of, from, to });
  });

  it.each([
    '',
    '127',
    '13/1448',
    '0/1448',
    '1448 م',
    '2026 هـ',
    'نوفمبر 1448 م',
    'رجب',
    'رجب 2026',
    '1501',
    'كلام 1448',
    '6/48',
  ])('nothing of %j', (text) => {
    expect(parseTypedSpan(text)).toBeNull();
  });
});
