/* oxlint-disable no-underscore-dangle -- pdfmake, pdfkit and fontkit name their private parts so */
/**
 * The one door to the private parts of pdfmake, pdfkit and fontkit. They are CommonJS and are reached by `require`:
 * an `import` of the same files gives `{ default: class }` in Node and in the bundle, but the class itself in vitest.
 * Every shape below was read from the sources of the versions named in `versions.ts`, which are asserted here.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FontkitFont } from './fontkit-types.ts';
import { assertVersions } from './versions.ts';

const require = createRequire(import.meta.url);
const requireFromPdfmake = createRequire(require.resolve('pdfmake'));
const requireFromPdfkit = createRequire(requireFromPdfmake.resolve('pdfkit'));

/** By the path of its main file: fontkit's `exports` hide its package.json. */
function versionOf(from: NodeJS.Require, name: string): string {
  const main = from.resolve(name);
  const folder = main.slice(
    0,
    main.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length,
  );
  return (from(join(folder, 'package.json')) as { version: string }).version;
}

assertVersions({
  pdfmake: versionOf(require, 'pdfmake'),
  pdfkit: versionOf(requireFromPdfmake, 'pdfkit'),
  fontkit: versionOf(requireFromPdfkit, 'fontkit'),
  linebreak: versionOf(requireFromPdfmake, 'linebreak'),
  'bidi-js': versionOf(require, 'bidi-js'),
});

// ---- pdfkit --------------------------------------------------------------------------------------------------

/** Position of one encoded glyph, in thousandths of the font size. */
export interface EncodedPosition {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}
export interface EmbeddedFont {
  readonly id: string;
  readonly name: string;
  readonly font: FontkitFont;
  /** Asked for its bytes when the document ends. */
  subset: { encode(): Uint8Array };
  /** Characters of each CID, for ToUnicode. */
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  readonly scale: number;
  readonly ascender: number;
  readonly descender: number;
  layout(text: string, features?: unknown, onlyWidth?: boolean): { advanceWidth: number };
  encode(text: string, features?: unknown): [string[], EncodedPosition[]];
  widthOfString(text: string, size: number, features?: unknown): number;
  lineHeight(size: number, includeGap?: boolean): number;
  ref(): unknown;
}
export type EmbeddedFontClass = new (document: PdfDocument, font: FontkitFont, id: string) => EmbeddedFont;

/** An object of the file that is being written. */
export interface PdfReference {
  readonly data: Record<string, unknown>;
  /** What its stream holds so far. */
  buffer: Uint8Array[];
  compress: boolean;
  finalize: (this: PdfReference) => void;
}
export interface StructureContent {
  readonly refs: readonly unknown[];
}
/** Stands for an annotation in the tag tree. */
export interface AnnotationReference {
  readonly annotationRef: unknown;
}
export interface StructureElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  add(child: StructureElement | StructureContent | AnnotationReference): StructureElement;
  end(): void;
}
export interface PdfDocument {
  readonly options: { readonly tagged?: boolean };
  readonly page: { readonly width: number; readonly height: number; readonly fonts: Record<string, unknown> };
  readonly _root: { readonly data: { readonly Pages: { readonly data: { readonly Count: number } } } };
  info: Record<string, unknown>;
  _font: EmbeddedFont;
  _fontCount: number;
  readonly _fontFamilies: Record<string, EmbeddedFont>;
  font: (this: PdfDocument, source: unknown, family?: unknown, size?: number) => PdfDocument;
  fontSize(size: number): PdfDocument;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  text(text: string, x: number, y: number, options: Readonly<Record<string, unknown>>): PdfDocument;
  addContent(operators: string): PdfDocument;
  opacity(value: number): PdfDocument;
  fillColor(color: unknown): PdfDocument;
  resolveColor(color: unknown, otherwise: string): unknown;
  link(
    x: number,
    y: number,
    width: number,
    height: number,
    address: string,
    options?: Readonly<Record<string, unknown>>,
  ): PdfDocument;
  addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
  struct(type: string, options?: Readonly<Record<string, unknown>>): StructureElement;
  addStructure(element: StructureElement): PdfDocument;
  markContent(tag: string, options?: Readonly<Record<string, unknown>>): PdfDocument;
  markStructureContent(tag: string): StructureContent;
  endMarkedContent(): PdfDocument;
  _addInfo: (this: PdfDocument) => void;
  end(): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): PdfDocument;
  on(event: 'end', listener: () => void): PdfDocument;
  on(event: 'error', listener: (error: Error) => void): PdfDocument;
}

// ---- pdfmake -------------------------------------------------------------------------------------------------

