import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { type ForeignMobileProblem, parseForeignMobile } from '#shared/identifiers/foreign-mobile.ts';
import { parseMobile } from '#shared/identifiers/mobile.ts';

describe('a mobile number of another country', () => {
  it.each([
    '+967771234567',
    '00967771234567',
    '+967 771 234 567',
    '00 967 771-234-567',
    '+967 (771) 234567',
    '+٩٦٧ ٧٧١ ٢٣٤ ٥٦٧',
    '۰۰۹۶۷۷۷۱۲۳۴۵۶۷',
    '\u202A+967\u00A0771\u202F234\u2011567\u202C',
    ' \u200E+967771234567\u200F ',
  ])('%j is +967771234567', (text) => {
    expect(parseForeignMobile(text)).toStrictEqual({ ok: true, value: '+967771234567' });
  });

  it.each<[string, ForeignMobileProblem]>([
    ['', 'empty'],
    ['\u00A0\u200F', 'empty'],
    ['771234567', 'countryCode'],
    ['967771234567', 'countryCode'],
    ['+0967771234567', 'countryCode'],
    ['+967 77x 4567', 'notDigits'],
    ['+967\n771234567', 'notDigits'],
    ['جوال أخيه', 'notDigits'],
    ['+96777', 'length'],
    ['+9677712345671234', 'length'],
    ['+966508072675', 'saudi'],
    ['0508072675', 'saudi'],
    ['٠٥٠٨٠٧٢٦٧٥', 'saudi'],
    ['+966125551234', 'saudi'],
    ['00966528072675', 'saudi'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseForeignMobile(text)).toStrictEqual({ ok: false, code });
  });

  const country = fc.constantFrom('967', '20', '963', '249', '92', '91', '880', '1', '44', '962');
  const written = fc
    .tuple(country, fc.stringMatching(/^[1-9][0-9]{8}$/u))
    .map(([code, rest]) => `${code}${rest}`);

  it('survives every allowed spelling, and is no Saudi mobile', () => {
    const gap = fc.constantFrom('', ' ', '-', '\u00A0', '\u2011', '\u200E');
    fc.assert(
      fc.property(written, fc.constantFrom('+', '00'), gap, fc.boolean(), (digits, lead, between, arabic) => {
        const spelled = `${lead}${digits.replace(/(?<=^.{3}|^.{6})/gu, between)}`;
        const typed = arabic ? toArabicDigits(spelled) : spelled;
        expect(parseForeignMobile(typed)).toStrictEqual({ ok: true, value: `+${digits}` });
        expect(parseMobile(typed).ok).toBe(false);
      }),
    );
  });

  it('never throws, and what it takes is E.164', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ()-]{0,18}$/u)), (text) => {
        const read = parseForeignMobile(text);
        if (read.ok) expect(read.value).toMatch(/^\+[1-9]\d{7,14}$/u);
      }),
    );
  });
});
