import { rtlTable } from '../arabic/content.ts';
import type {
  Alignment,
  Content,
  TableCell,
  TableLayout,
  TableNode,
  TextNode,
} from '../arabic/definition.ts';
import { HAIRLINE, lineOf, mm, TABLE_HEAD } from '../paper.ts';
import { typedText } from '../typed-text.ts';

export interface PaperColumn {
  readonly title: string;
  /** Points, or a share of what the others leave. */
  readonly width: number | '*';
  readonly alignment?: Alignment;
}
export type PaperCell =
  | string
  | { readonly text: string; readonly struck?: boolean; readonly bold?: boolean };

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly PaperCell[])[];
  readonly size?: number;
  readonly leading?: number;
}

const LINE = mm(0.2);
const layout: TableLayout = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  hLineColor: () => HAIRLINE,
  vLineColor: () => HAIRLINE,
  paddingLeft: () => mm(1.4),
  paddingRight: () => mm(1.4),
  paddingTop: () => mm(0.5),
  paddingBottom: () => mm(0.5),
};

/** Longer than this a cell may be torn over two pages: a kept row that is taller than a page would be cut off. */
const LONGEST_KEPT = 900;

/** A table from the right whose head stands again on every page; cells wrap, and rows stay whole. */
export function paperTable({ columns, rows, size = 11, leading = 18 }: PaperTable): TableNode {
  const line = lineOf(size, leading);
  const cell = (content: PaperCell, alignment: Alignment): TextNode => {
    const { text, struck = false, bold = false } = typeof content === 'string' ? { text: content } : content;
    return {
      text: typedText(text),
      alignment,
      ...line,
      ...(struck ? { decoration: 'lineThrough' as const } : {}),
      ...(bold ? { bold: true } : {}),
    };
  };
  const head = columns.map(({ title, alignment = 'right' }): TableCell => ({
    ...cell({ text: title, bold: true }, alignment),
    fillColor: TABLE_HEAD,
  }));
  const body = rows.map((row) =>
    row.map((content, index): TableCell => cell(content, columns[index]?.alignment ?? 'right')),
  );
  const longest = Math.max(
    0,
    ...rows.map((row) =>
      row.reduce((most, one) => Math.max(most, (typeof one === 'string' ? one : one.text).length), 0),
    ),
  );
  return rtlTable({
    table: {
      body: [head, ...body],
      widths: columns.map(({ width }) => width),
      headerRows: 1,
      keepWithHeaderRows: body.length > 0 && longest < LONGEST_KEPT ? 1 : 0,
      dontBreakRows: longest < LONGEST_KEPT,
    },
    layout,
  });
}

/** Said instead of a table of nothing. */
export const nothing = (text: string): Content => ({ text, ...lineOf(12.5, mm(8)) });
