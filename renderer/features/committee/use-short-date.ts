import { dualDate, formatSlashed } from '#shared/calendar/dual-date.ts';
import { useText } from '#renderer/i18n/use-text.ts';

/** A Hijri day within a sentence: «12/6/1448 هـ», its groups from the right; empty for no day. */
export function useShortDate(): (iso: string) => string {
  const { digits } = useText();
  return (iso) => (iso === '' ? '' : digits(formatSlashed(dualDate(iso).hijri, 'hijri', 'latin')));
}
