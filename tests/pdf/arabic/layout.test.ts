import { describe, expect, it } from 'vitest';
import { fullGrid, rtlColumns, rtlList, rtlTable } from '#electron/pdf/arabic/content.ts';
import type { Content, DocumentDefinition, TextNode } from '#electron/pdf/arabic/definition.ts';
import { setPdf, setPdfWithPages } from '#electron/pdf/arabic/engine.ts';
import { placedGlyphs, textLines, type PlacedGlyph } from '../../support/pdf-reading.ts';

const PAGE = { width: 300, height: 400 };
const MARGIN = 20;
const LEFT = MARGIN;
const RIGHT = PAGE.width - MARGIN;
/** A tenth of a point is no visible difference. */
const NEAR = 1;

const definition = (content: Content, more: Partial<DocumentDefinition> = {}): DocumentDefinition => ({
  info: { title: 'سطور', creationDate: new Date(0) },
  pageSize: PAGE,
  pageMargins: MARGIN,
  defaultStyle: { fontSize: 12 },
  content,
  ...more,
});

interface PlacedLine {
  readonly page: number;
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  readonly glyphs: readonly PlacedGlyph[];
}
async function linesOf(content: Content, more: Partial<DocumentDefinition> = {}): Promise<PlacedLine[]> {
  const lines: PlacedGlyph[][] = [];
  for (const glyph of await placedGlyphs(await setPdf(definition(content, more)))) {
    const line = lines.find(
      ([first]) => first?.page === glyph.page && Math.abs(first.baseline - glyph.baseline) < 0.5,
    );
    if (line === undefined) lines.push([glyph]);
    else line.push(glyph);
  }
  return lines.map((glyphs) => ({
    page: glyphs[0]?.page ?? 0,
    baseline: glyphs[0]?.baseline ?? 0,
    left: Math.min(...glyphs.map(({ left }) => left)),
    right: Math.max(...glyphs.map(({ left, width }) => left + width)),
    glyphs,
  }));
}

const SENTENCE =
  'تضع الجمعية السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف.';

describe('a paragraph', () => {
  it('stands on the right unless told otherwise', async () => {
    const [line] = await linesOf('سطر قصير');
    expect(line?.right).toBeCloseTo(RIGHT, NEAR);
    const [left] = await linesOf({ text: 'سطر قصير', alignment: 'left' });
    expect(left?.left).toBeCloseTo(LEFT, NEAR);
    const [ltr] = await linesOf({ text: 'A short line', direction: 'ltr' });
    expect(ltr?.left).toBeCloseTo(LEFT, NEAR);
  });

  it('is centred over its whole width', async () => {
    const [line] = await linesOf({ text: 'سطر في الوسط (أ)', alignment: 'center' });
    expect(((line?.left ?? 0) + (line?.right ?? 0)) / 2).toBeCloseTo(PAGE.width / 2, NEAR);
  });

  it('is justified by its spaces alone, its last line on the right', async () => {
    const justified = await linesOf({ text: SENTENCE, alignment: 'justify' });
    const ragged = await linesOf({ text: SENTENCE });
    expect(justified.length).toBeGreaterThan(2);
    for (const line of justified.slice(0, -1)) {
      expect(line.left).toBeCloseTo(LEFT, NEAR);
      expect(line.right).toBeCloseTo(RIGHT, NEAR);
    }
    const last = justified.at(-1);
    expect(last?.right).toBeCloseTo(RIGHT, NEAR);
    expect(last?.left).toBeGreaterThan(LEFT + 10);
    // Letters keep their own widths: only what lies between glyphs has changed.
    const widths = (lines: readonly PlacedLine[]): number[] =>
      lines.flatMap(({ glyphs }) => glyphs.map(({ width }) => width));
    expect(widths(justified)).toEqual(widths(ragged));
    const [first] = justified;
    const sorted = (first?.glyphs ?? []).toSorted((a, b) => a.left - b.left);
    const gaps = sorted
      .slice(1)
      .map((glyph, index) => glyph.left - ((sorted[index]?.left ?? 0) + (sorted[index]?.width ?? 0)));
    const wide = gaps.filter((gap) => gap > 0.05);
    expect(wide).toHaveLength(sorted.filter(({ text }) => text === ' ').length);
    expect(Math.max(...wide) - Math.min(...wide)).toBeLessThan(0.01);
  });

  it('is not stretched where the writer ended the line', async () => {
    const [first] = await linesOf({ text: 'سطر أول\nسطر ثان', alignment: 'justify' });
    expect(first?.right).toBeCloseTo(RIGHT, NEAR);
    expect(first?.left).toBeGreaterThan(LEFT + 100);
  });

  it('indents its first line from the right, and only that', async () => {
    const [first, second] = await linesOf({ text: SENTENCE, leadingIndent: 30, alignment: 'justify' });
    expect(first?.right).toBeCloseTo(RIGHT - 30, NEAR);
    expect(first?.left).toBeCloseTo(LEFT, NEAR);
    expect(second?.right).toBeCloseTo(RIGHT, NEAR);
  });

  it('drops the spaces at the ends of its lines', async () => {
    for (const line of await linesOf(SENTENCE)) {
      const sorted = line.glyphs.toSorted((a, b) => a.left - b.left);
      expect(sorted.at(0)?.text).not.toBe(' ');
      expect(sorted.at(-1)?.text).not.toBe(' ');
    }
  });
});

