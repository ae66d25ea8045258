import { useState, type ReactElement } from 'react';
import type { ApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DigitsInput, TextArea } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';

interface SmallDialogProps {
  readonly opened: boolean;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onClose: () => void;
}

/** The signatory's remarks, without which a letter does not go back. */
export function ReturnDialog({
  opened,
  busy,
  error,
  onConfirm,
  onClose,
}: SmallDialogProps & { readonly onConfirm: (remarks: string) => void }): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const [remarks, setRemarks] = useState('');
  const [asked, setAsked] = useState(false);
  const confirm = (): void => {
    setAsked(true);
    if (remarks.trim() !== '') onConfirm(remarks.trim());
  };
  useKey('Ctrl+Enter', t('letters.returnDialog.confirm'), confirm, { enabled: opened && !busy });
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('letters.returnDialog.title')}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={confirm}>
            {t('letters.returnDialog.confirm')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('letters.actions.back')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('letters.returnDialog.remarks')}
        required
        autoFocus
        help={t('letters.returnDialog.hint')}
        value={remarks}
        onChange={setRemarks}
        rows={3}
        error={asked && remarks.trim() === '' ? t('letters.returnDialog.missing') : undefined}
      />
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
    </Dialog>
  );
}

/** Shift+F9: how many sheets leave the printer. */
export function CopiesDialog({
  opened,
  busy,
  error,
  onConfirm,
  onClose,
}: SmallDialogProps & { readonly onConfirm: (copies: number) => void }): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const [copies, setCopies] = useState('2');
  const [asked, setAsked] = useState(false);
  const number = /^\d{1,2}$/.test(copies) ? Number(copies) : 0;
  const valid = number >= 1 && number <= 20;
  const confirm = (): void => {
    setAsked(true);
    if (valid) onConfirm(number);
  };
  useKey('Ctrl+Enter', t('letters.printDialog.confirm'), confirm, { enabled: opened && !busy });
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('letters.printDialog.title')}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={confirm}>
            {t('letters.printDialog.confirm')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <DigitsInput
        label={t('letters.printDialog.copies')}
        required
        autoFocus
        width="8rem"
        value={copies}
        onChange={setCopies}
        error={asked && !valid ? t('letters.printDialog.copiesRange') : undefined}
      />
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
    </Dialog>
  );
}
