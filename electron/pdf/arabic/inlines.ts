import { isRightToLeft, stripControls } from './bidi.ts';
import { chooseFonts } from './coverage.ts';
import { planOf } from './paragraph-plan.ts';
import type { BuiltInlines, Inline, PdfDocument, StyleStack } from './pdfmake-inside.ts';
import { runFeatures, type RunFeatures } from './shaping.ts';
import type { StructurePath } from './structure.ts';
import { flattenSpans, resolveStyle, type ResolvedStyle } from './text-style.ts';

/** A paragraph as the reader knows it: up to a line end or the end of its node. */
export interface Paragraph {
  readonly rightToLeft: boolean;
  /** Logical text, without controls. */
  readonly text: string;
  readonly path: StructurePath;
}
/** An inline of ours: one level, one font, one style. */
export interface BidiInline extends Inline {
  readonly level: number;
  readonly paragraph: Paragraph;
  readonly fontFeatures: RunFeatures;
  /**
   * Lowest level of the isolates and marks of direction that stood before it: they are not drawn, but rule L2 counts
   * them, and two runs that meet are turned round together without them.
   */
  levelBefore?: number;
  /** Set on the first inline of an indented text. */
  leadingIndent?: number;
}
export const isBidiInline = (inline: Inline | undefined): inline is BidiInline =>
  inline !== undefined && 'paragraph' in inline;

interface StyledText {
  readonly text: string;
  readonly style: ResolvedStyle;
}

/** Joining_Type D and C of ArabicShaping.txt, perhaps under marks: the letter reaches out to the next one. */
const REACHES_ON =
  /[\u0620\u0626\u0628\u062A-\u062E\u0633-\u063F\u0640-\u0647\u0649\u064A\u066E\u066F\u0678-\u0687\u069A-\u06BF\u06C1\u06C2\u06CC\u06CE\u06D0\u06D1\u06FA-\u06FC\u06FF]\p{Mn}*$/u;
const TAKES_HAND = /^[\u0620\u0622-\u064A\u066E-\u0673\u0675-\u06D3\u06EE\u06EF\u06FA-\u06FC\u06FF]/;
const ZWJ = '\u200D';

/** Whether cutting here would tear two joined letters apart. */
export const joinsAcross = (before: string, after: string): boolean =>
  REACHES_ON.test(before) && TAKES_HAND.test(after);

const widthOf = (
  text: string,
  inline: Pick<Inline, 'font' | 'fontSize' | 'fontFeatures' | 'characterSpacing'>,
): number =>
  inline.font.widthOfString(text, inline.fontSize, inline.fontFeatures) +
  inline.characterSpacing * Math.max(0, text.length - 1);

const SPACE = 0x20;
/** Sets the text of an inline and all widths that follow from it. Only breaking spaces are cut at the ends of lines. */
export function setText(inline: Inline, text: string): void {
  let start = 0;
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  while (text.charCodeAt(start) === SPACE) start++;
  inline.text = text;
  inline.width = widthOf(text, inline);
  inline.trailingCut = end === text.length ? 0 : widthOf(text.slice(end), inline);
  inline.leadingCut = start === 0 ? 0 : widthOf(text.slice(0, start), inline);
}

/**
 * Pieces are no longer than this (glued together, so no break is added): a word of ten thousand letters would otherwise
 * be shaped anew, whole, for each of its lines.
 */
const LONGEST_PIECE = 96;
/** Text without break opportunities is cut at its spaces long before, where nothing joins. */
const LONG_PIECE = 48;
const STARTS_CHARACTER = /^(?![\u200C\u200D])[^\p{M}\uDC00-\uDFFF]/u;

/** Of what is dropped, all that rule X9 does not take out before the order is made. */
const ORDERED = /[\u061C\u200E\u200F\u2066-\u2069]/;

