import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { contactSchema } from '../contacts/contact.ts';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { outreachCursorSchema, outreachReasonSchema, outreachRowSchema } from './outreach.ts';

const desk = { roles: DESK_ROLES } as const;
const ofParty = z.object({ partyId: partyIdSchema });

export const outreachContract = defineContract({
  /** Whom to contact without being asked (G.1): one row a person, the most pressing first. */
  'outreach.list': query(
    desk,
    z.object({
      /** Null: all reasons. */
      reason: outreachReasonSchema.nullable().default(null),
      /** Those who are put off until a later day, instead of those who are due. */
      snoozed: z.boolean().default(false),
      after: outreachCursorSchema.nullable().default(null),
      limit: z.int().min(1).max(200).default(60),
    }),
    z.object({ rows: z.array(outreachRowSchema), next: outreachCursorSchema.nullable() }),
  ),
  /** How many stand under each reason; `MOST_COUNTED` means that many or more. */
  'outreach.counts': query(
    desk,
    z.void(),
    z.object({ reasons: z.record(outreachReasonSchema, z.int()), snoozed: z.int() }),
  ),
  /** «اتصلنا ولم يرد»: logged as a call that reached nobody, and put off for a few days. Errors: notFound. */
  'outreach.noAnswer': command(
    desk,
    ofParty.extend({ about: z.string().trim().min(1).max(400) }),
    z.object({ contact: contactSchema, until: z.string() }),
    ['contacts', 'outreach', 'parties'],
  ),
  /** Undo of `outreach.noAnswer`: the call stays on record as withdrawn. */
  'outreach.withdrawNoAnswer': command(
    desk,
    ofParty.extend({ contactId: contactSchema.shape.id }),
    z.object({}),
    ['contacts', 'outreach', 'parties'],
  ),
  /** Puts somebody off until a later day; null brings them back. Errors: notFound, dayPast { day, today }. */
  'outreach.snooze': command(
    desk,
    ofParty.extend({
      until: isoDaySchema.nullable(),
      note: z.string().trim().max(200, { message: 'tooLong' }).default(''),
    }),
    z.object({}),
    ['outreach'],
  ),
});
