import { useState, type ReactElement } from 'react';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import type { ApiError } from '#renderer/api/client.ts';
import { PictureChoices } from '#renderer/api/picture-choices.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
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
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      onConfirm={onConfirm}
      busy={busy}
      title={t('batches.returnDialog.title')}
      verb={t('batches.returnDialog.confirm')}
      consequence=""
      summary={[{ term: t('batches.issueDialog.count'), value: t('batches.letters', { count }) }]}
      field={{
        label: t('batches.returnDialog.remarks'),
        help: t('batches.returnDialog.hint'),
        missing: t('batches.returnDialog.missing'),
      }}
      problem={error === null ? undefined : say(error)}
    />
  );
}
