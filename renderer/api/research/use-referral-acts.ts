import type { Referral } from '#shared/referrals/referral.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useActs } from '../use-acts.ts';
import { call } from '../client.ts';
import { useChannelCommand } from '../use-channel.ts';

type Of = Pick<Referral, 'id' | 'version'>;

/** What is done with a referral, each with its toast and its way back. */
export function useReferralActs() {
  const { t } = useText();
  const say = useErrorText();
  const acts = useActs();
  const giveBack = useChannelCommand('referrals.return');
  const cancel = useChannelCommand('referrals.cancel');
  const undo = (id: Referral['id'], act: 'answer' | 'return' | 'cancel') => () =>
    call('referrals.undo', { id, act });
  return {
    busy: acts.busy,
    problem: acts.error === null ? undefined : say(acts.error),
    /** Back at the desk, the applicant told. True when it was done. */
    giveBack: ({ id, version }: Of): Promise<boolean> =>
      acts.run(
        () => giveBack.mutateAsync({ id, version }),
        t('referrals.toast.returned'),
        undo(id, 'return'),
      ),
    cancel: ({ id, version }: Of, reason: string): Promise<boolean> =>
      acts.run(
        () => cancel.mutateAsync({ id, version, reason }),
        t('referrals.toast.cancelled'),
        undo(id, 'cancel'),
      ),
    tellAnswered: ({ id }: Of, entered: boolean): void =>
      acts.tell(t(entered ? 'referrals.toast.entered' : 'referrals.toast.answered'), undo(id, 'answer')),
    /** A question that was sent by mistake is cancelled, with that as its reason. */
    tellReferred: ({ id, version }: Of): void =>
      acts.tell(t('referrals.toast.referred'), () =>
        call('referrals.cancel', { id, version, reason: t('referrals.toast.undoReason') }),
      ),
  };
}
