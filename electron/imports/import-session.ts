import { createHash } from 'node:crypto';
import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { ColumnChoice } from '#shared/imports/fields.ts';
import { columnName, type Grid, isTooLong, MOST_ROWS } from '#shared/imports/grid.ts';
import {
  type Decision,
  type ImportOptions,
  importOptionsSchema,
  type ImportProgress,
  type ImportReport,
  type ImportRowView,
  type ImportState,
  rememberedMappingsSchema,
  type RowFilter,
} from '#shared/imports/import.ts';
import { listCategories } from '#db/circumstances/category-rows.ts';
import type { Database } from '#db/open-database.ts';
import { getDeskSetting } from '#db/settings/desk-settings.ts';
import type { Actor } from '../audit/actor.ts';
import {
  categoryNames,
  type Check,
  checkTable,
  columnStats,
  countsOf,
  decide,
  pageOf,
} from './import-check.ts';
import { guessColumns, type ImportTable, readTable, samplesOf } from './import-table.ts';
import { MAPPINGS_KEY, writeImport } from './import-run.ts';
import { readImportFile } from './read-file.ts';
import { rejectedRows } from './rejected-rows.ts';
import { writeRejected } from './rejected-workbook.ts';
import { rejectedWords } from './import-sentences.ts';

export interface SessionPorts {
  readonly database: Database;
  /** Told often; throws importCancelled when the person wants it to end. */
  readonly progress: (progress: ImportProgress) => void;
}

interface File {
  readonly name: string;
  readonly sha256: string;
  readonly grid: Grid;
}
interface Chosen {
  readonly sheet: number;
  readonly table: ImportTable;
}

/**
 * One import from its file to its report, in the thread that holds it. Everything of the file stays here: the desk gets a
 * page of rows at a time.
 */
