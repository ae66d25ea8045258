import { z } from 'zod';
import { contactIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { channelSchema, contactInputSchema, contactSchema } from './contact.ts';

export const contactsContract = defineContract({
  'contacts.log': command({ roles: DESK_ROLES }, contactInputSchema, contactSchema, ['contacts']),
  'contacts.list': query(
    'signedIn',
    z.object({
      channel: channelSchema.nullable().default(null),
      openOnly: z.boolean().default(false),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.array(contactSchema),
  ),
  /** Closes or reopens the next action: ticking it off by mistake is undone with the same key. */
  'contacts.setClosed': command(
    { roles: DESK_ROLES },
    z.object({ id: contactIdSchema, closed: z.boolean() }),
    contactSchema,
    ['contacts'],
  ),
});
