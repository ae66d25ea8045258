/**
 * Helpers that make pieces of a document definition: pure data in, pure data out. pdfmake lays columns out from left to
 * right, so what stands in a row is turned round here, and marked so that the tags keep the reading order.
 */
import type {
  ColumnsNode,
  Content,
  ContentNode,
  StackNode,
  StructureRole,
  TableCell,
  TableNode,
} from './definition.ts';

// ---- direction of a piece of text ----------------------------------------------------------------------------

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const RIGHT_TO_LEFT_MARK = '\u200F';
const WORD_JOINER = '\u2060';
const NO_BREAK_SPACE = '\u00A0';

/** Keeps a piece left to right whatever stands around it: a telephone, an address, an identifier. */
export const ltr = (text: string): string => `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`;

/** Keeps a piece from mixing with what stands around it; its own first letter gives its direction. */
export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/** Groups that belong together, such as those of an IBAN or a telephone: left to right and never broken. */
export const ltrGroups = (text: string): string => ltr(text.trim().replace(/\s+/g, NO_BREAK_SPACE));

const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';
/** The same text with Arabic-Indic digits. */
export const arabicDigits = (value: string | number): string =>
  String(value).replace(/\d/g, (digit) => ARABIC_DIGITS[Number(digit)] ?? digit);

/** Written by hand, slashes stand close or apart. */
export type SlashSpacing = 'close' | 'apart';

/**
 * Groups between slashes that stand right to left, in either digit system, on one line: the first group next to the
 * label on its right, the last group leftmost. Plain UAX#9 sets `٠٣/٠٢/١٤٤٦` the other way round, so every slash stands
 * between right-to-left marks (as in CLDR's Arabic date pattern), and the whole is an island of its own.
 */
export function rtlSlashed(groups: readonly string[], spacing: SlashSpacing = 'close'): string {
  const space = spacing === 'apart' ? NO_BREAK_SPACE : '';
  const slash = `${space}${RIGHT_TO_LEFT_MARK}/${RIGHT_TO_LEFT_MARK}${WORD_JOINER}${space}`;
  return `${RIGHT_TO_LEFT_ISOLATE}${groups.join(slash)}${POP_ISOLATE}`;
}

export interface DateGroups {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** هـ or م: it stands left of the year. */
  readonly era?: string;
}
/** A date as the blanks of a letterhead are filled by hand: day / month / year from the right, then the era. */
export function rtlDate({ day, month, year, era }: DateGroups, spacing: SlashSpacing = 'close'): string {
  const space = spacing === 'apart' ? NO_BREAK_SPACE : '';
  const last = era === undefined ? year : `${year}${RIGHT_TO_LEFT_MARK}${space}${era}`;
  return rtlSlashed([day, month, last], spacing);
}

/**
 * What UAX#9 tears apart in right-to-left text, in browsers too: an e-mail or web address, a handle, an international
 * telephone, an IBAN, a signed number or a percentage. Each is isolated; groups of figures are kept on one line.
 */
const TORN_APART = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s\u0600-\u06FF«»]+`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\w@])@\w+`,
    String.raw`\b[A-Z]{2}\d{2}(?:[ \u00A0]?[A-Z0-9]{4}){4,7}(?:[ \u00A0]?[A-Z0-9]{1,3})?\b`,
    String.raw`(?<![\d\w])\+\d[\d \u00A0()-]{5,}\d`,
    String.raw`(?<![\d\w.])[-+±]\d+(?:[.,]\d+)*%?`,
    String.raw`\b\d+(?:[.,]\d+)*%`,
  ].join('|'),
  'g',
);
const INSIDE_ISOLATE = /[\u2066-\u2068][^\u2069]*\u2069/g;
const TRAILING_SIGNS = /[.,;:!?)\]]+$/;

/** Isolates such pieces in free text; text that is isolated already is left as it is. */
export function isolateLatinPieces(text: string): string {
  const isolated = [...text.matchAll(INSIDE_ISOLATE)].map(
    ({ index, 0: piece }) => [index, index + piece.length] as const,
  );
  return text.replace(TORN_APART, (piece: string, ...rest: unknown[]) => {
    const at = rest.find((value): value is number => typeof value === 'number') ?? 0;
    if (isolated.some(([start, end]) => at >= start && at < end)) return piece;
    const signs = TRAILING_SIGNS.exec(piece)?.[0] ?? '';
    return ltrGroups(piece.slice(0, piece.length - signs.length)) + signs;
  });
}

// ---- tables ---------------------------------------------------------------------------------------------------

type SpanningCell = { readonly colSpan?: number; readonly rowSpan?: number };
const spanOf = (cell: TableCell | undefined): Required<SpanningCell> => {
  const { colSpan = 1, rowSpan = 1 } = typeof cell === 'object' ? (cell as SpanningCell) : {};
  return { colSpan, rowSpan };
};

