import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useRestore } from '#renderer/api/use-restore.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RestoreForm } from '#renderer/ui/restore-form.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import { Door } from './door.tsx';
import css from './recovery-page.module.css';

/** The data folder is there and cannot be used: what is wrong, what was left alone, and the way back. */
export function RecoveryPage({
  dataFolder,
  code,
  details,
}: {
  readonly dataFolder: string;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}) {
  const { t } = useText();
  const say = useErrorText();
  const restore = useRestore();
  const again = useChannelCommand('app.openAgain');
  const lookAgain = (): void =>
    again.mutate(undefined, {
      onSuccess: (state) => {
        queryClient.setQueryData(['app.state', null], state);
        void queryClient.invalidateQueries();
      },
    });
  return (
    <Door title={t('recovery.title')} text={t('recovery.untouched')} wide>
      <div className={css['parts']}>
        <ErrorBlock
          text={say(again.error ?? { code, details })}
          actions={
            <Button loading={again.isPending} onClick={lookAgain}>
              {t('recovery.checkAgain')}
            </Button>
          }
        />
        <SummaryList
          rows={[
            { term: t('recovery.folder'), value: <bdi dir="ltr">{dataFolder}</bdi> },
            { term: t('recovery.code'), value: <bdi dir="ltr">{code}</bdi> },
          ]}
        />
        <section>
          <h2>{t('recovery.restoreTitle')}</h2>
          <p className={css['text']}>{t('recovery.restoreText')}</p>
          <RestoreForm {...restore} />
        </section>
      </div>
    </Door>
  );
}
