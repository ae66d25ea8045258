import Papa from 'papaparse';
import { neutraliseForCsv } from '#shared/exports/neutralise.ts';
import type { FileColumn } from './file-columns.ts';
import type { Sink } from './zip-stream.ts';

/** One row of the file: what stands under each of its columns. */
export type FileRow = readonly (string | number | null)[];

/** Writes rows as they come, and ends the file. */
export interface ListWriter {
  readonly rows: (rows: readonly FileRow[]) => Promise<void>;
  readonly end: () => Promise<void>;
  /** The file will not be whole: what is held for it is let go. */
  readonly abandon: () => Promise<void>;
}

const BOM = '\uFEFF';

/**
 * UTF-8 with its mark (Excel takes the file for Windows-1256 without it), CRLF, every text in quotation marks: a number
 * in them is a text to whoever reads CSV as RFC 4180 has it.
 */
export async function createCsvWriter(sink: Sink, columns: readonly FileColumn[]): Promise<ListWriter> {
  const quotes = columns.map(({ type }) => type === 'text');
  const lines = (rows: readonly FileRow[], quoted: boolean[] | true): Buffer =>
    Buffer.from(`${Papa.unparse(rows as FileRow[], { quotes: quoted, newline: '\r\n' })}\r\n`, 'utf8');
  await sink(Buffer.from(BOM, 'utf8'));
  await sink(lines([columns.map(({ title }) => title)], true));
  return {
    rows: async (rows) => {
      if (rows.length === 0) return;
      await sink(
        lines(
          rows.map((row) =>
            row.map((cell, at) =>
              columns[at]?.type === 'text' && cell !== null ? neutraliseForCsv(String(cell)) : cell,
            ),
          ),
          quotes,
        ),
      );
    },
    end: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}
