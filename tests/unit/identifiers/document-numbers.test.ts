import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import {
  parseBorderNumber,
  parseLicence,
  parsePassport,
  parseUnifiedNumber,
} from '#shared/identifiers/document-numbers.ts';
import { parseEmail } from '#shared/identifiers/email.ts';
import { parseNationalId } from '#shared/identifiers/national-id.ts';

type Read = (text: string) => { ok: boolean; value?: string; code?: string };

const taken: readonly (readonly [string, Read, string, string])[] = [
  ['passport', parsePassport, 'A12345678', 'A12345678'],
  ['passport', parsePassport, ' a1234 5678\u200F', 'A12345678'],
  ['passport', parsePassport, 'ab\u00A0١٢٣٤٥', 'AB12345'],
  ['passport', parsePassport, '06543210', '06543210'],
  ['border number', parseBorderNumber, '4012345678', '4012345678'],
  ['border number', parseBorderNumber, '\u200E٤٠١٢٣٤٥٦٧٨\u00A0', '4012345678'],
  ['border number', parseBorderNumber, '۳۰۱۲۳۴۵۶۷۸', '3012345678'],
  ['unified number', parseUnifiedNumber, '7001234567', '7001234567'],
  ['unified number', parseUnifiedNumber, '٧٠٣١٢٣٤٥٦٧', '7031234567'],
  ['licence', parseLicence, '1234', '1234'],
  ['licence', parseLicence, 'ج / ١٢٣٤', 'ج/1234'],
  ['e-mail', parseEmail, ' Noura.L@Example.COM\u200F', 'noura.l@example.com'],
  ['e-mail', parseEmail, 'a+b@mail.example.org.sa', 'a+b@mail.example.org.sa'],
];
const refusals: readonly (readonly [string, Read, string, string])[] = [
  ['passport', parsePassport, '', 'empty'],
  ['passport', parsePassport, 'جواز123', 'characters'],
  ['passport', parsePassport, 'A-12345', 'characters'],
  ['passport', parsePassport, 'ſ12345', 'characters'],
  ['passport', parsePassport, 'A123', 'length'],
  ['passport', parsePassport, 'A123456789012345', 'length'],
  ['passport', parsePassport, 'ABCDEF', 'noDigit'],
  ['border number', parseBorderNumber, '', 'empty'],
  ['border number', parseBorderNumber, '40123-45678', 'notDigits'],
  ['border number', parseBorderNumber, '401234567', 'length'],
  ['border number', parseBorderNumber, '1058529940', 'prefix'],
  ['border number', parseBorderNumber, '2000000006', 'prefix'],
  ['unified number', parseUnifiedNumber, '', 'empty'],
  ['unified number', parseUnifiedNumber, '700 1234567', 'notDigits'],
  ['unified number', parseUnifiedNumber, '70012345678', 'length'],
  ['unified number', parseUnifiedNumber, '1010123456', 'prefix'],
  ['licence', parseLicence, '', 'empty'],
  ['licence', parseLicence, 'قيد الإصدار', 'characters'],
  ['licence', parseLicence, '12*34', 'characters'],
  ['licence', parseLicence, '1'.repeat(21), 'length'],
  ['e-mail', parseEmail, '', 'empty'],
  ['e-mail', parseEmail, 'no ura@example.com', 'spaces'],
  ['e-mail', parseEmail, 'noura.example.com', 'at'],
  ['e-mail', parseEmail, 'a@b@example.com', 'at'],
  ['e-mail', parseEmail, 'noura@example', 'shape'],
  ['e-mail', parseEmail, 'noura.@example.com', 'shape'],
  ['e-mail', parseEmail, 'نورة@example.com', 'shape'],
  ['e-mail', parseEmail, `${'a'.repeat(250)}@example.com`, 'length'],
];

describe('what an identity document or an organisation bears', () => {
  it.each(taken)('%s takes %#', (_name, read, typed, value) => {
    expect(read(typed)).toStrictEqual({ ok: true, value });
    expect(read(value)).toStrictEqual({ ok: true, value });
  });

  it.each(refusals)('%s refuses %#', (_name, read, typed, code) => {
    expect(read(typed), typed).toStrictEqual({ ok: false, code });
  });

  const ten = (pattern: RegExp) => fc.stringMatching(pattern);
  it.each([
    ['border number', parseBorderNumber, /^[3-9][0-9]{9}$/u],
    ['unified number', parseUnifiedNumber, /^70[0-9]{8}$/u],
    ['passport', parsePassport, /^[A-Z]{1,2}[0-9]{5,8}$/u],
  ] as const)('a %s survives every allowed spelling', (_name, read, pattern) => {
    const around = fc.constantFrom('', ' ', '\u00A0', '\u200F', '\u202B', '\t');
    fc.assert(
      fc.property(ten(pattern), around, around, fc.boolean(), (value, before, behind, arabic) => {
        const typed = `${before}${arabic ? toArabicDigits(value) : value}${behind}`;
        expect(read(typed)).toStrictEqual({ ok: true, value });
      }),
    );
  });

  it('no number is a national id and a border number at once', () => {
    fc.assert(
      fc.property(ten(/^[0-9]{10}$/u), (number) => {
        expect(parseNationalId(number).ok && parseBorderNumber(number).ok).toBe(false);
      }),
    );
  });

  it('none of them throws on anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const read of [parsePassport, parseBorderNumber, parseUnifiedNumber, parseLicence, parseEmail]) {
          const answer = read(text);
          if (answer.ok) expect(read(answer.value)).toStrictEqual(answer);
        }
      }),
    );
  });
});
