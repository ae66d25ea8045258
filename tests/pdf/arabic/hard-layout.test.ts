import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullGrid, rtlTable } from '#electron/pdf/arabic/content.ts';
import type { Content, DocumentDefinition } from '#electron/pdf/arabic/definition.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { LayoutBuilderClass } from '#electron/pdf/arabic/pdfmake-inside.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { harfbuzz } from '../../support/harfbuzz.ts';
import { placedGlyphs, type PlacedGlyph } from '../../support/pdf-reading.ts';

/** What the prototype of the layer had left unproven: `docs/bidi.md` says what is shown where. */
const PAGE = { width: 320, height: 220 };
const MARGIN = 20;
const definition = (content: Content, more: Partial<DocumentDefinition> = {}): DocumentDefinition => ({
  info: { title: 'صعب', creationDate: new Date(0) },
  pageSize: PAGE,
  pageMargins: MARGIN,
  defaultStyle: { fontSize: 12 },
  content,
  ...more,
});
const glyphsOf = async (content: Content, more: Partial<DocumentDefinition> = {}): Promise<PlacedGlyph[]> =>
  placedGlyphs(await setPdf(definition(content, more)));

/** The one glyph with these characters. */
function only(glyphs: readonly PlacedGlyph[], text: string): PlacedGlyph {
  const [found, ...others] = glyphs.filter((glyph) => glyph.text === text);
  if (found === undefined || others.length > 0)
    throw new Error(`«${text}» stands ${others.length + (found ? 1 : 0)} times.`);
  return found;
}

