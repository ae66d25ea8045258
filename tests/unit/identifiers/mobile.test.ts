import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { formatPhone, parseLandline, parseMobile } from '#shared/identifiers/mobile.ts';

describe('a mobile number', () => {
  it.each([
    '0508072675',
    '+966 50 807 2675',
    '+966508072675',
    '00966508072675',
    '00966 50 807 2675',
    '966508072675',
    '966-50-807-2675',
    '٠٥٠٨٠٧٢٦٧٥',
    '۰۵۰۸۰۷۲۶۷۵',
    '٠٥٠-807-۲۶۷۵',
    '050 807 2675',
    '050  807  2675',
    '050-807-2675',
    '050\u2013807\u20112675',
    '050\u00A0807\u202F2675',
    ' 0508072675\t',
    '\u202A+966 50 807 2675\u202C',
    '\u200E0508072675\u200F',
    '050\u200E8072675',
    '+ 966 508072675',
    '5 0 8 0 7 2 6 7 5'.replace('5', '0 5'),
  ])('%j is +966508072675', (text) => {
    expect(parseMobile(text)).toStrictEqual({ ok: true, value: '+966508072675' });
  });

  it.each(['50', '51', '53', '54', '55', '56', '58', '59', '570', '571', '574', '577', '578'])(
    'takes the prefix 0%s',
    (prefix) => {
      const national = prefix.padEnd(9, '3');
      expect(parseMobile(`0${national}`)).toStrictEqual({ ok: true, value: `+966${national}` });
    },
  );

  it.each(['0579012345', '0579112345'])('takes %s', (text) => {
    expect(parseMobile(text).ok).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['\u00A0\u200F', 'empty'],
    ['0528072675', 'prefix'],
    ['0579212345', 'prefix'],
    ['0579912345', 'prefix'],
    ['0608072675', 'prefix'],
    ['508072675', 'prefix'],
    ['+971508072675', 'prefix'],
    ['+0508072675', 'prefix'],
    ['+00966508072675', 'prefix'],
    ['+966 0 50 807 2675', 'prefix'],
    ['+9660508072675', 'prefix'],
    ['009660508072675', 'prefix'],
    ['00508072675', 'prefix'],
    ['0125551234', 'landline'],
    ['+966 12 555 1234', 'landline'],
    ['050807267', 'length'],
    ['05080726755', 'length'],
    ['05', 'length'],
    ['050 807 2675 ext 3', 'notDigits'],
    ['(050)8072675', 'notDigits'],
    ['+966(0)508072675', 'notDigits'],
    ['050.807.2675', 'notDigits'],
    ['050/8072675', 'notDigits'],
    ['-0508072675', 'notDigits'],
    ['0508072675-', 'notDigits'],
    ['+-966508072675', 'notDigits'],
    ['++966508072675', 'notDigits'],
    ['966+508072675', 'notDigits'],
    ['+', 'notDigits'],
    ['050\n8072675', 'notDigits'],
    ['050\t8072675', 'notDigits'],
    ['050\u200B8072675', 'notDigits'],
    ['050ـ8072675', 'notDigits'],
    ['０５０８０７２６７５', 'notDigits'],
    ['O508072675', 'notDigits'],
    ['0508072675 0508072675', 'length'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseMobile(text)).toStrictEqual({ ok: false, code });
  });

  it('takes exactly what the rule takes, and its own answers unchanged', () => {
    const rule = /^5(?:[01345689]\d|7[0-8])\d{6}$|^579[01]\d{5}$/;
    fc.assert(
      fc.property(
        fc.stringMatching(/^(5[0-9]{8}|57[0-9]{7}|579[0-9]{6})$/),
        fc.constantFrom('0', '966', '00966', '+966'),
        (national, prefix) => {
          const answer = parseMobile(toArabicDigits(prefix + national));
          expect(answer.ok).toBe(rule.test(national));
          if (answer.ok) {
            expect(answer.value).toBe(`+966${national}`);
            expect(parseMobile(answer.value)).toStrictEqual(answer);
            expect(parseMobile(formatPhone(answer.value))).toStrictEqual(answer);
          }
        },
      ),
    );
  });

  it('does not hang on a long wrong text', () => {
    expect(parseMobile(`0${'5 - '.repeat(50_000)}x`)).toStrictEqual({ ok: false, code: 'notDigits' });
  });
});

describe('a landline', () => {
  it.each(['0125551234', '+966 12 555 1234', '٠١٢٥٥٥١٢٣٤', '00966125551234'])('%s', (text) => {
    expect(parseLandline(text)).toStrictEqual({ ok: true, value: '+966125551234' });
  });

  it.each([
    ['0508072675', 'mobile'],
    ['0155551234', 'prefix'],
    ['012555123', 'length'],
    ['125551234', 'prefix'],
    ['', 'empty'],
    ['012 555 1234 x', 'notDigits'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseLandline(text)).toStrictEqual({ ok: false, code });
  });
});

describe('a number on screen', () => {
  it('is grouped 3-3-4, and a text that is no E.164 of ours is shown as it is', () => {
    expect(formatPhone('+966508072675')).toBe('050 807 2675');
    expect(formatPhone('+966125551234')).toBe('012 555 1234');
    expect(formatPhone('+97150')).toBe('+97150');
  });
});
