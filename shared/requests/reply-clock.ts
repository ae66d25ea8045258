import { addDays, daysBetween } from '../calendar/iso-day.ts';
import type { RequestLevel } from './request.ts';

/**
 * S.5 «خلال مدة لا تقل عن أسبوعين»: how an office reads it. `notice`: the words are told; an earlier reply warns and asks
 * why. `floor`: no reply before the day, unless a manager says why. `ceiling`: the reply is overdue after the day.
 */
export const REPLY_MODES = ['notice', 'floor', 'ceiling'] as const;
export type ReplyMode = (typeof REPLY_MODES)[number];

/** «أسبوعين»: calendar days after the day of raising, which is day 0; the reply may be given from 00:00 of this day. */
export const REPLY_DAYS = 14;
/** A target of the office's own, which only warns. */
export const TARGET_DAYS = 30;

/** The clock stands from `fromDay` until `untilDay`, the day on which it goes on; null: it stands still. */
export interface Stop {
  readonly fromDay: string;
  readonly untilDay: string | null;
}

export interface ReplyDates {
  /** ISO day: day 14, moved by the stops; in `ceiling` the last day. */
  readonly notBefore: string;
  /** ISO day: day 30, or another one that the office has set itself, moved likewise. */
  readonly targetOn: string;
  /** A stop is running: both days still move with each day that passes. */
  readonly moving: boolean;
}

/**
 * A day that `days` after raising would come, moved by each stop that began before it had come; of a day that is the last
 * one, before it was over. What of a stop lies before the raising does not count, and no day counts twice: one is kept
 * running at a time, but minutes that are entered later can tell of a stop that began within another.
 */
function movedDay(
  raisedOn: string,
  days: number,
  stops: readonly Stop[],
  today: string,
  isLast: boolean,
): string {
  let day = addDays(raisedOn, days);
  let counted = raisedOn;
  for (const { fromDay, untilDay } of stops.toSorted((one, other) =>
    one.fromDay < other.fromDay ? -1 : one.fromDay > other.fromDay ? 1 : 0,
  )) {
    const from = fromDay < counted ? counted : fromDay;
    const until = untilDay ?? today;
    if (until <= from || (isLast ? from > day : from >= day)) continue;
    day = addDays(day, daysBetween(from, until));
    counted = until;
  }
  return day;
}

/**
 * Days of Asia/Riyadh. `today` counts a running stop up to now; `targetDays` as the setting stood on the day of raising.
 * A reply that may be given from day 14 on may still be given when the clock stops on that day: in `ceiling` it is the last
 * day, as the target is, and a stop that begins on it moves it.
 */
export const replyDates = (
  raisedOn: string,
  stops: readonly Stop[],
  today: string,
  { mode, targetDays = TARGET_DAYS }: { readonly mode: ReplyMode; readonly targetDays?: number | undefined },
): ReplyDates => ({
  notBefore: movedDay(raisedOn, REPLY_DAYS, stops, today, mode === 'ceiling'),
  targetOn: movedDay(raisedOn, targetDays, stops, today, true),
  moving: stops.some((stop) => stop.untilDay === null),
});

/**
 * How a reply on `today` stands. `early` asks for a reason; `blocked` asks for a manager and a reason; `overdue` and a
 * passed target warn and hold up nothing. An urgent request is exempt in every mode, with the reason of its level.
 */
export interface ReplyStanding {
  readonly kind: 'open' | 'early' | 'blocked' | 'overdue' | 'exempt';
  /** Days until `notBefore`; 0 on the day itself, negative after it. */
  readonly daysLeft: number;
  readonly targetPassed: boolean;
}

export function replyStanding(
  mode: ReplyMode,
  level: RequestLevel,
  dates: Pick<ReplyDates, 'notBefore' | 'targetOn'>,
  today: string,
): ReplyStanding {
  const daysLeft = daysBetween(today, dates.notBefore);
  const targetPassed = today > dates.targetOn;
  const standing = (kind: ReplyStanding['kind']): ReplyStanding => ({ kind, daysLeft, targetPassed });
  if (level === 'urgent') return standing('exempt');
  if (mode === 'ceiling') return standing(daysLeft < 0 ? 'overdue' : 'open');
  if (daysLeft <= 0) return standing('open');
  return standing(mode === 'floor' ? 'blocked' : 'early');
}
