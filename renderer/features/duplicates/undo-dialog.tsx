import { useState } from 'react';
import {
  CONFLICT_CHOICES,
  type ConflictChoice,
  type UndoStanding,
} from '#shared/duplicates/merge-contract.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './duplicates.module.css';

type Row = UndoStanding['since'][number];
const keyOf = (row: Row): string => `${row.table}.${row.column}.${row.id}`;

/** Two files again: what was changed since is shown, field by field, with where it may go; or why it cannot be. */
export function UndoDialog({
  mergeId,
  onOpen,
  onClose,
}: {
  readonly mergeId: number;
  readonly onOpen: (mergeId: number) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const standing = useChannelQuery('duplicates.standing', { mergeId }, { fresh: true });
  const merge = standing.data;
  const title =
    merge === undefined
      ? t('duplicates.undo.verb')
      : t('duplicates.undo.title', { gone: merge.mergedName, stays: merge.keptName });
  const blocking = merge?.obstacle?.mergeId ?? null;
  if (merge !== undefined && merge.obstacle === null)
    return <OpenMerge merge={merge} title={title} onClose={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={title} width="36rem">
      <QueryView query={standing} rows={2}>
        {({ obstacle }) =>
          obstacle === null ? null : (
            <div className={css['stack']}>
              <Note kind="warning">
                {t(`duplicates.undo.blocked.${obstacle.code}`, { name: obstacle.name })}
              </Note>
              {blocking === null ? null : (
                <Button onClick={() => onOpen(blocking)}>{t('duplicates.undo.openBlocking')}</Button>
              )}
            </div>
          )
        }
      </QueryView>
    </Dialog>
  );
}

function OpenMerge({
  merge,
  title,
  onClose,
}: {
  readonly merge: UndoStanding;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t, text, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const undo = useChannelCommand('duplicates.undoMerge');
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>({});
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  const names = { gone: merge.mergedName, stays: merge.keptName };
  const run = (): void =>
    undo.mutate(
      {
        mergeId: merge.id,
        conflicts: { ...choices },
        give: merge.since
          .filter((row) => given.has(keyOf(row)))
          .map(({ table, column, id }) => ({ table, column, id })),
      },
      {
        onSuccess: ({ returnedId }) => {
          onClose();
          showToast(t('duplicates.undo.done', { name: merge.mergedName }));
          go(paths.beneficiary(returnedId));
        },
      },
    );
  useKey('Ctrl+Enter', t('duplicates.undo.verb'), run, { enabled: !undo.isPending });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      width="42rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={undo.isPending} onClick={run}>
            {t('duplicates.undo.verb')}
          </Button>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        {undo.error === null ? null : <ErrorBlock text={say(undo.error)} />}
        {merge.conflicts.length === 0 && merge.since.length === 0 ? (
          <p>{t('duplicates.undo.plain')}</p>
        ) : null}
        {merge.conflicts.length === 0 ? null : (
          <section className={css['stack']} aria-label={t('duplicates.undo.conflicts')}>
            <h3 className={css['heading']}>{t('duplicates.undo.conflicts')}</h3>
            {merge.conflicts.map((conflict) => (
              <div key={conflict.field} className={css['conflict']}>
                <b>{text('duplicates.mergeField', conflict.field)}</b>
                <span className={css['values']}>
                  {t('duplicates.undo.before')}:{' '}
                  <bdi>{digits(conflict.before) || t('duplicates.compare.nothing')}</bdi>
                  {' · '}
                  {t('duplicates.undo.now')}:{' '}
                  <bdi>{digits(conflict.now) || t('duplicates.compare.nothing')}</bdi>
                </span>
                <Segmented
                  label={text('duplicates.mergeField', conflict.field)}
                  hideLabel
                  value={choices[conflict.field] ?? 'kept'}
                  onChange={(choice) => setChoices({ ...choices, [conflict.field]: choice })}
                  choices={CONFLICT_CHOICES.map((value) => ({
                    value,
                    label: t(`duplicates.undo.choice.${value}`, names),
                  }))}
                />
              </div>
            ))}
          </section>
        )}
        {merge.since.length === 0 ? null : (
          <fieldset className={css['since']}>
            <legend className={css['heading']}>{t('duplicates.undo.since', names)}</legend>
            <p className={css['dim']}>{t('duplicates.undo.sinceStays', names)}</p>
            {merge.since.map((row) => (
              <CheckField
                key={keyOf(row)}
                label={`${text('duplicates.rows', row.table)}: ${row.label}`}
                checked={given.has(keyOf(row))}
                onChange={(on) => {
                  const next = new Set(given);
                  if (on) next.add(keyOf(row));
                  else next.delete(keyOf(row));
                  setGiven(next);
                }}
              />
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