describe('spans in a right-to-left table', () => {
  const COLUMN = 70;
  /** Four columns; each cell one letter or digit, so that its place is the place of a glyph. */
  const rows = (count: number): Content => {
    const long = Array.from({ length: count }, (_, index) => [
      ...(index === 0 ? [{ text: 'ط', rowSpan: count }] : []),
      'س',
      { text: 'ع', colSpan: 2 },
    ]);
    const body = fullGrid([
      ['أ', 'ب', 'ج', 'د'],
      [{ text: 'م', colSpan: 2, rowSpan: 2 }, 'و', 'ي'],
      ['ح', 'خ'],
      ...long,
    ]);
    return rtlTable({
      table: { widths: [COLUMN, COLUMN, COLUMN, '*'], headerRows: 1, dontBreakRows: true, body },
    });
  };
  const columnOf = (glyphs: readonly PlacedGlyph[], letter: string): number => only(glyphs, letter).left;

  it('keep their columns: colSpan with rowSpan, and the rows beside it', async () => {
    const glyphs = (await glyphsOf(rows(2))).filter(({ page }) => page === 1);
    const [first, second, third, fourth] = ['أ', 'ب', 'ج', 'د'].map((letter) => columnOf(glyphs, letter));
    expect(first).toBeGreaterThan(second ?? 0);
    expect(second).toBeGreaterThan(third ?? 0);
    expect(third).toBeGreaterThan(fourth ?? 0);
    const right = (letter: string): number => only(glyphs, letter).left + only(glyphs, letter).width;
    // The spanning cell begins at the right edge of the first column; what stands beside it begins in the third.
    expect(right('م')).toBeCloseTo(right('أ'), 0);
    expect(right('و')).toBeCloseTo(right('ج'), 0);
    expect(right('ح')).toBeCloseTo(right('ج'), 0);
    expect(right('ي')).toBeCloseTo(right('د'), 0);
    expect(right('خ')).toBeCloseTo(right('د'), 0);
    expect(only(glyphs, 'ح').baseline).toBeLessThan(only(glyphs, 'م').baseline);
  });

  it('go on over a page break: no cell leaves its column, none is lost', async () => {
    const count = 24;
    const glyphs = await glyphsOf(rows(count));
    const pages = Math.max(...glyphs.map(({ page }) => page));
    expect(pages).toBeGreaterThan(1);
    const all = (letter: string): PlacedGlyph[] => glyphs.filter(({ text }) => text === letter);
    expect(all('ط')).toHaveLength(1);
    for (const letter of ['س', 'ع']) {
      expect(all(letter)).toHaveLength(count);
      expect(new Set(all(letter).map(({ left }) => Math.round(left))).size).toBe(1);
      expect(new Set(all(letter).map(({ page }) => page)).size).toBe(pages);
    }
    // Under the header of each page the rows begin in the second column: the first belongs to the spanning cell.
    expect(all('أ')).toHaveLength(pages);
    const header = new Set(
      all('أ').map(({ left, baseline }) => `${Math.round(left)} ${Math.round(baseline)}`),
    );
    expect(header.size).toBe(1);
    expect(all('س')[0]?.left).toBeLessThan((all('أ')[0]?.left ?? 0) - COLUMN / 2);
    for (let page = 1; page <= pages; page++) {
      const onPage = glyphs.filter((glyph) => glyph.page === page);
      for (const { left, width } of onPage) {
        expect(left).toBeGreaterThanOrEqual(MARGIN);
        expect(left + width).toBeLessThanOrEqual(PAGE.width - MARGIN);
      }
    }
  });

  it('in a header of two rows come back whole on every page, at the same places', async () => {
    const body = fullGrid([
      [
        { text: 'أ', rowSpan: 2 },
        { text: 'ب', colSpan: 2 },
      ],
      ['ج', 'د'],
      ...Array.from({ length: 20 }, () => ['١', '٢', '٣']),
    ]);
    const glyphs = await glyphsOf(rtlTable({ table: { widths: [60, 60, '*'], headerRows: 2, body } }));
    const pages = Math.max(...glyphs.map(({ page }) => page));
    expect(pages).toBeGreaterThan(2);
    for (const letter of ['أ', 'ب', 'ج', 'د']) {
      const found = glyphs.filter(({ text }) => text === letter);
      expect(found.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
      expect(
        new Set(found.map(({ left, baseline }) => `${left.toFixed(1)} ${baseline.toFixed(1)}`)).size,
      ).toBe(1);
    }
  });
});

/** The texts of the lines as they are given to the font, joiners and all. */
async function brokenLines(content: Content, font: string): Promise<string[]> {
  const { prototype } = LayoutBuilderClass;
  const { buildNextLine } = prototype;
  const lines: string[] = [];
  prototype.buildNextLine = function (node) {
    const line = buildNextLine.call(this, node);
    if (line !== null) lines.push(line.inlines.map(({ text }) => text).join(''));
    return line;
  };
  try {
    await setPdf(definition(content, { defaultStyle: { fontSize: 12, font } }));
    return lines;
  } finally {
    prototype.buildNextLine = buildNextLine;
  }
}

describe('a word wider than its line', () => {
  const reference = harfbuzz(PDF_FONTS.Plex.normal);
  /** Letters in logical order; marks stay with theirs, and the joiner draws nothing. */
  const shapes = (text: string): number[] =>
    reference(text, true, 'Arab')
      .filter(({ advance }) => advance !== 0)
      .map(({ id }) => id)
      .toReversed();
  const letters = fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء'));
  /** Joining_Type R and U of ArabicShaping.txt: after these no letter is joined; to U no letter joins. */
  const JOINS_NOTHING_AFTER = /[اأإآدذرزوؤةء]\p{M}*$/u;
  const marks = fc.constantFrom('', '', '', 'َ', 'ُ', 'ِ', 'ّ', 'َّ', 'ْ');
  const word = fc
    .array(
      fc.tuple(letters, marks).map(([letter, mark]) => letter + mark),
      { minLength: 60, maxLength: 120 },
    )
    .map((parts) => parts.join('').normalize('NFC'));
  const inColumn = (text: string, width: number): Content => ({ columns: [{ width, text }] });

  it.each(['Amiri', 'Plex'])(
    'of %s is cut anywhere but inside a letter, and joins on over the cut',
    async (font) => {
      await fc.assert(
        fc.asyncProperty(word, fc.integer({ min: 30, max: 100 }), async (text, width) => {
          const lines = await brokenLines(inColumn(text, width), font);
          expect(lines.length).toBeGreaterThan(1);
          // Glued pieces of a long word join inside a line too: two joiners there are one.
          const plain = lines.map((line) => line.replaceAll('\u200D', ''));
          expect(plain.join('')).toBe(text);
          plain.slice(1).forEach((line, index) => {
            expect(line).toMatch(/^\P{M}/u);
            const joins = !JOINS_NOTHING_AFTER.test(plain[index] ?? '') && !line.startsWith('ء');
            expect([lines[index]?.endsWith('\u200D'), lines[index + 1]?.startsWith('\u200D')]).toEqual([
              joins,
              joins,
            ]);
          });
        }),
        { numRuns: 60 },
      );
    },
  );

  it('would show wrong shapes without the joiners at the cut', async () => {
    const text = 'مستفيدون'.repeat(8);
    const lines = await brokenLines(inColumn(text, 60), 'Plex');
    expect(lines.some((line) => line.includes('\u200D'))).toBe(true);
    expect(lines.flatMap(shapes)).toEqual(shapes(text));
    const bare = lines.map((line) => line.replaceAll('\u200D', ''));
    expect(bare.flatMap(shapes)).not.toEqual(shapes(text));
  });

  it('is never cut between lam and alef', async () => {
    const lines = await brokenLines(inColumn('لا'.repeat(60), 50), 'Amiri');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^(?:لا)+$/);
  });
});

