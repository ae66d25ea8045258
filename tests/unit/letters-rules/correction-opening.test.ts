import { describe, expect, it } from 'vitest';
import { correctionOpening } from '#shared/letters/correction-opening.ts';

const letter = { referenceNumber: '127/ص/1448', day: '2026-11-22' };
const bare = (text: string): string => text.replaceAll('\u200F', '').replaceAll('\u00A0', ' ');

describe('how a correction opens', () => {
  it('names the number and the Hijri day of the letter it follows, in the digits of the paper', () => {
    expect(bare(correctionOpening(letter, 'arabicIndic'))).toBe(
      'إلحاقًا لخطابنا رقم ١٢٧ / ص / ١٤٤٨ وتاريخ ١٢ / ٠٦ / ١٤٤٨ هـ',
    );
    expect(bare(correctionOpening(letter, 'latin'))).toBe(
      'إلحاقًا لخطابنا رقم 127 / ص / 1448 وتاريخ 12 / 06 / 1448 هـ',
    );
  });

  it('carries U+200F around every slash, and breaks neither number nor date over two lines', () => {
    const text = correctionOpening(letter, 'arabicIndic');
    expect(text.match(/\u200F\/\u200F/gu)).toHaveLength(4);
    expect(text.split('/')).toHaveLength(5);
    expect(text.slice(text.indexOf('١٢٧'), text.indexOf(' وتاريخ'))).not.toContain(' ');
    expect(text.slice(text.indexOf('وتاريخ ') + 7)).not.toContain(' ');
  });

  it('leaves a number without slashes as it is', () => {
    const text = correctionOpening({ ...letter, referenceNumber: 'ص-1448-127' }, 'latin');
    expect(text).toContain('رقم ص-1448-127 وتاريخ');
  });

  it('is of a day of the calendar', () => {
    expect(() => correctionOpening({ ...letter, day: '2026-02-30' }, 'latin')).toThrow();
  });
});
