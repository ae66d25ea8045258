import type { Content, Margins, TextStyle } from './arabic/definition.ts';
import { BODY_FONT, type PdfFontFamily } from './fonts.ts';
import { lineHeightOf } from './measure-text.ts';

/** PDF points of a length in millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4;

export const A4 = { width: mm(210), height: mm(297) } as const;

/** The colours of paper: never themed. A black printer loses nothing, since no colour carries a meaning. */
export const INK = '#141414';
export const INK_SOFT = '#474747';
export const RULE = '#0b6b4f';
export const DOTS = '#8a8a8a';
export const BAR = '#b4c0ba';
/** Lines of tables. */
export const HAIRLINE = '#8d9992';
export const TABLE_HEAD = '#eef3f0';

export const BODY_SIZE = 15.5;
/** Line of the body, in points: 1.85 of its size. */
export const BODY_LEADING = BODY_SIZE * 1.85;
export const SMALL_SIZE = 10;
export const FOOT_SIZE = 8.25;
export const FIRST_LINE_INDENT = mm(9);
export const PARAGRAPH_GAP = mm(1.6);

export interface LineSetting extends TextStyle {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly margin: Margins;
}

/**
 * Size and line of a text, in points. pdfmake hangs a text from the top of its line; half of the leading is put above
 * it, as on screen, so that blocks of different sizes keep the distances that the design gives them.
 */
export function lineOf(
  size: number,
  leading: number,
  { above = 0, below = 0, font = BODY_FONT }: { above?: number; below?: number; font?: PdfFontFamily } = {},
): LineSetting {
  const natural = lineHeightOf(font, size);
  const half = (leading - natural) / 2;
  return {
    ...(font === BODY_FONT ? {} : { font }),
    fontSize: size,
    lineHeight: leading / natural,
    margin: [0, above + half, 0, below - half],
  };
}

/** Nothing, of a height in points. */
export const spaceOf = (height: number): Content[] => [
  { text: '', fontSize: 1, lineHeight: 0.01, margin: [0, height, 0, 0] },
];
