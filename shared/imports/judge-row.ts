import { stripInvisible } from '../arabic/digits.ts';
import type { FactValue } from '../circumstances/facts.ts';
import type { CategoryId } from '../ids.ts';
import { parseIban } from '../identifiers/iban.ts';
import { partyRecordSchemaOn, type PartyRecord } from '../parties/party-record.ts';
import type { PartyRole } from '../parties/party.ts';
import type { ColumnChoice, ImportFix } from './fields.ts';
import { type CellValue, cellText, isCellFault } from './grid.ts';
import type { CellProblem, ProblemDetails } from './import.ts';
import { isPlaceholder } from './import-words.ts';
import { readRecord, type RowReading } from './read-record.ts';

/** A column as rows are judged by: where it stands, its heading, what it is. */
export interface JudgedColumn extends ColumnChoice {
  readonly index: number;
  readonly heading: string;
}

export interface JudgeRules {
  readonly columns: readonly JudgedColumn[];
  readonly roles: readonly PartyRole[];
  readonly noIdReason: string;
  /** ISO: nobody was born after it. */
  readonly today: string;
  /** Folded name → id, of the office's own list. */
  readonly categories: ReadonlyMap<string, CategoryId>;
}

/** What a row holds beside the record itself. */
export interface RowExtras {
  readonly socialStatus: FactValue<'socialStatus'>['status'] | null;
  readonly iban: string | null;
  readonly categoryId: CategoryId | null;
}

export interface JudgedRow {
  /** Null: something is wrong with it. */
  readonly record: PartyRecord | null;
  readonly extras: RowExtras;
  readonly problems: readonly CellProblem[];
  readonly fixes: readonly { readonly column: number; readonly fix: ImportFix }[];
}

/** Makes the judge of one import: the schema is built once, rows are many. */
export function createRowJudge(rules: JudgeRules): (cells: readonly CellValue[]) => JudgedRow {
  const schema = partyRecordSchemaOn(rules.today);
  return (cells) => {
    const collector = createCollector(rules.columns, cells);
    const reading = readRecord(rules, collector);
    const parsed = schema.safeParse(reading.input);
    if (!parsed.success)
      for (const issue of parsed.error.issues) {
        const path = issue.path.map(String).join('.');
        collector.problem(columnOf(reading, path), issue.message, 'error', offerOf(reading, issue.message));
      }
    const iban = judgeIban(reading, collector);
    const errors = collector.problems.filter(({ severity }) => severity === 'error');
    const warnings = collector.problems.filter(({ severity }) => severity === 'warning');
    return {
      record: errors.length > 0 || !parsed.success ? null : parsed.data,
      extras: { ...reading.extras, iban },
      problems: [...errors, ...warnings],
      fixes: collector.fixes,
    };
  };
}

/** Whether there is anything in the columns that are taken. */
export const isEmptyRow = (cells: readonly CellValue[], columns: readonly JudgedColumn[]): boolean =>
  columns.every(({ index, field }) => {
    if (field === null) return true;
    const value = cells[index] ?? null;
    return value === null || (!isCellFault(value) && cellText(value).trim() === '');
  });

function judgeIban({ iban }: RowReading, collector: Collector): string | null {
  if (iban === null) return null;
  const parsed = parseIban(iban.text);
  if (parsed.ok) return parsed.value;
  collector.problem(iban.column, `iban.${parsed.code}`, 'error');
  return null;
}

/** The column that a field of the record was read from, by the longest path that is known. */
function columnOf({ places }: RowReading, path: string): number | null {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const column = places.get(at);
    if (column !== undefined) return column;
  }
  return null;
}

const offerOf = ({ birthOffer }: RowReading, code: string): ProblemDetails =>
  code === 'birth.otherCalendar' && birthOffer !== null ? { offer: birthOffer } : {};

/** Gathers what is read of a row: texts after repairs, and what was repaired or wrong. */
export type Collector = ReturnType<typeof createCollector>;

const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+?\d+$/iu;

function createCollector(columns: readonly JudgedColumn[], cells: readonly CellValue[]) {
  const problems: CellProblem[] = [];
  const fixes: { column: number; fix: ImportFix }[] = [];
  const problem = (
    column: number | null,
    code: string,
    severity: CellProblem['severity'],
    details: ProblemDetails = {},
  ): void => {
    // One cell, one error: what comes second follows from the first.
    if (
      severity === 'error' &&
      column !== null &&
      problems.some((one) => one.column === column && one.severity === 'error')
    )
      return;
    problems.push({ column, code, severity, details });
  };
  const fixed = (column: JudgedColumn, fix: ImportFix): boolean => {
    if (column.keep.includes(fix)) return false;
    fixes.push({ column: column.index, fix });
    return true;
  };
  const valueOf = (column: JudgedColumn): CellValue => cells[column.index] ?? null;
  /** The text of a cell, cleaned; empty where there is nothing or nothing that can be read. */
  const textOf = (column: JudgedColumn): string => {
    const value = valueOf(column);
    if (value === null) return '';
    if (isCellFault(value)) {
      problem(
        column.index,
        value.fault === 'formula' ? 'importCell.formula' : 'importCell.excelError',
        'error',
      );
      return '';
    }
    // Excel's own mark of a text, which some programs write into the text.
    const text = stripInvisible(cellText(value))
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/^'(?=.)/u, '');
    if (text !== '' && isPlaceholder(text) && fixed(column, 'placeholder')) return '';
    return text;
  };
  /** The text of a number that must keep its digits: what Excel has made of it is told. */
  const digitsOf = (column: JudgedColumn): string => {
    if (valueOf(column) instanceof Date) {
      problem(column.index, 'importCell.becameDate', 'error');
      return '';
    }
    const text = textOf(column);
    if (!SCIENTIFIC.test(text)) return text;
    problem(column.index, 'importCell.scientific', 'error');
    return '';
  };
  const of = (field: ColumnChoice['field']): readonly JudgedColumn[] =>
    columns.filter((column) => column.field === field);
  return { problems, fixes, problem, fixed, valueOf, textOf, digitsOf, of };
}
