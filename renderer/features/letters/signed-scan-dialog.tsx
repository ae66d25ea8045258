import type { ReactElement } from 'react';
import type { ApiError } from '#renderer/api/client.ts';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import type { FileRef } from '#shared/files/stored-file.ts';

/** Takes the scan of the signed sheet: chosen, dropped or pasted, it is filed at once, and taken back from the toast. */
export function SignedScanDialog({
  opened,
  error,
  onFile,
  onClose,
}: {
  readonly opened: boolean;
  readonly error: ApiError | null;
  readonly onFile: (file: FileRef) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('letterLife.scan.title')}
      footer={
        <Button keys="Esc" onClick={onClose}>
          {t('letters.actions.back')}
        </Button>
      }
    >
      <p>{t('letterLife.scan.hint')}</p>
      <FilePicker label={t('letterLife.scan.field')} accept="scan" autoFocus onFile={onFile} />
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
    </Dialog>
  );
}