describe('unbreakable text wider than its cell', () => {
  const NARROW = 40;
  const cell = (node: Content): Content =>
    rtlTable({ table: { widths: [NARROW, '*'], body: [[node, 'ب']] } });
  const TEXT = 'تتتتتتتتتتتتتتتتتتتتتتتت';

  it('held together by no-break spaces is broken inside and stays in its cell', async () => {
    const text = 'تتت\u00A0تتت\u00A0تتت\u00A0تتت';
    const glyphs = (await glyphsOf(cell({ text }))).filter((glyph) => glyph.text === 'ت');
    expect(glyphs).toHaveLength(12);
    const right = PAGE.width - MARGIN;
    for (const { left, width } of glyphs) {
      expect(left + width).toBeLessThanOrEqual(right + 0.1);
      expect(left).toBeGreaterThanOrEqual(right - NARROW - 12);
    }
  });

  it('that must not wrap begins at the right of its cell and runs out to the left', async () => {
    const glyphs = (await glyphsOf(cell({ text: TEXT, noWrap: true }))).filter(({ text }) => text === 'ت');
    const short = (await glyphsOf(cell({ text: 'ت', noWrap: true }))).filter(({ text }) => text === 'ت');
    const right = (all: readonly PlacedGlyph[]): number =>
      Math.max(...all.map(({ left, width }) => left + width));
    expect(right(glyphs)).toBeCloseTo(right(short), 0);
    expect(new Set(glyphs.map(({ baseline }) => Math.round(baseline))).size).toBe(1);
    expect(Math.min(...glyphs.map(({ left }) => left))).toBeLessThan(right(short) - NARROW);
  });
});

describe('text in an SVG picture', () => {
  const svg = (inside: string): Content => ({
    svg: `<svg width="240" height="60" viewBox="0 0 240 60">${inside}</svg>`,
    width: 240,
  });
  const order = async (inside: string): Promise<string> =>
    (await glyphsOf(svg(inside)))
      .toSorted((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join('');
  const text = (content: string, more = ''): string =>
    `<text y="30" font-family="Amiri" font-size="14" ${more}>${content}</text>`;

  it('is ordered as a line is, with numbers, brackets and Latin inside', async () => {
    expect(await order(text('الرقم (١٢/٣) ثم ABC 45، انتهى', 'x="5"'))).toBe('ىهتنا ،ABC 45 مث )١٢/٣( مقرلا');
  });

  it.each([
    ['start', 20, (left: number) => left],
    ['middle', 120, (left: number, right: number) => (left + right) / 2],
    ['end', 220, (_left: number, right: number) => right],
  ])('stands by its anchor: %s', async (anchor, x, place) => {
    const glyphs = await glyphsOf(svg(text('نص عربي 12', `x="${x}" text-anchor="${anchor}"`)));
    const left = Math.min(...glyphs.map((glyph) => glyph.left));
    const right = Math.max(...glyphs.map((glyph) => glyph.left + glyph.width));
    expect(place(left, right)).toBeCloseTo(MARGIN + x, 0);
  });

  it('joins its letters and keeps its vowels', async () => {
    const widths = (glyphs: readonly PlacedGlyph[]): string[] =>
      glyphs.toSorted((a, b) => a.left - b.left).map((glyph) => `${glyph.text} ${glyph.width.toFixed(1)}`);
    const word = 'مُحَمَّدٌ لَكُمْ';
    const pictured = await glyphsOf(svg(text(word, 'x="5"')));
    const plain = await glyphsOf({ text: word, fontSize: 14 });
    expect(widths(pictured)).toEqual(widths(plain));
  });
});

it.each([
  ['ul', { ul: ['أ', 'ب'] }],
  ['ol', { stack: [{ ol: ['أ', 'ب'] }] }],
  ['a list in a cell', rtlTable({ table: { body: [[{ ul: ['أ'] } as never]] } })],
])("pdfmake's own list is refused and the way that works is named: %s", async (_name, content) => {
  await expect(setPdf(definition(content as unknown as Content))).rejects.toMatchObject({
    code: 'renderFailed',
    details: { reason: 'nativeList', use: 'rtlList' },
  });
});
