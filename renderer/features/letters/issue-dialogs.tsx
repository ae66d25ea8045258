import type { ReactElement } from 'react';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import type { ApiError } from '#renderer/api/client.ts';
import { PictureChoices } from '#renderer/api/picture-choices.tsx';
import { DualDateText, useToday } from '#renderer/ui/dates.tsx';
import { ConfirmWithSecondKey } from '#renderer/ui/dialog.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { attachmentsText } from '#shared/arabic/counted.ts';
import type { DigitSystem } from '#shared/arabic/digits.ts';
import type { StaffId } from '#shared/ids.ts';
import type { SigningPictures } from '#shared/letters/letter-life.ts';
import { recipientLine } from '#shared/letters/letter-rules.ts';
import type { Letter, LetterContent } from '#shared/letters/letter.ts';

const attachmentsOf = (content: LetterContent, digits: DigitSystem): string =>
  content.attachments.kind === 'text'
    ? content.attachments.text
    : (content.attachments.instead ?? attachmentsText(content.attachments.items, digits));

/** Before a letter gets its number: what it holds, what follows, and a second key. */
export function IssueDialog({
  opened,
  content,
  digits,
  alsoApproves,
  approver,
  pictures,
  onPictures,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  readonly opened: boolean;
  readonly content: LetterContent;
  readonly digits: DigitSystem;
  /** The holder of both rights approves and issues in this one act. */
  readonly alsoApproves: boolean;
  /** Who approved it, or approves it in this act. */
  readonly approver: StaffId | null;
  /** Null: this person may not put pictures on a letter. */
  readonly pictures: SigningPictures | null;
  readonly onPictures: (pictures: SigningPictures) => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  const today = useToday();
  const { recipient, signatory } = content;
  return (
    <ConfirmWithSecondKey
      opened={opened}
      onClose={onClose}
      onConfirm={onConfirm}
      busy={busy}
      title={t(alsoApproves ? 'letters.issueDialog.titleApprove' : 'letters.issueDialog.title')}
      verb={t('letters.actions.issueAndPrint')}
      consequence={t('letters.issueDialog.consequence')}
      summary={[
        { term: t('letters.issueDialog.number'), value: t('letters.issueDialog.numberNext') },
        { term: t('letters.issueDialog.day'), value: <DualDateText iso={today} /> },
        {
          term: t('letters.facts.recipient'),
          value: [recipientLine(recipient), recipient.closingHonorific].filter(Boolean).join('، '),
        },
        { term: t('letters.facts.subject'), value: content.subject },
        { term: t('letters.facts.attachments'), value: attachmentsOf(content, digits) },
        { term: t('letters.facts.signatory'), value: `${signatory.title}: ${signatory.name}` },
      ]}
    >
      {pictures === null ? null : (
        <PictureChoices signatory={signatory} approver={approver} value={pictures} onChange={onPictures} />
      )}
      {error === null ? null : <ErrorBlock text={errorText(error)} />}
    </ConfirmWithSecondKey>
  );
}

/** A void keeps the number and says why; what was issued is never deleted. */
export function VoidDialog({
  opened,
  letter,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  readonly opened: boolean;
  readonly letter: Letter;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const errorText = useErrorText();
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      onConfirm={onConfirm}
      busy={busy}
      danger
      title={t('letters.voidDialog.title')}
      verb={t('letters.voidDialog.confirm')}
      consequence={t('letters.voidDialog.consequence')}
      summary={[
        {
          term: t('letters.facts.number'),
          value: letter.referenceNumber === null ? '' : <Ref value={letter.referenceNumber} />,
        },
        { term: t('letters.facts.subject'), value: letter.subject },
      ]}
      field={{
        label: t('letters.voidDialog.reason'),
        help: t('letters.voidDialog.hint'),
        missing: t('letters.voidDialog.missing'),
      }}
      problem={error === null ? undefined : errorText(error)}
    />
  );
}
