import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsIn,
  stripBidiControls,
  stripInvisible,
  toArabicDigits,
  toAsciiDigits,
} from '#shared/arabic/digits.ts';

describe('digits', () => {
  it('turns Arabic-Indic and Persian digits into ASCII and back', () => {
    expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789')).toBe('0123456789 0123456789 0123456789');
    expect(toArabicDigits('0123456789 ۰۱۲۳۴۵۶۷۸۹')).toBe('٠١٢٣٤٥٦٧٨٩ ٠١٢٣٤٥٦٧٨٩');
    expect(digitsIn('arabicIndic', 127)).toBe('١٢٧');
    expect(digitsIn('latin', '١٢٧/ص/١٤٤٨')).toBe('127/ص/1448');
  });

  it('leaves every other character alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rest = (value: string): string => value.replace(/[0-9٠-٩۰-۹]/g, '#');
        expect(rest(toAsciiDigits(text))).toBe(rest(text));
        expect(toAsciiDigits(toArabicDigits(text))).toBe(toAsciiDigits(text));
      }),
    );
  });
});

describe('invisible characters', () => {
  it('drops exactly what Unicode calls Bidi_Control', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const isControl = /\p{Bidi_Control}/u.test(character);
      if ((stripBidiControls(character) === '') !== isControl) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it('drops zero-width characters, and keeps spaces and letters', () => {
    expect(stripInvisible('a\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200Fb \u00A0ـَ')).toBe('ab \u00A0ـَ');
  });
});
