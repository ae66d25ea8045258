import { z } from 'zod';
import { partyIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { partyRecordSchema } from './party-record.ts';
import { partyRoleSchema, partySchema, wholePartySchema } from './party.ts';

const desk = { roles: DESK_ROLES } as const;
const ofParty = z.object({ id: partyIdSchema });
const roleOfParty = ofParty.extend({ role: partyRoleSchema });

/** One change of the identity: what stood in the fields that changed, before it and after it. */
export const identityVersionSchema = z.object({
  id: z.int(),
  atMs: z.int(),
  /** Who changed it. */
  staffName: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.json(), after: z.json() })),
});
export type IdentityVersion = z.infer<typeof identityVersionSchema>;

/** The whole record of a party: read to be edited, written, in one more role or one less, and what it was before. */
export const recordsContract = defineContract({
  /** The whole record, to be edited. The look is logged. Error: notFound. */
  'parties.record': query(desk, ofParty, wholePartySchema),
  /**
   * Writes the whole record: adds it where `id` is null, else over the `version` that was seen.
   * Errors: notFound, conflict { id } (somebody saved since), identifierTaken { id, name }, invalidInput (born tomorrow).
   */
  'parties.saveRecord': command(
    desk,
    z.object({
      id: partyIdSchema.nullable().default(null),
      version: z.int().nullable().default(null),
      record: partyRecordSchema,
    }),
    // To whoever has just written it whole, and goes on from it (undo).
    wholePartySchema,
    ['parties'],
  ),
  /** P.1: the same record in one more role. Error: notFound. */
  'parties.addRole': command(desk, roleOfParty, partySchema, ['parties']),
  /** Errors: notFound, lastRole (a party without one is nobody's). */
  'parties.removeRole': command(desk, roleOfParty, partySchema, ['parties']),
  /** What the identity was before each change, newest first. The look is logged. Error: notFound. */
  'parties.history': query(desk, ofParty, z.array(identityVersionSchema)),
});