export interface StyleStack {
  /** Names of styles and ancestor nodes, outermost first. */
  readonly styleOverrides: readonly (string | Readonly<Record<string, unknown>>)[];
  getProperty(name: string): unknown;
  auto<T>(item: object, callback: () => T): T;
}
/** A piece of text that is never broken; the layer adds what it needs under `bidi`. */
export interface Inline {
  text: string;
  width: number;
  height: number;
  x: number;
  leadingCut: number;
  trailingCut: number;
  font: EmbeddedFont;
  fontSize: number;
  fontFeatures: unknown;
  characterSpacing: number;
  alignment?: string;
  lineEnd?: boolean;
  noNewLine?: boolean;
  noWrap?: boolean;
  justifyShift?: number;
  [key: string]: unknown;
}
export interface BuiltInlines {
  readonly items: Inline[];
  readonly minWidth: number;
  readonly maxWidth: number;
}
export interface Line {
  readonly maxWidth: number;
  inlines: Inline[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
  x?: number;
  y?: number;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  addInline(inline: Inline): void;
  getHeight(): number;
}
export interface MeasuredColumn {
  readonly width?: number | string | null;
  _minWidth: number;
  _maxWidth: number;
  _calcWidth: number;
}
export interface PageItem {
  readonly type: string;
  readonly item: unknown;
}
interface LayoutContext {
  readonly availableWidth: number;
}
type Hooks<T> = { readonly prototype: T };

interface Inside {
  readonly TextInlines: (new (document: PdfDocument | null) => TextInlines) & Hooks<TextInlines>;
  readonly ElementWriter: Hooks<ElementWriter>;
  readonly LayoutBuilder: Hooks<LayoutBuilder>;
  readonly DocumentContext: Hooks<DocumentContext>;
  readonly DocMeasure: Hooks<DocMeasure>;
  readonly Renderer: Hooks<Renderer>;
  readonly TextDecorator: (new (document: PdfDocument) => TextDecorator) & Hooks<TextDecorator>;
  readonly PDFDocument: Hooks<PdfDocument>;
  readonly Line: new (maxWidth: number) => Line;
  readonly Printer: new (
    fonts: object,
    virtualFiles: { existsSync(path: string): boolean },
    urls: { resolve(url: string): void; resolved(): Promise<void> },
    mayRead: (path: string) => boolean,
  ) => { createPdfKitDocument(definition: object, options: object): Promise<PdfDocument> };
  readonly columns: {
    buildColumnWidths: (
      this: void,
      columns: MeasuredColumn[],
      available: number,
      offset?: number,
      table?: unknown,
    ) => void;
  };
}
export interface TextInlines {
  readonly pdfDocument: PdfDocument;
  buildInlines: (this: TextInlines, text: unknown, styles: StyleStack) => BuiltInlines;
  widthOfText: (
    this: TextInlines,
    text: string,
    inline: Pick<Inline, 'font' | 'fontSize' | 'fontFeatures' | 'characterSpacing'>,
  ) => number;
}
export interface ElementWriter {
  context: (this: ElementWriter) => LayoutContext;
  alignLine: (this: ElementWriter, line: Line) => void;
}
export interface LayoutBuilder {
  readonly writer: ElementWriter;
  buildNextLine: (this: LayoutBuilder, node: { _inlines?: Inline[] }) => Line | null;
}
/** Where the next thing goes, and what room is left there. */
export interface DocumentContext {
  readonly pages: readonly unknown[];
  initializePage: (this: DocumentContext) => void;
  pageSnapshot(): { readonly pageCtx: { availableWidth: number } };
}
export interface DocMeasure {
  measureBlock: (this: DocMeasure, node: object) => object;
  measureTable: (this: DocMeasure, node: { table: { body: unknown[][] } }) => object;
}
export interface Renderer {
  readonly pdfDocument: PdfDocument;
  renderPages: (this: Renderer, pages: readonly { readonly items: readonly PageItem[] }[]) => void;
  renderLine: (this: Renderer, line: Line, x: number, y: number) => void;
  renderVector: (this: Renderer, vector: object) => void;
  renderImage: (this: Renderer, image: object) => void;
  renderSVG: (this: Renderer, svg: object) => void;
  renderWatermark: (this: Renderer, page: object) => void;
}
export interface TextDecorator {
  drawBackground: (this: TextDecorator, line: Line, x: number, y: number) => void;
  drawDecorations: (this: TextDecorator, line: Line, x: number, y: number) => void;
  _drawDecoration: (
    this: TextDecorator,
    group: { readonly inlines: readonly Inline[] },
    x: number,
    y: number,
  ) => void;
}

const inside = (path: string): unknown => (require(`pdfmake/js/${path}`) as { default: unknown }).default;

export const TextInlinesClass = inside('TextInlines') as Inside['TextInlines'];
export const ElementWriterClass = inside('ElementWriter') as Inside['ElementWriter'];
export const LayoutBuilderClass = inside('LayoutBuilder') as Inside['LayoutBuilder'];
export const DocumentContextClass = inside('DocumentContext') as Inside['DocumentContext'];
export const DocMeasureClass = inside('DocMeasure') as Inside['DocMeasure'];
export const RendererClass = inside('Renderer') as Inside['Renderer'];
export const TextDecoratorClass = inside('TextDecorator') as Inside['TextDecorator'];
export const PdfDocumentClass = inside('PDFDocument') as Inside['PDFDocument'];
export const LineClass = inside('Line') as Inside['Line'];
export const PrinterClass = inside('Printer') as Inside['Printer'];
export const columnCalculator = inside('columnCalculator') as Inside['columns'];

const fontkit = requireFromPdfkit('fontkit') as { create(bytes: Uint8Array): FontkitFont };
export const parseFont = (bytes: Uint8Array): FontkitFont => fontkit.create(bytes);

const PdfKit = requireFromPdfmake('pdfkit') as new (options: object) => {
  readonly _font: EmbeddedFont;
  ref(data: object): PdfReference;
};
/** pdfkit does not export its class of objects either. */
export const PdfReferenceClass = new PdfKit({ autoFirstPage: false }).ref({})
  .constructor as unknown as Hooks<PdfReference>;
/** pdfkit does not export its font class: it is read off a document that has one font. */
export const embeddedFontClass = (fontFile: string): EmbeddedFontClass =>
  new PdfKit({ font: fontFile, autoFirstPage: false })._font.constructor as EmbeddedFontClass;

interface Break {
  readonly position: number;
  readonly required: boolean;
}
const LineBreaker = requireFromPdfmake('linebreak') as new (text: string) => { nextBreak(): Break | null };
/** UAX#14 break opportunities, in order; the last one is the end of the text. */
export function lineBreaks(text: string): Break[] {
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) breaks.push(next);
  return breaks;
}
