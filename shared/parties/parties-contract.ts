import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { partyHitSchema, partyInputSchema, partySchema } from './party.ts';

export const partiesContract = defineContract({
  /** By any fragment: ten digits 1/2… an id, 05… a mobile, a file or legacy number, else a name in any spelling. Best first. */
  'parties.search': query(
    'signedIn',
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(12) }),
    z.array(partyHitSchema),
  ),
  'parties.list': query(
    'signedIn',
    z.object({
      text: z.string().max(200).default(''),
      role: z.string().max(30).nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ total: z.int(), rows: z.array(partyHitSchema) }),
  ),
  /** Error: identifierTaken { id, name } when the id number belongs to somebody already. */
  'parties.add': command({ roles: DESK_ROLES }, partyInputSchema, partySchema, ['parties']),
  'parties.update': command(
    { roles: DESK_ROLES },
    z.object({ id: partyIdSchema, party: partyInputSchema }),
    partySchema,
    ['parties'],
  ),
});
