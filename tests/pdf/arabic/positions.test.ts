import { describe, expect, it } from 'vitest';
import { arabicDigits, rtlDate, rtlSlashed, type SlashSpacing } from '#electron/pdf/arabic/content.ts';
import type { Content } from '#electron/pdf/arabic/definition.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { placedGlyphs, type PlacedGlyph } from '../../support/pdf-reading.ts';

const set = (content: Content): Promise<Uint8Array> =>
  setPdf({ info: { title: 'مواضع', creationDate: new Date(0) }, content });

/** Where the characters of a group stand, found as neighbours from left to right. */
function placeOf(glyphs: readonly PlacedGlyph[], group: string): { left: number; right: number } {
  // A glyph may stand for several characters: each of them is at the glyph's place.
  const inOrder = glyphs
    .toSorted((a, b) => a.left - b.left)
    .flatMap((glyph) => glyph.text.split('').map((text) => ({ ...glyph, text })));
  const text = inOrder.map((glyph) => glyph.text).join('');
  const at = text.indexOf(group);
  expect(at, `${group} in ${text}`).toBeGreaterThanOrEqual(0);
  expect(text.indexOf(group, at + 1), `${group} stands once in ${text}`).toBe(-1);
  const [first, last] = [inOrder[at], inOrder[at + group.length - 1]];
  if (first === undefined || last === undefined) throw new Error('The place of a group is outside the line.');
  return { left: first.left, right: last.left + last.width };
}

/** Asserts that the pieces stand from right to left in this order, none touching the one before it. */
function expectRightToLeft(glyphs: readonly PlacedGlyph[], pieces: readonly string[]): void {
  const places = pieces.map((piece) => placeOf(glyphs, piece));
  for (const [index, place] of places.entries()) {
    const before = places[index - 1];
    if (before !== undefined)
      expect(place.right, `${pieces[index]} is left of ${pieces[index - 1]}`).toBeLessThanOrEqual(
        before.left + 0.01,
      );
  }
}

const SPACINGS: readonly SlashSpacing[] = ['close', 'apart'];
const DIGITS = [
  ['Arabic-Indic', arabicDigits],
  ['Latin', String],
] as const;

describe.each(DIGITS)('generated dates in %s digits', (_name, digits) => {
  it.each(SPACINGS)(
    'stand right to left, slashes %s: day by the label, month, year, era leftmost',
    async (spacing) => {
      const day = digits('12');
      const month = digits('06');
      const year = digits('1448');
      const date = rtlDate({ day, month, year, era: 'هـ' }, spacing);
      const glyphs = await placedGlyphs(await set(`التاريخ : ${date}`));
      expectRightToLeft(glyphs, [':', day, month, year, 'ه']);
      expect(glyphs.filter(({ text }) => text === '/')).toHaveLength(2);
    },
  );

  it('stand so after Latin text too, and in the middle of a sentence', async () => {
    const [day, month, year] = [digits('22'), digits('11'), digits('2026')];
    const date = rtlDate({ day, month, year, era: 'م' });
    const glyphs = await placedGlyphs(await set(`بتاريخ Monday ${date} صباحًا`));
    expectRightToLeft(glyphs, ['Monday', day, month, year, 'م', 'ص']);
  });

  it('and so do register numbers', async () => {
    const groups = [digits('127'), 'ص', digits('1448')];
    const glyphs = await placedGlyphs(await set(`الرقم : ${rtlSlashed(groups)}`));
    expectRightToLeft(glyphs, [':', ...groups]);
  });

  it('never break at a slash', async () => {
    const date = rtlDate(
      { day: digits('12'), month: digits('06'), year: digits('1448'), era: 'هـ' },
      'apart',
    );
    const glyphs = await placedGlyphs(
      await set({ columns: [{ width: 90, text: `الموافق هذا اليوم ${date}` }] }),
    );
    const slashes = glyphs.filter(({ text }) => text === '/');
    expect(new Set(glyphs.map(({ baseline }) => Math.round(baseline))).size).toBeGreaterThan(1);
    expect(new Set(slashes.map(({ baseline }) => Math.round(baseline))).size).toBe(1);
  });
});

it('without the marks, unspaced Arabic-Indic digits stand the other way round: the test sees it', async () => {
  const glyphs = await placedGlyphs(await set('التاريخ : ١٢/٠٦/١٤٤٨هـ'));
  expect(() => {
    expectRightToLeft(glyphs, [':', '١٢', '٠٦', '١٤٤٨']);
  }).toThrow(/is left of/);
});

describe('digits inside a number keep their order', () => {
  it.each(['1058529940', '٠٥٠٨٠٧٢٦٧٥', '12,500.75', '١٢٬٥٠٠٫٧٥'])('%s', async (number) => {
    const glyphs = await placedGlyphs(await set(`رقم ${number} في السجل`));
    expect(placeOf(glyphs, number).left).toBeGreaterThan(0);
  });
});
