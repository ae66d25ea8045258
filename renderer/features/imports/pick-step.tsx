import { IconCalendar, IconCheck, IconDownload, IconTable, IconUsers, IconWand } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { MOST_IMPORT_BYTES, MOST_ROWS } from '#shared/imports/grid.ts';
import type { ImportProgress } from '#shared/imports/import.ts';
import { ApiError } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, CardSection, SplitPane } from '#renderer/ui/card.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useState } from 'react';
import css from './imports.module.css';
import { ImportProgressView } from './import-progress.tsx';
import { RunsList } from './runs-list.tsx';

const MB = 1024 * 1024;
const KNOWN = [
  [IconTable, 'headings'],
  [IconCalendar, 'dates'],
  [IconWand, 'repairs'],
  [IconUsers, 'once'],
] as const;

/** The first step: the file, what is recognised in it, and what was imported before. */
export function PickStep({
  busy,
  progress,
  onFile,
}: {
  readonly busy: boolean;
  readonly progress: ImportProgress | null;
  readonly onFile: (file: File) => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const template = useChannelCommand('imports.saveTemplate');
  const [tooLarge, setTooLarge] = useState<string | undefined>();
  const saveTemplate = async (): Promise<void> => {
    const path = await template.mutateAsync(undefined).catch(() => null);
    if (path !== null) showToast(t('imports.pick.templateSaved'));
  };
  const take = ([file]: readonly File[]): void => {
    if (file === undefined) return;
    // Refused here already: it would only fill the memory on its way across.
    const wrong = file.size > MOST_IMPORT_BYTES;
    setTooLarge(wrong ? say(new ApiError('importFileRefused', { why: 'tooLarge' })) : undefined);
    if (!wrong) onFile(file);
  };
  return (
    <SplitPane columns="minmax(0, 1fr) minmax(0, 1.1fr)">
      <Card pane={t('imports.pick.title')} grow>
        <CardHeader title={t('imports.pick.title')} />
        <CardBody scroll>
          <div className={css['stack']}>
            {busy ? (
              <ImportProgressView progress={progress} />
            ) : (
              <FileDrop
                label={t('imports.pick.label')}
                hideLabel
                help={t('imports.pick.help', { maxMb: MOST_IMPORT_BYTES / MB, most: MOST_ROWS })}
                error={tooLarge ?? (template.error === null ? undefined : say(template.error))}
                extensions=".xlsx,.xlsm,.csv,.tsv,.txt"
                autoFocus
                onFiles={take}
              />
            )}
          </div>
          <CardSection title={t('imports.pick.what')}>
            <ul className={css['known']}>
              {KNOWN.map(([icon, key]) => (
                <li key={key}>
                  <Icon of={icon} />
                  <span>{t(`imports.pick.${key}`)}</span>
                </li>
              ))}
              <li>
                <Icon of={IconCheck} />
                <span>{t('imports.check.allOrNothing')}</span>
              </li>
            </ul>
          </CardSection>
        </CardBody>
        <CardFooter>
          <Button
            icon={<Icon of={IconDownload} />}
            loading={template.isPending}
            onClick={() => void saveTemplate()}
          >
            {t('imports.pick.template')}
          </Button>
        </CardFooter>
      </Card>
      <RunsList />
    </SplitPane>
  );
}