describe('what is wider than its place', () => {
  const URL = `https://www.example.org/${'averylongpath'.repeat(8)}`;
  const WORD = 'مستفيدون'.repeat(12);

  it.each([
    ['an address', URL],
    ['an Arabic word', WORD],
    ['one after other words', `انظر الرابط ${URL} ثم ${WORD} انتهى`],
  ])('%s is broken inside, and nothing of it is lost', async (_name, text) => {
    const lines = await linesOf(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line.left).toBeGreaterThanOrEqual(LEFT - 0.1);
      expect(line.right).toBeLessThanOrEqual(RIGHT + 0.1);
    }
    const letters = (each: string): string => each.replaceAll(' ', '').split('').toSorted().join('');
    const found = lines.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    expect(letters(found)).toBe(letters(text));
  });

  it('keeps letters joined where a word is broken', async () => {
    const broken = await linesOf('م'.repeat(120));
    const whole = await linesOf({ text: 'م'.repeat(120), fontSize: 4 });
    const widest = (lines: readonly PlacedLine[], size: number): number =>
      Math.max(...lines.flatMap(({ glyphs }) => glyphs.map(({ width }) => width / size)));
    // An end that did not join would be the wide isolated or final form in the middle of the word.
    expect(broken.length).toBeGreaterThan(1);
    expect(widest(broken, 12)).toBeCloseTo(widest(whole, 4), 2);
  });

  it('stays inside its cell, and the table on the page', async () => {
    const body = [
      ['البيان', 'الرابط'],
      [WORD, URL],
    ];
    for (const widths of [
      ['auto', 'auto'],
      ['*', 'auto'],
      [60, '*'],
    ]) {
      for (const line of await linesOf(rtlTable({ table: { widths, body } }))) {
        expect(line.left).toBeGreaterThanOrEqual(LEFT - 0.1);
        expect(line.right).toBeLessThanOrEqual(RIGHT + 0.1);
      }
    }
  });
});

const styled = (parts: TextNode['text']): TextNode => ({ text: parts });

describe('a style inside a paragraph', () => {
  // Plex has no glyph for the joiner that keeps the letters together.
  it.each(['Amiri', 'Plex'])('does not tear a word of %s apart', async (font) => {
    const parts: TextNode['text'] = [
      'حقو',
      { text: 'قهم', color: '#ff0000' },
      ' مستف',
      { text: 'يدون', color: '#ff0000' },
    ];
    const style = { defaultStyle: { font } };
    const widths = (line: PlacedLine | undefined): readonly number[] =>
      (line?.glyphs ?? [])
        .toSorted((a, b) => a.left - b.left)
        .map(({ width }) => Math.round(width * 100) / 100);
    const [plain] = await linesOf('حقوقهم مستفيدون', style);
    const [coloured] = await linesOf(styled(parts), style);
    expect(widths(coloured)).toEqual(widths(plain));
    const [apart] = await linesOf('حقو قهم مستف يدون', style);
    expect(widths(apart)).not.toEqual(widths(plain));
  });

  it('passes from an outer text to the texts inside it', async () => {
    const size = (lines: readonly PlacedLine[]): number => (lines[0]?.right ?? 0) - (lines[0]?.left ?? 0);
    const inner = await linesOf(styled([{ text: ['كلمة ', { text: 'أخرى', color: 'red' }], bold: true }]));
    const bold = await linesOf({ text: 'كلمة أخرى', bold: true });
    expect(size(inner)).toBeCloseTo(size(bold), NEAR);
  });
});

