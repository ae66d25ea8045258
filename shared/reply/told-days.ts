import type { ReplyMode } from '../requests/reply-clock.ts';
import type { RequestLevel } from '../requests/request.ts';

/** The days of S.5 that an applicant is told of, as ISO days. */
export interface ToldDays {
  readonly mode: ReplyMode;
  readonly level: RequestLevel;
  readonly notBefore: string;
  /** That day, or the next one on which the office is open. */
  readonly officeDay: string;
  /** A stop is running. */
  readonly moving: boolean;
}
