import { IconAlertCircle, IconAlertTriangle, IconWand } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { type ColumnChoice, IMPORT_FIELDS, type ImportField } from '#shared/imports/fields.ts';
import type { ImportColumn } from '#shared/imports/import.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { CheckField, SelectField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import css from './imports.module.css';

const NONE = 'none';
const isField = (value: string | null): value is ImportField =>
  value !== null && (IMPORT_FIELDS as readonly string[]).includes(value);

/** One column of the file: its heading, what stands in it, what it is taken for, and what a check found there. */
export function ColumnLine({
  column,
  choice,
  onChange,
}: {
  readonly column: ImportColumn;
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}): ReactElement {
  const { t, text, digits } = useText();
  const heading = column.heading === '' ? t('imports.columns.noHeading') : column.heading;
  const toggle = (fix: ColumnChoice['keep'][number], kept: boolean): void =>
    onChange({ ...choice, keep: kept ? [...choice.keep, fix] : choice.keep.filter((one) => one !== fix) });
  // What was refused stays on the list, or it could not be allowed again.
  const fixes = [
    ...column.fixes,
    ...choice.keep
      .filter((fix) => !column.fixes.some((one) => one.fix === fix))
      .map((fix) => ({ fix, count: 0 })),
  ];
  const dated = choice.field === 'birthHijri' || choice.field === 'birthGregorian';
  return (
    <li className={css['column']} data-off={choice.field === null || undefined}>
      <span className={css['columnName']} dir="ltr">
        {column.name}
      </span>
      <div className={css['columnText']}>
        <b data-none={column.heading === '' || undefined}>{heading}</b>
        <span className={css['samples']}>
          {column.samples.map((sample) => (
            <bdi key={sample}>{sample}</bdi>
          ))}
        </span>
      </div>
      <div className={css['columnField']}>
        <SelectField
          label={t('imports.columns.fieldOf', { name: column.name, heading })}
          value={choice.field ?? NONE}
          searchable
          choices={[
            { value: NONE, label: t('imports.columns.none') },
            ...IMPORT_FIELDS.map((field) => ({ value: field, label: t(`imports.field.${field}`) })),
          ]}
          onChange={(value) => onChange({ ...choice, field: isField(value) ? value : null })}
        />
      </div>
      {choice.field === null || (fixes.length === 0 && column.problems.length === 0 && !dated) ? null : (
        <div className={css['found']}>
          {column.problems.map(({ code, severity, count, details }) => (
            <p key={code} data-severity={severity}>
              <Icon of={severity === 'error' ? IconAlertCircle : IconAlertTriangle} size="sm" />
              <span>
                <b>{digits(count)}</b> · {text('validation', code, details)}
              </span>
            </p>
          ))}
          {dated ? (
            <CheckField
              label={t('imports.columns.byYear')}
              checked={choice.byYear}
              onChange={(byYear) => onChange({ ...choice, byYear })}
            />
          ) : null}
          {fixes.map(({ fix, count }) => (
            <div key={fix} className={css['fix']}>
              <Icon of={IconWand} size="sm" />
              <span>
                {t(`imports.fix.${fix}`)}
                {count === 0 ? '' : ` (${digits(count)})`}
              </span>
              <CheckField
                label={t('imports.columns.keepAs', { fix: t(`imports.fix.${fix}`) })}
                checked={choice.keep.includes(fix)}
                onChange={(kept) => toggle(fix, kept)}
              />
            </div>
          ))}
        </div>
      )}
    </li>
  );
}
