import { useRef, useState, type ReactElement } from 'react';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import type { ApiError } from '#renderer/api/client.ts';
import { PictureChoices } from '#renderer/api/picture-choices.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/fields.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';

interface DialogProps {
  readonly opened: boolean;
  readonly count: number;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onClose: () => void;
}

/** Before the letters get their numbers. */
export function IssueBatchDialog({
  opened,
  count,
  alsoApproves,
  signatory,
  mayUsePictures,
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & {
  readonly alsoApproves: boolean;
  /** Whose signature the letters may bear. */
  readonly signatory: LetterContent['signatory'];
  readonly mayUsePictures: boolean;
  readonly onConfirm: (pictures: SigningPictures) => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const [pictures, setPictures] = useState<SigningPictures>({ signature: false, stamp: false });
  return (
    <ConfirmWithSecondKey
      opened={opened}
      onClose={onClose}
      onConfirm={() => onConfirm(pictures)}
      busy={busy}
      title={t(alsoApproves ? 'batches.issueDialog.titleApprove' : 'batches.issueDialog.title')}
      verb={t('batches.act.issue')}
      consequence={t('batches.issueDialog.consequence')}
      summary={[
        { term: t('batches.issueDialog.count'), value: t('batches.letters', { count }) },
        { term: t('batches.issueDialog.day'), value: <DualDateText iso={today} /> },
      ]}
    >
      {mayUsePictures ? (
        <PictureChoices signatory={signatory} value={pictures} onChange={setPictures} />
      ) : null}
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </ConfirmWithSecondKey>
  );
}

/** The signatory approves what is shown, all in one act. */
export function ApproveBatchDialog({
  opened,
  count,
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & { readonly onConfirm: () => void }): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  return (
    <ConfirmWithSecondKey
      opened={opened}
      onClose={onClose}
      onConfirm={onConfirm}
      busy={busy}
      title={t('batches.approveDialog.title')}
      verb={t('batches.act.approve')}
      consequence={t('batches.approveDialog.consequence')}
      summary={[{ term: t('batches.issueDialog.count'), value: t('batches.letters', { count }) }]}
    >
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </ConfirmWithSecondKey>
  );
}

export function ReturnBatchDialog({
  opened,
  count,
  busy,
  error,
  onConfirm,
  onClose,
}: DialogProps & { readonly onConfirm: (remarks: string) => void }): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const [remarks, setRemarks] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const missing = asked && remarks.trim() === '';
  return (
    <ConfirmWithSecondKey
      opened={opened}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (remarks.trim() === '') field.current?.focus();
        else onConfirm(remarks.trim());
      }}
      busy={busy}
      asks
      title={t('batches.returnDialog.title')}
      verb={t('batches.returnDialog.confirm')}
      consequence=""
      summary={[{ term: t('batches.issueDialog.count'), value: t('batches.letters', { count }) }]}
    >
      <TextArea
        ref={field}
        label={t('batches.returnDialog.remarks')}
        required
        autoFocus
        help={t('batches.returnDialog.hint')}
        value={remarks}
        onChange={setRemarks}
        rows={2}
        error={missing ? t('batches.returnDialog.missing') : undefined}
      />
      {error === null ? null : <ErrorBlock text={say(error)} />}
    </ConfirmWithSecondKey>
  );
}
