import { IconAlertTriangle, IconCloud, IconCloudCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { riyadhTime } from '#shared/calendar/dual-date.ts';
import type { LetterAutosave } from './use-letter-autosave.ts';
import css from './letters.module.css';

/** «حُفظت المسودة 10:42» at the far end of the title. */
export function SaveStatus({
  autosave,
  savedBeforeMs,
}: {
  readonly autosave: LetterAutosave;
  /** When the row was last written before this page was opened. */
  readonly savedBeforeMs: number | null;
}): ReactElement | null {
  const { t } = useText();
  const errorText = useErrorText();
  const at = autosave.savedAtMs ?? savedBeforeMs;
  if (autosave.status === 'failed') {
    return (
      <span className={css['saveFailed']} role="alert">
        <Icon of={IconAlertTriangle} size="sm" />
        {t('letters.save.retrying', { reason: errorText(autosave.error) })}
      </span>
    );
  }
  if (autosave.status === 'conflict' || (at === null && autosave.status === 'idle')) return null;
  const busy = autosave.status === 'pending' || autosave.status === 'saving' || at === null;
  return (
    <span className={css['saved']} role="status">
      <Icon of={busy ? IconCloud : IconCloudCheck} size="sm" />
      {busy || at === null
        ? t(autosave.status === 'pending' ? 'draft.pending' : 'draft.saving')
        : t('draft.saved', { time: riyadhTime(at) })}
    </span>
  );
}
