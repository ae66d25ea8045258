import { IconCalendar, IconChevronRight, IconHelpCircle } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type {
  Decision,
  ImportCounts,
  ImportOptions,
  ImportProgress,
  ImportRowView,
  ImportState,
  RowFilter,
} from '#shared/imports/import.ts';
import type { ColumnChoice } from '#shared/imports/fields.ts';
import { ApiError } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { CheckRows } from './check-rows.tsx';
import css from './imports.module.css';
import { ImportProgressView } from './import-progress.tsx';
import { RowDetail } from './row-detail.tsx';

const DECISIONS: readonly Decision[] = ['add', 'fill', 'leave'];
const FILTERS = [
  ['all', 'rows'],
  ['undecided', 'undecided'],
  ['faulty', 'faulty'],
  ['likely', 'likely'],
  ['sameId', 'sameId'],
  ['warned', 'warned'],
  ['left', 'leave'],
] as const satisfies readonly (readonly [RowFilter, keyof ImportCounts])[];

/** The third step: every row with its state; what resembles somebody is decided before anything is written. */
export function CheckStep({
  state,
  counts,
  busy,
  progress,
  onRun,
  onCheck,
  onFailed,
}: {
  readonly state: ImportState;
  readonly counts: ImportCounts;
  readonly busy: boolean;
  readonly progress: ImportProgress | null;
  readonly onRun: () => void;
  readonly onCheck: (choice: { columns: ColumnChoice[]; options: ImportOptions }) => void;
  readonly onFailed: (error: unknown) => void;
}): ReactElement {
  const { t, digits } = useText();
  const decide = useChannelCommand('imports.decide');
  const back = useChannelCommand('imports.back');
  const waits = counts.undecided > 0;
  const [wanted, setFilter] = useState<RowFilter>(waits ? 'undecided' : 'all');
  // What waits stands first; once nothing does, all of it.
  const filter = wanted === 'undecided' && !waits ? 'all' : wanted;
  const [chosen, setChosen] = useState<ImportRowView | null>(null);
  const written = counts.add + counts.fill;
  const decideFor = (rows: number[] | 'undecided', decision: Decision): void =>
    decide.mutate({ rows, decision }, { onError: onFailed, onSuccess: () => onFailed(null) });
  const run = (): void => {
    if (busy) return;
    if (counts.undecided > 0) {
      setFilter('undecided');
      onFailed(new ApiError('importUndecided', { count: counts.undecided }));
    } else if (written === 0) onFailed(new ApiError('importNothing', {}));
    else onRun();
  };
  useKey('Ctrl+Enter', t('imports.check.run', { count: written }), run);
  useKey('Alt+ArrowRight', t('imports.check.back'), () => back.mutate(undefined), { enabled: !busy });
  const shown = state.columns.filter(({ choice }) => choice.field !== null);
  return (
    <SplitPane columns="minmax(0, 1fr) 24rem">
      <Card pane={t('imports.check.title')} grow>
        <div className={css['filters']}>
          <Segmented
            label={t('imports.check.filter')}
            hideLabel
            compact
            value={filter}
            choices={FILTERS.filter(
              ([value, count]) => value === 'all' || value === filter || counts[count] > 0,
            ).map(([value, count]) => ({
              value,
              label: `${t(`imports.check.${value}`)} ${digits(counts[count])}`,
            }))}
            onChange={setFilter}
          />
        </div>
        {counts.undecided === 0 ? null : (
          <div className={css['notes']}>
            <Note kind="warning" icon={IconHelpCircle}>
              <b>{t('imports.check.undecidedTitle', { count: counts.undecided })}.</b>{' '}
              {t('imports.check.undecidedHelp')}
              <span className={css['forAll']}>
                {DECISIONS.map((decision) => (
                  <Button
                    key={decision}
                    size="sm"
                    label={t('imports.check.forAll', { decision: t(`imports.check.${decision}`) })}
                    onClick={() => decideFor('undecided', decision)}
                  >
                    {t(`imports.check.${decision}`)}
                  </Button>
                ))}
              </span>
            </Note>
          </div>
        )}
        <OtherCalendar state={state} busy={busy} onCheck={onCheck} />
        <CheckRows key={filter} filter={filter} columns={shown} onChosen={setChosen} />
        <CardFooter
          end={
            <Button
              kind="quiet"
              icon={<Icon of={IconChevronRight} />}
              loading={back.isPending}
              onClick={() => back.mutate(undefined, { onError: onFailed })}
            >
              {t('imports.check.back')}
            </Button>
          }
        >
          {busy ? (
            <ImportProgressView progress={progress} />
          ) : (
            <>
              <Button kind="filled" keys="Ctrl+Enter" onClick={run}>
                {t('imports.check.run', { count: written })}
              </Button>
              <span className={css['dim']}>{t('imports.check.allOrNothing')}</span>
            </>
          )}
        </CardFooter>
      </Card>
      <RowDetail row={chosen} columns={shown} onDecide={(row, decision) => decideFor([row], decision)} />
    </SplitPane>
  );
}

/** Dates of the other calendar than their column's: the right reading is offered for the whole column. */
function OtherCalendar({
  state,
  busy,
  onCheck,
}: {
  readonly state: ImportState;
  readonly busy: boolean;
  readonly onCheck: (choice: { columns: ColumnChoice[]; options: ImportOptions }) => void;
}): ReactElement | null {
  const { t } = useText();
  const wrong = state.columns.flatMap((column) => {
    const found = column.problems.find(({ code }) => code === 'birth.otherCalendar');
    return found === undefined || column.choice.byYear ? [] : [{ column, found }];
  });
  const [first] = wrong;
  if (first === undefined) return null;
  const { column, found } = first;
  const take = (): void =>
    onCheck({
      columns: state.columns.map(({ index, choice }) =>
        index === column.index ? { ...choice, byYear: true } : choice,
      ),
      options: state.options,
    });
  return (
    <div className={css['notes']}>
      <Note kind="warning" icon={IconCalendar}>
        {t('imports.check.otherCalendar', { count: found.count, heading: column.heading })}{' '}
        {found.details['offer'] === undefined ? null : <bdi>({found.details['offer']})</bdi>}
        <span className={css['forAll']}>
          <Button size="sm" loading={busy} onClick={take}>
            {t('imports.check.takeByYear')}
          </Button>
        </span>
      </Note>
    </div>
  );
}