describe('rows, columns and lists', () => {
  it('begin on the right', async () => {
    const [line] = await linesOf(
      rtlColumns({ columns: ['أول', 'ثان', 'ثالث'].map((text) => ({ text, width: '*' })) }),
    );
    const firstLetter = (letter: string): number =>
      line?.glyphs.find(({ text }) => text === letter)?.left ?? 0;
    expect(firstLetter('أ')).toBeGreaterThan(firstLetter('ن'));
    expect(
      await textLines(await setPdf(definition(rtlTable({ table: { body: [['أ', 'ب', 'ج']] } })))),
    ).toEqual(['أ ب ج']);
  });

  it('keep their spans', async () => {
    const rows = fullGrid([
      [
        { text: 'يمين', rowSpan: 2 },
        { text: 'وسط ويسار', colSpan: 2 },
      ],
      ['وسط', 'يسار'],
    ]);
    expect(rows).toEqual([
      [{ text: 'يمين', rowSpan: 2 }, { text: 'وسط ويسار', colSpan: 2 }, {}],
      [{}, 'وسط', 'يسار'],
    ]);
    const table = rtlTable({ table: { widths: ['*', '*', '*'], body: rows } });
    expect(table.table.body).toEqual([
      [{ text: 'وسط ويسار', colSpan: 2 }, {}, { text: 'يمين', rowSpan: 2 }],
      ['يسار', 'وسط', {}],
    ]);
    const lines = await textLines(await setPdf(definition(table)));
    expect(lines).toEqual(['يمين وسط ويسار', 'وسط يسار']);
  });

  it('have their markers on the right, three deep, each deeper one further left', async () => {
    const list = rtlList(
      [
        {
          stack: [
            'أول',
            rtlList([{ stack: ['ثان', rtlList(['ثالث'], { depth: 2, ordered: true })] }], {
              depth: 1,
              ordered: true,
            }),
          ],
        },
      ],
      { ordered: true },
    );
    const lines = await linesOf(list);
    const text = await textLines(await setPdf(definition(list)));
    expect(text.map((line) => line.replaceAll(' ', ''))).toEqual(['١.أول', 'أ.ثان', '١.ثالث']);
    const rights = lines.map(({ right }) => right);
    expect(rights[0]).toBeCloseTo(RIGHT, NEAR);
    expect(rights.toSorted((a, b) => b - a)).toEqual(rights);
    expect(new Set(rights.map(Math.round)).size).toBe(3);
  });

  it('repeat a header row on every page', async () => {
    const body = [
      ['البند', 'القيمة'],
      ...Array.from({ length: 40 }, (_, index) => [`بند ${index}`, `${index}`]),
    ];
    const { bytes, pages } = await setPdfWithPages(definition(rtlTable({ table: { headerRows: 1, body } })));
    expect(pages).toBeGreaterThan(2);
    expect((await textLines(bytes)).filter((line) => line === 'البند القيمة')).toHaveLength(pages);
  });
});

describe('text outside the lines', () => {
  it('in a watermark follows the same rules', async () => {
    const bytes = await setPdf(
      definition('نص', { watermark: { text: 'مسودة (أ) 12', fontSize: 20, angle: 0 } }),
    );
    const glyphs = (await placedGlyphs(bytes)).filter(({ text }) => 'مسودة(أ)12'.includes(text));
    const order = glyphs
      .toSorted((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join('');
    expect(order).toBe('12)أ(ةدوسم');
  });

  it('in a picture too', async () => {
    const svg =
      '<svg width="200" height="40" viewBox="0 0 200 40"><text x="190" y="25" font-family="Amiri" font-size="14" text-anchor="end">نص عربي 12/3</text></svg>';
    const glyphs = await placedGlyphs(await setPdf(definition({ svg, width: 200 })));
    const order = glyphs
      .toSorted((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join('');
    expect(order).toBe('12/3 يبرع صن');
  });
});
