import { dualDate } from '#shared/calendar/dual-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';

/** A day within a sentence that is read out: «الأحد 26 جمادى الآخرة، الموافق 6 ديسمبر». */
export function useShortDay(): (iso: string) => string {
  const { t, text } = useText();
  return (iso) => {
    const { weekday, hijri, gregorian } = dualDate(iso);
    return t('requests.where.day', {
      weekday: text('calendar.weekday', String(weekday)),
      hijri: `${hijri.day} ${text('calendar.hijri', String(hijri.month))}`,
      gregorian: `${gregorian.day} ${text('calendar.gregorian', String(gregorian.month))}`,
    });
  };
}
