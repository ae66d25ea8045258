import { z } from 'zod';

/** What a column of a list of people can be. Codes of `imports.field` in the locales. */
export const IMPORT_FIELDS = [
  'name',
  'firstName',
  'fatherName',
  'grandfatherName',
  'familyName',
  'idNumber',
  'mobile',
  'birth',
  'birthHijri',
  'birthGregorian',
  'sex',
  'nationality',
  'village',
  'district',
  'legacyNumber',
  'socialStatus',
  'category',
  'iban',
  'whatsapp',
  'foreignMobile',
  'landline',
  'email',
  'latinName',
  'alias',
  'shortAddress',
  'directions',
  'noIdReason',
  'note',
  /** Kept in the note behind its heading: «عدد أفراد الأسرة: 6». */
  'labelledNote',
] as const;
export const importFieldSchema = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof importFieldSchema>;

/** Fields that several columns may fill: two mobiles, two notes. */
export const REPEATABLE: ReadonlySet<ImportField> = new Set<ImportField>([
  'mobile',
  'whatsapp',
  'foreignMobile',
  'landline',
  'email',
  'alias',
  'legacyNumber',
  'note',
  'labelledNote',
]);

export const NAME_PARTS = ['firstName', 'fatherName', 'grandfatherName', 'familyName'] as const;

/** What is repaired by itself in a column, unless somebody says no. Codes of `imports.fix` in the locales. */
export const IMPORT_FIXES = ['leadingZero', 'placeholder', 'spaces', 'serialDate', 'severalNumbers'] as const;
export const importFixSchema = z.enum(IMPORT_FIXES);
export type ImportFix = z.infer<typeof importFixSchema>;

/** How a column stands in an import: what it is, and what is not to be repaired in it. */
export const columnChoiceSchema = z.object({
  field: importFieldSchema.nullable(),
  /** A date of the other calendar than the column's is taken by its year: 1990 is Gregorian, 1410 Hijri. */
  byYear: z.boolean().default(false),
  keep: z.array(importFixSchema).max(IMPORT_FIXES.length).default([]),
});
export type ColumnChoice = z.infer<typeof columnChoiceSchema>;
