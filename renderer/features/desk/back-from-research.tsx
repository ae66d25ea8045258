import { IconMessage2Check } from '@tabler/icons-react';
import { useState } from 'react';
import type { Referral } from '#shared/referrals/referral.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { ReferralDialog } from '#renderer/api/research/referral-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';

const SHOWN = 3;

/** S.3: answers that wait to be told, the oldest first; nothing where none does. */
export function BackFromResearch() {
  const { t, digits } = useText();
  const go = useGo();
  const serves = useHasRole(...DESK_ROLES);
  const list = useChannelQuery(
    'referrals.list',
    { view: 'answered', limit: SHOWN },
    { enabled: serves, keepPrevious: true },
  );
  const [open, setOpen] = useState<Referral['id'] | null>(null);
  const rows = list.data?.rows ?? [];
  const count = list.data?.counts.answered ?? 0;
  const shown = rows.find(({ id }) => id === open);
  if (rows.length === 0) return null;
  return (
    <Card pane={t('referrals.desk.title')}>
      <CardHeader
        title={t('referrals.desk.title')}
        count={digits(count)}
        actions={
          count > rows.length ? (
            <Button
              kind="quiet"
              size="sm"
              label={`${t('common.all')}: ${t('referrals.desk.title')}`}
              onClick={() => go(paths.researchDesk)}
            >
              {t('common.all')}
            </Button>
          ) : undefined
        }
      />
      <LineList
        label={t('referrals.desk.title')}
        lines={rows.map((referral) => ({
          key: referral.id,
          icon: IconMessage2Check,
          text: referral.partyName,
          detail: referral.question,
          end: <When atMs={referral.answeredAtMs ?? referral.askedAtMs} />,
          onOpen: () => setOpen(referral.id),
        }))}
      />
      {shown === undefined ? null : <ReferralDialog referral={shown} onClose={() => setOpen(null)} />}
    </Card>
  );
}
