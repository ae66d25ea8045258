/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
import { AppError } from '#shared/app-error.ts';
import { fontOfDocument, isFontFile } from './bidi-font.ts';
import { shrinkToFit } from './column-widths.ts';
import { hookCompression } from './compression.ts';
import { canDraw, drawLine } from './draw-line.ts';
import { buildInlines } from './inlines.ts';
import { nextLine, placeLine } from './lines.ts';
import {
  columnCalculator,
  DocMeasureClass,
  ElementWriterClass,
  LayoutBuilderClass,
  PdfDocumentClass,
  RendererClass,
  TextDecoratorClass,
  TextInlinesClass,
  type Renderer,
} from './pdfmake-inside.ts';
import { rememberCells, structurePath } from './structure.ts';
import { Tags, type TakeLink } from './tags.ts';

let installed = false;

/** Puts our hooks into pdfmake's classes, once a process. */
export function installHooks(): void {
  if (installed) return;
  installed = true;
  hookMeasuring();
  hookLayout();
  hookFonts();
  hookTags();
  hookCompression();
}

/** Heads, feet and backgrounds are measured as "blocks", all else as the document: that tells content from furniture. */
let measuringFurniture = false;

function hookMeasuring(): void {
  const { prototype: inlines } = TextInlinesClass;
  inlines.buildInlines = function (text, styles) {
    return buildInlines(
      text,
      styles,
      this.pdfDocument,
      measuringFurniture ? 'artifact' : structurePath(styles),
    );
  };

  const { prototype: measure } = DocMeasureClass;
  const { measureBlock, measureTable } = measure;
  measure.measureBlock = function (node) {
    measuringFurniture = true;
    try {
      return measureBlock.call(this, node);
    } finally {
      measuringFurniture = false;
    }
  };
  measure.measureTable = function (node) {
    rememberCells(node);
    return measureTable.call(this, node);
  };
}

function hookLayout(): void {
  const { prototype: builder } = LayoutBuilderClass;
  builder.buildNextLine = function (node) {
    return nextLine(node, this.writer.context().availableWidth);
  };
  const { prototype: writer } = ElementWriterClass;
  writer.alignLine = function (line) {
    placeLine(line, this.context().availableWidth);
  };
  const { buildColumnWidths } = columnCalculator;
  columnCalculator.buildColumnWidths = (columns, available, offset, table) => {
    buildColumnWidths(columns, available, offset, table);
    shrinkToFit(columns, available);
  };
  // pdfmake adds the gap before the first word of a group to the length of the line under it.
  const { prototype: decorator } = TextDecoratorClass;
  const { _drawDecoration } = decorator;
  decorator._drawDecoration = function (group, x, y) {
    const [first, ...others] = group.inlines;
    if (first === undefined) return;
    _drawDecoration.call(this, { ...group, inlines: [{ ...first, justifyShift: 0 }, ...others] }, x, y);
  };
}

function hookFonts(): void {
  const { prototype: document } = PdfDocumentClass;
  const { font, _addInfo } = document;
  document.font = function (source, family, size) {
    if (!isFontFile(source)) {
      if (source === null || source === undefined) return font.call(this, source, family, size);
      throw new AppError('renderFailed', {
        reason: 'unknownFont',
        font: typeof source === 'string' ? source : typeof source,
      });
    }
    this._font = fontOfDocument(this, source);
    return this;
  };
  // pdfkit writes the document's title into XML as it stands.
  document._addInfo = function () {
    const plain = this.info;
    this.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    );
    _addInfo.call(this);
    this.info = plain;
  };
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function hookTags(): void {
  const { prototype: renderer } = RendererClass;
  const { renderPages, renderLine, renderVector, renderImage, renderSVG, renderWatermark } = renderer;
  const tagsOf = new WeakMap<Renderer, Tags>();

  renderer.renderPages = function (pages) {
    if (this.pdfDocument.options.tagged !== true) {
      renderPages.call(this, pages);
      return;
    }
    const tags = new Tags(this.pdfDocument);
    tagsOf.set(this, tags);
    renderPages.call(this, pages);
    tags.end();
  };
  renderer.renderLine = function (line, x, y) {
    const draw = (takeLink?: TakeLink): void => {
      if (canDraw(line)) drawLine(this.pdfDocument, line, x, y, takeLink);
      else renderLine.call(this, line, x, y);
    };
    const tags = tagsOf.get(this);
    if (tags === undefined) draw();
    else tags.line(line, draw);
  };
  const asArtifact = <T>(type: 'Pagination' | 'Layout', render: (this: Renderer, item: T) => void) =>
    function (this: Renderer, item: T): void {
      const draw = (): void => render.call(this, item);
      const tags = tagsOf.get(this);
      if (tags === undefined) draw();
      else tags.artifact(type, draw);
    };
  renderer.renderVector = asArtifact('Layout', renderVector);
  renderer.renderImage = asArtifact('Layout', renderImage);
  renderer.renderSVG = asArtifact('Layout', renderSVG);
  renderer.renderWatermark = asArtifact('Pagination', renderWatermark);
}
