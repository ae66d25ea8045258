import { raisingPaper as words } from '#shared/locales/ar/raising-paper.ts';
import type { ToldDays } from '#shared/reply/told-days.ts';
import { bothDates } from '../pdf/documents/official-sheet.ts';

/**
 * S.5 «التوضيح للمستفيد بأن طلبه سيرفع للجنة البحث»: what is read to the applicant and stands on the slip, in Arabic and
 * ASCII digits; the second person is written alike of a woman and of a man.
 */
export function toldText({ mode, level, notBefore, officeDay, moving }: ToldDays): string {
  if (level === 'urgent') return words.told.urgent;
  return [
    words.told[mode].replace('{{day}}', bothDates(notBefore, 'latin')),
    officeDay === notBefore ? '' : words.closed.replace('{{day}}', bothDates(officeDay, 'latin')),
    moving ? words.moving : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
