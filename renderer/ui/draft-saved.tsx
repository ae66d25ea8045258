import { IconAlertTriangle, IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import { riyadhTime } from '#shared/calendar/dual-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './draft-saved.module.css';
import { Icon } from './icon.tsx';

/** «حُفظت المسودة 10:42»: what the autosave says of itself. Takes the answer of `useAutosave` or `useDraft`. */
export function DraftSaved({
  state,
  savedAtMs,
}: {
  readonly state: 'idle' | 'pending' | 'saving' | 'saved' | 'failed' | 'tooLong';
  readonly savedAtMs: number | null;
}) {
  const { t } = useText();
  if (savedAtMs === null && (state === 'idle' || state === 'saved')) return null;
  const failed = state === 'failed' || state === 'tooLong';
  const words = failed
    ? t(`draft.${state}`)
    : state === 'pending'
      ? t('draft.pending')
      : state === 'saving'
        ? t('draft.saving')
        : t('draft.saved', { time: savedAtMs === null ? '' : riyadhTime(savedAtMs) });
  return (
    <span className={css['saved']} data-failed={failed || undefined} role="status">
      <Icon of={failed ? IconAlertTriangle : state === 'pending' ? IconCloudUp : IconCloudCheck} size="sm" />
      {words}
    </span>
  );
}
