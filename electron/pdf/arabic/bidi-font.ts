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
import { isPlain, runFeatures, shape, type Cluster, type RunFeatures } from './shaping.ts';
import { scriptsOf } from './scripts.ts';
import { FontSubset } from './subset.ts';
import { TrueTypeFile } from './truetype.ts';

/** A shaped run with what its drawing needs to know. */
interface DrawnRun {
  readonly clusters: readonly Cluster[];
  readonly advance: number;
  readonly rightToLeft: boolean;
}

const isRunFeatures = (features: unknown): features is RunFeatures =>
  typeof features === 'object' && features !== null && 'rightToLeft' in features;

/** A piece of a line has its direction; a raw string (SVG, watermark) gets the algorithm, and its check, here. */
function drawnRuns(font: FontkitFont, text: string, features: unknown): DrawnRun[] {
  if (isRunFeatures(features)) {
    return [{ ...shape(font, text, features), rightToLeft: features.rightToLeft }];
  }
  chooseFonts(text, font, () => font);
  return visualRuns(text).map((run) => {
    const rightToLeft = isRightToLeft(run.level);
    const [script = 'DFLT'] = scriptsOf(run.text);
    return { ...shape(font, run.text, runFeatures(rightToLeft, script, null)), rightToLeft };
  });
}

/** A font of one document: pdfkit's, with `layout` and `encode` over our shaping and our glyphs. */
export class BidiFont extends embeddedFontClass(PDF_FONTS[BODY_FONT].normal) {
  readonly #codes = new Map<string, string>();
  readonly #glyphs: FontSubset;

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
    for (const { clusters, rightToLeft } of drawnRuns(this.font, text, features)) {
      for (const cluster of clusters) {
        const plain = isPlain(cluster, rightToLeft);
        const width = (plain ? cluster.ownAdvance : cluster.advance) * this.scale;
        codes.push(this.#codeOf(cluster, plain, width));
        positions.push({
          xAdvance: cluster.advance * this.scale,
          yAdvance: 0,
          xOffset: 0,
          yOffset: 0,
          advanceWidth: width,
        });
      }
    }
    return [codes, positions];
  }

  /** The same as `encode`, written out as the inside of a TJ array. */
  show(text: string, features: RunFeatures): string {
    let shown = '<';
    for (const cluster of shape(this.font, text, features).clusters) {
      const plain = isPlain(cluster, features.rightToLeft);
      const width = plain ? cluster.ownAdvance : cluster.advance;
      shown += this.#codeOf(cluster, plain, width * this.scale);
      if (width !== cluster.advance) {
        shown += `> ${Math.round((width - cluster.advance) * this.scale * 1000) / 1000} <`;
      }
    }
    return `${shown}>`;
  }

  #codeOf(cluster: Cluster, plain: boolean, width: number): string {
    let code = this.#codes.get(cluster.key);
    if (code === undefined) {
      const cid = this.#glyphs.add(cluster, plain);
      this.widths[cid] = width;
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
