import {
  plainText,
  type Block,
  type Table,
  type TableCell as RichCell,
  type TableRow,
} from '#shared/letters/rich-text.ts';
import { fullGrid, rtlTable } from '../arabic/content.ts';
import type { ContentNode, TableCell, TableLayout } from '../arabic/definition.ts';
import { textWidth } from '../measure-text.ts';
import { HAIRLINE, mm, TABLE_HEAD } from '../paper.ts';
import type { TextSetting } from './text-setting.ts';

const SIZE = 11;
const LEADING = 18;
const LINE = mm(0.2);
const PADDING = mm(1.8);
const PADDING_ABOVE = mm(0.7);
/**
 * What may grow taller than this is allowed to break, and heads are not repeated: pdfmake drops whatever of a kept row
 * does not fit on a page. Heights are estimates, so both are far below a page.
 */
const TALLEST_KEPT_ROW = mm(90);
const TALLEST_HEADER = mm(60);

const layout: TableLayout = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  hLineColor: () => HAIRLINE,
  vLineColor: () => HAIRLINE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => PADDING_ABOVE,
  paddingBottom: () => PADDING_ABOVE,
};

/** Sets the blocks of a cell: handed in, since a cell may hold what a text may hold, tables too. */
type SetBlocks = (blocks: readonly Block[], setting: TextSetting) => ContentNode[];

/** A table across the whole text, right to left; its header rows stand again on every page. */
export function tableContent(table: Table, setting: TextSetting, setBlocks: SetBlocks): ContentNode {
  const rows = table.content.filter((row) => (row.content ?? []).length > 0);
  if (rows.length === 0) return { text: '' };
  const grid = placesOf(rows);
  const widths = columnWidths(grid, grid[0]?.length ?? 1, setting.width);
  const body = grid.map((row) =>
    row.map((place, column): TableCell =>
      cellContent(place, widthAcross(place, column, widths), setting, setBlocks),
    ),
  );
  const headerRows = countHeaderRows(rows);
  const repeated = tallestRow(grid.slice(0, headerRows), widths) < TALLEST_HEADER ? headerRows : 0;
  const rowsAreShort = tallestRow(grid, widths) < TALLEST_KEPT_ROW;
  return rtlTable({
    table: {
      body,
      widths,
      headerRows: repeated,
      ...(repeated > 0 && rowsAreShort ? { keepWithHeaderRows: 1 } : {}),
      dontBreakRows: rowsAreShort,
    },
    layout,
  });
}

/** The rows as a full grid, still with the cells of the text in it. */
const placesOf = (rows: readonly TableRow[]): readonly (readonly Placed[])[] =>
  fullGrid(
    rows.map((row) => (row.content ?? []).map((cell) => ({ cell, ...spanOf(cell) }) as unknown as TableCell)),
  ) as unknown as Placed[][];

/** A place of the grid: a cell where it begins, nothing where a span or a short row leaves it. */
type Placed = { readonly cell?: RichCell; readonly colSpan?: number; readonly rowSpan?: number } | '';

const spanOf = ({ attrs }: RichCell): { colSpan?: number; rowSpan?: number } => ({
  ...((attrs?.colspan ?? 1) > 1 ? { colSpan: attrs?.colspan ?? 1 } : {}),
  ...((attrs?.rowspan ?? 1) > 1 ? { rowSpan: attrs?.rowspan ?? 1 } : {}),
});

const cellOf = (place: Placed): RichCell | undefined => (place === '' ? undefined : place.cell);

const widthAcross = (place: Placed, column: number, widths: readonly number[]): number =>
  widths.slice(column, column + (place === '' ? 1 : (place.colSpan ?? 1))).reduce((sum, one) => sum + one, 0);

/** Rows at the top that hold nothing but header cells; a table of headers alone repeats none. */
function countHeaderRows(rows: readonly TableRow[]): number {
  const first = rows.findIndex((row) => (row.content ?? []).some((cell) => cell.type !== 'tableHeader'));
  if (first <= 0) return 0;
  // A header cell that reaches down into the body cannot be repeated without it.
  const reachesOn = rows
    .slice(0, first)
    .some((row, index) => (row.content ?? []).some((cell) => index + (cell.attrs?.rowspan ?? 1) > first));
  return reachesOn ? 0 : first;
}

function cellContent(place: Placed, width: number, setting: TextSetting, setBlocks: SetBlocks): TableCell {
  const cell = cellOf(place);
  if (place === '' || cell === undefined) return {};
  const header = cell.type === 'tableHeader';
  const align = cell.attrs?.textAlign ?? cell.attrs?.align ?? null;
  return {
    ...(place.colSpan === undefined ? {} : { colSpan: place.colSpan }),
    ...(place.rowSpan === undefined ? {} : { rowSpan: place.rowSpan }),
    ...(header ? { fillColor: TABLE_HEAD, bold: true } : {}),
    stack: setBlocks(cell.content, {
      ...setting,
      width,
      size: SIZE,
      leading: LEADING,
      gap: mm(0.6),
      indent: 0,
      alignment: align === null || align === 'justify' ? 'right' : align,
      keepAfter: 0,
    }),
  };
}

/** As a browser does it: room for the longest word first, the rest shared by what each column has to say. */
function columnWidths(grid: readonly (readonly Placed[])[], columns: number, width: number): number[] {
  const room = width - columns * 2 * PADDING - (columns + 1) * LINE;
  const least: number[] = Array.from({ length: columns }, () => mm(4));
  const wanted: number[] = Array.from({ length: columns }, () => mm(6));
  for (const row of grid) {
    row.forEach((place, column) => {
      const cell = cellOf(place);
      if (cell === undefined || place === '' || (place.colSpan ?? 1) > 1) return;
      const style = { size: SIZE, bold: cell.type === 'tableHeader' };
      for (const line of cellText(cell).split('\n')) {
        wanted[column] = Math.max(wanted[column] ?? 0, Math.min(room * 0.7, textWidth(line, style) + 1));
        for (const word of line.split(/\s+/)) {
          least[column] = Math.max(least[column] ?? 0, Math.min(room * 0.35, textWidth(word, style) + 1));
        }
      }
    });
  }
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  if (sum(least) >= room) return least.map((one) => (one * room) / sum(least));
  const extra = wanted.map((one, column) => Math.max(0, one - (least[column] ?? 0)));
  const spare = room - sum(least);
  const share = sum(extra);
  return least.map(
    (one, column) => one + (share === 0 ? spare / columns : (spare * (extra[column] ?? 0)) / share),
  );
}

const cellText = (cell: RichCell): string => plainText({ type: 'doc', content: cell.content });

function tallestRow(grid: readonly (readonly Placed[])[], widths: readonly number[]): number {
  let tallest = 0;
  for (const row of grid) {
    row.forEach((place, column) => {
      const cell = cellOf(place);
      if (cell === undefined || place === '') return;
      const width = widthAcross(place, column, widths);
      const lines = cellText(cell)
        .split('\n')
        .reduce(
          (count, line) => count + Math.max(1, Math.ceil((textWidth(line, { size: SIZE }) * 1.15) / width)),
          0,
        );
      // A cell that spans rows holds them together: at least a line for each.
      tallest = Math.max(tallest, Math.max(lines, (place.rowSpan ?? 1) * 2) * LEADING);
    });
  }
  return tallest;
}
