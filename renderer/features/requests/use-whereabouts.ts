import { whereaboutsOf } from '#shared/requests/whereabouts.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useToday } from '#renderer/ui/dates.tsx';
import { useShortDay } from './use-short-day.ts';

/** «وين وصلت معاملتي؟» as it is said today, ready to be read out. */
export function useWhereabouts(request: SupportRequest): string {
  const { t, text } = useText();
  const today = useToday();
  const shortDay = useShortDay();
  const { code, day } = whereaboutsOf(request, today);
  const missing = request.requirements.filter(({ state }) => state === 'needed').map(({ name }) => name);
  return [
    text('requests.where.says', code, {
      // Isolated: in a line of Arabic its groups would change places.
      number: request.number === null ? '' : `\u2066${request.number}\u2069`,
      raised: request.raisedOn === null ? '' : shortDay(request.raisedOn),
      day: day === null ? '' : shortDay(day),
      missing: missing.join('، '),
      reason: request.stop?.reason ?? '',
      service: request.service,
    }),
    day === null || code === 'waiting' || code === 'atLatest'
      ? ''
      : t('requests.where.come', { day: shortDay(day) }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
