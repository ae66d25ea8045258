import { AppError } from '#shared/app-error.ts';
import { type ColumnChoice, REPEATABLE } from '#shared/imports/fields.ts';
import {
  type CellValue,
  cellText,
  columnName,
  isCellFault,
  MOST_COLUMNS,
  MOST_ROWS,
  type SheetInfo,
  type SheetRows,
} from '#shared/imports/grid.ts';
import { fieldsOfHeadings, findHeadingRow, headingKey, headingsOf } from '#shared/imports/headings.ts';
import type { SheetNote } from '#shared/imports/import.ts';
import { isTotalLine } from '#shared/imports/import-words.ts';

/** A line of the table under its headings. */
export interface TableRow {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly cells: readonly CellValue[];
  readonly hidden: boolean;
}

/** A sheet read as a list of people. */
export interface ImportTable {
  /** From 0. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly SheetNote[];
  /** What the mapping of such a list is remembered by. */
  readonly key: string;
}

const refuse = (why: string, details: Readonly<Record<string, string | number>> = {}): AppError =>
  new AppError('importFileRefused', { why, ...details });

const isFilled = (value: CellValue): boolean =>
  value !== null && (isCellFault(value) || cellText(value).trim() !== '');

/**
 * The table of a sheet: where its headings stand, the lines under them, and what is to be known of it. What was merged
 * downwards in a column is that value in each of its lines.
 * @throws AppError importFileRefused { why: noHeadings, onlyHeadings, tooManyRows, tooManyColumns }
 */
export function readTable(sheet: SheetInfo, source: SheetRows, wantedHeading: number | null): ImportTable {
  const headingRow = wantedHeading ?? findHeadingRow(source);
  if (headingRow === null || source[headingRow] === undefined) throw refuse('noHeadings');
  const headings = headingsOf(source, headingRow, sheet.merged);
  if (headings.length > MOST_COLUMNS) throw refuse('tooManyColumns', { most: MOST_COLUMNS });
  const { filled, count: mergedBelow } = fillMerged(sheet, source, headingRow);
  const hidden = new Set(sheet.hiddenRows);
  const below = filled
    .slice(headingRow + 1)
    .map((cells, index) => ({
      row: headingRow + 2 + index,
      cells,
      hidden: hidden.has(headingRow + 1 + index),
    }))
    .filter(({ cells }) => cells.some(isFilled));
  const totals = below.filter(isTotal);
  const rows = below.filter((row) => !isTotal(row));
  if (rows.length === 0) throw refuse('onlyHeadings');
  if (rows.length > MOST_ROWS)
    throw refuse('tooManyRows', {
      rows: rows.length,
      most: MOST_ROWS,
      parts: Math.ceil(rows.length / MOST_ROWS),
    });
  return {
    headingRow,
    headings,
    rows,
    notes: [
      ...headingNotes(sheet, headings, headingRow),
      ...note('mergedCells', mergedBelow),
      ...note('hiddenRows', rows.filter((row) => row.hidden).length),
      ...note('totalLines', totals.length),
      ...note('formulas', countFaults(rows, 'formula')),
      ...note('excelErrors', countFaults(rows, 'error')),
    ],
    key: headings.map(headingKey).join('|'),
  };
}

const note = (code: string, count: number): SheetNote[] =>
  count === 0 ? [] : [{ code, details: { count } }];

const countFaults = (rows: readonly TableRow[], fault: 'formula' | 'error'): number =>
  rows.reduce(
    (sum, { cells }) => sum + cells.filter((cell) => isCellFault(cell) && cell.fault === fault).length,
    0,
  );

/** A line under the table that counts it: one or two cells, the first of them says so. */
function isTotal({ cells }: { readonly cells: readonly CellValue[] }): boolean {
  const filled = cells.filter(isFilled);
  return filled.length <= 3 && typeof filled[0] === 'string' && isTotalLine(filled[0]);
}

function fillMerged(
  sheet: SheetInfo,
  source: SheetRows,
  headingRow: number,
): { filled: SheetRows; count: number } {
  const below = sheet.merged.filter(({ top, bottom }) => top > headingRow && bottom > top);
  if (below.length === 0) return { filled: source, count: 0 };
  const filled = source.map((cells) => [...cells]);
  for (const { top, bottom, left } of below) {
    const value = source[top]?.[left] ?? null;
    for (let row = top + 1; row <= bottom; row += 1) {
      const cells = filled[row];
      if (cells !== undefined && !isFilled(cells[left] ?? null)) cells[left] = value;
    }
  }
  return { filled, count: below.length };
}

function headingNotes(sheet: SheetInfo, headings: readonly string[], headingRow: number): SheetNote[] {
  const sideways = sheet.merged.filter(
    ({ top, bottom, left, right }) => top <= headingRow && bottom >= headingRow && right > left,
  );
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const heading of headings) {
    const key = headingKey(heading);
    if (key === '') continue;
    if (seen.has(key)) twice.add(heading);
    seen.add(key);
  }
  return [
    ...sideways.map(({ left, right }) => ({
      code: 'mergedHeadings',
      details: { from: columnName(left), to: columnName(right), heading: headings[left] ?? '' },
    })),
    ...[...twice].map((heading) => ({ code: 'duplicateHeading', details: { heading } })),
  ];
}

/** What each column most likely is. */
export const guessColumns = (headings: readonly string[]): ColumnChoice[] =>
  fieldsOfHeadings(headings, REPEATABLE).map((field) => ({ field, byYear: false, keep: [] }));

/** The first few different texts of a column. */
export function samplesOf(rows: readonly TableRow[], column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows.slice(0, 200)) {
    const text = cellText(cells[column] ?? null).trim();
    if (text !== '') samples.add(text.slice(0, 60));
    if (samples.size === 3) break;
  }
  return [...samples];
}
