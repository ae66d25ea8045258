import { useCallback } from 'react';
import { dualDate } from '#shared/calendar/dual-date.ts';
import { useText } from './use-text.ts';

/** A day within a sentence: «الأحد 12 جمادى الآخرة 1448 هـ، الموافق 22 نوفمبر 2026 م». */
export function useDayText(): (iso: string) => string {
  const { t, text } = useText();
  return useCallback(
    (iso) => {
      const { weekday, hijri, gregorian } = dualDate(iso);
      const first = `${text('calendar.weekday', String(weekday))} ${hijri.day} ${text('calendar.hijri', String(hijri.month))} ${hijri.year} ${t('common.hijri')}`;
      const second = `${gregorian.day} ${text('calendar.gregorian', String(gregorian.month))} ${gregorian.year} ${t('common.gregorian')}`;
      return `${first}${t('date.comma')} ${t('date.equals')} ${second}`;
    },
    [t, text],
  );
}
