import { z } from 'zod';
import { jsonRecord } from '../ipc/bounded.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { exportFormatSchema, exportListSchema, exportPurposeSchema, treatmentSchema } from './export.ts';

/** The filter of the list as its screen holds it; the list's own schema checks it in the main process. */
const filter = jsonRecord(10_000).default({});
const columns = z.array(z.string().max(60)).max(80);

export const runExportSchema = z
  .object({
    list: exportListSchema,
    filter,
    /** Keys of the list's columns; the file keeps the list's order. */
    columns: columns.min(1, { message: 'exportColumns.required' }),
    format: exportFormatSchema,
    purpose: exportPurposeSchema,
    /** For whom, or what for; required where the purpose is `other`. No personal data. */
    purposeNote: z.string().trim().max(120, { message: 'tooLong' }).default(''),
  })
  .refine(({ purpose, purposeNote }) => purpose !== 'other' || purposeNote !== '', {
    path: ['purposeNote'],
    message: 'exportPurpose.required',
  });
export type RunExport = z.output<typeof runExportSchema>;

export const exportPlanSchema = z.object({
  /** How many rows the file will have. */
  rows: z.int(),
  /** There are more than `rows`: counting them all would keep the desk waiting. */
  more: z.boolean(),
  /** More rows than a sheet of Excel holds: CSV alone. */
  tooLongForExcel: z.boolean(),
  /** In the list's order. A column that is withheld from the caller is told of, and cannot be chosen. */
  columns: z.array(z.object({ key: z.string(), treatment: treatmentSchema })),
  /** What this person chose for this list the last time, else all that they may have. */
  chosen: z.array(z.string()),
  format: exportFormatSchema,
});
export type ExportPlan = z.infer<typeof exportPlanSchema>;

export const exportsContract = defineContract({
  /** What the dialog shows. Errors: invalidInput (the filter is not one of this list). */
  'exports.plan': query('signedIn', z.object({ list: exportListSchema, filter }), exportPlanSchema),
  /**
   * Asks for a file and writes it whole or not at all; null when the person closed the dialog or cancelled. Logged with
   * list, filters, columns, rows, format and purpose, never with a value. Remembers the columns for the person and list.
   * Errors: invalidInput, exportRunning, exportTooLong { rows }, diskFull, dataFolderReadOnly, fileMissing.
   */
  'exports.run': command(
    'signedIn',
    runExportSchema,
    z.object({ path: z.string(), rows: z.int() }).nullable(),
    ['audit'],
  ),
  /** How far the running export is; null when none runs. */
  'exports.progress': query('signedIn', z.void(), z.object({ done: z.int(), total: z.int() }).nullable()),
  /** Ends the running export; nothing is left of its file. */
  'exports.cancel': command('signedIn', z.void(), z.void(), []),
});
