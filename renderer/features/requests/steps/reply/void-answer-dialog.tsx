import type { Appeal } from '#shared/reply/appeal.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

/** An answer that was recorded by mistake: why, and what becomes of it. */
export function VoidAnswerDialog({
  appeal,
  onClose,
}: {
  readonly appeal: Appeal;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useErrorText();
  const voidAnswer = useChannelCommand('appeals.voidAnswer');
  const { id, level, answer } = appeal;
  return (
    <ReasonDialog
      opened
      danger
      title={t('reply.appeal.voidTitle')}
      verb={t('reply.appeal.void')}
      summary={[
        { term: t('reply.appeal.level'), value: level },
        ...(answer === null
          ? []
          : [{ term: t('reply.appeal.outcome'), value: t(`reply.appeal.outcomes.${answer.outcome}`) }]),
      ]}
      consequence={t('reply.appeal.voidConsequence')}
      field={{ label: t('reply.appeal.voidReason'), missing: t('reply.appeal.voidMissing') }}
      busy={voidAnswer.isPending}
      problem={voidAnswer.error === null ? undefined : say(voidAnswer.error)}
      onClose={onClose}
      onConfirm={(reason) =>
        voidAnswer.mutate(
          { id, reason },
          {
            onSuccess: () => {
              onClose();
              showToast(t('reply.appeal.voidDone'));
            },
          },
        )
      }
    />
  );
}
