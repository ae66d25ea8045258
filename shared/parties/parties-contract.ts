import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { partyChoicesSchema, partyListSchema, partyPageInputSchema } from './party-list.ts';
import { partyHitSchema, partyInputSchema, partySchema } from './party.ts';

export const partiesContract = defineContract({
  /** By any fragment: ten digits 1/2… an id, 05… a mobile, a file or legacy number, else a name in any spelling. Best first. */
  'parties.search': query(
    'signedIn',
    z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(12) }),
    z.array(partyHitSchema),
  ),
  /** A page of the register; with a text, its best 200 and whether there may be more. */
  'parties.list': query('signedIn', partyPageInputSchema, partyListSchema),
  /** What the list can be narrowed by. */
  'parties.choices': query('signedIn', z.void(), partyChoicesSchema),
  /** Error: identifierTaken { id, name } when the id number belongs to somebody already. */
  'parties.add': command({ roles: DESK_ROLES }, partyInputSchema, partySchema, ['parties']),
  'parties.update': command(
    { roles: DESK_ROLES },
    z.object({ id: partyIdSchema, party: partyInputSchema }),
    partySchema,
    ['parties'],
  ),
});
