import { z } from 'zod';
import { addDays, isoDaySchema, isoWeekday, type Weekday } from '../calendar/iso-day.ts';

/** ISO weekdays (1 Monday … 7 Sunday) on which the office is open; in Saudi Arabia Sunday to Thursday. */
export const DEFAULT_WORKING_WEEKDAYS: readonly Weekday[] = [7, 1, 2, 3, 4];

const weekdaySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** Without a working weekday there would be no next one. */
export const workingWeekdaysSchema = z.array(weekdaySchema).min(1, { message: 'required' }).max(7);

/** Days on which the office is closed, both ends included. */
export const holidaySchema = z
  .object({
    firstDay: isoDaySchema,
    lastDay: isoDaySchema,
    name: z.string().trim().min(1, { message: 'required' }).max(80, { message: 'tooLong' }),
  })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, { message: 'endBeforeStart', path: ['lastDay'] });
export type Holiday = z.infer<typeof holidaySchema>;

export interface OfficeDays {
  readonly weekdays: readonly Weekday[];
  readonly holidays: readonly Pick<Holiday, 'firstDay' | 'lastDay'>[];
}

export const isWorkingDay = (day: string, { weekdays, holidays }: OfficeDays): boolean =>
  weekdays.includes(isoWeekday(day)) &&
  !holidays.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);

/** Longer than any holiday: an office that is closed for longer has settings that are wrong. */
const MOST_DAYS = 400;

/**
 * «إن كان المكتب مغلقًا فيه»: the day itself, or the next one on which the office is open. After more than a year without
 * one the day itself: better a day that is printed than none.
 */
export function nextWorkingDay(day: string, days: OfficeDays): string {
  for (let step = 0; step < MOST_DAYS; step += 1) {
    const candidate = addDays(day, step);
    if (isWorkingDay(candidate, days)) return candidate;
  }
  return day;
}
