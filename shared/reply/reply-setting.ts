import { z } from 'zod';
import { REPLY_DAYS, REPLY_MODES, TARGET_DAYS } from '../requests/reply-clock.ts';
import { DEFAULT_WORKING_WEEKDAYS, holidaySchema, workingWeekdaysSchema } from '../requests/working-days.ts';

/** Of the two weeks at least, and of a year at most. */
const targetDays = z
  .int({ message: 'targetDays' })
  .min(REPLY_DAYS, { message: 'targetDays' })
  .max(365, { message: 'targetDays' });

/** Two that share a day: which of the two names would a person be told? */
const apart = (holidays: readonly { readonly firstDay: string; readonly lastDay: string }[]): boolean => {
  const sorted = holidays.toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  return sorted.every((one, index) => index === 0 || (sorted[index - 1]?.lastDay ?? '') < one.firstDay);
};

/**
 * How the office reads S.5 «خلال مدة لا تقل عن أسبوعين», the target of its own that only warns (calendar days after the
 * raising), and the days on which it is closed.
 */
export const replySettingSchema = z.object({
  mode: z.enum(REPLY_MODES).default('notice'),
  targetDays: targetDays.default(TARGET_DAYS),
  weekdays: workingWeekdaysSchema.default([...DEFAULT_WORKING_WEEKDAYS]),
  holidays: z.array(holidaySchema).max(100).refine(apart, { message: 'holidaysOverlap' }).default([]),
});
export type ReplySetting = z.output<typeof replySettingSchema>;
