import { IconAlertTriangle, IconChevronLeft, IconPackage } from '@tabler/icons-react';
import { addDays } from '#shared/calendar/iso-day.ts';
import { CASE_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import css from './desk.module.css';

/** How far back the desk counts what was not handed over; the day's list holds all of it. */
const LATE_DAYS = 60;

/** S.7: how much is to be handed over today and from days before, and the way to the day's list; nothing when nothing is. */
export function DeliveriesLine({ today }: { readonly today: string }) {
  const { t, digits } = useText();
  const go = useGo();
  const sees = useHasRole(...CASE_ROLES);
  const { data } = useChannelQuery(
    'deliveries.days',
    { from: addDays(today, -LATE_DAYS), to: today },
    { enabled: sees, keepPrevious: true },
  );
  const planned = (data ?? []).filter((one) => one.planned > 0);
  const late = planned.filter(({ day }) => day < today).reduce((sum, one) => sum + one.planned, 0);
  const due = planned.find(({ day }) => day === today)?.planned ?? 0;
  if (late + due === 0) return null;
  return (
    <button type="button" className={css['all']} onClick={() => go(paths.deliveries)}>
      <Icon of={IconPackage} />
      <span className={css['grow']}>{t('desk.context.deliveries')}</span>
      {late === 0 ? null : (
        <Badge kind="danger" icon={IconAlertTriangle}>
          {digits(t('desk.context.deliveriesLate', { number: late }))}
        </Badge>
      )}
      <span>{digits(due)}</span>
      <Icon of={IconChevronLeft} size="sm" />
    </button>
  );
}
