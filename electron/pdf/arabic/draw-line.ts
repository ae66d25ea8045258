import { isRightToLeft } from './bidi.ts';
import { BidiFont } from './bidi-font.ts';
import { isBidiInline, type BidiInline } from './inlines.ts';
import type { TakeLink } from './tags.ts';
import { TextDecoratorClass, type Line, type PdfDocument } from './pdfmake-inside.ts';

/** Same shifts as pdfmake's own super- and subscript, in parts of the small font size. */
const RAISE = 0.75;
const LOWER = 0.35;

const number = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** Inlines that one text object can show. */
const looksLike = (a: BidiInline, b: BidiInline): boolean =>
  a.font === b.font &&
  a.fontSize === b.fontSize &&
  a['color'] === b['color'] &&
  a['opacity'] === b['opacity'] &&
  a['sup'] === b['sup'] &&
  a['sub'] === b['sub'] &&
  a.characterSpacing === b.characterSpacing;

function groups(inlines: readonly BidiInline[]): BidiInline[][] {
  const found: BidiInline[][] = [];
  for (const inline of inlines) {
    if (inline.text === '') continue;
    const group = found.at(-1);
    if (group?.[0] !== undefined && looksLike(group[0], inline)) group.push(inline);
    else found.push([inline]);
  }
  return found;
}

/** Whether this module can draw the line; others (outlines, page references) are left to pdfmake. */
export const canDraw = (line: Line): boolean =>
  line.inlines.every(isBidiInline) && !('_outline' in line) && !('_pageNodeRef' in line);

/**
 * In place of pdfmake's `renderLine`, which writes one text object a word: words of one look are shown as one string,
 * so that a reader who searches or copies meets the line whole, and the page is half as large.
 */
export function drawLine(document: PdfDocument, line: Line, x: number, y: number, takeLink?: TakeLink): void {
  const ascent = Math.max(0, ...line.inlines.map(({ font, fontSize }) => (font.ascender / 1000) * fontSize));
  const decorator = new TextDecoratorClass(document);
  decorator.drawBackground(line, x, y);
  const id = (line as { id?: string }).id;
  if (id !== undefined) document.addNamedDestination(id, 'XYZ', x, y, null);
  for (const group of groups(line.inlines as BidiInline[])) drawGroup(document, group, x, y + ascent);
  for (const link of links(line.inlines as BidiInline[])) drawLink(document, link, x, y, takeLink);
  decorator.drawDecorations(line, x, y);
}

interface DrawnLink {
  readonly address: string;
  /** Neighbours from left to right. */
  readonly inlines: BidiInline[];
}

/** Words of one link that stand side by side are one link. */
function links(inlines: readonly BidiInline[]): DrawnLink[] {
  const found: DrawnLink[] = [];
  let last: DrawnLink | undefined;
  for (const inline of inlines) {
    const { link } = inline;
    if (typeof link !== 'string') last = undefined;
    else if (last?.address === link) last.inlines.push(inline);
    else found.push((last = { address: link, inlines: [inline] }));
  }
  return found;
}

function drawLink(
  document: PdfDocument,
  { address, inlines }: DrawnLink,
  lineX: number,
  y: number,
  takeLink: TakeLink | undefined,
): void {
  const [first] = inlines;
  const last = inlines.at(-1);
  if (first === undefined || last === undefined) return;
  const height = Math.max(...inlines.map((inline) => inline.height));
  const rightToLeft = isRightToLeft(first.level);
  const oneWay = inlines.every(({ level }) => isRightToLeft(level) === rightToLeft);
  const words = rightToLeft ? inlines.toReversed() : inlines;
  const text = oneWay
    ? `${words
        .map((inline) => inline.text)
        .join('')
        .trim()} (${address})`
    : address;
  // What a screen reader says; a String object, since pdfkit takes a plain one for a name.
  const tagged = takeLink && { structParent: { add: takeLink }, Contents: Object(text) as object };
  document.link(lineX + first.x, y, last.x + last.width - first.x, height, address, { ...tagged });
}

function drawGroup(
  document: PdfDocument,
  group: readonly BidiInline[],
  lineX: number,
  baseline: number,
): void {
  const [first] = group;
  if (first === undefined || !(first.font instanceof BidiFont)) return;
  const { font, fontSize, characterSpacing } = first;
  const shift = (first['sub'] === true ? LOWER : 0) - (first['sup'] === true ? RAISE : 0);
  const toThousandths = 1000 / fontSize;
  const shown: string[] = [];
  let pen = first.x;
  for (const inline of group) {
    const gap = inline.x - pen;
    if (Math.abs(gap) > 0.001) shown.push(number(-gap * toThousandths));
    shown.push(font.show(inline.text, inline.fontFeatures));
    pen = inline.x + inline.width;
  }
  document.opacity(typeof first['opacity'] === 'number' ? first['opacity'] : 1);
  document.fillColor(document.resolveColor(first['color'], 'black'));
  document.page.fonts[font.id] ??= font.ref();
  const { height } = document.page;
  document.addContent(
    [
      'q',
      `1 0 0 -1 0 ${number(height)} cm`,
      'BT',
      `/${font.id} ${number(fontSize)} Tf`,
      ...(characterSpacing === 0 ? [] : [`${number(characterSpacing)} Tc`]),
      `1 0 0 1 ${number(lineX + first.x)} ${number(height - baseline - shift * fontSize)} Tm`,
      `[${shown.join(' ')}] TJ`,
      'ET',
      'Q',
    ].join('\n'),
  );
}
