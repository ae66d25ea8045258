/**
 * The part of pdfmake's document definition that Wisam uses, typed here because pdfmake ships no types.
 * Lengths are PDF points (1/72 inch). Everything reads right to left unless `direction` says otherwise.
 */
export type Direction = 'rtl' | 'ltr' | 'auto';
export type Alignment = 'left' | 'right' | 'center' | 'justify';
/** [left, top, right, bottom], [horizontal, vertical] or one number for all four. */
export type Margins = number | readonly [number, number] | readonly [number, number, number, number];

/** What a node is to a screen reader, where its shape alone does not say. */
export type StructureRole =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Caption'
  | 'Artifact';

export interface TextStyle {
  readonly font?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly opacity?: number;
  readonly lineHeight?: number;
  readonly characterSpacing?: number;
  readonly decoration?: Decoration | readonly Decoration[];
  readonly decorationStyle?: 'solid' | 'double' | 'dashed' | 'dotted' | 'wavy';
  readonly decorationColor?: string;
  readonly decorationThickness?: number;
  readonly alignment?: Alignment;
  readonly direction?: Direction;
  /** First-line indent, measured from the side on which the paragraph starts. */
  readonly leadingIndent?: number;
  readonly noWrap?: boolean;
  readonly link?: string;
  readonly sup?: boolean;
  readonly sub?: boolean;
  /** OpenType features by tag, on top of those that Arabic always needs. */
  readonly fontFeatures?: readonly string[] | Readonly<Record<string, boolean>>;
}
export type Decoration = 'underline' | 'lineThrough' | 'overline';

export interface BlockStyle extends TextStyle {
  readonly margin?: Margins;
  readonly columnGap?: number;
  readonly fillColor?: string;
  readonly extends?: string | readonly string[];
}

interface NodeBase extends BlockStyle {
  readonly style?: string | readonly string[];
  readonly id?: string;
  readonly width?: number | string;
  readonly pageBreak?: 'before' | 'after';
  readonly unbreakable?: boolean;
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  readonly relativePosition?: { readonly x: number; readonly y: number };
  readonly headlineLevel?: number;
  readonly structure?: StructureRole;
  /** Of a text: its last two lines stay on the page of the next `keepAfter` points (`page-flow.ts`). */
  readonly keepAfter?: number;
  /** Of a text: all of its lines stay on one page. */
  readonly keepTogether?: boolean;
  /** The block sinks to the foot of its page. */
  readonly pageBottom?: boolean;
  /** Set by the helpers of `content.ts`: the children stand in reversed order, the tags put them right again. */
  readonly rightToLeft?: boolean;
}

export type Inline = string | TextNode;
export interface TextNode extends NodeBase {
  readonly text: string | number | Inline | readonly Inline[];
}
export interface StackNode extends NodeBase {
  readonly stack: readonly Content[];
}
export interface ColumnsNode extends NodeBase {
  readonly columns: readonly Content[];
}

export interface CellSpan {
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly border?: readonly [boolean, boolean, boolean, boolean];
  readonly verticalAlignment?: 'top' | 'middle' | 'bottom';
}
/** A cell; `{}` and `''` hold the places that a colSpan or a rowSpan covers. */
export type TableCell = string | number | (Content & CellSpan) | Readonly<Record<string, never>>;
export interface TableNode extends NodeBase {
  readonly table: {
    readonly body: readonly (readonly TableCell[])[];
    readonly widths?: readonly (number | string)[] | string;
    readonly heights?: number | readonly (number | 'auto')[];
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
  };
  readonly layout?: string | TableLayout;
}
type LayoutNumber = (index: number, node: unknown) => number;
type LayoutColor = (index: number, node: unknown) => string | null;
export interface TableLayout {
  readonly hLineWidth?: LayoutNumber;
  readonly vLineWidth?: LayoutNumber;
  readonly hLineColor?: string | LayoutColor;
  readonly vLineColor?: string | LayoutColor;
  readonly paddingLeft?: LayoutNumber;
  readonly paddingRight?: LayoutNumber;
  readonly paddingTop?: LayoutNumber;
  readonly paddingBottom?: LayoutNumber;
  readonly fillColor?: string | LayoutColor;
  readonly defaultBorder?: boolean;
}

export interface ImageNode extends NodeBase {
  /** A data: URL; files and addresses are refused. */
  readonly image: string;
  readonly height?: number;
  readonly fit?: readonly [number, number];
  readonly alt?: string;
}
export interface SvgNode extends NodeBase {
  readonly svg: string;
  readonly height?: number;
  readonly fit?: readonly [number, number];
  readonly alt?: string;
}
export interface CanvasNode extends NodeBase {
  readonly canvas: readonly Readonly<Record<string, unknown>>[];
}
export interface QrNode extends NodeBase {
  readonly qr: string;
  readonly fit?: number;
  readonly foreground?: string;
  readonly eccLevel?: 'L' | 'M' | 'Q' | 'H';
}
export type ContentNode =
  | TextNode
  | StackNode
  | ColumnsNode
  | TableNode
  | ImageNode
  | SvgNode
  | CanvasNode
  | QrNode;
export type Content = string | ContentNode | readonly Content[];

export interface PageSize {
  readonly width: number;
  readonly height: number;
}
/** Content for one page; `page` counts from 1. */
export type PerPage = (page: number, pages: number, size: PageSize) => Content | null | undefined;

export interface DocumentInfo {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: string;
  readonly creator?: string;
  /** The only clock of the file: the same definition gives the same bytes. */
  readonly creationDate: Date;
}

export interface DocumentDefinition {
  readonly content: Content;
  readonly info: DocumentInfo;
  readonly pageSize?: string | PageSize;
  readonly pageOrientation?: 'portrait' | 'landscape';
  readonly pageMargins?: Margins;
  readonly defaultStyle?: BlockStyle;
  readonly styles?: Readonly<Record<string, BlockStyle>>;
  readonly header?: Content | PerPage;
  readonly footer?: Content | PerPage;
  readonly background?: Content | ((page: number, size: PageSize) => Content | null | undefined);
  readonly watermark?: string | Watermark;
  readonly images?: Readonly<Record<string, string>>;
  readonly files?: Readonly<
    Record<string, { readonly src: string | Uint8Array; readonly name?: string; readonly type?: string }>
  >;
  readonly pageBreakBefore?: (node: Readonly<Record<string, unknown>>) => boolean;
  /** BCP 47; 'ar' when not given. */
  readonly language?: string;
}
export interface Watermark {
  readonly text: string;
  readonly font?: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly opacity?: number;
  readonly angle?: number;
  readonly fontSize?: number;
}
