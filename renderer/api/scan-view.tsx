import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { FileRef } from '#shared/files/stored-file.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ScanStage } from '#renderer/ui/scan-stage.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { QueryView } from './query-view.tsx';
import { useChannelCommand, useChannelQuery } from './use-channel.ts';

/** A kept file on its table, fetched and ready to be saved as a copy. Every look at a record's file is logged. */
export function ScanView({
  file,
  title,
  lead,
}: {
  readonly file: FileRef;
  readonly title: string;
  readonly lead?: ReactNode;
}) {
  const { t } = useText();
  const say = useErrorText();
  const query = useChannelQuery('files.get', { sha256: file.sha256, name: file.name });
  const save = useChannelCommand('files.save');
  const [problem, setProblem] = useState<unknown>(null);
  const saveCopy = async (): Promise<void> => {
    setProblem(null);
    try {
      const saved = await save.mutateAsync(file);
      if (saved !== null) showToast(t('files.savedTo', { path: saved.path }));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      {problem === null ? null : <ErrorBlock text={say(problem)} />}
      <QueryView query={query} rows={8}>
        {({ bytes, mediaType }) => (
          <ScanStage
            key={file.sha256}
            title={title}
            name={file.name}
            bytes={bytes}
            mediaType={mediaType}
            lead={lead}
            actions={
              <IconButton
                label={t('files.saveCopy')}
                icon={<Icon of={IconDownload} />}
                onClick={() => void saveCopy()}
              />
            }
          />
        )}
      </QueryView>
    </>
  );
}
