import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { ColumnChoice } from '#shared/imports/fields.ts';
import {
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  rememberedMappingsSchema,
} from '#shared/imports/import.ts';
import { closeRun, insertRun } from '#db/imports/import-rows.ts';
import { writeRow, type WrittenRow } from '#db/imports/import-writes.ts';
import type { Database } from '#db/open-database.ts';
import { indexAfterwards } from '#db/search-index.ts';
import { getDeskSetting, setDeskSetting } from '#db/settings/desk-settings.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { type Check, countsOf } from './import-check.ts';

/** Mappings that were used, by the headings they were used for. */
export const MAPPINGS_KEY = 'imports.mappings';
const MOST_MAPPINGS = 40;

export interface RunOrder {
  readonly file: { readonly fileName: string; readonly sha256: string; readonly sheet: string };
  readonly key: string;
  readonly columns: readonly ColumnChoice[];
  readonly options: ImportOptions;
  readonly actor: Actor;
  readonly nowMs: number;
}

const STEP = 200;

/**
 * Writes what was decided: all of it, or nothing. The log gets one entry with numbers and no name.
 * @throws AppError importStale, importCancelled
 */
export function writeImport(
  {
    database,
    progress,
  }: { readonly database: Database; readonly progress: (progress: ImportProgress) => void },
  check: Check,
  { file, key, columns, options, actor, nowMs }: RunOrder,
): ImportReport {
  const from = performance.now();
  const rows = writtenRows(check, options);
  const counts = countsOf(check);
  const mapping = check.columns.flatMap(({ heading, field }) => (field === null ? [] : [{ heading, field }]));
  return database.write((tx) => {
    const runId = insertRun(tx, { ...file, mapping }, actor.id, nowMs);
    const moment = {
      runId,
      by: actor.id,
      atMs: nowMs,
      today: riyadhDay(nowMs),
      source: `استيراد: ${file.fileName}`.slice(0, 160),
    };
    const done = { added: 0, updated: 0, unchanged: 0 };
    indexAfterwards(tx, () =>
      rows.forEach((row, index) => {
        if (index % STEP === 0) progress({ stage: 'writing', done: index, total: rows.length });
        done[writeRow(tx, row, moment)] += 1;
      }),
    );
    const report: ImportReport = {
      runId,
      rows: counts.rows,
      added: done.added,
      filled: done.updated,
      unchanged: done.unchanged,
      faulty: counts.faulty,
      leftOut: counts.leave,
      warned: counts.warned,
      tookMs: Math.round(performance.now() - from),
    };
    closeRun(tx, report);
    remember(tx, key, columns, nowMs);
    const { tookMs: _, runId: id, ...numbers } = report;
    const { roles, categoryId } = options;
    tx.audit(
      auditEntry(
        actor,
        nowMs,
        'import.completed',
        { kind: 'import', id },
        {
          ...numbers,
          roles,
          categoryId,
          fileSha256: file.sha256,
          fields: mapping.map(({ field }) => field),
        },
      ),
    );
    return report;
  });
}

const writtenRows = ({ rows }: Check, options: ImportOptions): WrittenRow[] =>
  rows.flatMap(({ row, judged: { record, extras }, match, decision }) => {
    if (record === null || decision === null || decision === 'leave') return [];
    const into = decision === 'fill' ? (match?.partyId ?? null) : null;
    if (decision === 'fill' && into === null) throw new AppError('importStale', { row });
    const categoryIds = [extras.categoryId, options.categoryId].filter((id) => id !== null);
    return [{ row, record, extras: { ...extras, categoryIds }, into }];
  });

function remember(tx: WriteTransaction, key: string, columns: readonly ColumnChoice[], atMs: number): void {
  const { mappings } = getDeskSetting(tx, MAPPINGS_KEY, rememberedMappingsSchema);
  const others = mappings.filter((one) => one.key !== key).slice(0, MOST_MAPPINGS - 1);
  setDeskSetting(tx, MAPPINGS_KEY, { mappings: [{ key, columns }, ...others] }, atMs);
}
