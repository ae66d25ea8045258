import type { Referral } from '#shared/referrals/referral.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { NoteDialog } from '#renderer/ui/note-dialog.tsx';
import { EnterAnswerDialog } from './enter-answer-dialog.tsx';
import { EditReferralDialog } from './refer-dialog.tsx';
import { useReferralActs } from './use-referral-acts.ts';

/** The dialog that stands over a referral. */
export type ReferralMode = 'enter' | 'edit' | 'cancel';

export function ReferralModes({
  referral,
  mode,
  onClose,
}: {
  readonly referral: Referral;
  readonly mode: ReferralMode | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const acts = useReferralActs();
  const cancel = async (reason: string): Promise<void> => {
    if (await acts.cancel(referral, reason)) onClose();
  };
  if (mode === null) return null;
  if (mode === 'enter') return <EnterAnswerDialog referral={referral} onClose={onClose} />;
  if (mode === 'edit') return <EditReferralDialog referral={referral} onClose={onClose} />;
  return (
    <NoteDialog
      title={t('referrals.cancel.title')}
      verb={t('referrals.cancel.verb')}
      field={{
        label: t('referrals.cancel.reason'),
        help: t('referrals.cancel.reasonHelp'),
        missing: t('referrals.cancel.missing'),
      }}
      busy={acts.busy}
      problem={acts.problem}
      onConfirm={(reason) => void cancel(reason)}
      onClose={onClose}
    />
  );
}
