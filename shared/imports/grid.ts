/** What a cell of somebody's workbook or CSV file holds, as far as anybody can know it. */
export type CellValue = string | number | boolean | Date | CellFault | null;

/** A cell whose content is not there: a formula that no program has computed yet, or Excel's own error. */
export interface CellFault {
  readonly fault: 'formula' | 'error';
}

export const isCellFault = (value: CellValue): value is CellFault =>
  typeof value === 'object' && value !== null && 'fault' in value;

/** Rows from the first line of the sheet on; every row as long as it is written. */
export type SheetRows = readonly (readonly CellValue[])[];

/** What is known of a sheet before its cells are read. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  /** Rows and columns from 0, both ends included. */
  readonly merged: readonly MergedCells[];
  /** Rows from 0 that Excel does not show. */
  readonly hiddenRows: readonly number[];
}

export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A file that somebody handed in. */
export interface Grid {
  readonly kind: 'excel' | 'text';
  readonly sheets: readonly SheetInfo[];
  /** The cells of a sheet, from 0. @throws AppError importFileRefused { why: 'damaged' } */
  readonly rowsOf: (sheet: number) => Promise<SheetRows>;
  /** Of a text file: how it was read. */
  readonly encoding: 'utf-8' | 'windows-1256' | 'utf-16' | null;
  readonly delimiter: string | null;
}

/**
 * Rows of one import. One import is one transaction, during which other desks' writes wait: twenty thousand rows hold
 * them for a few seconds, which is as long as a desk may be held.
 */
export const MOST_ROWS = 20_000;
/** Titles above the headings and lines under the table. */
const OTHER_LINES = 100;
export const isTooLong = ({ rowCount }: Pick<SheetInfo, 'rowCount'>): boolean =>
  rowCount > MOST_ROWS + OTHER_LINES;
/** Columns that are looked at; a sheet with more is no list of people. */
export const MOST_COLUMNS = 100;
/** Bytes of the file as it was handed in. */
export const MOST_IMPORT_BYTES = 30 * 1024 * 1024;

/** Column 0 → A, 26 → AA: as Excel names them. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/**
 * The ISO day of an Excel serial number (1 is 1900-01-01, as Excel counts with its 29 February 1900), or null for one
 * that no birth date can have.
 */
export function daySerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 61 || serial > 80_000) return null;
  return new Date(EXCEL_EPOCH_MS + serial * DAY_MS).toISOString().slice(0, 10);
}

/** The text of a cell for a field that is text: a whole number keeps all its digits. */
export function cellText(value: CellValue): string {
  if (value === null || isCellFault(value)) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value;
}
