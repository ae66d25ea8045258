import { normalized } from './arabic/text-style.ts';
import { isRightToLeft, visualRuns } from './arabic/bidi.ts';
import { shapingFont } from './arabic/bidi-font.ts';
import { shape } from './arabic/shaped-words.ts';
import { runFeatures } from './arabic/shaping.ts';
import { BODY_FONT, PDF_FONTS, type PdfFontFamily } from './fonts.ts';

export interface MeasuredStyle {
  readonly font?: PdfFontFamily;
  readonly bold?: boolean;
  readonly size: number;
}

const fontOf = (family: PdfFontFamily, bold: boolean) =>
  shapingFont(bold ? PDF_FONTS[family].bold : PDF_FONTS[family].normal);

/**
 * Width of one line of text in points, shaped as it will be set. What the font lacks counts as its empty box: the real
 * setting borrows those characters from the other family, so the figure is for placing, never for cutting.
 */
export function textWidth(text: string, { font = BODY_FONT, bold = false, size }: MeasuredStyle): number {
  const face = fontOf(font, bold);
  return (advanceOf(face, text) * size) / face.unitsPerEm;
}

/** A head, a foot and a greeting are measured anew for every letter, with the same words. */
const TEXTS_KEPT = 2_000;
const advances = new WeakMap<ReturnType<typeof shapingFont>, Map<string, number>>();

/** In font units. */
function advanceOf(face: ReturnType<typeof shapingFont>, text: string): number {
  let known = advances.get(face);
  if (known === undefined) advances.set(face, (known = new Map<string, number>()));
  let advance = known.get(text);
  if (advance === undefined) {
    advance = visualRuns(normalized(text)).reduce((sum, run) => {
      const rightToLeft = isRightToLeft(run.level);
      return (
        sum + shape(face, run.text, runFeatures(rightToLeft, rightToLeft ? 'arab' : 'latn', null)).advance
      );
    }, 0);
    if (known.size >= TEXTS_KEPT) known.clear();
    known.set(text, advance);
  }
  return advance;
}

/** The natural line of a font in points: ascent and descent, without its gap, as pdfmake reckons lines. */
export function lineHeightOf(font: PdfFontFamily, size: number): number {
  const face = fontOf(font, false);
  return ((face.ascent - face.descent) * size) / face.unitsPerEm;
}

/** The largest size, from the wanted one down to `least` in half points, at which a line fits a width. */
export function fittingSize(text: string, width: number, style: MeasuredStyle, least: number): number {
  const full = textWidth(text, style);
  if (full <= width) return style.size;
  return Math.max(least, Math.floor((style.size * width * 2) / full) / 2);
}

/** Words filled into lines of a width; a word that is wider stands alone and is broken when it is set. */
export function wrapped(text: string, width: number, style: MeasuredStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, style) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** As few lines as fit, of lengths as even as can be: a name in two lines must not leave one word alone. */
export function balanced(text: string, width: number, style: MeasuredStyle): string[] {
  const greedy = wrapped(text, width, style);
  if (greedy.length < 2) return greedy;
  let low = textWidth(text, style) / greedy.length;
  let high = width;
  let best = greedy;
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    const lines = wrapped(text, middle, style);
    if (lines.length <= greedy.length) {
      best = lines;
      high = middle;
    } else low = middle;
  }
  return best;
}

/**
 * Two lines broken before a word that begins with a preposition (لـ or بـ), where that fits: a phrase reads better whole
 * than evenly cut. Else as `balanced`.
 */
export function phrased(text: string, width: number, style: MeasuredStyle): string[] {
  const even = balanced(text, width, style);
  if (even.length !== 2) return even;
  const words = text.split(/\s+/).filter((one) => one !== '');
  const breaks = words.flatMap((word, index) => {
    if (index === 0 || !/^[لب]./u.test(word)) return [];
    const lines = [words.slice(0, index).join(' '), words.slice(index).join(' ')];
    return [{ lines, longest: Math.max(...lines.map((line) => textWidth(line, style))) }];
  });
  const best = breaks.toSorted((a, b) => a.longest - b.longest)[0];
  // Evenness is given up only a little.
  const most = Math.min(width, 1.35 * Math.max(...even.map((line) => textWidth(line, style))));
  return best !== undefined && best.longest <= most ? best.lines : even;
}
