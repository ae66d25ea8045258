import { z } from 'zod';
import { command, defineContract, query } from '../ipc/contract.ts';
import { columnChoiceSchema } from './fields.ts';
import {
  decisionSchema,
  importOptionsSchema,
  importReportSchema,
  importRowSchema,
  importRunIdSchema,
  importRunSchema,
  importStateSchema,
  rowFilterSchema,
  undoPlanSchema,
} from './import.ts';
import { MOST_IMPORT_BYTES } from './grid.ts';

/** Whoever keeps the register may fill it by the thousand. */
const access = { roles: ['manager', 'beneficiaryRelationsOfficer', 'administrator'] } as const;

/**
 * Importing people from a workbook or a CSV file. One import at a time; it is kept in the main process, so a screen that
 * is left or starts anew finds it again. It ends with its person's session.
 */
export const importsContract = defineContract({
  /** The import that this person has begun; null: none. */
  'imports.state': query(access, z.void(), importStateSchema.nullable()),
  /** Error: importFileRefused { why }, importBusy. */
  'imports.open': command(
    access,
    z.object({
      name: z.string().min(1).max(255),
      bytes: z
        .instanceof(Uint8Array)
        .refine((bytes) => bytes.length <= MOST_IMPORT_BYTES, { message: 'tooLong' }),
    }),
    importStateSchema,
    ['imports'],
  ),
  /** Another sheet, or another row as the headings (from 1; null: as recognised). Error: importGone, importFileRefused. */
  'imports.choose': command(
    access,
    z.object({ sheet: z.int().min(0), headingRow: z.int().min(1).max(1000).nullable().default(null) }),
    importStateSchema,
    ['imports'],
  ),
  /** Judges every row and looks for each in the register. Writes nothing. Error: importGone, importColumns { why }. */
  'imports.check': command(
    access,
    z.object({ columns: z.array(columnChoiceSchema).max(100), options: importOptionsSchema }),
    importStateSchema,
    ['imports'],
  ),
  /** Back from the check to the columns. */
  'imports.back': command(access, z.void(), importStateSchema, ['imports']),
  'imports.rows': query(
    access,
    z.object({
      filter: rowFilterSchema,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ total: z.int(), rows: z.array(importRowSchema) }),
  ),
  /** What becomes of rows by their numbers, or of all that such a filter shows. */
  'imports.decide': command(
    access,
    z.object({
      rows: z.union([z.array(z.int().positive()).max(200), z.enum(['sameId', 'likely', 'undecided'])]),
      decision: decisionSchema,
    }),
    importStateSchema,
    ['imports'],
  ),
  /** Writes all of it or nothing. Error: importGone, importUndecided { count }, importNothing, importStale, importBusy. */
  'imports.run': command(access, z.void(), importReportSchema, ['imports', 'parties', 'audit']),
  /** Asks what runs to end: nothing of it stays. */
  'imports.cancel': command(access, z.void(), z.void(), []),
  'imports.discard': command(access, z.void(), z.void(), ['imports']),
  /** The rows that were not taken, with the reason, as an Excel file. Null: the person closed the dialog. */
  'imports.saveRejected': command(access, z.void(), z.string().nullable(), []),
  /** نموذج الاستيراد: the headings that are recognised, with a line of example. */
  'imports.saveTemplate': command(access, z.void(), z.string().nullable(), []),
  'imports.runs': query(
    access,
    z.object({ limit: z.int().min(1).max(100).default(50) }),
    z.array(importRunSchema),
  ),
  /** What undoing a run would take out again, and what it would leave. Error: notFound. */
  'imports.undoPlan': query(access, z.object({ id: importRunIdSchema }), undoPlanSchema),
  /** Error: notFound, importUndone, importBusy. */
  'imports.undo': command(access, z.object({ id: importRunIdSchema }), undoPlanSchema, [
    'imports',
    'parties',
    'audit',
  ]),
});
