import { type ReactElement } from 'react';
import type { ApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';

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
  const say = useErrorText();
  return (
    <NoteDialog
      opened={opened}
      title={t('letters.returnDialog.title')}
      verb={t('letters.returnDialog.confirm')}
      field={{
        label: t('letters.returnDialog.remarks'),
        help: t('letters.returnDialog.hint'),
        missing: t('letters.returnDialog.missing'),
      }}
      rows={3}
      busy={busy}
      problem={error === null ? undefined : say(error)}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
