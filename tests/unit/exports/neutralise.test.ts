import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormulaLike, neutralise, neutraliseForCsv } from '#shared/exports/neutralise.ts';

const DANGEROUS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '|calc',
  '\u22121',
  '\uFF1D1+1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF20SUM(1)',
  '\uFE66HYPERLINK("x")',
  '\uFE621',
  '\uFE631',
  '\uFE6BA1',
  '\t=1',
  '\tنص',
  '\rنص',
  '\nنص',
  '  =1',
  '\u00A0=1',
  '\u3000=1',
  '\u200F=1',
  '\u200B\u2066=1',
  '\uFEFF=1',
  '\u00AD+1',
  '\u3164@A1',
  '\u0000=1',
  ' \t=HYPERLINK("http://x","ا")',
  "=cmd|' /C calc'!A0",
];
const CLEAN = [
  '',
  'نورة سليمان اللحياني',
  '0508072675',
  '1448-0092',
  '١٢٧/ص/١٤٤٨',
  "'=1",
  'a=b',
  'خطاب - مرفق',
  'بند؛ - بند',
  '50%',
  ' نص ',
  '(=)',
  '–1',
  '#REF!',
];

describe('a text in a workbook', () => {
  it.each(DANGEROUS)('%j is made a text for good', (text) => {
    expect(isFormulaLike(text)).toBe(true);
    expect(neutralise(text)).toBe(`'${text}`);
  });

  it.each(CLEAN)('%j stays as it is', (text) => {
    expect(isFormulaLike(text)).toBe(false);
    expect(neutralise(text)).toBe(text);
  });

  it('never leaves a sign of a formula first, whatever stands before it', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20');
    const unseen = fc.string({
      unit: fc.constantFrom(' ', '\u00A0', '\u200E', '\u200F', '\u200B', '\t', '\r', '\u2067', '\uFEFF'),
    });
    fc.assert(
      fc.property(unseen, sign, fc.string({ unit: 'grapheme' }), (before, first, rest) => {
        expect(neutralise(before + first + rest).startsWith("'")).toBe(true);
      }),
    );
  });

  it('changes nothing else: what is changed is the text itself behind one apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const made = neutralise(text);
        expect(made === text || made === `'${text}`).toBe(true);
        expect(isFormulaLike(made)).toBe(false);
        expect(neutralise(made)).toBe(made);
      }),
    );
  });

  it('leaves every text that begins with a letter or a digit as it is', () => {
    const letter = fc.constantFrom(...'ابتةىؤئ٠١۹abcZ059('.split(''));
    fc.assert(
      fc.property(letter, fc.string({ unit: 'grapheme' }), (first, rest) => {
        expect(neutralise(first + rest)).toBe(first + rest);
      }),
    );
  });
});

describe('a text in a CSV file', () => {
  it.each([
    ['الأسرة;=1+1', "الأسرة;'=1+1"],
    ['a,@SUM(A1)', "a,'@SUM(A1)"],
    ['a\r\n=1', "a\r\n'=1"],
    ['a\t +1', "a\t' +1"],
    ['=1;=2', "'=1;'=2"],
    ['500, 600', '500, 600'],
    ['أ؛ -ب', 'أ؛ -ب'],
  ])('%j: a cell opened in its middle is a text too', (text, made) => {
    expect(neutraliseForCsv(text)).toBe(made);
  });

  it('holds no piece between separators that is a formula, and is the text but for apostrophes', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'=+-@;,\t\r\n\'" ابج12'.split('')) });
    fc.assert(
      fc.property(piece, (text) => {
        const made = neutraliseForCsv(text);
        expect(made.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
        for (const part of made.split(/[;,\t\r\n]/u)) expect(/^\s*[=+\-@]/u.test(part)).toBe(false);
      }),
    );
  });
});
