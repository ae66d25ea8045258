import type { ReactElement } from 'react';
import type { ImportRun, UndoPlan } from '#shared/imports/import.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { ErrorBlock, Note, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useImportProgress } from './use-import.ts';
import css from './imports.module.css';

/** How many of those that stay are named; the others are a number. */
const NAMED = 50;

/** What undoing takes out, what goes back, what stays and why; then a second key. */
export function UndoDialog({
  run,
  onClose,
}: {
  readonly run: ImportRun;
  readonly onClose: () => void;
}): ReactElement {
  const { t, digits } = useText();
  const say = useErrorText();
  const plan = useChannelQuery('imports.undoPlan', { id: run.id });
  const undo = useChannelCommand('imports.undo');
  const progress = useImportProgress(undo.isPending);
  const nothing = plan.data !== undefined && plan.data.remove + plan.data.restore === 0;
  const confirm = async (): Promise<void> => {
    if (plan.data === undefined || nothing) return;
    const done = await undo.mutateAsync({ id: run.id }).catch(() => null);
    if (done === null) return;
    const { remove, restore, keep } = done;
    showToast(t('imports.undo.done', { remove, restore, keep: keep.length }));
    onClose();
  };
  const error = plan.error ?? undo.error;
  return (
    <ConfirmWithSecondKey
      opened
      danger
      title={t('imports.undo.title')}
      verb={t('imports.undo.verb')}
      consequence={nothing ? t('imports.undo.nothing') : t('imports.undo.consequence')}
      busy={undo.isPending}
      onClose={onClose}
      onConfirm={() => void confirm()}
      summary={[
        { term: t('imports.runs.file'), value: <bdi>{run.fileName}</bdi> },
        ...(plan.data === undefined
          ? []
          : [
              { term: t('imports.undo.remove'), value: digits(plan.data.remove) },
              { term: t('imports.undo.restore'), value: digits(plan.data.restore) },
              { term: t('imports.undo.keep'), value: digits(plan.data.keep.length) },
            ]),
      ]}
    >
      {error === null ? null : <ErrorBlock text={say(error)} />}
      {plan.isPending ? <SkeletonRows rows={3} /> : null}
      {plan.data === undefined || plan.data.keep.length === 0 ? null : <Kept keep={plan.data.keep} />}
      {progress === null || progress.total === 0 ? null : (
        <span role="status" className={css['figures']}>
          {t('imports.progress.undoing')}:{' '}
          {t('imports.progress.of', { done: progress.done, total: progress.total })}
        </span>
      )}
    </ConfirmWithSecondKey>
  );
}

function Kept({ keep }: { readonly keep: UndoPlan['keep'] }): ReactElement {
  const { t } = useText();
  return (
    <Note kind="warning">
      <b>{t('imports.undo.keptTitle')}</b>
      <ul className={css['kept']}>
        {keep.slice(0, NAMED).map(({ row, partyId, name, reason }) => (
          <li key={row}>
            <AppLink to={paths.beneficiary(partyId)}>{name}</AppLink> — {t(`imports.keptReason.${reason}`)}
          </li>
        ))}
        {keep.length > NAMED ? <li>{t('imports.undo.more', { count: keep.length - NAMED })}</li> : null}
      </ul>
    </Note>
  );
}
