import type { z } from 'zod';
import type { Sensitivity } from '#shared/exports/export.ts';
import type { StaffId } from '#shared/ids.ts';
import type { exportWords } from '#shared/locales/ar/exports.ts';
import type { Reader } from '#db/transaction.ts';

/** Titles are words of `shared/locales/ar/exports.ts`: whoever adds a column adds its title there. */
export type ExportColumnKey = keyof typeof exportWords.columns;

/**
 * How a value is written. `id`: a text that looks like a number and stays a text. `phone`: E.164 in, written as it is
 * dialled (0508072675, 0020…). `money`: halalas in, riyals out. `day`: an ISO day, two columns (Hijri, Gregorian as a
 * real date). `moment`: epoch ms, the same two columns and the hour.
 */
export type ExportKind = 'text' | 'id' | 'phone' | 'count' | 'money' | 'day' | 'moment';
export type ExportValue = string | number | null;

export interface ExportColumn<Row> {
  readonly key: ExportColumnKey;
  readonly kind: ExportKind;
  readonly sensitivity: Sensitivity;
  /** Characters; by its kind where it is left out. */
  readonly width?: number;
  /** Empty text and null are an empty cell. Codes leave as Arabic words: a file is a document of the office. */
  readonly value: (row: Row) => ExportValue;
}

/** Where the next slice goes on: the sort keys of the last row. */
export type Cursor = readonly (string | number)[];

/** What some lists need beside the database. */
export interface ExportMoment {
  readonly nowMs: number;
  /** Today in Asia/Riyadh. */
  readonly today: string;
  /** Who asks: «المحال إليّ» is theirs. */
  readonly staffId: StaffId;
}

/** How many rows a file will have; `more`: at least so many, counting them all would keep the desk waiting. */
export interface ExportCount {
  readonly rows: number;
  readonly more: boolean;
}

export interface ExportListOf<Filter, Row> {
  /** The filter of the list's screen; unknown keys are dropped. */
  readonly filter: z.ZodType<Filter>;
  /** In the order of the list. */
  readonly columns: readonly ExportColumn<Row>[];
  readonly count: (reader: Reader, filter: Filter, at: ExportMoment) => ExportCount;
  /**
   * Up to `limit` rows after the cursor, in the list's order: by key and not by offset, so that each slice costs the same
   * and a row that is added meanwhile shifts none. `next` null: this was the last.
   */
  readonly slice: (
    reader: Reader,
    filter: Filter,
    after: Cursor | null,
    limit: number,
    at: ExportMoment,
  ) => { readonly rows: readonly Row[]; readonly next: Cursor | null };
}

/** A list whose filter and row are its own affair. */
export interface ExportList {
  readonly columns: readonly Omit<ExportColumn<never>, 'value'>[];
  /** @throws ZodError */
  readonly open: (filter: unknown) => OpenExport;
}

/** A list with its filter: what the export reads. */
export interface OpenExport {
  /** Which filters narrow it, by name alone: what the log keeps. */
  readonly narrowedBy: readonly string[];
  readonly count: (reader: Reader, at: ExportMoment) => ExportCount;
  readonly slice: (
    reader: Reader,
    keys: readonly ExportColumnKey[],
    after: Cursor | null,
    limit: number,
    at: ExportMoment,
  ) => { readonly rows: readonly (readonly ExportValue[])[]; readonly next: Cursor | null };
}

const narrows = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

/** Ties a list's filter, rows and columns together; outside, the types of its filter and rows are nobody's affair. */
export const defineExportList = <Filter extends object, Row>(
  list: ExportListOf<Filter, Row>,
): ExportList => ({
  columns: list.columns,
  open: (given) => {
    const filter = list.filter.parse(given);
    return {
      narrowedBy: Object.entries(filter)
        .filter(([, value]) => narrows(value))
        .map(([name]) => name),
      count: (reader, at) => list.count(reader, filter, at),
      slice: (reader, keys, after, limit, at) => {
        const wanted = keys.flatMap((key) => list.columns.find((column) => column.key === key) ?? []);
        const { rows, next } = list.slice(reader, filter, after, limit, at);
        return { rows: rows.map((row) => wanted.map((column) => column.value(row))), next };
      },
    };
  },
});
