import { z } from 'zod';
import { REQUEST_PHASES } from './request-machine.ts';

/**
 * How requests are looked at. Open ones, by phase if wanted; mine; by level; by their clock (`replyDue`: the committee may
 * answer; `replyAhead`: not yet; `targetPassed`: later than the office means to be); by a decision that nobody was told yet
 * (`untold`); by the day on which what is missing is promised; and each way in which one is over.
 */
export const REQUEST_VIEWS = [
  'open',
  'mine',
  'urgent',
  'stopped',
  'replyDue',
  'replyAhead',
  'targetPassed',
  'untold',
  'returning',
  'closed',
  'refused',
  'withdrawn',
] as const;
export const requestViewSchema = z.enum(REQUEST_VIEWS);
export type RequestView = z.infer<typeof requestViewSchema>;

/** Those that are worked on, which are counted. */
export const COUNTED_VIEWS = [
  'open',
  'mine',
  'urgent',
  'stopped',
  'replyDue',
  'replyAhead',
  'targetPassed',
  'untold',
  'returning',
] as const satisfies readonly RequestView[];
export type CountedView = (typeof COUNTED_VIEWS)[number];

/** Phases of what is open: what the view `open` can be narrowed to. */
export const OPEN_PHASES = REQUEST_PHASES.filter(
  (phase) => phase !== 'closed' && phase !== 'refused' && phase !== 'withdrawn',
);
export type OpenPhase = (typeof OPEN_PHASES)[number];

export const requestListFilterSchema = z.object({
  view: requestViewSchema.default('open'),
  /** Of the views of open requests alone. */
  phase: z.enum(OPEN_PHASES).nullable().default(null),
});
export type RequestListFilter = z.output<typeof requestListFilterSchema>;

/** The last row of a page: where the next one begins. */
export const requestCursorSchema = z.object({
  /** What the view is ordered by: an instant in ms, or an ISO day. */
  key: z.union([z.int(), z.string().max(10)]),
  id: z.int().positive(),
  /** It is urgent, where such stand before all others. */
  urgent: z.boolean().default(false),
});
export type RequestCursor = z.infer<typeof requestCursorSchema>;
