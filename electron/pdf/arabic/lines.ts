/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import { isRightToLeft, visualOrder } from './bidi.ts';
import { isBidiInline, joinsAcross, setText, type BidiInline } from './inlines.ts';
import { LineClass, type Inline, type Line } from './pdfmake-inside.ts';

/** Widths are sums of rounded numbers: this much (in points) is no overflow. */
const TOLERANCE = 0.01;
const ZWJ = '\u200D';

/** Our line carries the indent that it was broken with. */
interface BidiLine extends Line {
  indent?: number;
}

/** What a reader takes as one character: a letter with its marks, both halves of a pair, lam-alef with all of its marks. */
const CHARACTER = /ل\p{M}*[اأإآٱ]\p{M}*|\P{M}\p{M}*/gu;
function characterEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(CHARACTER)) {
    if (match[0] !== ZWJ) ends.push(match.index + match[0].length);
  }
  return ends;
}

const joinsOver = (inline: BidiInline, head: string, tail: string): boolean =>
  isRightToLeft(inline.level) && joinsAcross(head, tail);

/** Cuts an inline at a position; letters that joined across the cut keep the shapes they had. */
function cutInline(inline: BidiInline, at: number): BidiInline {
  const head = inline.text.slice(0, at);
  const tail = inline.text.slice(at);
  const joined = joinsOver(inline, head, tail);
  const rest: BidiInline = { ...inline };
  delete rest.leadingIndent;
  delete rest.levelBefore;
  setText(rest, joined ? ZWJ + tail : tail);
  setText(inline, joined ? head + ZWJ : head);
  inline.noNewLine = false;
  inline.lineEnd = false;
  return rest;
}

/** The longest head of an inline that fits, or undefined when it fits whole. At least one character is taken. */
function hardBreak(
  inline: BidiInline,
  available: number,
  takeOne: boolean,
): BidiInline | undefined | 'nothing' {
  const ends = characterEnds(inline.text);
  let low = 0;
  let high = ends.length;
  const whole = inline.text;
  const widthAt = (count: number): number => {
    const probe: BidiInline = { ...inline };
    const at = ends[count - 1] ?? whole.length;
    const head = whole.slice(0, at);
    // As it will be set: with the join that it keeps.
    setText(probe, joinsOver(inline, head, whole.slice(at)) ? head + ZWJ : head);
    return probe.width;
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthAt(middle) <= available + TOLERANCE) low = middle;
    else high = middle - 1;
  }
  if (low === 0) {
    if (!takeOne) return 'nothing';
    low = 1;
  }
  const at = ends[low - 1] ?? whole.length;
  return at >= whole.length ? undefined : cutInline(inline, at);
}

/** Takes the inlines of the next line off the front: whole chains while they fit, else a chain cut hard. */
function takeLine(inlines: Inline[], available: number): Inline[] {
  const line: Inline[] = [];
  let width = 0;
  let taken = 0;
  while (taken < inlines.length) {
    let end = taken;
    let chain = 0;
    while (end < inlines.length - 1 && inlines[end]?.noNewLine === true) chain += inlines[end++]?.width ?? 0;
    const last = inlines[end];
    if (last === undefined) break;
    chain += last.width;
    const leading = line.length === 0 ? (inlines[taken]?.leadingCut ?? 0) : 0;
    const fits = width + chain - leading - last.trailingCut <= available + TOLERANCE;
    if (fits || (line.length === 0 && inlines[taken]?.noWrap === true)) {
      for (; taken <= end; taken++) line.push(inlines[taken] as Inline);
      width += chain;
      if (last.lineEnd === true) break;
      continue;
    }
    if (line.length > 0) break;
    taken = takeCut(inlines, end, available, line);
    break;
  }
  inlines.splice(0, taken);
  return line;
}

/** A chain wider than a whole line: as much of it as fits. Gives how many inlines were used up. */
function takeCut(inlines: Inline[], end: number, available: number, line: Inline[]): number {
  let width = 0;
  let taken = 0;
  while (taken <= end) {
    const inline = inlines[taken];
    if (!isBidiInline(inline)) break;
    if (width + inline.width - inline.trailingCut <= available + TOLERANCE) {
      line.push(inline);
      width += inline.width;
      taken++;
      continue;
    }
    const rest = hardBreak(inline, available - width, line.length === 0);
    if (rest === 'nothing') break;
    line.push(inline);
    taken++;
    if (rest !== undefined) inlines.splice(taken, 0, rest);
    break;
  }
  return taken;
}

