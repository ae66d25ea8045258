import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalIdKind, parseNationalId } from '#shared/identifiers/national-id.ts';

/** The rule as domain-facts has it, written apart from the code under test. */
const checkDigit = (nine: string): number => {
  let sum = 0;
  for (let place = 1; place <= 9; place += 1) {
    const digit = Number(nine.charAt(place - 1));
    const product = place % 2 === 1 ? digit * 2 : digit;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return (10 - (sum % 10)) % 10;
};

const validId = fc
  .tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^[0-9]{8}$/))
  .map(([first, rest]) => `${first}${rest}${checkDigit(first + rest)}`);

describe('national id and iqama', () => {
  it.each(['1058529940', '1001244019', '1101798278', '1000000008', '2000000006', '2456789011'])(
    '%s',
    (id) => {
      expect(parseNationalId(id)).toStrictEqual({ ok: true, value: id });
    },
  );

  it.each([
    ['١٠٥٨٥٢٩٩٤٠'],
    ['۱۰۵۸۵۲۹۹۴۰'],
    ['١0۵8٥2۹940'],
    ['  1058529940\n'],
    ['\u00A01058529940\u00A0'],
    ['\u200F1058529940\u200E'],
    ['\u2066 1058529940 \u2069'],
    ['10585\u200E29940'],
    ['\uFEFF1058529940'],
    ['\u061C\u202B1058529940\u202C'],
  ])('%j is 1058529940', (text) => {
    expect(parseNationalId(text)).toStrictEqual({ ok: true, value: '1058529940' });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u200F\u00A0', 'empty'],
    ['1000000000', 'checkDigit'],
    ['2123456789', 'checkDigit'],
    ['105852994', 'length'],
    ['10585299400', 'length'],
    ['0', 'length'],
    ['3058529940', 'prefix'],
    ['0058529940', 'prefix'],
    ['1058 529940', 'notDigits'],
    ['1058\u00A0529940', 'notDigits'],
    ['1058-529940', 'notDigits'],
    ['1058\n529940', 'notDigits'],
    ['1058\u200B529940', 'notDigits'],
    ['１０５８５２９９４０', 'notDigits'],
    ['१०५८५२९९४०', 'notDigits'],
    ['1058529940A', 'notDigits'],
    ['+1058529940', 'notDigits'],
    ['-1058529940', 'notDigits'],
    ['1058529940.0', 'notDigits'],
    ['1.05852994e9', 'notDigits'],
    ['undefined', 'notDigits'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseNationalId(text)).toStrictEqual({ ok: false, code });
  });

  it('takes every number with its check digit, and none with another', () => {
    fc.assert(
      fc.property(validId, fc.integer({ min: 1, max: 9 }), (id, shift) => {
        expect(parseNationalId(id)).toStrictEqual({ ok: true, value: id });
        const wrong = id.slice(0, 9) + String((Number(id[9]) + shift) % 10);
        expect(parseNationalId(wrong)).toStrictEqual({ ok: false, code: 'checkDigit' });
      }),
    );
  });

  it('misses 09 for 90, and that is why the card is compared', () => {
    expect(parseNationalId('1090000009').ok).toBe(true);
    expect(parseNationalId('1900000009').ok).toBe(true);
  });

  it('tells a citizen from a resident', () => {
    expect(nationalIdKind('1058529940')).toBe('citizen');
    expect(nationalIdKind('2456789011')).toBe('resident');
  });
});
