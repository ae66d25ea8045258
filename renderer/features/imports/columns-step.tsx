import { IconFileSpreadsheet, IconHistory, IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { type ColumnChoice, type ImportField, NAME_PARTS, REPEATABLE } from '#shared/imports/fields.ts';
import type { ImportOptions, ImportProgress, ImportState, SheetNote } from '#shared/imports/import.ts';
import { ApiError } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Note } from '#renderer/ui/states.tsx';
import { ColumnLine } from './column-line.tsx';
import { FileOptions } from './file-options.tsx';
import css from './imports.module.css';
import { ImportProgressView } from './import-progress.tsx';

/** What is missing before rows can be judged, as the main process says it too. */
function gapOf(columns: readonly ColumnChoice[]): { why: string; field?: ImportField } | null {
  const has = (field: ImportField): boolean => columns.some((column) => column.field === field);
  if (!has('name') && !NAME_PARTS.some(has)) return { why: 'noName' };
  const twice = columns.find(
    ({ field }, index) =>
      field !== null && !REPEATABLE.has(field) && columns.findIndex((one) => one.field === field) !== index,
  );
  return twice?.field == null ? null : { why: 'twice', field: twice.field };
}

/** The second step: what is in each column, and what holds for all rows. */
export function ColumnsStep({
  state,
  busy,
  progress,
  onCheck,
  onAnother,
  onFailed,
}: {
  readonly state: ImportState;
  readonly busy: boolean;
  readonly progress: ImportProgress | null;
  readonly onCheck: (choice: { columns: ColumnChoice[]; options: ImportOptions }) => void;
  readonly onAnother: () => void;
  readonly onFailed: (error: unknown) => void;
}): ReactElement {
  const { t, text } = useText();
  const [columns, setColumns] = useState<readonly ColumnChoice[]>(() =>
    state.columns.map(({ choice }) => choice),
  );
  const [options, setOptions] = useState<ImportOptions>(state.options);
  const change = (index: number, choice: ColumnChoice): void =>
    setColumns((before) => before.map((one, at) => (at === index ? choice : one)));
  const check = (): void => {
    if (busy) return;
    const gap = gapOf(columns);
    if (gap === null && options.roles.length > 0 && options.noIdReason.trim() !== '')
      onCheck({ columns: [...columns], options });
    else if (gap !== null)
      onFailed(
        new ApiError('importColumns', {
          why: gap.why,
          field: gap.field === undefined ? '' : text('imports.field', gap.field),
        }),
      );
  };
  useKey('Ctrl+Enter', t('imports.columns.check'), check);
  const taken = columns.filter(({ field }) => field !== null).length;
  return (
    <SplitPane columns="minmax(0, 1fr) 20rem">
      <Card pane={t('imports.columns.title')} grow>
        <CardHeader
          title={t('imports.columns.title')}
          aside={t('imports.columns.mapped', { count: taken })}
        />
        <CardBody scroll flush>
          <div className={css['notes']}>
            {state.remembered ? (
              <Note kind="success" icon={IconHistory}>
                {t('imports.columns.remembered')}
              </Note>
            ) : null}
            <FileNotes notes={state.notes} />
          </div>
          <ul className={css['columns']}>
            {state.columns.map((column) => (
              <ColumnLine
                key={column.index}
                column={column}
                choice={columns[column.index] ?? column.choice}
                onChange={(choice) => change(column.index, choice)}
              />
            ))}
          </ul>
        </CardBody>
        <CardFooter
          end={
            <Button kind="quiet" icon={<Icon of={IconFileSpreadsheet} />} onClick={onAnother}>
              {t('imports.columns.another')}
            </Button>
          }
        >
          {busy ? (
            <ImportProgressView progress={progress} />
          ) : (
            <Button kind="filled" keys="Ctrl+Enter" onClick={check}>
              {t('imports.columns.check')}
            </Button>
          )}
        </CardFooter>
      </Card>
      <FileOptions state={state} options={options} onChange={setOptions} onFailed={onFailed} />
    </SplitPane>
  );
}

function FileNotes({ notes }: { readonly notes: readonly SheetNote[] }): ReactElement | null {
  const { text } = useText();
  if (notes.length === 0) return null;
  return (
    <Note kind="warning" icon={IconInfoCircle}>
      <ul className={css['kept']}>
        {notes.map(({ code, details }) => (
          <li key={`${code} ${Object.values(details).join(' ')}`}>{text('imports.note', code, details)}</li>
        ))}
      </ul>
    </Note>
  );
}
