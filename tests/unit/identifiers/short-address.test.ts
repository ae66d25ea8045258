import { describe, expect, it } from 'vitest';
import { parseShortAddress } from '#shared/identifiers/short-address.ts';

describe('a short national address', () => {
  it.each(['RRRD2929', ' RRRD2929 ', 'RRRD٢٩٢٩', 'RRRD۲۹۲۹', '\u200ERRRD2929\u200F', '\u00A0RRRD2929'])(
    '%j',
    (text) => {
      expect(parseShortAddress(text)).toStrictEqual({ ok: true, value: 'RRRD2929' });
    },
  );

  it.each([
    ['', 'empty'],
    [' \u200F', 'empty'],
    ['rrrd2929', 'lowerCase'],
    ['RRRd2929', 'lowerCase'],
    ['RRRD 2929', 'shape'],
    ['RRRD\u00A02929', 'shape'],
    ['RRRD-2929', 'shape'],
    ['RRRD292', 'shape'],
    ['RRRD29299', 'shape'],
    ['RRR12929', 'shape'],
    ['2929RRRD', 'shape'],
    ['ÀRRD2929', 'shape'],
    ['ＲＲＲＤ2929', 'shape'],
    ['RRRD２９２９', 'shape'],
    ['ررد٢٩٢٩', 'shape'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseShortAddress(text)).toStrictEqual({ ok: false, code });
  });
});
