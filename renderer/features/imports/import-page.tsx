import { useState, type ReactElement } from 'react';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { PartyTabs } from '#renderer/api/party-tabs.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { ImportSteps } from './import-steps.tsx';
import { PickStep } from './pick-step.tsx';
import { useImportProgress } from './use-import.ts';

/**
 * استيراد قائمة: file, columns, check, report on one page. The import lives in the main process, so whoever leaves the
 * page or starts the desk anew comes back to where it was.
 */
export function ImportPage(): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const state = useChannelQuery('imports.state', undefined);
  const open = useChannelCommand('imports.open');
  const check = useChannelCommand('imports.check');
  const run = useChannelCommand('imports.run');
  const discard = useChannelCommand('imports.discard');
  const busy = open.isPending || check.isPending || run.isPending;
  const progress = useImportProgress(busy || state.isPending);
  /** Nothing of an earlier act's error stands over the next one. */
  const [failed, setFailed] = useState<unknown>(null);
  const act = <T,>(promise: Promise<T>): Promise<T | null> => {
    setFailed(null);
    return promise.catch((error: unknown) => {
      setFailed(error);
      return null;
    });
  };
  const current = state.data ?? null;
  const another = (): void => void act(discard.mutateAsync(undefined));

  return (
    <Screen
      title={t('parties.title')}
      aside={<PartyTabs />}
      actions={<ImportSteps step={current?.step ?? 'file'} />}
    >
      {failed === null ? null : <ErrorBlock text={say(failed)} />}
      {state.error === null ? null : <ErrorBlock text={say(state.error)} />}
      {state.error !== null ? null : state.isPending ? (
        <SkeletonRows rows={8} />
      ) : current === null ? (
        <PickStep
          busy={open.isPending}
          progress={progress}
          onFile={(file) => void act(openFile(file, open.mutateAsync))}
        />
      ) : current.step === 'columns' ? (
        <ColumnsStep
          key={`${current.fileName} ${current.sheet} ${current.headingRow}`}
          state={current}
          busy={check.isPending}
          progress={progress}
          onFailed={setFailed}
          onCheck={(choice) => void act(check.mutateAsync(choice))}
          onAnother={another}
        />
      ) : current.step === 'check' && current.counts !== null ? (
        <CheckStep
          state={current}
          counts={current.counts}
          busy={run.isPending || check.isPending}
          progress={progress}
          onFailed={setFailed}
          onCheck={(choice) => void act(check.mutateAsync(choice))}
          onRun={() => void act(run.mutateAsync(undefined))}
        />
      ) : current.report === null ? null : (
        <DoneStep
          report={current.report}
          fileName={current.fileName}
          onAnother={another}
          onFailed={setFailed}
        />
      )}
    </Screen>
  );
}

const openFile = async <T,>(
  file: File,
  open: (input: { name: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<T>,
): Promise<T> => open({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
