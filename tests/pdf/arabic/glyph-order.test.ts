import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fullGrid, rtlList, rtlTable } from '#electron/pdf/arabic/content.ts';
import type { Content, DocumentDefinition } from '#electron/pdf/arabic/definition.ts';
import { setPdf } from '#electron/pdf/arabic/engine.ts';
import { TrueTypeFile } from '#electron/pdf/arabic/truetype.ts';
import { PDF_FONTS } from '#electron/pdf/fonts.ts';
import { chromiumPdf, escapeHtml, openChromium } from '../../support/chromium-pdf.ts';
import { embeddedFonts, GlyphOrigins } from '../../support/embedded-fonts.ts';
import { needTool } from '../../support/need-tool.ts';
import { tracedGlyphs, type TracedGlyph } from '../../support/pdf-reading.ts';
import { CORPUS, SPANNING_ROWS, type SpanningCell } from './corpus.ts';

const SIZE = 12;

/** Glyphs of a font under numbers that two PDFs share; `name` is how both call the font. */
interface KnownFont {
  readonly name: string;
  readonly origins: GlyphOrigins;
  /** All glyphs without ink (spaces, and what Chromium draws for a control) share this number. */
  readonly noInk: number;
}
const known = (name: string, file: string): KnownFont => {
  const bytes = new Uint8Array(readFileSync(file));
  const original = new TrueTypeFile(bytes);
  const count = new DataView(original.table('maxp').slice().buffer).getUint16(4);
  const origins = new GlyphOrigins(bytes, count);
  const empty = Array.from({ length: count }, (_, glyph) => glyph).find(
    (glyph) => original.outlineOf(glyph).bytes.length === 0,
  );
  return { name, origins, noInk: origins.canonical(empty ?? -1) };
};
const FONTS: readonly KnownFont[] = [
  known('Amiri-Bold', PDF_FONTS.Amiri.bold),
  known('Amiri-Regular', PDF_FONTS.Amiri.normal),
  known('IBMPlexSansArabic', PDF_FONTS.Plex.normal),
];
const fontOf = (name: string): KnownFont => {
  const found = FONTS.find((font) => name.includes(font.name));
  if (found === undefined) throw new Error(`${name} is none of our fonts.`);
  return found;
};

interface DrawnGlyph {
  readonly page: number;
  /** Font and number; undefined when it leaves no ink. */
  readonly glyph: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly end: number;
}

/** Pieces of lines: glyphs of one height whose neighbours are no further apart than a wide space. */
function pieces(glyphs: readonly DrawnGlyph[]): string[] {
  const lines: DrawnGlyph[][] = [];
  for (const glyph of glyphs) {
    const line = lines.find(([first]) => first?.page === glyph.page && Math.abs(first.y - glyph.y) < 1.5);
    if (line === undefined) lines.push([glyph]);
    else line.push(glyph);
  }
  return lines.flatMap((line) => {
    const sorted = line.sort((a, b) => a.x - b.x);
    const found: DrawnGlyph[][] = [];
    let end = -Infinity;
    for (const glyph of sorted) {
      if (glyph.x - end > SIZE / 2) found.push([]);
      found.at(-1)?.push(glyph);
      end = Math.max(end, glyph.end);
    }
    return found.map((piece) => piece.map(({ glyph }) => glyph).join(' '));
  });
}

function drawn({ page, font, x, y, advance }: TracedGlyph, glyph: number): DrawnGlyph {
  const { name, noInk } = fontOf(font);
  return {
    page,
    glyph: glyph === noInk ? undefined : `${name[0]}${name.at(-1)}${glyph}`,
    x,
    y,
    end: x + advance * SIZE,
  };
}

/** Marks stand at the shaper's offsets, which two shapers round differently: bases give the order. */
const isSpacing = ({ advance }: { readonly advance: number }): boolean => advance > 0.001;
const isInk = ({ glyph }: DrawnGlyph): boolean => glyph !== undefined;

function ourPieces(bytes: Uint8Array): string[] {
  const subsets = new Map([...embeddedFonts(bytes)].map(([name, font]) => [name, new TrueTypeFile(font)]));
  return pieces(
    tracedGlyphs(bytes)
      .filter(isSpacing)
      .map((traced) => {
        // MuPDF cuts long names off.
        const subset = [...subsets].find(([name]) => name.startsWith(traced.font))?.[1];
        if (subset === undefined) throw new Error(`The font ${traced.font} is not embedded.`);
        return drawn(traced, fontOf(traced.font).origins.of(subset, traced.glyph)[0]?.glyph ?? -1);
      })
      .filter(isInk),
  );
}
const chromiumPieces = (bytes: Uint8Array): string[] =>
  pieces(
    tracedGlyphs(bytes)
      .filter(isSpacing)
      .map((traced) => drawn(traced, fontOf(traced.font).origins.canonical(traced.glyph)))
      .filter(isInk),
  );

