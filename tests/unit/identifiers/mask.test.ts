import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMasked, maskIdentifier, maskIdentityNumber } from '#shared/identifiers/mask.ts';

const DOT = '•';
const visible = (masked: string): string => masked.replaceAll(DOT, '');

describe('masked identifiers', () => {
  it.each([
    ['1058529940', '••••••9940'],
    ['2000000006', '••••••0006'],
    ['SA4980000324608010160967', '••••••0967'],
    ['SA49 8000 0324 6080 1016 0967', '••••••0967'],
    ['A1234567', '••••••567'],
    ['AB12', '••••••2'],
    ['7', '••••••'],
    ['', ''],
    ['  ', ''],
    ['\u2067105852\u200F9940\u2069', '••••••9940'],
  ])('%j is shown as %j', (value, shown) => {
    expect(maskIdentifier(value)).toBe(shown);
  });

  it('shows never more than four characters of the original, and less than half of a short one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
        const shown = Array.from(visible(maskIdentifier(value)));
        expect(shown.length).toBeLessThanOrEqual(4);
        const given = Array.from(value).length;
        if (given > 0) expect(shown.length).toBeLessThan(Math.max(1, given / 2));
      }),
    );
  });

  it('tells nothing of what it hides: two numbers of one ending look alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[12]\d{9}$/u), fc.stringMatching(/^[12]\d{5}$/u), (one, start) => {
        expect(maskIdentifier(`${start}${one.slice(-4)}`)).toBe(maskIdentifier(one));
      }),
    );
  });

  it('is safe in a line of Arabic: no direction mark of the original stays', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\u061C', '\u200E', '\u200F', '\u202E', '\u2067', '\u2069', '1', '5', 'x')),
        (characters) => {
          expect(maskIdentifier(characters.join(''))).not.toMatch(
            /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
          );
        },
      ),
    );
  });

  it('is made once: what is masked stays as it is, and dots in front hide nothing that is whole', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (value) => {
        const once = maskIdentifier(value);
        expect(maskIdentifier(once)).toBe(once);
        expect(once === '' || isMasked(once)).toBe(true);
      }),
    );
    expect(maskIdentifier('••••••1058529940')).toBe('••••••9940');
  });

  it.each([
    ['1058529940', '••••••9940'],
    ['٢٠٠٠٠٠٠٠٠٦', '••••••٠٠٠٦'],
    ['SA03 8000 0000 6080 1016 7519', '••••••7519'],
    ['451/7 لعام 1447', '451/7 لعام 1447'],
    ['', ''],
  ])('of a number that may be anything: %j is shown as %j', (value, shown) => {
    expect(maskIdentityNumber(value)).toBe(shown);
  });
});
