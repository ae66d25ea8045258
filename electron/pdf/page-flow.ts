/* oxlint-disable no-underscore-dangle -- pdfmake names its private parts so */
/**
 * Where pages break, and what stands at their foot: three properties that pdfmake lacks.
 * - a text never leaves fewer than two of its lines on either side of a page break;
 * - `keepAfter` (points) holds a text's last two lines together with what follows it, `keepTogether` all of them: a
 *   heading with its text, the last words of a letter with its signature;
 * - `pageBottom` lets a block sink to the foot of the page on which it falls.
 * And one repair: what stands under a margin keeps it after a page break inside a list or a table.
 */
import { DocumentContextClass, LayoutBuilderClass, type Inline, type Line } from './arabic/pdfmake-inside.ts';

/** What `definition.ts` lets a node ask for; read here, unknown to pdfmake. */
export interface FlowNode {
  readonly keepAfter?: number;
  readonly keepTogether?: boolean;
  readonly pageBottom?: boolean;
}

interface PageContext {
  readonly availableHeight: number;
  readonly y: number;
  readonly pageMargins: { readonly top: number };
  readonly pages: readonly { height?: number }[];
  moveDown(by: number): void;
}
interface Writer {
  transactionLevel: number;
  context(): PageContext;
  popContext(): void;
  addLine(line: Line): unknown;
  addFragment(fragment: unknown): unknown;
  moveToNextPage(orientation?: string): void;
  beginUnbreakableBlock(): void;
  commitUnbreakableBlock(): void;
}
interface Leaf extends FlowNode {
  _inlines?: Inline[];
  readonly positions: unknown[];
  readonly pageOrientation?: string;
}
interface Builder {
  readonly writer: Writer;
  buildNextLine(node: Leaf): Line | null;
  processLeaf(node: Leaf): void;
  processNode: (this: Builder, node: Leaf, ...rest: unknown[]) => void;
}

const LEAST_LINES = 2;
/** Sums of fractions must not push a block off a page that it just fits. */
const HAIR = 0.01;
let installed = false;

/** Puts the three properties into pdfmake's layout, once a process. */
export function installPageFlow(): void {
  if (installed) return;
  installed = true;
  keepWidths();
  const prototype = LayoutBuilderClass.prototype as unknown as Builder;

  prototype.processLeaf = function (node) {
    const lines: Line[] = [];
    for (let line = this.buildNextLine(node); line !== null; line = this.buildNextLine(node))
      lines.push(line);
    let at = 0;
    let moved = false;
    while (at < lines.length) {
      const { writer } = this;
      const context = writer.context();
      const atTop = moved || context.y <= context.pageMargins.top;
      // In an unbreakable block pdfmake knows no height (NaN): everything fits.
      const available = Number.isNaN(context.availableHeight)
        ? Number.POSITIVE_INFINITY
        : context.availableHeight;
      const count = linesForPage(lines.slice(at), available, atTop, at === 0, node);
      for (const line of lines.slice(at, at + count)) node.positions.push(writer.addLine(line));
      at += count;
      if (at < lines.length) writer.moveToNextPage(node.pageOrientation);
      moved = true;
    }
  };

  const { processNode } = prototype;
  prototype.processNode = function (node, ...rest) {
    if (node.pageBottom !== true || this.writer.transactionLevel > 0) {
      processNode.call(this, node, ...rest);
      return;
    }
    this.writer.beginUnbreakableBlock();
    processNode.call(this, node, ...rest);
    sink(this.writer);
  };
}

/** pdfmake gives a column group the whole width of the page back at a break. All pages of a paper are equally wide. */
function keepWidths(): void {
  const { prototype } = DocumentContextClass;
  const { initializePage } = prototype;
  prototype.initializePage = function () {
    const { pageCtx } = this.pageSnapshot();
    const before = pageCtx.availableWidth;
    initializePage.call(this);
    if (this.pages.length > 1) pageCtx.availableWidth = before;
  };
}

/** How many of the coming lines go on this page; none when the text had better start on the next one. */
function linesForPage(
  lines: readonly Line[],
  available: number,
  atTop: boolean,
  first: boolean,
  { keepAfter = 0, keepTogether = false }: FlowNode,
): number {
  let height = 0;
  let fitting = 0;
  for (const line of lines) {
    if (height + line.getHeight() > available) break;
    height += line.getHeight();
    fitting += 1;
  }
  const least = keepTogether ? lines.length : Math.min(LEAST_LINES, lines.length);
  let count = fitting;
  if (fitting === lines.length) {
    if (height + keepAfter <= available) return fitting;
    count = fitting - least;
  } else if (lines.length - fitting < least) count = lines.length - least;
  if (first && count < least) count = 0;
  // A page that is still empty takes what it can: there is no better one.
  if (count <= 0) return atTop ? Math.max(1, fitting) : 0;
  return count;
}

/** As pdfmake's own commit of an unbreakable block, but at the foot of the page. */
function sink(writer: Writer): void {
  if (writer.transactionLevel !== 1) {
    writer.commitUnbreakableBlock();
    return;
  }
  const block = writer.context();
  const [fragment] = block.pages;
  if (fragment === undefined || block.pages.length > 1) {
    writer.commitUnbreakableBlock();
    return;
  }
  writer.transactionLevel = 0;
  writer.popContext();
  fragment.height = block.y;
  if (writer.context().availableHeight < fragment.height) writer.moveToNextPage();
  const context = writer.context();
  context.moveDown(Math.max(0, context.availableHeight - fragment.height - HAIR));
  writer.addFragment(fragment);
}