const set = (content: Content, more: Partial<DocumentDefinition> = {}): Promise<Uint8Array> =>
  setPdf({
    info: { title: 'مقارنة', creationDate: new Date(0) },
    pageMargins: 50,
    defaultStyle: { fontSize: SIZE },
    content,
    ...more,
  });

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');

describe("the order of glyphs on a line is Chromium's", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());
  beforeEach((context) => {
    needTool(context, 'mutool');
  });

  it.each([
    ['Amiri', {}, ''],
    ['bold Amiri', { bold: true }, 'body { font-weight: 700 }'],
    ['Plex', { font: 'Plex' }, 'body { font-family: Plex, Amiri }'],
  ])('on every line of the corpus in %s', async (_name, style, css) => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(40);
    const theirs = chromiumPieces(await chromiumPdf(browser, paragraphs(CORPUS), css));
    const ours = ourPieces(await set(CORPUS.map((text) => ({ text, noWrap: true, ...style }))));
    expect(ours).toHaveLength(CORPUS.length);
    const named = (lines: readonly string[]): string[] =>
      lines.map((line, index) => `${CORPUS[index]}\n${line}`);
    expect(named(ours)).toEqual(named(theirs));
  });

  it('in a table with rowSpan and colSpan', async () => {
    const rows: readonly (readonly SpanningCell[])[] = SPANNING_ROWS;
    const html = rows
      .map(
        (row) =>
          `<tr>${row.map((cell) => `<td rowspan=${cell.rowSpan ?? 1} colspan=${cell.colSpan ?? 1}>${escapeHtml(cell.text)}</td>`).join('')}</tr>`,
      )
      .join('');
    const css =
      'table { width: 495pt; border-collapse: collapse } td { padding: 4pt 10pt; vertical-align: top; border: 1px solid; white-space: nowrap }';
    const theirs = chromiumPieces(await chromiumPdf(browser, `<table>${html}</table>`, css));
    const body = fullGrid(rows.map((row) => row.map((cell) => ({ ...cell, noWrap: true }))));
    const layout = { paddingLeft: () => 10, paddingRight: () => 10 };
    const ours = ourPieces(
      await set(rtlTable({ table: { widths: ['*', '*', '*', '*'], headerRows: 1, body }, layout })),
    );
    expect(ours).toHaveLength(rows.flat().length);
    expect(ours.toSorted()).toEqual(theirs.toSorted());
  });

  it('in a table whose header row returns on every page', async () => {
    const header = ['م', 'اسم المستفيد (رباعي)', 'رقم الهوية', 'المبلغ'];
    const rows = Array.from({ length: 70 }, (_, index) => [
      `${index + 1}`,
      `محمد بن عبدالله (${index})`,
      `10${58529940 + index}`,
      '١٬٥٠٠',
    ]);
    const row = (cells: readonly string[], tag: string): string =>
      `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
    const css =
      'table { width: 495pt } td, th { padding: 2pt 10pt; font-weight: 400; text-align: right; white-space: nowrap }';
    const html = `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
    const theirs = chromiumPieces(await chromiumPdf(browser, html, css));
    const table = rtlTable({
      table: { widths: ['*', '*', '*', '*'], headerRows: 1, body: [header, ...rows] },
    });
    const bytes = await set(table);
    const ours = ourPieces(bytes);
    const pages = Math.max(...tracedGlyphs(bytes).map(({ page }) => page));
    expect(pages).toBeGreaterThanOrEqual(3);
    const headerPieces = ours.slice(0, header.length).toSorted();
    const onEveryPage = (piece: string): number => ours.filter((each) => each === piece).length;
    expect(headerPieces.map(onEveryPage)).toEqual(header.map(() => pages));
    expect([...new Set(ours)].toSorted()).toEqual([...new Set(theirs)].toSorted());
  });

  it('in lists three deep', async () => {
    const items = ['بند أول (مع قوس)', 'بند ثانٍ ٣/٢', 'third بند 3'];
    const theirs = chromiumPieces(await chromiumPdf(browser, paragraphs(items)));
    const bytes = await set(
      rtlList([
        {
          stack: [
            items[0] ?? '',
            rtlList([{ stack: [items[1] ?? '', rtlList([items[2] ?? ''], { depth: 2 })] }], { depth: 1 }),
          ],
        },
      ]),
    );
    expect(ourPieces(bytes)).toEqual(expect.arrayContaining(theirs));
  });

  it('and a line in another order is caught', async () => {
    const line = 'بتاريخ: ٠٣ / ٠٢ / ١٤٤٦ هـ (هجرية)، then عربية.';
    const theirs = chromiumPieces(await chromiumPdf(browser, paragraphs([line])));
    expect(ourPieces(await set(line))).toEqual(theirs);
    const forced = `\u202D${line}\u202C`;
    expect(ourPieces(await set(forced))).not.toEqual(theirs);
    expect(ourPieces(await set({ text: line, direction: 'ltr' }))).not.toEqual(theirs);
  });
});
