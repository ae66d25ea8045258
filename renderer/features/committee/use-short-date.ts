import { dualDate } from '#shared/calendar/dual-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';

/** A Hijri day within a sentence, as `ShortDate` writes it: «12 / 6 / 1448 هـ», in one line and one direction; empty for no day. */
export function useShortDate(): (iso: string) => string {
  const { t, digits } = useText();
  return (iso) => {
    if (iso === '') return '';
    const { day, month, year } = dualDate(iso).hijri;
    const leftToRight = document.documentElement.dir === 'ltr';
    const [isolate, mark] = leftToRight ? ['\u2066', '\u200E'] : ['\u2067', '\u200F'];
    const groups = [day, month, year].join(`${mark}\u00A0/\u00A0${mark}`);
    return `${isolate}${digits(groups)}${mark}\u00A0${t('common.hijri')}\u2069`;
  };
}