export class ImportSession {
  readonly #ports: SessionPorts;
  #file: File | null = null;
  #chosen: Chosen | null = null;
  #columns: readonly ColumnChoice[] = [];
  #remembered = false;
  #options: ImportOptions = importOptionsSchema.parse({});
  #check: Check | null = null;
  /** What the latest check found in each column: told while the columns are chosen again. */
  #found: Check | null = null;
  #report: ImportReport | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  /** @throws AppError importFileRefused */
  async open({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ImportState> {
    this.#ports.progress({ stage: 'reading', done: 0, total: 0 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#file = { name, sha256, grid: readImportFile(bytes) };
    const { sheets } = this.#file.grid;
    const usable = sheets.findIndex((one) => !one.hidden && one.rowCount > 0 && !isTooLong(one));
    await this.#choose(Math.max(0, usable < 0 ? sheets.findIndex((one) => one.rowCount > 0) : usable), null);
    return this.state();
  }

  /** @throws AppError importGone, importFileRefused */
  async choose({ sheet, headingRow }: { sheet: number; headingRow: number | null }): Promise<ImportState> {
    await this.#choose(sheet, headingRow === null ? null : headingRow - 1);
    return this.state();
  }

  async #choose(sheet: number, headingRow: number | null): Promise<void> {
    const { grid } = this.#opened();
    const info = grid.sheets[sheet];
    if (info === undefined) throw new AppError('importGone');
    if (isTooLong(info)) throw tooManyRows(info.rowCount);
    const table = readTable(info, await grid.rowsOf(sheet), headingRow);
    const { mappings } = getDeskSetting(this.#ports.database, MAPPINGS_KEY, rememberedMappingsSchema);
    const known = mappings.find(({ key }) => key === table.key);
    this.#chosen = { sheet, table };
    this.#remembered = known !== undefined;
    this.#columns = known?.columns ?? guessColumns(table.headings);
    this.#check = null;
    this.#found = null;
    this.#report = null;
  }

  /** @throws AppError importGone, importColumns, importCancelled */
  check(
    { columns, options }: { columns: readonly ColumnChoice[]; options: ImportOptions },
    nowMs: number,
  ): ImportState {
    const { table } = this.#ready();
    const { database, progress } = this.#ports;
    // Kept before the check, so that one that is cancelled comes back to what was chosen.
    this.#columns = columns;
    this.#options = options;
    this.#check = null;
    const before = this.#found;
    this.#check = database.snapshot((reader) =>
      checkTable(table, columns, options, {
        reader,
        today: riyadhDay(nowMs),
        categories: categoryNames(listCategories(reader)),
        progress,
        before,
      }),
    );
    this.#found = this.#check;
    return this.state();
  }

  back(): ImportState {
    this.#check = null;
    return this.state();
  }

  rows(page: { filter: RowFilter; offset: number; limit: number }): { total: number; rows: ImportRowView[] } {
    return this.#check === null ? { total: 0, rows: [] } : pageOf(this.#check, page);
  }

  decide({
    rows,
    decision,
  }: {
    rows: readonly number[] | 'sameId' | 'likely' | 'undecided';
    decision: Decision;
  }): ImportState {
    decide(this.#checked(), rows, decision);
    return this.state();
  }

  /** @throws AppError importGone, importUndecided { count }, importNothing, importStale, importCancelled */
  run(actor: Actor, nowMs: number): ImportReport {
    const check = this.#checked();
    if (this.#report !== null) throw new AppError('importGone');
    const counts = countsOf(check);
    if (counts.undecided > 0) throw new AppError('importUndecided', { count: counts.undecided });
    if (counts.add + counts.fill === 0) throw new AppError('importNothing');
    const { name, sha256, grid } = this.#opened();
    const { sheet, table } = this.#ready();
    try {
      this.#report = writeImport(this.#ports, check, {
        file: { fileName: name, sha256, sheet: grid.sheets[sheet]?.name ?? '' },
        key: table.key,
        columns: this.#columns,
        options: this.#options,
        actor,
        nowMs,
      });
      return this.#report;
    } catch (error) {
      // Somebody was registered meanwhile: compared again, so that what is shown is true.
      if (error instanceof AppError && error.code === 'importStale')
        this.check({ columns: this.#columns, options: this.#options }, nowMs);
      throw error;
    }
  }

  /** The workbook of the rows that were not taken. @throws AppError importGone */
  async rejected(): Promise<Uint8Array> {
    const { table } = this.#ready();
    return writeRejected(rejectedWords, table.headings, rejectedRows(this.#checked()));
  }

  fileName(): string {
    return this.#opened().name;
  }

  state(): ImportState {
    const { name, grid } = this.#opened();
    const { sheet, table } = this.#ready();
    const check = this.#check;
    return {
      step: this.#report !== null ? 'done' : check === null ? 'columns' : 'check',
      fileName: name,
      kind: grid.kind,
      encoding: grid.encoding,
      delimiter: grid.delimiter,
      sheets: grid.sheets.map((one) => ({
        name: one.name,
        rows: one.rowCount,
        hidden: one.hidden,
        tooLong: isTooLong(one),
      })),
      sheet,
      headingRow: table.headingRow + 1,
      remembered: this.#remembered,
      notes: [...table.notes],
      columns: table.headings.map((heading, index) => ({
        index,
        name: columnName(index),
        heading,
        samples: samplesOf(table.rows, index),
        choice: this.#columns[index] ?? { field: null, byYear: false, keep: [] },
        ...(this.#found === null ? { fixes: [], problems: [] } : columnStats(this.#found, index)),
      })),
      options: this.#options,
      counts: check === null ? null : countsOf(check),
      report: this.#report,
    };
  }

  #opened(): File {
    if (this.#file === null) throw new AppError('importGone');
    return this.#file;
  }
  #ready(): Chosen {
    if (this.#chosen === null) throw new AppError('importGone');
    return this.#chosen;
  }
  #checked(): Check {
    if (this.#check === null) throw new AppError('importGone');
    return this.#check;
  }
}

const tooManyRows = (rows: number): AppError =>
  new AppError('importFileRefused', {
    why: 'tooManyRows',
    rows,
    most: MOST_ROWS,
    parts: Math.ceil(rows / MOST_ROWS),
  });
