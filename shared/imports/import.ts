import { z } from 'zod';
import { categoryIdSchema, partyIdSchema, staffIdSchema } from '../ids.ts';
import { partyRoleSchema } from '../parties/party.ts';
import { columnChoiceSchema, importFixSchema } from './fields.ts';

export const importRunIdSchema = z.int().positive().brand<'ImportRunId'>();
export type ImportRunId = z.infer<typeof importRunIdSchema>;

/** Facts for a sentence: what was found, where, what is offered. */
const detailsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type ProblemDetails = z.infer<typeof detailsSchema>;

/** What is wrong with a cell. `code` is one of `validation` in the locales; an error leaves the row out. */
export const cellProblemSchema = z.object({
  /** Of the sheet, from 0; null: of the whole row. */
  column: z.int().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  details: detailsSchema,
});
export type CellProblem = z.infer<typeof cellProblemSchema>;

/** What is to be known of the whole file before it is read on. Codes of `imports.note` in the locales. */
export const sheetNoteSchema = z.object({ code: z.string(), details: detailsSchema });
export type SheetNote = z.infer<typeof sheetNoteSchema>;

export const importColumnSchema = z.object({
  index: z.int().min(0),
  /** A, B … AA */
  name: z.string(),
  /** As it stands there; empty: the column has none. */
  heading: z.string(),
  samples: z.array(z.string()),
  choice: columnChoiceSchema,
  /** How often each repair was made and each problem found, after a check. */
  fixes: z.array(z.object({ fix: importFixSchema, count: z.int() })),
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      count: z.int(),
      details: detailsSchema,
    }),
  ),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** What happens to a row: added as a new record, filled into one that stands, left out, or still to be decided. */
export const DECISIONS = ['add', 'fill', 'leave'] as const;
export const decisionSchema = z.enum(DECISIONS);
export type Decision = z.infer<typeof decisionSchema>;

/**
 * Whom a row meets. `sameId`: a record of the register with this identity number. `likely`: a record that may be the
 * same person. `sameIdInFile`, `likelyInFile`: an earlier row of the same file.
 */
export const MATCH_KINDS = ['sameId', 'likely', 'sameIdInFile', 'likelyInFile'] as const;
export const matchKindSchema = z.enum(MATCH_KINDS);

export const rowMatchSchema = z.object({
  kind: matchKindSchema,
  partyId: partyIdSchema.nullable(),
  /** Row of the sheet as Excel counts; null for a record of the register. */
  row: z.int().nullable(),
  name: z.string(),
  fileNumber: z.string().nullable(),
  /** The last four of the identity number that stands. */
  idNumber: z.string(),
  mobile: z.string(),
  village: z.string(),
  score: z.int(),
  /** Fields that agree and that differ, by their codes in `duplicates`. */
  same: z.array(z.string()),
  different: z.array(z.string()),
});
export type RowMatch = z.infer<typeof rowMatchSchema>;

export const importRowSchema = z.object({
  /** As Excel counts, from 1. */
  row: z.int(),
  /** In the order of the columns that are mapped. */
  cells: z.array(z.string()),
  state: z.enum(['ready', 'faulty']),
  problems: z.array(cellProblemSchema),
  match: rowMatchSchema.nullable(),
  /** Null: somebody has to say. */
  decision: decisionSchema.nullable(),
});
export type ImportRowView = z.infer<typeof importRowSchema>;

export const ROW_FILTERS = [
  'all',
  'ready',
  'warned',
  'faulty',
  'sameId',
  'likely',
  'undecided',
  'left',
] as const;
export const rowFilterSchema = z.enum(ROW_FILTERS);
export type RowFilter = z.infer<typeof rowFilterSchema>;

