import type { Cell, Row } from 'write-excel-file/node';
import type { CellValue } from '#shared/imports/grid.ts';
import { cellText } from '#shared/imports/grid.ts';
import { neutralise } from '#shared/exports/neutralise.ts';

const heading = (value: string): Cell => ({
  value: neutralise(value),
  fontWeight: 'bold',
  backgroundColor: '#dcefe5',
  wrap: true,
});
/** Every cell is a text: an identity number that became a number would lose its zeros, and a text never computes. */
const text = (value: string): Cell => ({ value: neutralise(value), type: String, format: '@' });
const reason = (value: string): Cell => ({ value, type: String, textColor: '#b42318', wrap: true });

export interface RejectedRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
  readonly reason: string;
}

/** The rows that were not taken, as they came, with the reason: mended there, the file can be imported as it is. */
export async function writeRejected(
  words: { readonly sheet: string; readonly reason: string; readonly row: string },
  headings: readonly string[],
  rows: readonly RejectedRow[],
): Promise<Uint8Array> {
  const data: Row[] = [
    [...headings.map(heading), heading(words.reason), heading(words.row)],
    ...rows.map(({ row, cells, reason: why }) => [
      ...headings.map((_, column) => text(cellText(cells[column] ?? null))),
      reason(why),
      { value: row, type: Number },
    ]),
  ];
  return write(data, words.sheet, [...headings.map(() => ({ width: 20 })), { width: 70 }, { width: 12 }]);
}

/** نموذج الاستيراد: headings that are recognised, and a line that shows how each is written. */
export async function writeTemplate(
  sheet: string,
  columns: readonly { readonly heading: string; readonly example: string }[],
): Promise<Uint8Array> {
  return write(
    [columns.map((column) => heading(column.heading)), columns.map((column) => text(column.example))],
    sheet,
    columns.map(() => ({ width: 22 })),
  );
}

async function write(data: Row[], sheet: string, columns: { width: number }[]): Promise<Uint8Array> {
  const { default: writeFile } = await import('write-excel-file/node');
  return writeFile([{ data, sheet, columns, rightToLeft: true, stickyRowsCount: 1 }], {
    fontFamily: 'Arial',
    fontSize: 11,
  }).toBuffer();
}
