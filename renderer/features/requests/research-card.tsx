import { IconArrowForwardUp, IconDots, IconHomeSearch } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { Referral } from '#shared/referrals/referral.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { CASE_ROLES } from '#shared/staff/staff.ts';
import { ReferDialog } from '#renderer/api/research/refer-dialog.tsx';
import { ReferralDialog } from '#renderer/api/research/referral-dialog.tsx';
import { ReferralBadge } from '#renderer/api/research/referral-view.tsx';
import { OpenStudyDialog } from '#renderer/api/research/study-dialogs.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LineList, type Line } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';
import css from './requests.module.css';

const STATE_KIND = { open: 'info', finished: 'success', cancelled: 'neutral' } as const;

/** Questions that were referred and studies that were opened, in whatever phase: two records, side by side. */
export function ResearchCard({
  request,
  mayWrite,
  onBusy,
}: {
  readonly request: SupportRequest;
  readonly mayWrite: boolean;
  /** A dialog has the keys, or gives them back. */
  readonly onBusy: (busy: boolean) => void;
}) {
  const { t } = useText();
  const go = useGo();
  // Auditors and administrators see that it was done, in the timeline, and not what was asked.
  const reads = useHasRole(...CASE_ROLES);
  const referrals = useChannelQuery('referrals.of', { requestId: request.id }, { enabled: reads });
  const studies = useChannelQuery('research.ofRequest', { requestId: request.id }, { enabled: reads });
  const [open, setOpen] = useState<Referral['id'] | 'refer' | 'study' | null>(null);
  const show = (what: typeof open): void => {
    setOpen(what);
    onBusy(what !== null);
  };
  const close = (): void => show(null);
  if (!reads || referrals.data === undefined || studies.data === undefined) return null;
  const shown = referrals.data.find(({ id }) => id === open);
  const refers = request.allowed.includes('refer') && request.phase !== 'referral';
  const opens = request.allowed.includes('research') && !studies.data.some(({ state }) => state === 'open');
  const lines: Line[] = [
    ...referrals.data.map((referral) => ({
      key: `referral-${referral.id}`,
      icon: IconArrowForwardUp,
      mirror: true,
      text: referral.question,
      detail: t('referrals.card.referral'),
      end: <ReferralBadge state={referral.state} />,
      onOpen: () => show(referral.id),
    })),
    ...studies.data.map((study) => ({
      key: `study-${study.id}`,
      icon: IconHomeSearch,
      text: t('referrals.card.study'),
      detail:
        study.recommendation === null || study.state !== 'finished'
          ? (study.researcher?.name ?? t('research.list.anybody'))
          : t(`research.recommendation.${study.recommendation}`),
      end: <Badge kind={STATE_KIND[study.state]}>{t(`research.state.${study.state}`)}</Badge>,
      onOpen: () => go(paths.study(study.id)),
    })),
  ];
  // Nothing there and nothing to begin: no empty card.
  if (lines.length === 0 && (!mayWrite || (!refers && !opens))) return null;
  return (
    <Card pane={t('referrals.card.title')}>
      <CardHeader
        title={t('referrals.card.title')}
        actions={
          mayWrite && (refers || opens) ? (
            <Menu position="bottom-end" width="15rem">
              <Menu.Target>
                <Button
                  kind="quiet"
                  size="sm"
                  icon={<Icon of={IconDots} size="sm" />}
                  label={`${t('common.more')}: ${t('referrals.card.title')}`}
                >
                  {t('common.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {refers ? (
                  <Menu.Item
                    leftSection={<Icon of={IconArrowForwardUp} size="sm" mirror />}
                    onClick={() => show('refer')}
                  >
                    {t('referrals.act.refer')}
                  </Menu.Item>
                ) : null}
                {opens ? (
                  <Menu.Item
                    leftSection={<Icon of={IconHomeSearch} size="sm" />}
                    onClick={() => show('study')}
                  >
                    {t('referrals.card.openStudy')}
                  </Menu.Item>
                ) : null}
              </Menu.Dropdown>
            </Menu>
          ) : undefined
        }
      />
      {lines.length === 0 ? (
        <p className={css['none']}>{t('referrals.card.none')}</p>
      ) : (
        <LineList lines={lines} label={t('referrals.card.title')} />
      )}
      {open === 'refer' ? (
        <ReferDialog
          of={{ partyId: request.partyId, requestId: request.id, visitId: request.visitId }}
          onClose={close}
        />
      ) : null}
      {open === 'study' ? (
        <OpenStudyDialog
          requestId={request.id}
          onClose={close}
          onOpened={(study) => go(paths.study(study.id))}
        />
      ) : null}
      {shown === undefined ? null : <ReferralDialog referral={shown} onClose={close} />}
    </Card>
  );
}
