import { useState, type ReactElement } from 'react';
import type { ApiError } from '#renderer/api/client.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { DeliveryMethod } from '#shared/letters/letter-life.ts';
import type { Letter } from '#shared/letters/letter.ts';
import { DeliveryMethods } from './delivery-methods.tsx';
import type { DeliveryDraft } from './use-letter-life.ts';

interface DeliveryDialogProps {
  readonly letter: Letter;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onConfirm: (delivery: DeliveryDraft) => void;
  readonly onClose: () => void;
}

/** How a letter reached whom, and when. Mounted when it opens, so that it begins anew each time. */
export function DeliveryDialog({
  letter,
  busy,
  error,
  onConfirm,
  onClose,
}: DeliveryDialogProps): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const today = useToday();
  const { recipient } = letter.content;
  const [method, setMethod] = useState<DeliveryMethod>('byHand');
  // «إلى من يهمه الأمر» is nobody: such a letter is handed to whom it is about.
  const toWhomItConcerns = recipient.name.startsWith('إلى ') && recipient.organisation === '';
  const addressee = recipient.organisation || recipient.name || recipient.title;
  const [receiver, setReceiver] = useState(toWhomItConcerns ? (letter.partyName ?? '') : addressee);
  const [day, setDay] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const [signature, setSignature] = useState<FileRef | null>(null);
  const [asked, setAsked] = useState(false);

  const confirm = (): void => {
    setAsked(true);
    if (busy || receiver.trim() === '' || day === null) return;
    onConfirm({ method, receiver: receiver.trim(), day, note: note.trim(), signature });
  };
  useKey('Ctrl+Enter', t('letterLife.delivery.confirm'), confirm);

  return (
    <Dialog
      opened
      onClose={onClose}
      width="34rem"
      title={t('letterLife.delivery.title')}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={confirm}>
            {t('letterLife.delivery.confirm')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('letters.actions.back')}
          </Button>
        </>
      }
    >
      <DeliveryMethods value={method} onChange={setMethod} />
      <TextField
        label={t('letterLife.delivery.receiver')}
        help={t('letterLife.delivery.receiverHelp')}
        required
        autoFocus
        maxLength={200}
        value={receiver}
        onChange={setReceiver}
        error={asked && receiver.trim() === '' ? t('letterLife.delivery.receiverMissing') : undefined}
      />
      <DualDateField
        label={t('letterLife.delivery.day')}
        required
        value={day}
        onChange={setDay}
        error={asked && day === null ? t('letterLife.delivery.dayMissing') : undefined}
      />
      <TextField
        label={t('letterLife.delivery.note')}
        help={t('letterLife.delivery.noteHelp')}
        optional
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <FilePicker
        label={t('letterLife.delivery.signature')}
        help={t('letterLife.delivery.signatureHelp')}
        accept="scan"
        onFile={({ sha256, name }) => setSignature({ sha256, name })}
      >
        {signature === null ? null : <FileChips files={[signature]} onRemove={() => setSignature(null)} />}
      </FilePicker>
      {letter.partyName === null ? null : (
        <Note>{t('letterLife.delivery.disclosure', { name: letter.partyName })}</Note>
      )}
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
    </Dialog>
  );
}
