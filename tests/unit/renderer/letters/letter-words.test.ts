import { describe, expect, it } from 'vitest';
import { dualDateText, findGeneratedDates } from '#shared/letters/dual-date-text.ts';
import { copiesAsText, copiesFromText } from '#renderer/features/letters/letter-content.ts';

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
});

describe('the words around a letter', () => {
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
