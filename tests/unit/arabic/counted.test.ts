import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/app-error.ts';
import { arabicPlural, attachmentsText, counted } from '#shared/arabic/counted.ts';
import { COUNTED_NOUNS } from '#shared/arabic/counted-nouns.ts';

describe('the plural category', () => {
  const intl = new Intl.PluralRules('ar');

  it('is CLDR’s for every count up to 3000', () => {
    for (let count = 0; count <= 3000; count += 1) {
      if (arabicPlural(count) !== intl.select(count)) expect.fail(String(count));
    }
  });

  it('is CLDR’s for large counts, negative ones and fractions', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.maxSafeInteger(),
          fc.float({ noNaN: true, noDefaultInfinity: true, min: -999, max: 999 }),
        ),
        (count) => {
          // A float that rounds to a whole number in three digits is whole for Intl.
          fc.pre(Number.isInteger(count) || Math.abs(count - Math.round(count)) > 0.001);
          expect(arabicPlural(count)).toBe(intl.select(count));
        },
      ),
    );
  });
});

describe('counting in agreement', () => {
  const wording = (noun: keyof typeof COUNTED_NOUNS, counts: readonly number[]): string[] =>
    counts.map((count) => counted(count, COUNTED_NOUNS[noun]));

  it('words attachments as official letters do', () => {
    expect(
      wording('attachment', [0, 1, 2, 3, 10, 11, 12, 99, 100, 101, 102, 103, 111, 1000, 1003]),
    ).toStrictEqual([
      'لا يوجد',
      'مرفق واحد',
      'مرفقان',
      '٣ مرفقات',
      '١٠ مرفقات',
      '١١ مرفقًا',
      '١٢ مرفقًا',
      '٩٩ مرفقًا',
      '١٠٠ مرفق',
      '١٠١ مرفق',
      '١٠٢ مرفق',
      '١٠٣ مرفقات',
      '١١١ مرفقًا',
      '١٠٠٠ مرفق',
      '١٠٠٣ مرفقات',
    ]);
  });

  it('words sheets, files and envelopes by their own plurals and gender', () => {
    expect(wording('sheet', [0, 1, 2, 3, 11, 100])).toStrictEqual([
      'لا توجد',
      'ورقة واحدة',
      'ورقتان',
      '٣ أوراق',
      '١١ ورقة',
      '١٠٠ ورقة',
    ]);
    expect(wording('file', [1, 2, 5, 11])).toStrictEqual(['ملف واحد', 'ملفان', '٥ ملفات', '١١ ملفًا']);
    expect(wording('envelope', [1, 2, 5, 11])).toStrictEqual([
      'مظروف واحد',
      'مظروفان',
      '٥ مظاريف',
      '١١ مظروفًا',
    ]);
  });

  it('takes the other digits and the oblique dual', () => {
    expect(counted(14, COUNTED_NOUNS.day, { digits: 'latin' })).toBe('14 يومًا');
    expect(counted(2, COUNTED_NOUNS.day, { grammaticalCase: 'oblique' })).toBe('يومين');
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (count) => {
    expect(() => counted(count, COUNTED_NOUNS.attachment)).toThrow(AppError);
  });
});

describe('the attachments field', () => {
  it('says that there is none, counts one kind, and joins several', () => {
    expect(attachmentsText([])).toBe('لا يوجد');
    expect(attachmentsText([{ unit: 'sheet', count: 0 }])).toBe('لا يوجد');
    expect(attachmentsText([{ unit: 'attachment', count: 3 }])).toBe('٣ مرفقات');
    expect(
      attachmentsText([
        { unit: 'sheet', count: 2, what: 'كشف الأسر' },
        { unit: 'file', count: 1, what: '' },
        { unit: 'book', count: 0 },
      ]),
    ).toBe('ورقتان (كشف الأسر) وملف واحد');
    expect(attachmentsText([{ unit: 'photo', count: 4 }], 'latin')).toBe('4 صور');
  });
});
