import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { ImportReport } from '#shared/imports/import.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './imports.module.css';
import reportCss from './report.module.css';
import { RunsList } from './runs-list.tsx';

const FIGURES = ['added', 'filled', 'unchanged', 'leftOut', 'faulty', 'warned'] as const;

/** The report, number by number, and the rows that were not taken. */
export function DoneStep({
  report,
  fileName,
  onAnother,
  onFailed,
}: {
  readonly report: ImportReport;
  readonly fileName: string;
  readonly onAnother: () => void;
  readonly onFailed: (error: unknown) => void;
}): ReactElement {
  const { t, digits } = useText();
  const go = useGo();
  const save = useChannelCommand('imports.saveRejected');
  const rejected = report.faulty + report.leftOut;
  const saveRejected = async (): Promise<void> => {
    const path = await save.mutateAsync(undefined).catch((error: unknown) => {
      onFailed(error);
      return null;
    });
    if (path !== null) showToast(t('imports.done.rejectedSaved'));
  };
  const list = (): void => go(paths.beneficiaries);
  // What is left to do is the primary: the rows that were not taken, or the register.
  const primary = rejected > 0 ? () => void saveRejected() : list;
  useKey('Ctrl+Enter', rejected > 0 ? t('imports.done.saveRejected') : t('imports.done.list'), primary);
  return (
    <SplitPane columns="minmax(0, 1fr) minmax(0, 1fr)">
      <Card pane={t('imports.done.title')} grow>
        <CardHeader title={t('imports.done.title')} aside={<bdi>{fileName}</bdi>} />
        <CardBody scroll>
          <div className={css['stack']}>
            <Note kind="success" icon={IconCircleCheck}>
              <b role="status">{t('imports.done.complete')}.</b> {t('imports.done.undone')}.
            </Note>
            <dl className={reportCss['report']} aria-label={t('imports.done.title')}>
              <div data-whole>
                <dt>{t('imports.done.rows')}</dt>
                <dd>{digits(report.rows)}</dd>
              </div>
              {FIGURES.map((key) => (
                <div key={key} data-none={report[key] === 0 || undefined}>
                  <dt>{t(`imports.done.${key}`)}</dt>
                  <dd>{digits(report[key])}</dd>
                </div>
              ))}
            </dl>
            {rejected === 0 ? null : <Note>{t('imports.done.rejectedHelp')}</Note>}
          </div>
        </CardBody>
        <CardFooter
          end={
            <Button kind="quiet" onClick={onAnother}>
              {t('imports.done.another')}
            </Button>
          }
        >
          {rejected === 0 ? null : (
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconDownload} />}
              loading={save.isPending}
              onClick={() => void saveRejected()}
            >
              {t('imports.done.saveRejected')}
            </Button>
          )}
          <Button
            kind={rejected === 0 ? 'filled' : 'outline'}
            {...(rejected === 0 ? { keys: 'Ctrl+Enter' } : {})}
            onClick={list}
          >
            {t('imports.done.list')}
          </Button>
        </CardFooter>
      </Card>
      <RunsList />
    </SplitPane>
  );
}
