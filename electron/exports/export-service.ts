import { setImmediate } from 'node:timers/promises';
import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { ExportListId } from '#shared/exports/export.ts';
import type { ExportPlan, RunExport } from '#shared/exports/exports-contract.ts';
import { exportWords as words } from '#shared/locales/ar/exports.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import { getExportChoice, setExportChoice } from '#db/settings/export-choice.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { openSafeFile, type SafeFile } from '../platform/node/safe-file.ts';
import type { Clock } from '../ports/clock.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import { createCsvWriter, type ListWriter } from './csv-writer.ts';
import type { Cursor, ExportMoment, OpenExport } from './export-list.ts';
import { fileColumns, hijriText, treatedColumns } from './file-columns.ts';
import { EXPORT_REGISTRY } from './lists.ts';
import { createXlsxWriter, MOST_SHEET_ROWS } from './xlsx-writer.ts';

/** A slice is read and written in one breath of the desk: it grows and shrinks to stay about this long. */
const SLICE_MS = 8;
const FIRST_SLICE = 100;
const MOST_SLICE = 400;

export type ExportService = ReturnType<typeof createExportService>;

export interface ExportPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
}

interface Running {
  done: number;
  total: number;
  /** What the kind of file can hold. */
  readonly most: number;
  readonly stop: AbortController;
  file: SafeFile | null;
}

const openList = (list: ExportListId, filter: unknown): OpenExport => {
  try {
    return EXPORT_REGISTRY[list].open(filter);
  } catch (error) {
    throw new AppError('invalidInput', { field: 'filter' }, { cause: error });
  }
};

/** Lists of the office as files: chosen, masked by role, written in slices, logged. */
export function createExportService({ db, clock, dialogs }: ExportPorts) {
  let running: Running | null = null;

  const momentOf = (staff: Staff): ExportMoment => {
    const nowMs = clock.nowMs();
    return { nowMs, today: riyadhDay(nowMs), staffId: staff.id };
  };

  async function writeRows(
    open: OpenExport,
    keys: Parameters<OpenExport['slice']>[1],
    at: ExportMoment,
    writer: ListWriter,
    cellsOf: (values: readonly (string | number | null)[]) => (string | number | null)[],
    run: Running,
  ): Promise<void> {
    let after: Cursor | null = null;
    let limit = FIRST_SLICE;
    do {
      // Whoever waits for the desk comes first.
      await setImmediate();
      run.stop.signal.throwIfAborted();
      const from = performance.now();
      const slice = db.snapshot((reader) => open.slice(reader, keys, after, limit, at));
      const rows = slice.rows.map(cellsOf);
      const written = writer.rows(rows);
      const took = performance.now() - from;
      if (took > SLICE_MS) limit = Math.max(10, Math.floor(limit / 2));
      else if (took < SLICE_MS / 2) limit = Math.min(MOST_SLICE, Math.ceil(limit * 1.5));
      await written;
      run.done += rows.length;
      if (run.done > run.most) throw new AppError('exportTooLong', { rows: run.done });
      after = slice.next;
    } while (after !== null);
  }

  return {
    /** @throws AppError invalidInput */
    plan(list: ExportListId, filter: unknown, staff: Staff): ExportPlan {
      const open = openList(list, filter);
      const columns = treatedColumns(EXPORT_REGISTRY[list], staff.roles);
      const mine = columns.filter(({ treatment }) => treatment !== 'withheld');
      return db.snapshot((reader) => {
        const { rows, more } = open.count(reader, momentOf(staff));
        const { columns: last, format } = getExportChoice(reader, staff.id, list);
        const kept = mine.filter(({ column }) => last?.includes(column.key) === true);
        // The least that a list needs to be of use: who somebody is by number, and how they live, is asked for by hand.
        const usual = mine.filter(
          ({ column }) => column.sensitivity !== 'identity' && column.sensitivity !== 'circumstance',
        );
        return {
          rows,
          more,
          tooLongForExcel: rows >= MOST_SHEET_ROWS,
          columns: columns.map(({ column, treatment }) => ({ key: column.key, treatment })),
          chosen: (kept.length > 0 ? kept : usual).map(({ column }) => column.key),
          format,
        };
      });
    },

    /**
     * Null: no place was chosen, or the export was stopped.
     * @throws AppError invalidInput, exportRunning, exportTooLong, diskFull, dataFolderReadOnly, fileMissing
     */
    async run(input: RunExport, staff: Staff): Promise<{ path: string; rows: number } | null> {
      const { list, format, purpose, purposeNote } = input;
      if (running !== null) throw new AppError('exportRunning');
      const open = openList(list, input.filter);
      const chosen = treatedColumns(EXPORT_REGISTRY[list], staff.roles).filter(
        ({ column, treatment }) => treatment !== 'withheld' && input.columns.includes(column.key),
      );
      if (chosen.length === 0) throw new AppError('invalidInput', { field: 'columns' });
      const keys = chosen.map(({ column }) => column.key);
      const parts = chosen.map(({ column, treatment }) => fileColumns(column, treatment));
      const at = momentOf(staff);
      const { rows: total } = db.snapshot((reader) => open.count(reader, at));
      const most = format === 'xlsx' ? MOST_SHEET_ROWS - 1 : Number.POSITIVE_INFINITY;
      if (total > most) throw new AppError('exportTooLong', { rows: total });
      const run: Running = { done: 0, total, most, stop: new AbortController(), file: null };
      running = run;
      let file: SafeFile | undefined;
      let writer: ListWriter | undefined;
      try {
        const name = `${words.lists[list]} ${hijriText(at.today).replaceAll('/', '-')}.${format}`;
        const kind = { name: words.kinds[format], extensions: [format] };
        const path = await dialogs.chooseSaveFile(words.dialog, name, kind);
        if (path === null) return null;
        file = await openSafeFile(path);
        run.file = file;
        run.stop.signal.throwIfAborted();
        const sink = file.write;
        const columns = parts.flat();
        writer =
          format === 'xlsx'
            ? await createXlsxWriter(sink, columns, words.lists[list])
            : await createCsvWriter(sink, columns);
        const cellsOf = (values: readonly (string | number | null)[]): (string | number | null)[] =>
          values.flatMap((value, index) => parts[index]?.map((column) => column.cell(value)) ?? []);
        await writeRows(open, keys, at, writer, cellsOf, run);
        await writer.end();
        run.stop.signal.throwIfAborted();
        const { done } = run;
        // Logged before it stands in its place: what cannot be logged does not leave.
        db.write((tx) => {
          const nowMs = clock.nowMs();
          setExportChoice(tx, staff.id, list, { columns: keys, format }, nowMs);
          tx.audit(
            auditEntry(
              actorOf(staff),
              nowMs,
              'export.made',
              { kind: 'export', id: null },
              {
                list,
                filters: [...open.narrowedBy],
                columns: keys,
                masked: chosen
                  .filter(({ treatment }) => treatment === 'masked')
                  .map(({ column }) => column.key),
                rows: done,
                format,
                purpose,
                purposeNote,
              },
            ),
          );
        });
        await file.commit();
        return { path, rows: done };
      } catch (error) {
        await writer?.abandon();
        await file?.discard();
        if (run.stop.signal.aborted) return null;
        throw error;
      } finally {
        running = null;
      }
    },

    progress: (): { done: number; total: number } | null =>
      running === null ? null : { done: running.done, total: Math.max(running.total, running.done) },

    cancel: (): void => running?.stop.abort(),
    /** The office closes: half a list of people stays in no folder. */
    close: (): void => {
      running?.stop.abort();
      running?.file?.drop();
    },
  };
}
