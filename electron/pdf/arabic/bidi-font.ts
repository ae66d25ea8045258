/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import { readFileSync } from 'node:fs';
import { BODY_FONT, PDF_FONTS } from '../fonts.ts';
import { isRightToLeft, visualRuns } from './bidi.ts';
import { chooseFonts } from './coverage.ts';
import type { FontkitFont } from './fontkit-types.ts';
import {
  embeddedFontClass,
  parseFont,
  type EmbeddedFont,
  type EncodedPosition,
  type PdfDocument,
} from './pdfmake-inside.ts';
import { shape } from './shaped-words.ts';
import { runFeatures, type Cluster, type RunFeatures, type ShapedRun } from './shaping.ts';
import { scriptsOf } from './scripts.ts';
import { FontSubset } from './subset.ts';
import { TrueTypeFile } from './truetype.ts';

const isRunFeatures = (features: unknown): features is RunFeatures =>
  typeof features === 'object' && features !== null && 'rightToLeft' in features;

/** A piece of a line has its direction; a raw string (SVG, watermark) gets the algorithm, and its check, here. */
function drawnRuns(font: FontkitFont, text: string, features: unknown): ShapedRun[] {
  if (isRunFeatures(features)) return [shape(font, text, features)];
  chooseFonts(text, font, () => font);
  return visualRuns(text).map((run) => {
    const [script = 'DFLT'] = scriptsOf(run.text);
    return shape(font, run.text, runFeatures(isRightToLeft(run.level), script, null));
  });
}

/** A font of one document: pdfkit's, with `layout` and `encode` over our shaping and our glyphs. */
export class BidiFont extends embeddedFontClass(PDF_FONTS[BODY_FONT].normal) {
  readonly #codes = new Map<string, string>();
  /** A word's string is written once a document. */
  readonly #shown = new Map<ShapedRun, string>();
  readonly #glyphs: FontSubset;
  /** The digit systems (by their zero) that are in the font. */
  readonly #digits = new Set<number>();

  constructor(document: PdfDocument, { font, file }: ParsedFont, id: string) {
    super(document, font, id);
    this.#glyphs = new FontSubset(file);
    this.subset = this.#glyphs;
  }

  override layout(text: string, features?: unknown): { advanceWidth: number } {
    if (isRunFeatures(features))
      return { advanceWidth: shape(this.font, text, features).advance * this.scale };
    const runs = drawnRuns(this.font, text, features);
    return { advanceWidth: runs.reduce((sum, { advance }) => sum + advance, 0) * this.scale };
  }

  override encode(text: string, features?: unknown): [string[], EncodedPosition[]] {
    const codes: string[] = [];
    const positions: EncodedPosition[] = [];
    for (const { clusters } of drawnRuns(this.font, text, features)) {
      for (const cluster of clusters) {
        codes.push(this.#codeOf(cluster));
        positions.push({
          xAdvance: cluster.advance * this.scale,
          yAdvance: 0,
          xOffset: 0,
          yOffset: 0,
          advanceWidth: cluster.width * this.scale,
        });
      }
    }
    return [codes, positions];
  }

  /** The same as `encode`, written out as the inside of a TJ array. */
  show(text: string, features: RunFeatures): string {
    const run = shape(this.font, text, features);
    let shown = this.#shown.get(run);
    if (shown === undefined) {
      const first = /[0-9\u0660-\u0669]/.exec(text)?.[0];
      if (first !== undefined) this.#addDigits(first, features);
      this.#shown.set(run, (shown = this.#write(run)));
    }
    return shown;
  }

  /**
   * With one digit come all ten, in their order: a foot with another number then has the same font, byte for byte, and
   * it is packed once a process.
   */
  #addDigits(digit: string, features: RunFeatures): void {
    const zero = digit < '\u0660' ? 0x30 : 0x660;
    if (this.#digits.has(zero) || !features.alone) return;
    this.#digits.add(zero);
    for (let value = 0; value < 10; value++) {
      const character = String.fromCharCode(zero + value);
      if (!this.font.hasGlyphForCodePoint(zero + value)) continue;
      for (const cluster of shape(this.font, character, features).clusters) this.#codeOf(cluster);
    }
  }

  #write({ clusters }: ShapedRun): string {
    let shown = '<';
    for (const cluster of clusters) {
      shown += this.#codeOf(cluster);
      const { width, advance } = cluster;
      if (width !== advance) shown += `> ${Math.round((width - advance) * this.scale * 1000) / 1000} <`;
    }
    return `${shown}>`;
  }

  #codeOf(cluster: Cluster): string {
    let code = this.#codes.get(cluster.key);
    if (code === undefined) {
      const cid = this.#glyphs.add(cluster);
      this.widths[cid] = cluster.width * this.scale;
      this.unicode[cid] = cluster.codePoints;
      code = cid.toString(16).padStart(4, '0');
      this.#codes.set(cluster.key, code);
    }
    return code;
  }
}

/** A font file as the shaper reads it and as its glyphs are copied from. */
interface ParsedFont {
  readonly font: FontkitFont;
  readonly file: TrueTypeFile;
}
/** Parsed once a process; pdfkit would parse the file again for every document. */
const parsed = new Map<string, ParsedFont>();

function parsedFont(path: string): ParsedFont {
  let found = parsed.get(path);
  if (found === undefined) {
    const bytes = readFileSync(path);
    found = { font: parseFont(bytes), file: new TrueTypeFile(bytes) };
    parsed.set(path, found);
  }
  return found;
}

/** The font of a file, for measuring before a document exists. */
export const shapingFont = (file: string): FontkitFont => parsedFont(file).font;

/** The font of a file within one document, made at its first use. */
export function fontOfDocument(document: PdfDocument, file: string): EmbeddedFont {
  return (document._fontFamilies[file] ??= new BidiFont(
    document,
    parsedFont(file),
    `F${++document._fontCount}`,
  ));
}

const FILES: ReadonlySet<string> = new Set(Object.values(PDF_FONTS).flatMap((files) => Object.values(files)));
export const isFontFile = (source: unknown): source is string =>
  typeof source === 'string' && FILES.has(source);
