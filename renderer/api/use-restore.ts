import { useEffect, useState } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useKey } from '#renderer/ui/keys.ts';
import { call, onEvent } from './client.ts';
import { queryClient } from './query-client.ts';
import { useChannelCommand } from './use-channel.ts';

/** The restore from an archive and the printed key; its answer fits `RestoreForm`. Afterwards the gate opens by itself. */
export function useRestore() {
  const { t, text } = useText();
  const say = useErrorText();
  const [archive, setArchive] = useState<string | null>(null);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [keyError, setKeyError] = useState<string | undefined>(undefined);
  const [progress, setProgress] = useState<string | undefined>(undefined);
  const [chooseProblem, setChooseProblem] = useState<string | undefined>(undefined);
  const restore = useChannelCommand('firstRun.restore');
  useEffect(
    () =>
      onEvent('backup.progress', ({ stage, done, total }) => {
        const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
        setProgress(`${text('backup.stage', stage)}. ${t('backup.progress', { percent })}`);
      }),
    [t, text],
  );
  const chooseArchive = async (): Promise<string | null> => {
    setChooseProblem(undefined);
    try {
      const path = await call('firstRun.chooseArchive');
      if (path !== null) setArchive(path);
      return path;
    } catch (error) {
      setChooseProblem(say(error));
      return null;
    }
  };
  const run = async (): Promise<void> => {
    if (restore.isPending) return;
    setKeyError(recoveryKey.trim() === '' ? text('validation', 'required') : undefined);
    const path = archive ?? (await chooseArchive());
    if (path === null || recoveryKey.trim() === '') return;
    restore.mutate(
      { archive: path, recoveryKey },
      {
        onSuccess: (state) => {
          queryClient.setQueryData(['app.state', null], state);
          void queryClient.invalidateQueries();
        },
        onSettled: () => setProgress(undefined),
      },
    );
  };
  useKey('Ctrl+Enter', t('recovery.restore'), () => void run());
  return {
    archive,
    recoveryKey,
    onChooseArchive: () => void chooseArchive(),
    onKey: setRecoveryKey,
    onRestore: () => void run(),
    busy: restore.isPending,
    progress: restore.isPending ? (progress ?? t('recovery.restoring')) : undefined,
    problem: chooseProblem ?? (restore.error === null ? undefined : say(restore.error)),
    keyError,
  };
}
