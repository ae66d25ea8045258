import { IconArrowForwardUp } from '@tabler/icons-react';
import type { Referral } from '#shared/referrals/referral.ts';
import type { Visit } from '#shared/visits/visit.ts';
import { CASE_ROLES } from '#shared/staff/staff.ts';
import { ReferDialog } from '#renderer/api/research/refer-dialog.tsx';
import { ReferralDialog } from '#renderer/api/research/referral-dialog.tsx';
import { ReferralBadge } from '#renderer/api/research/referral-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { CardSection } from '#renderer/ui/card.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';

/** What stands open over a visit: a new question, or one that was referred. */
export type OpenReferral = 'new' | Referral['id'] | null;

/** S.3 in a visit: what was referred from it, each with its answer and the way back; the visit keeps its place. */
export function VisitReferrals({
  visit,
  open,
  onOpen,
}: {
  readonly visit: Visit;
  readonly open: OpenReferral;
  readonly onOpen: (open: OpenReferral) => void;
}) {
  const { t } = useText();
  const reads = useHasRole(...CASE_ROLES);
  const found = useChannelQuery('referrals.of', { visitId: visit.id }, { enabled: reads });
  const referrals = found.data ?? [];
  const shown = referrals.find(({ id }) => id === open);
  // The question that has no answer yet is the one to pass on.
  const asked = visit.inquiries.find(({ outcome }) => outcome === 'open');
  const close = (): void => onOpen(null);
  return (
    <>
      {referrals.length === 0 ? null : (
        <CardSection title={t('referrals.tabs.referrals')}>
          <LineList
            label={t('referrals.tabs.referrals')}
            lines={referrals.map((referral) => ({
              key: referral.id,
              icon: IconArrowForwardUp,
              mirror: true,
              text: referral.question,
              detail: referral.assignedTo?.name ?? t('referrals.list.anybody'),
              end: <ReferralBadge state={referral.state} />,
              onOpen: () => onOpen(referral.id),
            }))}
          />
        </CardSection>
      )}
      {open === 'new' ? (
        <ReferDialog of={{ partyId: visit.partyId, visitId: visit.id, inquiry: asked }} onClose={close} />
      ) : null}
      {shown === undefined ? null : <ReferralDialog referral={shown} onClose={close} />}
    </>
  );
}
