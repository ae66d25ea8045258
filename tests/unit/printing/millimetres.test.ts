import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMillimetres, typedMillimetresSchema } from '#shared/printing/millimetres.ts';

it.each([
  ['', 0],
  ['0', 0],
  ['-0', 0],
  ['1.5', 1.5],
  ['-1.5', -1.5],
  ['1.5-', -1.5],
  ['+2', 2],
  ['٢٫٥', 2.5],
  ['−۲٫۵', -2.5],
  ['1,25', 1.3],
  ['30', 30],
  ['30.1', undefined],
  ['1.5.2', undefined],
  ['مم', undefined],
  ['1 2', undefined],
])('%j is %s mm', (text, expected) => {
  expect(parseMillimetres(text)).toBe(expected);
});

it('reads back every tenth that can be set, in either digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.boolean(), (tenths, arabic) => {
      const written = String(tenths / 10);
      const text = arabic
        ? written.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!).replace('.', '٫')
        : written;
      expect(parseMillimetres(text)).toBe(tenths === 0 ? 0 : tenths / 10);
    }),
  );
});

it('says by its code what a form shows', () => {
  expect(typedMillimetresSchema.safeParse('بعيد').error?.issues[0]?.message).toBe('shiftMillimetres');
});
