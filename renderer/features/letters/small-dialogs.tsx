import { useState, type ReactElement } from 'react';
import type { ApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
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
