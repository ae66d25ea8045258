import { IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Comparison } from '#shared/duplicates/merge-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import {
  COLUMNS,
  type ChoiceField,
  type Choices,
  type ColumnName,
  type CompareRow,
} from './compare-model.ts';
import css from './duplicates.module.css';
import { FieldValue } from './field-value.tsx';

/**
 * Both records, field by field. What differs is chosen: arrows up and down go from field to field, 1 and 2 (or the arrows
 * to either side) choose, whatever keyboard layout is on.
 */
export function CompareTable({
  comparison,
  rows,
  stays,
  choices,
  onStays,
  onChoose,
}: {
  readonly comparison: Comparison;
  readonly rows: readonly CompareRow[];
  readonly stays: ColumnName;
  readonly choices: Choices;
  readonly onStays: (column: ColumnName) => void;
  readonly onChoose: (field: ChoiceField, column: ColumnName) => void;
}) {
  const { t, text } = useText();
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const up = event.key === 'ArrowUp';
    if (!up && event.key !== 'ArrowDown') return;
    const groups = [...(table.current?.querySelectorAll('[data-choice]') ?? [])];
    const at = groups.findIndex((group) => group.contains(document.activeElement));
    const next = groups[at + (up ? -1 : 1)];
    event.preventDefault();
    next?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  return (
    <table
      ref={table}
      className={css['compare']}
      aria-label={t('duplicates.compare.label')}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <td />
          {COLUMNS.map((column, index) => (
            <th key={column} scope="col">
              {t(index === 0 ? 'duplicates.compare.first' : 'duplicates.compare.second')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <ChoiceRow
          label={t('duplicates.compare.stays')}
          chosen={stays}
          onChoose={onStays}
          autoFocus
          cell={(column) => (
            <>
              <b>{comparison[column].party.name}</b>
              {column === stays ? (
                <span className={css['matched']}>{t('duplicates.compare.staysHere')}</span>
              ) : null}
            </>
          )}
        />
        {rows.map(({ field, differs, chosen }) =>
          chosen ? (
            <ChoiceRow
              key={field}
              label={text('duplicates.mergeField', field)}
              mark={
                <span className={css['differs']}>
                  <Icon of={IconEqualNot} size="xs" />
                  {t('duplicates.compare.differs')}
                </span>
              }
              chosen={choices[field]}
              onChoose={(column) => onChoose(field, column)}
              cell={(column) => <FieldValue side={comparison[column]} field={field} />}
            />
          ) : (
            <tr key={field}>
              <th scope="row">
                {text('duplicates.mergeField', field)}
                <span className={css['equal']}>
                  {differs ? null : <Icon of={IconEqual} size="xs" />}
                  {t(differs ? 'duplicates.compare.onlyOne' : 'duplicates.compare.equal')}
                </span>
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className={css['plain']}>
                  <FieldValue side={comparison[column]} field={field} />
                </td>
              ))}
            </tr>
          ),
        )}
        <JoinedRows comparison={comparison} />
      </tbody>
    </table>
  );
}

/** One field that differs: two radios in the cells of its row. */
function ChoiceRow({
  label,
  mark,
  chosen,
  onChoose,
  cell,
  autoFocus = false,
}: {
  readonly label: string;
  readonly mark?: ReactNode;
  readonly chosen: ColumnName;
  readonly onChoose: (column: ColumnName) => void;
  readonly cell: (column: ColumnName) => ReactNode;
  readonly autoFocus?: boolean;
}) {
  const name = useId();
  const row = useRef<HTMLTableRowElement>(null);
  const choose = (column: ColumnName): void => {
    onChoose(column);
    row.current?.querySelector<HTMLElement>(`input[value="${column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const column =
      event.code === 'Digit1' || event.code === 'Numpad1'
        ? 'low'
        : event.code === 'Digit2' || event.code === 'Numpad2'
          ? 'high'
          : event.key === 'ArrowLeft' || event.key === 'ArrowRight'
            ? // As they stand on the screen: the first file is at the start of the line.
              (event.key === 'ArrowRight') === (document.documentElement.dir === 'rtl')
              ? 'low'
              : 'high'
            : null;
    if (column === null) return;
    event.preventDefault();
    choose(column);
  };
  return (
    <tr ref={row} data-choice="">
      <th scope="row" id={`${name}-label`}>
        {label}
        {mark}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} data-chosen={chosen === column || undefined}>
          <label className={css['choice']}>
            <input
              type="radio"
              name={name}
              value={column}
              checked={chosen === column}
              aria-labelledby={`${name}-label ${name}-${column}`}
              autoFocus={autoFocus && chosen === column}
              onChange={() => choose(column)}
              onKeyDown={onKeyDown}
            />
            <span id={`${name}-${column}`} className={css['value']}>
              {cell(column)}
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}

/** Lists are joined, not chosen: nothing of either is lost. */
function JoinedRows({ comparison }: { readonly comparison: Comparison }) {
  const { t, text, digits } = useText();
  const joined = (['aliases', 'legacyNumbers', 'roles'] as const).filter((field) =>
    COLUMNS.some((column) => comparison[column].party[field].length > 0),
  );
  return joined.map((field) => (
    <tr key={field}>
      <th scope="row">
        {text('duplicates.mergeField', field)}
        <span className={css['equal']}>{t('duplicates.compare.joined')}</span>
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className={css['plain']}>
          {comparison[column].party[field]
            .map((one) => (field === 'roles' ? text('domain.partyRole', one) : digits(one)))
            .join('، ')}
        </td>
      ))}
    </tr>
  ));
}
