import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#shared/arabic/digits.ts';
import {
  CODE_TRIES,
  codeFitsSeal,
  codeFromSeal,
  groupedCode,
  parseCode,
} from '#shared/letters/verification-code.ts';

const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const seals = fc.string().map(sealOf);
const codes = seals.map((seal) => codeFromSeal(seal));

describe('a verification code', () => {
  // By hand: 0x…ff is 255; 25500 mod 97 = 86, 98 - 86 = 12.
  it.each([
    ['0'.repeat(64), '0000000000000098'],
    ['ff'.padStart(64, '0'), '0000000000025512'],
  ])('of seal %s is %s', (seal, code) => {
    expect(codeFromSeal(seal)).toBe(code);
  });

  it('is sixteen ASCII digits whose remainder is one, for every seal and every attempt', () => {
    fc.assert(
      fc.property(seals, fc.integer({ min: 0, max: CODE_TRIES - 1 }), (seal, attempt) => {
        const code = codeFromSeal(seal, attempt);
        expect(code).toMatch(/^\d{16}$/u);
        expect(BigInt(code) % 97n).toBe(1n);
        expect(parseCode(code)).toEqual({ ok: true, value: code });
        expect(codeFitsSeal(code, seal)).toBe(true);
      }),
    );
  });

  it('is derived again in five ways that differ', () => {
    const seal = sealOf('خطاب');
    const all = new Set(Array.from({ length: CODE_TRIES }, (_, attempt) => codeFromSeal(seal, attempt)));
    expect(all.size).toBe(CODE_TRIES);
    expect(codeFitsSeal(codeFromSeal(sealOf('غيره')), seal)).toBe(false);
  });

  it('finds every slip of one digit', () => {
    fc.assert(
      fc.property(codes, fc.nat(15), fc.integer({ min: 1, max: 9 }), (code, place, by) => {
        const digit = (Number(code[place]) + by) % 10;
        const slipped = code.slice(0, place) + String(digit) + code.slice(place + 1);
        expect(parseCode(slipped)).toEqual({ ok: false, code: 'checkDigits' });
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every two neighbours in the wrong order', () => {
    fc.assert(
      fc.property(codes, fc.nat(14), (code, place) => {
        const [a, b] = [code[place]!, code[place + 1]!];
        fc.pre(a !== b);
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2);
        expect(parseCode(swapped)).toEqual({ ok: false, code: 'checkDigits' });
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in either digit system, in groups, with dashes and with what a message copies along', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const grouped = groupedCode(code);
        for (const text of [
          grouped,
          toArabicDigits(grouped),
          grouped.replaceAll(' ', '-'),
          grouped.replaceAll(' ', ' – '),
          `\u2066${grouped}\u2069\r\n`,
          ` ${grouped.replaceAll(' ', '\u00A0')} `,
        ])
          expect(parseCode(text)).toEqual({ ok: true, value: code });
      }),
    );
    expect(groupedCode('1234567890123456')).toBe('1234 5678 9012 3456');
  });

  it.each(['', '   ', '123456789012345', '12345678901234567', '127/ص/1448', '١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥x'])(
    '%j is none',
    (text) => {
      expect(parseCode(text)).toEqual({ ok: false, code: 'shape' });
    },
  );
});