export const importCountsSchema = z.object({
  /** Rows with anything in them, under the headings. */
  rows: z.int(),
  ready: z.int(),
  warned: z.int(),
  faulty: z.int(),
  sameId: z.int(),
  likely: z.int(),
  undecided: z.int(),
  add: z.int(),
  fill: z.int(),
  leave: z.int(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** What is chosen for all rows. */
export const importOptionsSchema = z.object({
  roles: z.array(partyRoleSchema).min(1, { message: 'partyRoles.required' }).max(40).default(['beneficiary']),
  categoryId: categoryIdSchema.nullable().default(null),
  /** Of a row without an identity number. */
  noIdReason: z
    .string()
    .trim()
    .min(1, { message: 'noIdReason.required' })
    .max(200, { message: 'tooLong' })
    .default('لم ترد في الملف المستورد'),
  /** Rows that Excel hides (a filter was set) are left aside. */
  skipHidden: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const importReportSchema = z.object({
  runId: importRunIdSchema,
  rows: z.int(),
  added: z.int(),
  filled: z.int(),
  /** Of those that were to be filled: nothing was missing in them. */
  unchanged: z.int(),
  faulty: z.int(),
  /** Left out because somebody said so, and rows that repeat an earlier one. */
  leftOut: z.int(),
  warned: z.int(),
  tookMs: z.int(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const sheetChoiceSchema = z.object({
  name: z.string(),
  rows: z.int(),
  hidden: z.boolean(),
  /** More rows than one import takes. */
  tooLong: z.boolean(),
});

export const importStateSchema = z.object({
  step: z.enum(['columns', 'check', 'done']),
  fileName: z.string(),
  kind: z.enum(['excel', 'text']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(sheetChoiceSchema),
  sheet: z.int(),
  /** As Excel counts, from 1. */
  headingRow: z.int(),
  /** The columns were known from an earlier import of such a list. */
  remembered: z.boolean(),
  notes: z.array(sheetNoteSchema),
  columns: z.array(importColumnSchema),
  options: importOptionsSchema,
  counts: importCountsSchema.nullable(),
  report: importReportSchema.nullable(),
});
export type ImportState = z.infer<typeof importStateSchema>;

/** A run of the past. */
export const importRunSchema = z.object({
  id: importRunIdSchema,
  fileName: z.string(),
  sheet: z.string(),
  added: z.int(),
  filled: z.int(),
  leftOut: z.int(),
  atMs: z.int(),
  staffId: staffIdSchema,
  staffName: z.string(),
  undoneAtMs: z.int().nullable(),
  undoneByName: z.string().nullable(),
  /** Of an undone run: rows that stayed, since somebody had worked with them. */
  kept: z.int(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

/** Why an undoing leaves a record as it is. Codes of `imports.keptReason` in the locales. */
export const KEPT_REASONS = [
  'edited',
  'merged',
  'visits',
  'contacts',
  'requests',
  'letters',
  'documents',
  'matched',
  'household',
  'circumstances',
  'agreements',
  'import',
  'fileNumber',
  'other',
] as const;
export const keptReasonSchema = z.enum(KEPT_REASONS);
export type KeptReason = z.infer<typeof keptReasonSchema>;

export const undoPlanSchema = z.object({
  run: importRunSchema,
  remove: z.int(),
  restore: z.int(),
  keep: z.array(
    z.object({ row: z.int(), partyId: partyIdSchema, name: z.string(), reason: keptReasonSchema }),
  ),
});
export type UndoPlan = z.infer<typeof undoPlanSchema>;

/** What a long act of an import is at: `done` of `total` rows, or 0 of 0 where nothing can be counted. */
export interface ImportProgress {
  readonly stage: 'reading' | 'checking' | 'comparing' | 'writing' | 'undoing';
  readonly done: number;
  readonly total: number;
}

/** A mapping that was used once: the next list with these headings starts with it. */
export const rememberedMappingsSchema = z
  .object({
    mappings: z
      .array(
        z.object({
          /** The headings folded, in their order. */
          key: z.string(),
          columns: z.array(columnChoiceSchema),
        }),
      )
      .default([]),
  })
  .default({ mappings: [] });
