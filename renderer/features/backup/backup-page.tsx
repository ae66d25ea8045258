import { IconAlertTriangle, IconCircleCheck, IconFolder } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { BackupStatus } from '#shared/backup/backup-contract.ts';
import type { AppEvents } from '#shared/ipc/events.ts';
import { call, onEvent } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, CardSection } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import css from './backup-page.module.css';

type Progress = AppEvents['backup.progress'];

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

function LastBackup({ status }: { readonly status: BackupStatus }) {
  const { t } = useText();
  if (status.lastAtMs === null) {
    return (
      <Note kind="warning" icon={IconAlertTriangle}>
        <b>{t('backup.never')}.</b> {t('backup.neverHelp')}
      </Note>
    );
  }
  return (
    <SummaryList
      rows={[
        {
          term: t('backup.at'),
          value: <When atMs={status.lastAtMs} />,
          mark:
            status.lastVerifiedAtMs === null ? (
              <Badge kind="danger" icon={IconAlertTriangle}>
                {t('backup.notVerified')}
              </Badge>
            ) : (
              <Badge kind="success" icon={IconCircleCheck}>
                {t('backup.verified')}
              </Badge>
            ),
        },
        { term: t('backup.file'), value: <bdi dir="ltr">{status.lastFile}</bdi> },
        {
          term: t('backup.size'),
          value: t('backup.megabytes', { size: megabytes(status.lastSizeBytes ?? 0) }),
        },
      ]}
    />
  );
}

function ProgressBar({ progress }: { readonly progress: Progress | null }) {
  const { t } = useText();
  const percent =
    progress === null || progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * 100);
  const stage = progress?.stage ?? 'snapshot';
  return (
    <div className={css['progress']}>
      <div
        role="progressbar"
        aria-label={t(`backup.stage.${stage}`)}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className={css['bar']}
      >
        <i style={{ inlineSize: `${percent}%` }} />
      </div>
      <p role="status">
        {t('backup.running')}. {t(`backup.stage.${stage}`)}: {t('backup.progress', { percent })}
      </p>
    </div>
  );
}

/** A backup to a folder that the person chooses, written and opened again before it is called done. */
export function BackupPage() {
  const { t } = useText();
  const say = useErrorText();
  const status = useChannelQuery('backup.status', undefined);
  const take = useChannelCommand('backup.export');
  const [folder, setFolder] = useState<string | null>(null);
  const [chooseError, setChooseError] = useState<unknown>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => onEvent('backup.progress', setProgress), []);

  const choose = async (): Promise<string | null> => {
    setChooseError(null);
    try {
      const chosen = await call('backup.chooseFolder');
      if (chosen !== null) setFolder(chosen);
      return chosen;
    } catch (error) {
      setChooseError(error);
      return null;
    }
  };
  const run = async (): Promise<void> => {
    if (take.isPending) return;
    const to = folder ?? (await choose());
    if (to === null) return;
    setProgress(null);
    take.mutate({ folder: to });
  };
  useKey('Ctrl+Enter', t('backup.take'), () => void run());
  const problem = chooseError ?? take.error;
  return (
    <Card pane={t('backup.title')}>
      <CardHeader title={t('backup.title')} />
      <CardBody scroll flush>
        <CardSection title={t('backup.status')}>
          <QueryView query={status} rows={3}>
            {(data) => <LastBackup status={data} />}
          </QueryView>
        </CardSection>
        <CardSection title={t('backup.folder')}>
          <div className={css['folder']}>
            <Button
              icon={<Icon of={IconFolder} size="sm" />}
              disabled={take.isPending}
              onClick={() => void choose()}
            >
              {t('backup.chooseFolder')}
            </Button>
            {folder === null ? (
              <span className={css['none']}>{t('backup.noFolder')}</span>
            ) : (
              <bdi dir="ltr" className={css['path']}>
                {folder}
              </bdi>
            )}
          </div>
          <div className={css['outcome']}>
            {problem === null ? null : <ErrorBlock text={say(problem)} />}
            {take.isPending ? <ProgressBar progress={progress} /> : null}
            {take.data === undefined ? null : (
              <Note kind="success" icon={IconCircleCheck}>
                {t('backup.done')}
                <bdi dir="ltr" className={css['done']}>
                  {take.data.file}
                </bdi>
              </Note>
            )}
            {take.data === undefined || take.data.lostFiles === 0 ? null : (
              <Note kind="warning" icon={IconAlertTriangle}>
                {t('backup.lostFiles', { count: take.data.lostFiles })}
              </Note>
            )}
          </div>
        </CardSection>
        <CardSection title={t('backup.how')}>
          <p className={css['how']}>{t('backup.howText')}</p>
        </CardSection>
      </CardBody>
      <CardFooter>
        <Button kind="filled" keys="Ctrl+Enter" loading={take.isPending} onClick={() => void run()}>
          {t('backup.take')}
        </Button>
      </CardFooter>
    </Card>
  );
}
