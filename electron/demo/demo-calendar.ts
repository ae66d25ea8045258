import { addDays, isoWeekday } from '#shared/calendar/iso-day.ts';

/** Sunday to Thursday: the Saudi working week. */
const isWorkingDay = (iso: string): boolean => {
  const weekday = isoWeekday(iso);
  return weekday !== 5 && weekday !== 6;
};

/** The working days from `years` before `until` up to and including it, oldest first. */
export function workingDays(until: string, years: number): string[] {
  const days: string[] = [];
  for (let back = Math.round(years * 365.25); back >= 0; back -= 1) {
    const day = addDays(until, -back);
    if (isWorkingDay(day)) days.push(day);
  }
  // An office that ends on a Friday still has a last day to show.
  if (days.at(-1) !== until) days.push(until);
  return days;
}

const RIYADH_OFFSET_MS = 3 * 3_600_000;

/** The instant of a minute of the day in Riyadh, which knows no summer time. */
export const riyadhInstant = (iso: string, minuteOfDay: number, second = 0): number =>
  Date.parse(`${iso}T00:00:00Z`) - RIYADH_OFFSET_MS + minuteOfDay * 60_000 + second * 1000;

/** This day if the office works then, else its next working day. */
export const nextWorkingDay = (iso: string): string =>
  isWorkingDay(iso) ? iso : nextWorkingDay(addDays(iso, 1));

/** The same minute of the next working day, or of this one. */
export function onWorkingDay(atMs: number): number {
  const day = new Date(atMs + RIYADH_OFFSET_MS).toISOString().slice(0, 10);
  return atMs + Date.parse(nextWorkingDay(day)) - Date.parse(day);
}

export const OPENS_AT_MINUTE = 8 * 60;
export const CLOSES_AT_MINUTE = 14 * 60;
