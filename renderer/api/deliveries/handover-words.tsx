import {
  IconAlertTriangle,
  IconBan,
  IconCalendar,
  IconCheck,
  IconClock,
  IconTruckDelivery,
  IconX,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { Handover } from '#shared/deliveries/delivery.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { useToday } from '#renderer/ui/dates.tsx';

type Amount = Pick<Handover, 'unit' | 'quantity' | 'valueHalalas'>;

/** «سلة، العدد 2، 350 ريال». */
export function useAmount(): (of: Amount) => string {
  const { t, digits } = useText();
  return ({ unit, quantity, valueHalalas }) => {
    const amount = digits(t('deliveries.amount', { unit, number: quantity }));
    return valueHalalas === null
      ? amount
      : `${amount}، ${digits(t('deliveries.value', { amount: formatAmount(valueHalalas) }))}`;
  };
}

/** How a delivery stands: always an icon and a word. */
export function HandoverBadge({
  handover: { state, dueOn, departedAtMs },
}: {
  readonly handover: Handover;
}): ReactElement {
  const { t } = useText();
  const today = useToday();
  switch (state) {
    case 'delivered':
      return (
        <Badge kind="success" icon={IconCheck}>
          {t('deliveries.state.delivered')}
        </Badge>
      );
    case 'failed':
      return (
        <Badge kind="warning" icon={IconX}>
          {t('deliveries.state.failed')}
        </Badge>
      );
    case 'cancelled':
      return <Badge icon={IconBan}>{t('deliveries.state.cancelled')}</Badge>;
    case 'voided':
      return (
        <Badge kind="danger" icon={IconBan}>
          {t('deliveries.state.voided')}
        </Badge>
      );
    case 'planned':
      if (departedAtMs !== null)
        return (
          <Badge kind="info" icon={IconTruckDelivery}>
            {t('deliveries.state.onWay')}
          </Badge>
        );
      if (dueOn === today)
        return (
          <Badge kind="warning" icon={IconClock}>
            {t('deliveries.state.today')}
          </Badge>
        );
      return dueOn < today ? (
        <Badge kind="danger" icon={IconAlertTriangle}>
          {t('deliveries.state.late')}
        </Badge>
      ) : (
        <Badge icon={IconCalendar}>{t('deliveries.state.planned')}</Badge>
      );
    default:
      return state satisfies never;
  }
}
