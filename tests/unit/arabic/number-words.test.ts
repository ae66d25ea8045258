import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import {
  amountInWords,
  countInWords,
  formatAmount,
  HALALA,
  MOST_HALALAS,
  parseAmount,
  RIYAL,
  type GrammaticalCase,
} from '#shared/arabic/number-words.ts';
import { readAmount } from './support/read-amount.ts';

const CASES: readonly GrammaticalCase[] = ['nominative', 'genitive', 'accusative'];

describe('amounts in words', () => {
  it.each([
    [0, 'صفر ريال سعودي لا غير'],
    [1, 'هللة واحدة لا غير'],
    [2, 'هللتان لا غير'],
    [3, 'ثلاث هللات لا غير'],
    [8, 'ثماني هللات لا غير'],
    [10, 'عشر هللات لا غير'],
    [11, 'إحدى عشرة هللة لا غير'],
    [12, 'اثنتا عشرة هللة لا غير'],
    [18, 'ثماني عشرة هللة لا غير'],
    [21, 'إحدى وعشرون هللة لا غير'],
    [22, 'اثنتان وعشرون هللة لا غير'],
    [28, 'ثمانٍ وعشرون هللة لا غير'],
    [50, 'خمسون هللة لا غير'],
    [100, 'ريال سعودي واحد لا غير'],
    [102, 'ريال سعودي واحد وهللتان لا غير'],
    [200, 'ريالان سعوديان لا غير'],
    [300, 'ثلاثة ريالات سعودية لا غير'],
    [800, 'ثمانية ريالات سعودية لا غير'],
    [1000, 'عشرة ريالات سعودية لا غير'],
    [1100, 'أحد عشر ريالًا سعوديًا لا غير'],
    [1200, 'اثنا عشر ريالًا سعوديًا لا غير'],
    [2100, 'واحد وعشرون ريالًا سعوديًا لا غير'],
    [9900, 'تسعة وتسعون ريالًا سعوديًا لا غير'],
    [10_000, 'مائة ريال سعودي لا غير'],
    [10_100, 'مائة ريال وريال سعودي واحد لا غير'],
    [10_200, 'مائة ريال وريالان سعوديان لا غير'],
    [10_300, 'مائة وثلاثة ريالات سعودية لا غير'],
    [20_000, 'مائتا ريال سعودي لا غير'],
    [22_200, 'مائتان واثنان وعشرون ريالًا سعوديًا لا غير'],
    [80_000, 'ثمانمائة ريال سعودي لا غير'],
    [150_000, 'ألف وخمسمائة ريال سعودي لا غير'],
    [150_050, 'ألف وخمسمائة ريال سعودي وخمسون هللة لا غير'],
    [200_000, 'ألفا ريال سعودي لا غير'],
    [201_100, 'ألفان وأحد عشر ريالًا سعوديًا لا غير'],
    [300_000, 'ثلاثة آلاف ريال سعودي لا غير'],
    [1_100_000, 'أحد عشر ألف ريال سعودي لا غير'],
    [1_150_000, 'أحد عشر ألفًا وخمسمائة ريال سعودي لا غير'],
    [10_100_000, 'مائة ألف وألف ريال سعودي لا غير'],
    [20_000_000, 'مائتا ألف ريال سعودي لا غير'],
    [100_000_000, 'مليون ريال سعودي لا غير'],
    [200_000_000, 'مليونا ريال سعودي لا غير'],
    [300_000_000, 'ثلاثة ملايين ريال سعودي لا غير'],
    [100_000_000_000, 'مليار ريال سعودي لا غير'],
    [
      MOST_HALALAS,
      'تسعمائة وتسعة وتسعون مليارًا وتسعمائة وتسعة وتسعون مليونًا وتسعمائة وتسعة وتسعون ألفًا وتسعمائة وتسعة وتسعون ريالًا سعوديًا وتسع وتسعون هللة لا غير',
    ],
  ])('%i halalas', (halalas, words) => {
    expect(amountInWords(halalas)).toBe(words);
    expect(readAmount(words)).toBe(halalas);
  });

  it.each([
    ['genitive', 222_228, 'ألفين ومائتين واثنين وعشرين ريالًا سعوديًا وثمانٍ وعشرين هللة لا غير'],
    ['accusative', 222_228, 'ألفين ومائتين واثنين وعشرين ريالًا سعوديًا وثمانيًا وعشرين هللة لا غير'],
    ['genitive', 20_000_000, 'مائتي ألف ريال سعودي لا غير'],
    ['accusative', 100, 'ريالًا سعوديًا واحدًا لا غير'],
    ['accusative', 150_000, 'ألفًا وخمسمائة ريال سعودي لا غير'],
  ] as const)('in the %s: %i', (form, halalas, words) => {
    expect(amountInWords(halalas, form)).toBe(words);
  });

  it('reads back what it writes: every riyal to 2,200, every halala, and any amount, in every case', () => {
    for (let riyals = 0; riyals <= 2200; riyals += 1)
      expect(readAmount(amountInWords(riyals * 100))).toBe(riyals * 100);
    for (let rest = 0; rest < 100; rest += 1) expect(readAmount(amountInWords(rest))).toBe(rest);
    const amount = fc.oneof(
      fc.nat({ max: MOST_HALALAS }),
      // Round sums and sums that end in one or two are where agreement goes wrong.
      fc
        .tuple(fc.nat({ max: 999 }), fc.constantFrom(0, 1, 2, 100, 102), fc.constantFrom(1e2, 1e5, 1e8, 1e11))
        .map(([count, more, size]) => Math.min(count * size + more, MOST_HALALAS)),
    );
    fc.assert(
      fc.property(amount, fc.constantFrom(...CASES), (halalas, form) => {
        expect(readAmount(amountInWords(halalas, form))).toBe(halalas);
      }),
      { numRuns: 2000 },
    );
  });

  it('words two amounts alike never', () => {
    const seen = new Map<string, number>();
    for (let halalas = 0; halalas < 120_000; halalas += 7) {
      const words = amountInWords(halalas);
      expect(seen.get(words)).toBeUndefined();
      seen.set(words, halalas);
    }
  });

  it.each([-1, 1.5, Number.NaN, MOST_HALALAS + 1, Infinity])('refuses %d', (halalas) => {
    expect(() => amountInWords(halalas)).toThrow(AppError);
  });

  it('counts things alone', () => {
    expect(countInWords(3, HALALA)).toBe('ثلاث هللات');
    expect(countInWords(2, RIYAL, 'genitive')).toBe('ريالين سعوديين');
    expect(() => countInWords(-1, RIYAL)).toThrow(AppError);
  });
});

describe('amounts as typed', () => {
  it.each([
    ['1500', 150_000],
    ['١٥٠٠', 150_000],
    ['1,500', 150_000],
    ['١٬٥٠٠٫٥٠', 150_050],
    ['١،٥٠٠', 150_000],
    ['1,500.5', 150_050],
    [' 0.01 ', 1],
    ['999999999999.99', MOST_HALALAS],
    ['1,50', undefined],
    ['1.005', undefined],
    ['-5', undefined],
    ['ألف', undefined],
    ['', undefined],
    ['1000000000000', undefined],
  ])('%s', (text, halalas) => {
    expect(parseAmount(text)).toBe(halalas);
  });

  it('reads what it shows, in either digit system', () => {
    expect(formatAmount(150_050, 'arabicIndic')).toBe('١٬٥٠٠٫٥٠');
    expect(formatAmount(123_456_789_000, 'latin')).toBe('1,234,567,890');
    fc.assert(
      fc.property(
        fc.nat({ max: MOST_HALALAS }),
        fc.constantFrom('latin' as const, 'arabicIndic' as const),
        (halalas, digits) => {
          expect(parseAmount(formatAmount(halalas, digits))).toBe(halalas);
        },
      ),
    );
  });
});
