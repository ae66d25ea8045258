import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import { formatIban, parseIban } from '#shared/identifiers/iban.ts';

/** Check digits by the definition, over big integers. */
const withCheckDigits = (bban: string): string => {
  const digits = Array.from(`${bban}SA00`, (character) => String(Number.parseInt(character, 36))).join('');
  return `SA${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bban}`;
};

describe('an IBAN', () => {
  it.each([
    'SA4980000324608010160967',
    'SA49 8000 0324 6080 1016 0967',
    'sa49 8000 0324 6080 1016 0967',
    'Sa4980000324608010160967',
    'SA٤٩ ٨٠٠٠ ٠٣٢٤ ٦٠٨٠ ١٠١٦ ٠٩٦٧',
    'SA۴۹۸۰۰۰۰۳۲۴۶۰۸۰۱۰۱۶۰۹۶۷',
    '\u2066SA49\u00A08000\u202F0324 6080 1016 0967\u2069',
    '  SA4980000324608010160967\r\n',
    'S A 4 9 8 0 0 0 0 3 2 4 6 0 8 0 1 0 1 6 0 9 6 7',
  ])('%j', (text) => {
    expect(parseIban(text)).toStrictEqual({ ok: true, value: 'SA4980000324608010160967' });
  });

  it('takes the registry’s example', () => {
    expect(parseIban('SA0380000000608010167519').ok).toBe(true);
  });

  it.each([
    ['', 'empty'],
    [' \u00A0', 'empty'],
    ['SA4980000324608010160968', 'checkDigits'],
    ['SA9480000324608010160967', 'checkDigits'],
    ['SA498000032460801016096', 'length'],
    ['SA49800003246080101609677', 'length'],
    ['SA', 'length'],
    ['AE070331234567890123456', 'country'],
    ['4980000324608010160967', 'country'],
    ['SAA980000324608010160967', 'shape'],
    ['SA49X0000324608010160967', 'shape'],
    ['SA49-8000-0324-6080-1016-0967', 'characters'],
    ['SA49.8000032460801016096', 'characters'],
    ['SA49\t80000324608010160967', 'characters'],
    ['SA49\n80000324608010160967', 'characters'],
    ['SA49\u200B80000324608010160967', 'characters'],
    ['ＳＡ4980000324608010160967', 'characters'],
    ['\u017FA4980000324608010160967', 'characters'],
    ['SA49800003246080101609６7', 'characters'],
    ['ٱيبان', 'characters'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseIban(text)).toStrictEqual({ ok: false, code });
  });

  it('takes every account with its check digits, letters too, and finds every single slip', () => {
    const bban = fc.stringMatching(/^[0-9]{2}[A-Z0-9]{18}$/).map((rest) => rest);
    fc.assert(
      fc.property(
        bban,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 1, max: 9 }),
        (rest, at, shift) => {
          const iban = withCheckDigits(rest);
          const answer = { ok: true, value: iban };
          expect(parseIban(iban)).toStrictEqual(answer);
          expect(parseIban(formatIban(iban))).toStrictEqual(answer);
          expect(parseIban(toArabicDigits(iban.toLowerCase()))).toStrictEqual(answer);
          const character = iban.charAt(at);
          if (/\d/.test(character)) {
            const slip = iban.slice(0, at) + String((Number(character) + shift) % 10) + iban.slice(at + 1);
            expect(parseIban(slip)).toStrictEqual({ ok: false, code: 'checkDigits' });
          }
        },
      ),
    );
  });

  it('is shown in groups of four', () => {
    expect(formatIban('SA4980000324608010160967')).toBe('SA49 8000 0324 6080 1016 0967');
  });
});
