import { assertNever } from '#shared/assert.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { treatmentOf, type Treatment } from '#shared/exports/export.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { exportWords } from '#shared/locales/ar/exports.ts';
import type { Role } from '#shared/staff/staff.ts';
import type { ExportColumn, ExportKind, ExportList, ExportValue } from './export-list.ts';

/** How a cell is typed in the file. `date`: an ISO day. */
export type CellType = 'text' | 'count' | 'money' | 'date';

/** A column of the file: a date of the list makes two of them, a moment three. */
export interface FileColumn {
  readonly title: string;
  readonly type: CellType;
  readonly width: number;
  readonly cell: (value: ExportValue) => string | number | null;
}

type ListColumn = Omit<ExportColumn<never>, 'value'>;

/** The columns of a list that may leave, in its order, each with what this person gets of it. */
export const treatedColumns = (
  list: ExportList,
  roles: readonly Role[],
): { readonly column: ListColumn; readonly treatment: Treatment }[] =>
  list.columns.map((column) => ({ column, treatment: treatmentOf(column.sensitivity, roles) }));

const WIDTHS: Readonly<Record<ExportKind, number>> = {
  text: 18,
  id: 16,
  phone: 15,
  count: 10,
  money: 14,
  day: 13,
  moment: 13,
};

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Year first and without the era, so that it sorts as it stands. A text: Excel's own Hijri dates follow another calendar
 * than Umm al-Qura and would show another day.
 */
export function hijriText(day: string): string {
  const { year, month, day: of } = hijriFromGregorian(day);
  return `${year}/${two(month)}/${two(of)}`;
}

/** As it is dialled: a leading plus would have to be defused, and Arabic Excel shows it on the wrong side. */
export const dialled = (phone: string): string =>
  phone.startsWith('+966') ? `0${phone.slice(4)}` : phone.startsWith('+') ? `00${phone.slice(1)}` : phone;

const DOTS = '••••••';

function maskedColumn({ key, sensitivity, width, kind }: ListColumn): FileColumn {
  return {
    title: exportWords.columns[key],
    type: 'text',
    width: width ?? WIDTHS[kind],
    cell: (value) =>
      value === null || value === ''
        ? null
        : sensitivity === 'identity'
          ? maskIdentifier(String(value))
          : DOTS,
  };
}

const titled = (pattern: string, title: string): string => pattern.replace('{{title}}', title);

/** What a chosen column becomes in the file. A withheld one becomes nothing. */
export function fileColumns(column: ListColumn, treatment: Treatment): readonly FileColumn[] {
  if (treatment === 'withheld') return [];
  if (treatment === 'masked') return [maskedColumn(column)];
  const title = exportWords.columns[column.key];
  const width = column.width ?? WIDTHS[column.kind];
  const dates = (dayOf: (value: string | number) => string): FileColumn[] => [
    {
      title: titled(exportWords.hijri, title),
      type: 'text',
      width,
      cell: (value) => (value === null || value === '' ? null : hijriText(dayOf(value))),
    },
    {
      title: titled(exportWords.gregorian, title),
      type: 'date',
      width,
      cell: (value) => (value === null || value === '' ? null : dayOf(value)),
    },
  ];
  switch (column.kind) {
    case 'day':
      return dates(String);
    case 'moment':
      return [
        ...dates((value) => riyadhDay(Number(value))),
        {
          title: titled(exportWords.hour, title),
          type: 'text',
          width: 10,
          cell: (value) => (value === null ? null : riyadhTime(Number(value))),
        },
      ];
    case 'money':
      return [
        { title, type: 'money', width, cell: (value) => (value === null ? null : Number(value) / 100) },
      ];
    case 'count':
      return [{ title, type: 'count', width, cell: (value) => (value === null ? null : Number(value)) }];
    case 'phone':
      return [
        {
          title,
          type: 'text',
          width,
          // Several, joined by the list: each is written as it is dialled.
          cell: (value) => (value === null ? null : String(value).split('، ').map(dialled).join('، ')),
        },
      ];
    case 'text':
    case 'id':
      return [{ title, type: 'text', width, cell: (value) => (value === null ? null : String(value)) }];
    default:
      return assertNever(column.kind);
  }
}
