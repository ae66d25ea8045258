import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { isAppErrorCode } from '#shared/app-error.ts';
import type { ScanStatus } from '#shared/duplicates/merge-contract.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import css from './duplicates.module.css';

export interface Scan {
  readonly status: ScanStatus | undefined;
  readonly running: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** The search of the whole register: it goes on while one works, and is asked for as long as it runs. */
export function useScan(): Scan {
  const client = useQueryClient();
  const query = useChannelQuery('duplicates.scanStatus', undefined, { refetchEvery: 500 });
  const begin = useChannelCommand('duplicates.scan');
  const stop = useChannelCommand('duplicates.cancelScan');
  const running = query.data?.running ?? false;
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !running) void client.invalidateQueries({ queryKey: ['duplicates.list'] });
    was.current = running;
  }, [running, client]);
  return {
    status: query.data,
    running,
    start: () => begin.mutate(undefined, { onSuccess: () => void query.refetch() }),
    cancel: () => stop.mutate(undefined),
  };
}

/** How far the search is, and what the last one found. */
export function ScanBar({ scan }: { readonly scan: Scan }) {
  const { t, digits } = useText();
  const say = useErrorText();
  const { status } = scan;
  if (status === undefined) return null;
  const { failed } = status;
  if (failed !== null)
    return (
      <div className={css['failed']}>
        <ErrorBlock
          title={t('duplicates.desk.scanFailed', { found: digits(status.found) })}
          text={say({ code: isAppErrorCode(failed) ? failed : 'internal', details: {} })}
        />
      </div>
    );
  if (!status.running && status.finishedAtMs === null) return null;
  const found = digits(status.found);
  return (
    <div className={css['scan']} role="status">
      {status.running ? (
        <>
          <progress value={status.progress} max={1} aria-label={t('duplicates.desk.scan')} />
          <span>
            {t('duplicates.desk.scanning', { percent: digits(Math.round(status.progress * 100)), found })}
          </span>
          <Button size="sm" kind="quiet" onClick={scan.cancel}>
            {t('duplicates.desk.cancelScan')}
          </Button>
        </>
      ) : (
        <span>
          {t(status.cancelled ? 'duplicates.desk.scanStopped' : 'duplicates.desk.scanned', { found })}
        </span>
      )}
    </div>
  );
}
