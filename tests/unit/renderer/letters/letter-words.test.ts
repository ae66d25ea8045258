import { describe, expect, it } from 'vitest';
import { dualDateText, findGeneratedDates } from '#shared/letters/dual-date-text.ts';
import { HONORIFICS, prayersFor } from '#renderer/features/letters/honorifics.ts';
import { copiesAsText, copiesFromText } from '#renderer/features/letters/letter-content.ts';
import { findLetterWarnings } from '#renderer/features/letters/letter-warnings.ts';
import { clause } from '#shared/policy/clauses.ts';

const plain = (text: string): string => text.replaceAll('\u200F', '').replaceAll('\u00A0', ' ');

describe('a date inside a letter', () => {
  it('is worded as the paper words it, with its weekday, in both calendars', () => {
    expect(plain(dualDateText('2026-11-22', 'arabicIndic'))).toBe(
      'الأحد ١٢ / ٠٦ / ١٤٤٨ هـ الموافق ٢٢ / ١١ / ٢٠٢٦ م',
    );
    expect(plain(dualDateText('2024-08-07', 'latin'))).toBe(
      'الأربعاء 03 / 02 / 1446 هـ الموافق 07 / 08 / 2024 م',
    );
  });

  it('carries a right-to-left mark on both sides of each slash, and never breaks inside', () => {
    const text = dualDateText('2026-11-22', 'arabicIndic');
    expect(text.match(/\u200F\/\u200F/g)).toHaveLength(4);
    expect(text.split(' ')).toHaveLength(4); // weekday, date, الموافق, date: the only places where a line may end
  });

  it('is found again where it stands in a text', () => {
    const date = dualDateText('2026-11-22', 'arabicIndic');
    const text = `نجتمع ${date} بإذن الله`;
    expect(findGeneratedDates(text).map(({ from, to }) => text.slice(from, to))).toEqual([date]);
    expect(findGeneratedDates('١٢ / ٠٦ / ١٤٤٨ هـ')).toEqual([]);
  });

  it('raises no warning of its own', () => {
    expect(findLetterWarnings(`يوم ${dualDateText('2026-11-22', 'arabicIndic')}`, 'arabicIndic')).toEqual([]);
  });
});

describe('warnings about a text', () => {
  it("find the slip in the policy's own approval line, and offer the weekday that it was", () => {
    const found = findLetterWarnings(clause('A.1').text, 'arabicIndic');
    expect(found).toMatchObject([{ kind: 'weekday', weekday: 'الأربعاء' }]);
    const [slip] = found;
    expect(slip?.kind === 'weekday' ? slip.corrected : null).toMatch(/^الأربعاء بتاريخ/);
  });

  it('find an IBAN and an identity number whose check digits are wrong, in either digits', () => {
    const text = 'الآيبان SA49 8000 0324 6080 1016 0968 ورقم الهوية ١٠٠٠٠٠٠٠٠٠ والحساب 1234567890';
    expect(findLetterWarnings(text, 'latin')).toEqual([
      { kind: 'iban', value: 'SA49 8000 0324 6080 1016 0968' },
      { kind: 'identity', value: '١٠٠٠٠٠٠٠٠٠' },
    ]);
    expect(findLetterWarnings('SA4980000324608010160967، هوية رقم 1058529940', 'latin')).toEqual([]);
  });
});

describe('the words around a letter', () => {
  it('offer prayers that fit the honorific, a woman’s first for a woman', () => {
    expect(prayersFor('سعادة')[0]).toBe('حفظه الله');
    expect(prayersFor('الأستاذة')[0]).toBe('المحترمة');
    expect(prayersFor('السادة')).toEqual(['المحترمون']);
    for (const group of HONORIFICS)
      for (const word of group.words) expect(prayersFor(word).length).toBeGreaterThan(0);
    expect(new Set(prayersFor('لقب قديم')).size).toBe(prayersFor('لقب قديم').length);
  });

  it('part the copies at commas of either script, and keep what was typed readable', () => {
    expect(copiesFromText('مسؤول البحث الاجتماعي، الملف, المدير ')).toEqual([
      'مسؤول البحث الاجتماعي',
      'الملف',
      'المدير',
    ]);
    expect(copiesFromText(' ، ')).toEqual([]);
    expect(copiesAsText(['أ', 'ب'])).toBe('أ، ب');
  });
});
