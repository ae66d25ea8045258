/** Reading PDFs in tests: text and places by pdf.js (no system package), the rest by Debian's tools where installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A string as pdf.js shows it, with its place on the page in points from the lower left corner. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}
export interface PlacedGlyph {
  readonly page: number;
  /** The characters of the glyph, by ToUnicode. */
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly baseline: number;
}

const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** What is compared: no bidi controls, one kind of space, composed letters. */
export const comparable = (text: string): string =>
  text.replace(BIDI_CONTROLS, '').replaceAll('\u00A0', ' ').replace(/\s+/g, ' ').normalize('NFC').trim();

async function withDocument<T>(
  bytes: Uint8Array,
  read: (document: Awaited<ReturnType<typeof getDocument>['promise']>) => Promise<T>,
): Promise<T> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    fontExtraProperties: true,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

export const pageCount = (bytes: Uint8Array): Promise<number> =>
  withDocument(bytes, (document) => Promise.resolve(document.numPages));

/** The strings of a PDF in the order of its content. */
export const placedTexts = (bytes: Uint8Array): Promise<PlacedText[]> =>
  withDocument(bytes, async (document) => {
    const texts: PlacedText[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent({ disableNormalization: true });
      for (const item of items) {
        if (!('str' in item) || item.str === '') continue;
        const [, , , , left, baseline] = item.transform as number[];
        if (left === undefined || baseline === undefined) continue;
        texts.push({ page, text: item.str, left, right: left + item.width, baseline });
      }
    }
    return texts;
  });

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
}
type Matrix = readonly [number, number, number, number, number, number];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];

/** Every character code of a PDF with its place, by walking the text operators as a viewer does. */
export const placedGlyphs = (bytes: Uint8Array): Promise<PlacedGlyph[]> =>
  withDocument(bytes, async (document) => {
    const glyphs: PlacedGlyph[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const { fnArray, argsArray } = await (await document.getPage(page)).getOperatorList();
      const saved: Matrix[] = [];
      let current = UPRIGHT;
      let text = UPRIGHT;
      let size = 0;
      let spacing = 0;
      fnArray.forEach((operator, index) => {
        const args = argsArray[index] as unknown[];
        if (operator === OPS.save) saved.push(current);
        else if (operator === OPS.restore) current = saved.pop() ?? UPRIGHT;
        else if (operator === OPS.transform) current = times(current, args as unknown as Matrix);
        else if (operator === OPS.setFont) size = args[1] as number;
        else if (operator === OPS.setCharSpacing) spacing = args[0] as number;
        else if (operator === OPS.beginText) text = UPRIGHT;
        else if (operator === OPS.setTextMatrix)
          text = Array.from(args[0] as ArrayLike<number>) as unknown as Matrix;
        else if (operator === OPS.showText) {
          let pen = 0;
          for (const shown of args[0] as (ShownGlyph | number | null)[]) {
            if (shown === null) continue;
            if (typeof shown === 'number') {
              pen -= (shown * size) / 1000;
              continue;
            }
            const width = (shown.width * size) / 1000;
            const place = times(times(current, text), [1, 0, 0, 1, pen, 0]);
            glyphs.push({
              page,
              text: shown.unicode,
              left: place[4],
              width: width * place[0],
              baseline: place[5],
            });
            pen += width + spacing;
          }
        }
      });
    }
    return glyphs;
  });

/** The lines of a PDF, top to bottom; each is the logical text of its strings from right to left. */
export async function textLines(bytes: Uint8Array): Promise<string[]> {
  const texts = await placedTexts(bytes);
  const lines: { page: number; baseline: number; texts: PlacedText[] }[] = [];
  for (const text of texts) {
    const line = lines.find((each) => each.page === text.page && Math.abs(each.baseline - text.baseline) < 1);
    if (line === undefined) lines.push({ page: text.page, baseline: text.baseline, texts: [text] });
    else line.texts.push(text);
  }
  return lines
    .sort((a, b) => a.page - b.page || b.baseline - a.baseline)
    .map((line) =>
      comparable(
        line.texts
          .sort((a, b) => b.right - a.right)
          .map(({ text }) => text)
          .join(''),
      ),
    );
}

export const wholeText = async (bytes: Uint8Array): Promise<string> => (await textLines(bytes)).join('\n');

/** Runs a program on a PDF that it finds as a file; gives what it prints. */
export function runOnPdf(
  program: string,
  bytes: Uint8Array,
  args: (file: string, folder: string) => string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-reading-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return execFileSync(program, args(file, folder), {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const pdftotext = (bytes: Uint8Array, ...options: string[]): string =>
  runOnPdf('pdftotext', bytes, (file) => [...options, file, '-']);

/** Throws, with qpdf's words, when the file's structure is wrong in any way that qpdf sees. */
export const qpdfCheck = (bytes: Uint8Array): string => runOnPdf('qpdf', bytes, (file) => ['--check', file]);

/** The document's JSON by qpdf: objects by number, streams left out. */
export const qpdfJson = (bytes: Uint8Array): unknown =>
  JSON.parse(runOnPdf('qpdf', bytes, (file) => ['--json=2', '--json-key=qpdf', file]));

/**
 * Every glyph as MuPDF draws it. `glyph` is the number inside the embedded font: the font's own in Chromium's PDFs, which
 * keep them, and the subset's in ours.
 */
export interface TracedGlyph {
  readonly page: number;
  readonly font: string;
  readonly glyph: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
}
export function tracedGlyphs(bytes: Uint8Array): TracedGlyph[] {
  const glyphs: TracedGlyph[] = [];
  let page = 0;
  let matrix = [1, 0, 0, 1, 0, 0];
  let font = '';
  for (const line of runOnPdf('mutool', bytes, (file) => ['trace', file]).split('\n')) {
    if (line.includes('<page ')) page++;
    const transform = /<fill_text.*transform="([^"]+)"/.exec(line)?.[1];
    if (transform !== undefined) matrix = transform.split(' ').map(Number);
    font = /<span font="([^"]+)"/.exec(line)?.[1] ?? font;
    const glyph = /<g unicode="([^"]*)" glyph="([^"]+)" x="([^"]+)" y="([^"]+)" adv="([^"]+)"/.exec(line);
    if (glyph === null) continue;
    const [, text = '', id, gx, gy, advance] = glyph;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    const x = Number(gx);
    const y = Number(gy);
    glyphs.push({
      page,
      font,
      glyph: Number(id),
      text,
      x: a * x + c * y + e,
      y: b * x + d * y + f,
      advance: Number(advance),
    });
  }
  return glyphs;
}
