import type { ReactElement } from 'react';
import type { ImportProgress } from '#shared/imports/import.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import css from './imports.module.css';

/** What runs, quietly, with how far it is and one key that stops it. */
export function ImportProgressView({ progress }: { readonly progress: ImportProgress | null }): ReactElement {
  const { t } = useText();
  const cancel = useChannelCommand('imports.cancel');
  const stop = (): void => cancel.mutate(undefined);
  useKey('Esc', t('imports.progress.cancel'), stop);
  const { stage, done, total } = progress ?? { stage: 'reading' as const, done: 0, total: 0 };
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  const words = t(`imports.progress.${stage}`);
  return (
    <div className={css['progress']}>
      <div className={css['progressLine']}>
        <span role="status">{words}</span>
        {total === 0 ? null : (
          <span className={css['figures']}>{t('imports.progress.of', { done, total })}</span>
        )}
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
      <div>
        <Button size="sm" keys="Esc" onClick={stop}>
          {t('imports.progress.cancel')}
        </Button>
      </div>
    </div>
  );
}
