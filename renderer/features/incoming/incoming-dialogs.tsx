import { useState } from 'react';
import type { StaffId } from '#shared/ids.ts';
import type { IncomingLetter } from '#shared/incoming/incoming.ts';
import type { ApiError } from '#renderer/api/client.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { AssigneeField } from './assignee-select.tsx';
import css from './incoming.module.css';

interface DialogProps {
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onClose: () => void;
}

/** To whom it goes and until when it is answered. Mounted while it is open. */
export function AssignDialog({
  letter,
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & {
  readonly letter: IncomingLetter;
  readonly onConfirm: (to: StaffId | null, dueDay: string | null) => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const staff = useChannelQuery('session.listStaff', undefined);
  const [to, setTo] = useState(letter.assignedTo);
  const [due, setDue] = useState(letter.dueDay);
  const [half, setHalf] = useState(false);
  const confirm = (): void => {
    if (!half && !busy) onConfirm(to, due);
  };
  useKey('Ctrl+Enter', t('incoming.assignDialog.confirm'), confirm);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('incoming.assignDialog.title')}
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={confirm}>
            {t('incoming.assignDialog.confirm')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <AssigneeField
          label={t('incoming.assignDialog.to')}
          people={staff.data ?? []}
          value={to}
          onChange={setTo}
          autoFocus
        />
        <DualDateField
          label={t('incoming.assignDialog.due')}
          optional
          value={due}
          onChange={(day) => {
            setHalf(false);
            setDue(day);
          }}
          onUnfinished={() => setHalf(true)}
        />
        {error === null ? null : <ErrorBlock text={say(error)} />}
      </div>
    </Dialog>
  );
}

/** Why it needs no answer. Mounted while it is open. */
export function CloseDialog({
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & { readonly onConfirm: (note: string) => void }) {
  const { t } = useText();
  const say = useErrorText();
  return (
    <NoteDialog
      title={t('incoming.closeDialog.title')}
      verb={t('incoming.closeDialog.confirm')}
      field={{
        label: t('incoming.closeDialog.note'),
        help: t('incoming.closeDialog.hint'),
        missing: t('incoming.closeDialog.missing'),
      }}
      busy={busy}
      problem={error === null ? undefined : say(error)}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}

/** A mistake keeps its number and says why; F8 is the second key. */
export function VoidDialog({
  letter,
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & { readonly letter: IncomingLetter; readonly onConfirm: (reason: string) => void }) {
  const { t } = useText();
  const say = useErrorText();
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      onConfirm={onConfirm}
      busy={busy}
      danger
      title={t('incoming.voidDialog.title')}
      verb={t('incoming.voidDialog.confirm')}
      consequence={t('incoming.voidDialog.consequence')}
      summary={[
        { term: t('incoming.facts.number'), value: <Ref value={letter.referenceNumber} /> },
        { term: t('incoming.facts.sender'), value: letter.senderLine },
        { term: t('incoming.form.subject'), value: letter.subject },
      ]}
      field={{
        label: t('incoming.voidDialog.reason'),
        help: t('incoming.voidDialog.hint'),
        missing: t('incoming.voidDialog.missing'),
      }}
      problem={error === null ? undefined : say(error)}
    />
  );
}
