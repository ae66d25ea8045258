import { AppError } from '#shared/app-error.ts';
import {
  type CellValue,
  type Grid,
  isTooLong,
  type SheetInfo,
  type SheetRows,
} from '#shared/imports/grid.ts';
import { ZipFault, type ZipEntry, zipEntries } from './zip-entries.ts';

/** What the library does not tell of a sheet: how long it is, what is merged or hidden, which cells have no value. */
interface SheetFacts extends SheetInfo {
  readonly faults: readonly { row: number; column: number; fault: 'formula' | 'error' }[];
}

const refuse = (why: string, cause?: unknown): AppError =>
  new AppError('importFileRefused', { why }, { cause });

/**
 * The sheets of an `.xlsx`: the library gives the values, the sheet's own XML what it leaves out. The archive is checked
 * before the library unpacks it.
 * @throws AppError importFileRefused { why }, with the cell's name for strayCell
 */
export function readWorkbook(bytes: Uint8Array): Grid {
  const sheets = workbookFacts(bytes);
  return {
    kind: 'excel',
    sheets,
    encoding: null,
    delimiter: null,
    rowsOf: async (index) => {
      const sheet = sheets[index];
      return sheet === undefined || sheet.rowCount === 0 ? [] : readRows(bytes, sheet);
    },
  };
}

async function readRows(bytes: Uint8Array, { name, faults }: SheetFacts): Promise<SheetRows> {
  // Loaded at the first import: nothing of the start waits for it.
  const { readSheet } = await import('read-excel-file/node');
  const read = await readSheet(Buffer.from(bytes), name).catch((error: unknown) => {
    throw refuse('damaged', error);
  });
  const rows: CellValue[][] = read.map((row) => row.map(valueOf));
  for (const { row, column, fault } of faults) {
    const cells = rows[row];
    if (cells !== undefined && (cells[column] ?? null) === null) cells[column] = { fault };
  }
  return rows;
}

/** The library's types call a date by its class; what it gives is a Date. */
const valueOf = (value: unknown): CellValue =>
  value instanceof Date ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean'
    ? value
    : null;

function workbookFacts(bytes: Uint8Array): SheetFacts[] {
  try {
    const entries = zipEntries(bytes);
    const workbook = xmlOf(entries.get('xl/workbook.xml'));
    const relations = xmlOf(entries.get('xl/_rels/workbook.xml.rels'));
    if (workbook === null || relations === null)
      throw refuse(entries.has('mimetype') ? 'openDocument' : 'otherZip');
    // Unpacked once and thrown away: what says less of its size than it holds goes no further.
    for (const entry of entries.values()) if (/\.(xml|rels)$/u.test(entry.name)) entry.bytes();
    const targets = new Map(
      tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
    );
    const sheets = tags(workbook, 'sheet').flatMap((tag) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const xml = path.includes('worksheets/') ? xmlOf(entries.get(path)) : null;
      if (xml === null) return [];
      const hidden = attribute(tag, 'state') !== '';
      return [{ name: decode(attribute(tag, 'name')), hidden, ...sheetFacts(xml) }];
    });
    if (sheets.length === 0) throw refuse('empty');
    return sheets;
  } catch (error) {
    if (error instanceof ZipFault) throw refuse(error.reason, error);
    throw error;
  }
}

const xmlOf = (entry: ZipEntry | undefined): string | null =>
  entry === undefined ? null : entry.bytes().toString('utf8');

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>`, 'gu')) ?? [];

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (whole, dec: string, hex: string, name: string) => {
    if (dec !== undefined) return String.fromCodePoint(Number(dec));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });

/** `B12` → row 11, column 1. */
function place(reference: string): { row: number; column: number } {
  const [, letters = '', digits = '1'] = /^([A-Z]+)(\d+)$/u.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: Math.max(0, column - 1) };
}

/** Cells that the library lays out at most: it fills the sheet up to its last row and its last column. */
const MOST_CELLS = 5_000_000;

/**
 * A value far from the list (typed by mistake in the last row or column) would be laid out with millions of empty cells.
 * Cells that were only coloured count for nothing: they hold no value.
 */
function refuseStrayCell(xml: string): void {
  let [rows, columns, far] = [1, 1, 'A1'];
  for (const [, reference = ''] of xml.matchAll(/<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]+\d+)"[^>]*[^/>]>/gu)) {
    const { row, column } = place(reference);
    if (row >= rows || column >= columns) far = reference;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  if (rows * columns > MOST_CELLS) throw new AppError('importFileRefused', { why: 'strayCell', cell: far });
}

function sheetFacts(xml: string): Omit<SheetFacts, 'name' | 'hidden'> {
  const rows = tags(xml, 'row');
  // Of a sheet that is too long for an import the cells are never read.
  if (!isTooLong({ rowCount: rows.length })) refuseStrayCell(xml);
  const hiddenRows = rows
    .filter((tag) => /\shidden="(?:1|true)"/u.test(tag))
    .map((tag) => Number(attribute(tag, 'r')) - 1);
  const merged = tags(xml, 'mergeCell').flatMap((tag) => {
    const [from, to] = attribute(tag, 'ref').split(':');
    if (from === undefined || to === undefined) return [];
    const [start, end] = [place(from), place(to)];
    return [{ top: start.row, left: start.column, bottom: end.row, right: end.column }];
  });
  return { rowCount: rows.length, merged, hiddenRows, faults: cellFaults(xml) };
}

/** Cells whose value is not in the file. Only their openings are looked at: most sheets have neither. */
function cellFaults(xml: string): SheetFacts['faults'] {
  const faults: { row: number; column: number; fault: 'formula' | 'error' }[] = [];
  // No further than the next cell: one that is never closed would be sought to the end of the file, each anew.
  if (xml.includes('<f') || xml.includes(':f>'))
    for (const cell of xml.matchAll(
      /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f[\s>/]((?:(?!<(?:\w+:)?c[\s>]).)*?)<\/(?:\w+:)?c>/gsu,
    )) {
      if (/<(?:\w+:)?v[\s>]/u.test(cell[2] ?? '')) continue;
      faults.push({ ...place(attribute(` ${cell[1] ?? ''}`, 'r')), fault: 'formula' });
    }
  for (const cell of xml.matchAll(/<(?:\w+:)?c\s[^>]*\st="e"[^>]*>/gu))
    faults.push({ ...place(attribute(cell[0], 'r')), fault: 'error' });
  return faults;
}
