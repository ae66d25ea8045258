import { IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { BatchProgress } from '#shared/batches/batch.ts';
import { isAppErrorCode } from '#shared/app-error.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Note } from '#renderer/ui/states.tsx';
import css from './batches.module.css';

const STOP_WORDS: Readonly<Record<string, string>> = {
  cancelled: 'cancelled',
  signedOut: 'signedOut',
  diskFull: 'diskFull',
  clockWentBack: 'clock',
  clockJumped: 'clock',
  clockMoved: 'clock',
  notAllowed: 'notAllowed',
  printerFailed: 'printer',
  printerMissing: 'printer',
};

/** What runs, quietly; what stopped it and what to do; or that it is done. */
export function BatchProgressView({ progress }: { readonly progress: BatchProgress }): ReactElement {
  const { t, text } = useText();
  const say = useErrorText();
  const { act, state, done, total, leftOut, stopped } = progress;
  const past = done + leftOut;
  if (state === 'done') {
    return (
      <Note kind="success" icon={IconCircleCheck}>
        {t(`batches.finished.${act}`)}: {t('batches.letters', { count: done })}.
        {leftOut === 0
          ? ''
          : ` ${t('batches.finished.leftOut', { leftOut: t('batches.persons', { count: leftOut }) })}.`}
      </Note>
    );
  }
  if (state === 'stopped') {
    const why = stopped?.why ?? 'cancelled';
    const words = STOP_WORDS[why];
    return (
      <div role={why === 'cancelled' ? 'status' : 'alert'}>
        <Note kind={why === 'cancelled' ? 'neutral' : 'warning'} icon={IconPlayerPause}>
          <b>{t('batches.stopped.title', { done: past, total })}. </b>
          {words === undefined
            ? say({ code: isAppErrorCode(why) ? why : 'internal', details: stopped?.details ?? {} })
            : text('batches.stopped', words)}{' '}
          {t('batches.stopped.kept')}
        </Note>
      </div>
    );
  }
  const percent = total === 0 ? 0 : Math.floor((past / total) * 100);
  const words = state === 'stopping' ? t('batches.running.stopping') : t(`batches.running.${act}`);
  return (
    <div className={css['progress']}>
      <div className={css['progressLine']}>
        <span role="status">{words}</span>
        <span className={css['figures']}>{t('batches.running.of', { done: past, total })}</span>
      </div>
      <div
        role="progressbar"
        aria-label={words}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className={css['bar']}
      >
        <i style={{ inlineSize: `${percent}%` }} />
      </div>
      <p className={css['hint']}>{t('batches.running.mayGo')}</p>
    </div>
  );
}