/** Cuts a paragraph at breaks and at changes of style, level, script and font. */
function piecesOf(paragraph: readonly StyledText[], text: string, path: StructurePath): BidiInline[] {
  const first = paragraph[0]?.style;
  const plan = planOf(text, first?.direction ?? 'rtl', first?.look.noWrap ?? false);
  const { levels, base, breaks, scripts } = plan;
  const logical: Paragraph = { rightToLeft: isRightToLeft(base), text: plan.text, path };
  const pieces: BidiInline[] = [];
  let offset = 0;
  let levelBefore = Infinity;

  const push = (start: number, end: number, style: ResolvedStyle, fallback: boolean): void => {
    const raw = text.slice(start, end);
    const clean = stripControls(raw);
    const last = pieces.at(-1);
    const mayBreak = breaks[end] === 1;
    const level = levels[start] ?? base;
    if (clean === '' && (last !== undefined || end < text.length)) {
      if (mayBreak && last !== undefined) last.noNewLine = false;
      if (ORDERED.test(raw)) levelBefore = Math.min(levelBefore, level);
      return;
    }
    const rightToLeft = isRightToLeft(level);
    const { look } = style;
    const piece: BidiInline = {
      ...look,
      font: fallback ? style.fallback() : look.font,
      height: look.font.lineHeight(look.fontSize) * look.lineHeight,
      // Spaced letters are wider glyphs, so that readers of the PDF still find the word.
      characterSpacing: 0,
      alignment: look.alignment ?? (logical.rightToLeft ? 'right' : 'left'),
      fontFeatures: runFeatures(
        rightToLeft,
        scripts[start] ?? 'DFLT',
        style.askedFeatures,
        rightToLeft ? 0 : Math.round((look.characterSpacing / look.fontSize) * look.font.font.unitsPerEm),
      ),
      noNewLine: !mayBreak && end < text.length,
      text: '',
      width: 0,
      x: 0,
      leadingCut: 0,
      trailingCut: 0,
      level,
      paragraph: logical,
      ...(levelBefore < level ? { levelBefore } : {}),
    };
    let own = clean;
    const touches = last?.noNewLine === true && last.level === level && levelBefore >= level;
    levelBefore = Infinity;
    if (touches && rightToLeft && joinsAcross(last.text, own)) {
      setText(last, last.text + ZWJ);
      own = ZWJ + own;
    }
    setText(piece, own);
    pieces.push(piece);
  };

  for (const { text: part, style } of paragraph) {
    const choices = chooseFonts(part, style.look.font.font, () => style.fallback().font, text, offset);
    for (const choice of choices) {
      let start = offset + choice.start;
      const end = offset + choice.end;
      for (let at = start + 1; at <= end; at++) {
        const long =
          (at - start >= LONG_PIECE && text[at - 1] === ' ') ||
          (at - start >= LONGEST_PIECE && STARTS_CHARACTER.test(text.slice(at, at + 2)));
        const turns = levels[at] !== levels[start] || scripts[at] !== scripts[start];
        if (at === end || breaks[at] === 1 || turns || long) {
          push(start, at, style, choice.fallback);
          start = at;
        }
      }
    }
    offset += part.length;
  }
  if (pieces.length === 0 && first !== undefined) push(0, 0, first, false);
  return pieces;
}

/** Splits styled texts at line ends, into paragraphs. */
function paragraphsOf(texts: readonly StyledText[]): StyledText[][] {
  const paragraphs: StyledText[][] = [[]];
  for (const { text, style } of texts) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push({ text: part, style });
    });
  }
  return paragraphs;
}

/** Widest unbreakable chain and widest paragraph, from which pdfmake works out the columns. */
function extents(items: readonly Inline[]): { minWidth: number; maxWidth: number } {
  let minWidth = 0;
  let maxWidth = 0;
  let chain = 0;
  let line = 0;
  let lineStart = 0;
  for (const item of items) {
    if (line === 0) lineStart = item.leadingCut;
    chain += item.width;
    line += item.width;
    minWidth = Math.max(minWidth, chain - item.trailingCut);
    maxWidth = Math.max(maxWidth, line - lineStart - item.trailingCut);
    if (item.noNewLine !== true) chain = 0;
    if (item.lineEnd === true) {
      chain = 0;
      line = 0;
    }
  }
  return { minWidth: Math.min(minWidth, maxWidth), maxWidth };
}

/**
 * In place of pdfmake's `TextInlines.buildInlines`: breaks are sought and levels resolved over the whole paragraph, not
 * word by word, and styles are looked up once a span.
 */
export function buildInlines(
  text: unknown,
  styles: StyleStack,
  document: PdfDocument,
  path: StructurePath,
): BuiltInlines {
  const looks = new Map<object, ResolvedStyle>();
  const texts = flattenSpans(text).map((span): StyledText => {
    let style = looks.get(span.own);
    if (style === undefined) looks.set(span.own, (style = resolveStyle(span.own, styles, document)));
    return { text: span.text, style };
  });
  const paragraphs = paragraphsOf(texts);
  const items = paragraphs.flatMap((paragraph, index) => {
    const pieces = piecesOf(paragraph, paragraph.map((part) => part.text).join(''), path);
    const last = pieces.at(-1);
    if (last !== undefined) {
      last.noNewLine = false;
      if (index < paragraphs.length - 1) last.lineEnd = true;
    }
    return pieces;
  });
  const [first] = items;
  const indent = texts[0]?.style.leadingIndent ?? 0;
  if (first !== undefined && indent !== 0) first.leadingIndent = indent;
  const { minWidth, maxWidth } = extents(items);
  return { items, minWidth, maxWidth: maxWidth + Math.max(0, indent) };
}