/**
 * Rows as an editor or HTML gives them, without the places that spans cover, made into pdfmake's full grid.
 * Short rows are filled with empty cells.
 */
export function fullGrid(rows: readonly (readonly TableCell[])[]): TableCell[][] {
  const grid: (TableCell | undefined)[][] = rows.map(() => []);
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (grid[rowIndex]?.[column] !== undefined) column++;
      const { colSpan } = spanOf(cell);
      const rowSpan = Math.min(spanOf(cell).rowSpan, rows.length - rowIndex);
      for (let down = 0; down < rowSpan; down++) {
        for (let across = 0; across < colSpan; across++) (grid[rowIndex + down] ??= [])[column + across] = {};
      }
      (grid[rowIndex] ??= [])[column] = cell;
      column += colSpan;
    }
  });
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
}

/** A table whose first column is the rightmost; spans keep their places. Every row holds its full number of cells. */
export function rtlTable(node: TableNode): TableNode {
  const { body, widths } = node.table;
  return {
    ...node,
    rightToLeft: true,
    table: {
      ...node.table,
      body: body.map(reversedRow),
      ...(Array.isArray(widths) ? { widths: (widths as readonly (number | string)[]).toReversed() } : {}),
    },
  };
}

function reversedRow(row: readonly TableCell[]): TableCell[] {
  const reversed: TableCell[] = [];
  for (let column = 0; column < row.length;) {
    const { colSpan } = spanOf(row[column]);
    // The cell that spans comes first in pdfmake's order, the places it covers after it.
    reversed.unshift(...row.slice(column, column + colSpan));
    column += colSpan;
  }
  return reversed;
}

/** Columns of which the first is the rightmost. */
export const rtlColumns = (node: ColumnsNode): ColumnsNode => ({
  ...node,
  rightToLeft: true,
  columns: node.columns.toReversed(),
});

// ---- lists ----------------------------------------------------------------------------------------------------

export interface ListOptions {
  readonly ordered?: boolean;
  /** Number of the first item. */
  readonly start?: number;
  /** How deep the list stands in other lists; it chooses the marker. */
  readonly depth?: number;
  /** Overrides the marker; `index` counts from 0. */
  readonly marker?: (index: number) => string;
  /** Room for the marker, in points. */
  readonly markerWidth?: number;
  /** Space under each item, in points. */
  readonly itemGap?: number;
  /** Digits of the markers; Arabic-Indic when not given. */
  readonly digits?: (value: number) => string;
}

const BULLETS = ['•', '–', '·'] as const;
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const bullet = (depth: number): string => BULLETS[Math.min(depth, BULLETS.length - 1)] ?? '•';
const letterOf = (index: number): string => {
  const letter = ABJAD.charAt(index % ABJAD.length);
  return letter === 'ه' ? 'هـ' : letter;
};

function markerOf(
  index: number,
  { ordered = false, start = 1, depth = 0, digits = arabicDigits }: ListOptions,
): string {
  if (!ordered) return bullet(depth);
  return depth % 2 === 1 ? `${letterOf(start - 1 + index)}.` : `${digits(start + index)}.`;
}

/** Between a marker and its text, in points; part of `markerWidth`. */
export const MARKER_GAP = 4;
/** Enough for `ب.` at 16 points; a larger text asks for more by `markerWidth`. */
const ROOM_FOR_TWO = 22;
const ROOM_FOR_EACH_MORE = 7;

/**
 * A list with its markers on the right. An item is any content; a list inside an item is made with `depth` one higher
 * and stacked under the item's text: `rtlList([{ stack: ['أول', rtlList([…], { depth: 1 })] }])`.
 */
export function rtlList(items: readonly Content[], options: ListOptions = {}): StackNode {
  const { marker = (index: number) => markerOf(index, options), itemGap = 3 } = options;
  const markers = items.map((_, index) => marker(index));
  const longest = Math.max(0, ...markers.map((text) => text.length));
  const width = options.markerWidth ?? ROOM_FOR_TWO + Math.max(0, longest - 2) * ROOM_FOR_EACH_MORE;
  return {
    structure: 'L',
    stack: items.map((item, index): ContentNode => {
      const last = index === items.length - 1;
      return rtlColumns({
        structure: 'LI',
        columnGap: MARKER_GAP,
        margin: [0, 0, 0, last ? 0 : itemGap],
        columns: [
          {
            text: markers[index] ?? '',
            width: width - MARKER_GAP,
            alignment: 'right',
            noWrap: true,
            structure: 'Lbl',
          },
          { stack: [item], width: '*', structure: 'LBody' },
        ],
      });
    }),
  };
}

/** The same node with a role for screen readers: a heading, a quotation. */
export const withStructure = <T extends ContentNode>(structure: StructureRole, node: T): T => ({
  ...node,
  structure,
});
