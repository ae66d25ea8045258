import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './fields.tsx';
import { useKey } from './keys.ts';
import { ErrorBlock } from './states.tsx';

/**
 * Asks why, for an act that can be taken back (`ReasonDialog` is for those that cannot): Ctrl+Enter does it, and without
 * a word the focus goes to the field, which says what to write.
 */
export function NoteDialog({
  opened = true,
  title,
  verb,
  field,
  rows = 2,
  busy,
  problem,
  onConfirm,
  onClose,
  children,
}: {
  readonly opened?: boolean;
  readonly title: string;
  readonly verb: string;
  readonly field: {
    readonly label: string;
    readonly help: string;
    /** What is said when it is empty: what to do, with an example. */
    readonly missing: string;
  };
  readonly rows?: number;
  readonly busy: boolean;
  /** What the main process refused, in words. */
  readonly problem?: string | undefined;
  /** What was written, without the blanks around it. */
  readonly onConfirm: (note: string) => void;
  readonly onClose: () => void;
  /** Beneath the field. */
  readonly children?: ReactNode;
}): ReactElement {
  const { t } = useText();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const written = note.trim();
  const confirm = (): void => {
    setAsked(true);
    if (written === '') area.current?.focus();
    else if (!busy) onConfirm(written);
  };
  useKey('Ctrl+Enter', verb, confirm, { enabled: opened });
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={confirm}>
            {verb}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <TextArea
        ref={area}
        label={field.label}
        required
        autoFocus
        help={field.help}
        value={note}
        onChange={setNote}
        rows={rows}
        error={asked && written === '' ? field.missing : undefined}
      />
      {children}
      {problem === undefined ? null : <ErrorBlock text={problem} />}
    </Dialog>
  );
}
