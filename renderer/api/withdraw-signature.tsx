import { useState, type ReactElement } from 'react';
import type { DocumentSignature } from '#shared/sealed/sealed-document.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useChannelCommand } from './use-channel.ts';

/** A signature that was taken by mistake: it stays in sight, struck through, with why, and a new one is asked for. */
export function WithdrawSignature({
  signature,
  help,
  missing,
  onClose,
}: {
  readonly signature: DocumentSignature;
  /** Of what such a mistake is, where it is no applicant's. */
  readonly help?: string;
  readonly missing?: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const withdraw = useChannelCommand('signatures.withdraw');
  const [problem, setProblem] = useState<string | undefined>();
  const { name } = signature;
  const run = async (reason: string): Promise<void> => {
    try {
      await withdraw.mutateAsync({ id: signature.id, reason });
      showToast(t('sealed.withdraw.done', { name }));
      onClose();
    } catch (error) {
      setProblem(say(error));
    }
  };
  return (
    <ReasonDialog
      opened
      danger
      title={t('sealed.withdraw.title')}
      summary={[{ term: t('sealed.view.signer'), value: name }]}
      consequence={t('sealed.withdraw.consequence')}
      verb={t('sealed.withdraw.verb')}
      field={{
        label: t('sealed.withdraw.reason'),
        help: help ?? t('sealed.withdraw.help'),
        missing: missing ?? t('sealed.withdraw.missing'),
      }}
      problem={problem}
      busy={withdraw.isPending}
      onConfirm={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
