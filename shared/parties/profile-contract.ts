import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import {
  identityCardSchema,
  PAGE_ROWS,
  partyPageSchema,
  timelineCursorSchema,
  timelineFilterSchema,
  timelineItemSchema,
} from './profile.ts';

const ref = z.object({ id: partyIdSchema });

export const profileContract = defineContract({
  /**
   * The page of a person, or of the one they were merged into. The look is itself logged (a view of a person's record).
   * Error: notFound.
   */
  'parties.page': query('signedIn', ref, partyPageSchema),
  /** All that happened with somebody, newest first, a page at a time. Error: notFound. */
  'parties.timeline': query(
    'signedIn',
    ref.extend({
      filter: timelineFilterSchema.default('all'),
      after: timelineCursorSchema.nullable().default(null),
      limit: z.int().min(1).max(PAGE_ROWS).default(PAGE_ROWS),
    }),
    z.object({ items: z.array(timelineItemSchema), more: z.boolean() }),
  ),
  /** The identity whole, to be compared with the card: each look is logged (PDPL, S.2). Error: notFound. */
  'parties.compare': command({ roles: DESK_ROLES }, ref, identityCardSchema, []),
});
