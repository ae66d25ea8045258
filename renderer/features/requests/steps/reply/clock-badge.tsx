import { IconAlertTriangle, IconCheck, IconClock, IconFlag, IconPlayerPause } from '@tabler/icons-react';
import type { RequestReply } from '#shared/reply/reply-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';

/** How a reply today would stand: in days, and in words that say what it means. */
export function ClockBadge({ clock }: { readonly clock: NonNullable<RequestReply['clock']> }) {
  const { t } = useText();
  const { today, moving, mode } = clock;
  if (moving)
    return (
      <Badge kind="warning" icon={IconPlayerPause}>
        {t('reply.wait.stopped')}
      </Badge>
    );
  if (today.kind === 'exempt')
    return (
      <Badge kind="danger" icon={IconFlag}>
        {t('reply.wait.exempt')}
      </Badge>
    );
  if (today.kind === 'overdue')
    return (
      <Badge kind="danger" icon={IconAlertTriangle}>
        {t('reply.wait.overdue')}
      </Badge>
    );
  if (today.targetPassed)
    return (
      <Badge kind="warning" icon={IconAlertTriangle}>
        {t('reply.wait.targetPassed')}
      </Badge>
    );
  if (today.daysLeft > 0)
    return (
      <Badge kind="info" icon={IconClock}>
        {t('reply.wait.left', { count: today.daysLeft })}
      </Badge>
    );
  return (
    <Badge kind={mode === 'ceiling' ? 'warning' : 'success'} icon={IconCheck}>
      {t('reply.wait.since', { count: -today.daysLeft })}
    </Badge>
  );
}