const ONLY_SPACES = /^ *$/;
/** Rule L1: spaces at the ends of a line take no room and are not drawn; a no-break space is the writer's own. */
function trimEnds(line: Inline[]): void {
  let last = line.at(-1);
  while (line.length > 1 && last !== undefined && ONLY_SPACES.test(last.text)) {
    const removed = line.pop();
    last = line.at(-1);
    if (removed?.lineEnd === true && last !== undefined) last.lineEnd = true;
  }
  if (last !== undefined && last.trailingCut > 0) setText(last, last.text.replace(/ +$/, ''));
  for (const inline of line) {
    if (inline.leadingCut > 0) setText(inline, inline.text.replace(/^ +/, ''));
    if (inline.text !== '') break;
  }
}

/** In place of pdfmake's `LayoutBuilder.buildNextLine`: in logical order, over-long words are cut, never left to overflow. */
export function nextLine(node: { _inlines?: Inline[] }, available: number): Line | null {
  const inlines = node._inlines;
  if (inlines === undefined || inlines.length === 0) return null;
  const [first] = inlines;
  const indent = isBidiInline(first) ? (first.leadingIndent ?? 0) : 0;
  const taken = takeLine(inlines, Math.max(0, available - indent));
  trimEnds(taken);
  const line: BidiLine = new LineClass(available);
  line.indent = indent;
  for (const inline of taken) line.addInline(inline);
  line.leadingCut = 0;
  line.trailingCut = 0;
  line.lastLineInParagraph = inlines.length === 0;
  return line;
}

const endsInSpace = (inline: Inline): boolean => inline.text.endsWith(' ');

/** Rule L2; what is dropped but counts stands between the inlines while they are ordered. */
function inVisualOrder(inlines: readonly BidiInline[]): BidiInline[] {
  const items = inlines.flatMap((inline, index): { inline?: BidiInline; level: number }[] => {
    const { level, levelBefore } = inline;
    return levelBefore === undefined || index === 0
      ? [{ inline, level }]
      : [{ level: levelBefore }, { inline, level }];
  });
  return visualOrder(items, ({ level }) => level).flatMap(({ inline }) => inline ?? []);
}

/**
 * In place of pdfmake's `ElementWriter.alignLine`, the one place through which every line goes: rule L2, the x of each
 * inline, and the alignment. Justified lines widen their spaces only, and a last line stands at its paragraph's start.
 */
export function placeLine(line: Line, available: number): void {
  const [first] = line.inlines;
  if (!isBidiInline(first)) return;
  const { indent = 0 } = line as BidiLine;
  const { rightToLeft } = first.paragraph;
  const logical = line.inlines as BidiInline[];
  const width = logical.reduce((sum, inline) => sum + inline.width, 0);
  const free = available - indent - width;
  const gaps = logical.filter((inline, index) => index < logical.length - 1 && endsInSpace(inline)).length;
  const justify =
    first.alignment === 'justify' &&
    line.newLineForced !== true &&
    line.lastLineInParagraph !== true &&
    gaps > 0 &&
    free > 0;
  const extra = justify ? free / gaps : 0;

  const visual = inVisualOrder(logical);
  const last = logical.at(-1);
  let x = 0;
  let gapBefore = 0;
  for (const inline of visual) {
    const gap = inline !== last && endsInSpace(inline) ? extra : 0;
    // The space that ends a right-to-left word stands on the word's left.
    const before = gapBefore + (isRightToLeft(inline.level) ? gap : 0);
    gapBefore = isRightToLeft(inline.level) ? 0 : gap;
    x += before;
    inline.x = x;
    inline.justifyShift = before;
    x += inline.width;
  }
  line.inlines = visual;
  line.inlineWidths = x;

  const start = rightToLeft ? available - indent - x : indent;
  const left = rightToLeft ? 0 : indent;
  const right = available - x - (rightToLeft ? indent : 0);
  const offsets: Readonly<Record<string, number>> = {
    left,
    right,
    center: (left + right) / 2,
    justify: justify ? left : start,
  };
  line.x = (line.x ?? 0) + (offsets[first.alignment ?? 'right'] ?? start);
}
