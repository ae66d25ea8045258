import { useState } from 'react';
import { addDays } from '#shared/calendar/iso-day.ts';
import { addMonths } from '#shared/documents/document.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import css from './outreach.module.css';

/** Until when somebody is left alone, a week on until another day is chosen. Mounted while it is open. */
export function SnoozeDialog({
  name,
  onConfirm,
  onClose,
}: {
  readonly name: string;
  readonly onConfirm: (until: string, note: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const week = addDays(today, 7);
  const month = addMonths(today, 1);
  const [until, setUntil] = useState<string | null>(week);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = until === null || until <= today;
  const confirm = (): void => {
    setAsked(true);
    if (!wrong) onConfirm(until, note.trim());
  };
  useKey('Ctrl+Enter', t('outreach.snoozeDialog.confirm'), confirm);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('outreach.snoozeDialog.title', { name })}
      width="36rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" onClick={confirm}>
            {t('outreach.snoozeDialog.confirm')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <div className={css['quick']}>
          {(
            [
              ['week', week],
              ['month', month],
            ] as const
          ).map(([key, day]) => (
            <Button key={key} size="sm" pressed={until === day} onClick={() => setUntil(day)}>
              {t(`outreach.snoozeDialog.${key}`)}
            </Button>
          ))}
        </div>
        <DualDateField
          label={t('outreach.snoozeDialog.until')}
          required
          autoFocus
          value={until}
          onChange={setUntil}
          onUnfinished={() => setUntil(null)}
          error={asked && wrong ? t('outreach.snoozeDialog.missing') : undefined}
        />
        <TextField
          label={t('outreach.snoozeDialog.note')}
          help={t('outreach.snoozeDialog.noteHelp')}
          optional
          maxLength={200}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}
