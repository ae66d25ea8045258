import type { ReactNode } from 'react';
import type { ApiError } from '#renderer/api/client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { ErrorBlock } from '#renderer/ui/states.tsx';

/** One act of a session in a dialog: Ctrl+Enter does it, Esc goes back, what was refused stands on top. */
export function ActDialog({
  title,
  verb,
  busy,
  error,
  onAct,
  onClose,
  width,
  children,
}: {
  readonly title: string;
  readonly verb: string;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly width?: string;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const say = useErrorText();
  useKey('Ctrl+Enter', verb, onAct);
  return (
    <Dialog
      opened
      onClose={onClose}
      {...(width === undefined ? {} : { width })}
      title={title}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onAct}>
            {verb}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorBlock text={say(error)} />}
      {children}
    </Dialog>
  );
}
