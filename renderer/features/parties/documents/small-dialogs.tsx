import { useState } from 'react';
import type { PartyDocument } from '#shared/documents/document.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import { FileChips } from '#renderer/api/file-chip.tsx';
import { FilePicker } from '#renderer/api/file-picker.tsx';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey, Dialog } from '#renderer/ui/dialog.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import css from './documents.module.css';
import { useDocumentName } from '#renderer/api/register/document-name.ts';

interface Props {
  readonly document: PartyDocument;
  readonly onClose: () => void;
}

/** Why it leaves the list; it stays on record. */
export function RemoveDialog({
  document,
  busy,
  onConfirm,
  onClose,
}: Props & { readonly busy: boolean; readonly onConfirm: (reason: string) => void }) {
  const { t } = useText();
  const nameOf = useDocumentName();
  return (
    <NoteDialog
      title={t('documents.removeDialog.title', { name: nameOf(document) })}
      verb={t('documents.removeDialog.confirm')}
      field={{
        label: t('documents.removeDialog.reason'),
        help: t('documents.removeDialog.help'),
        missing: t('documents.removeDialog.missing'),
      }}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className={css['help']}>{t('documents.removeDialog.keeps')}</p>
    </NoteDialog>
  );
}

/** PDPL art. 28: no copy without its legal basis and the day on which it is destroyed. */
export function CopyDialog({ document, onClose }: Props) {
  const { t } = useText();
  const say = useErrorText();
  const nameOf = useDocumentName();
  const today = useToday();
  const keep = useChannelCommand('documents.keepCopy');
  const [basis, setBasis] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [file, setFile] = useState<FileRef | null>(null);
  const [asked, setAsked] = useState(false);
  const dayMissing = day === null || day <= today;
  const confirm = (): void => {
    setAsked(true);
    if (basis.trim() === '' || dayMissing || file === null || keep.isPending) return;
    keep.mutate(
      { id: document.id, copy: { basis: basis.trim(), destroyBy: day, file } },
      {
        onSuccess: () => {
          onClose();
          showToast(t('documents.copySaved'));
        },
      },
    );
  };
  useKey('Ctrl+Enter', t('documents.copyDialog.confirm'), confirm);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('documents.copyDialog.title', { name: nameOf(document) })}
      width="38rem"
      footer={
        <>
          <Button kind="filled" keys="Ctrl+Enter" loading={keep.isPending} onClick={confirm}>
            {t('documents.copyDialog.confirm')}
          </Button>
          <Button keys="Esc" onClick={onClose}>
            {t('common.back')}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <Note kind="warning">{t('documents.copyDialog.rule')}</Note>
        <TextField
          label={t('documents.copyDialog.basis')}
          help={t('documents.copyDialog.basisHelp')}
          required
          autoFocus
          maxLength={300}
          value={basis}
          onChange={setBasis}
          error={asked && basis.trim() === '' ? t('documents.copyDialog.basisMissing') : undefined}
        />
        <DualDateField
          label={t('documents.copyDialog.destroyBy')}
          required
          value={day}
          onChange={setDay}
          error={asked && dayMissing ? t('documents.copyDialog.dayMissing') : undefined}
        />
        <FilePicker
          label={t('documents.copyDialog.file')}
          accept="scan"
          required
          onFile={({ sha256, name }) => setFile({ sha256, name })}
          error={asked && file === null ? t('documents.copyDialog.fileMissing') : undefined}
        >
          <FileChips files={file === null ? [] : [file]} onRemove={() => setFile(null)} />
        </FilePicker>
        {keep.error === null ? null : <ErrorBlock text={say(keep.error)} />}
      </div>
    </Dialog>
  );
}

/** Cannot be undone: F8 is the second key. */
export function DestroyDialog({ document, onClose }: Props) {
  const { t } = useText();
  const say = useErrorText();
  const nameOf = useDocumentName();
  const destroy = useChannelCommand('documents.destroyCopy');
  const { copy } = document;
  return (
    <ConfirmWithSecondKey
      opened
      onClose={onClose}
      danger
      busy={destroy.isPending}
      title={t('documents.destroyDialog.title')}
      verb={t('documents.destroyDialog.confirm')}
      consequence={t('documents.destroyDialog.consequence')}
      summary={[
        { term: t('documents.destroyDialog.document'), value: nameOf(document) },
        ...(copy === null
          ? []
          : [
              { term: t('documents.destroyDialog.basis'), value: copy.basis },
              { term: t('documents.destroyDialog.day'), value: <DualDateText iso={copy.destroyBy} /> },
            ]),
      ]}
      onConfirm={() =>
        destroy.mutate(
          { id: document.id },
          {
            onSuccess: () => {
              onClose();
              showToast(t('documents.copyDestroyed'));
            },
          },
        )
      }
    >
      {destroy.error === null ? null : <ErrorBlock text={say(destroy.error)} />}
    </ConfirmWithSecondKey>
  );
}
