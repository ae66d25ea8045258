import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { memberIdSchema, partyIdSchema, representationIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { birthSchema } from '../parties/birth-date.ts';
import { sexSchema } from '../parties/party.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import { householdSchema, leaveReasonSchema, memberInputSchema, relationSchema } from './household.ts';
import { representationInputSchema, representationSchema } from './representation.ts';

const desk = { roles: DESK_ROLES } as const;
const caseworkers = { roles: CASE_ROLES } as const;
const one = z.object({ id: memberIdSchema });
const made = z.object({ id: memberIdSchema });
const changes = ['households', 'circumstances'] as const;

/** Whose file it is: a record that was merged answers with the one that was kept. */
const personSchema = z.object({ id: partyIdSchema, name: z.string(), sex: sexSchema.nullable() });

/** A member as the form edits it, with the whole id number. */
export const memberRecordSchema = z.object({
  id: memberIdSchema,
  partyId: partyIdSchema.nullable(),
  relation: relationSchema,
  name: z.string(),
  sex: sexSchema.nullable(),
  birth: birthSchema.nullable(),
  idNumber: z.string(),
  breadwinner: z.boolean(),
  occupation: z.string(),
  health: z.string(),
  joinedOn: z.string().nullable(),
});
export type MemberRecord = z.infer<typeof memberRecordSchema>;

export const householdsContract = defineContract({
  /** The household that a person belongs to, or the last one they left; null: none yet. Id numbers are masked. Error: notFound. */
  'households.ofParty': query(
    caseworkers,
    z.object({ partyId: partyIdSchema }),
    z.object({ person: personSchema, household: householdSchema.nullable() }),
  ),
  /** Whole, for editing; the look is logged. Error: notFound. */
  'households.member': query({ roles: DESK_ROLES }, one, memberRecordSchema),
  /**
   * Adds a member to the household of `partyId` (which is made, with them as its head, if there is none), or with an id
   * changes that member. A person who belongs to another household is refused until it is called again with `move`: then
   * they leave that one and join this one in one act.
   * Errors: notFound, partyMerged, memberElsewhere { name, head }, memberTwice { name }, dayNotCome { day }.
   */
  'households.saveMember': command(
    desk,
    z.object({
      partyId: partyIdSchema,
      id: memberIdSchema.nullable().default(null),
      member: memberInputSchema,
      move: z.object({ on: isoDaySchema }).nullable().default(null),
    }),
    made,
    changes,
  ),
  /** Undo of a move: they are back where they were, as if they had not left. */
  'households.undoMove': command(desk, one, z.null(), changes),
  'households.setBreadwinner': command(
    desk,
    z.object({ id: memberIdSchema, breadwinner: z.boolean() }),
    z.null(),
    changes,
  ),
  /** Another head, and what everybody is to them. Undone by calling it with what was. Errors: notFound, invalidInput. */
  'households.setHead': command(
    desk,
    z.object({
      relations: z
        .array(z.object({ id: memberIdSchema, relation: relationSchema }))
        .min(1)
        .max(1000),
    }),
    z.null(),
    changes,
  ),
  /** To a file that is there already. Errors: notFound, partyMerged, memberElsewhere, memberTwice. */
  'households.linkMember': command(
    desk,
    z.object({ id: memberIdSchema, partyId: partyIdSchema }),
    z.null(),
    changes,
  ),
  /** Undo: the member is again who was written down here. Error: invalidInput when nothing was. */
  'households.unlinkMember': command(desk, one, z.null(), changes),
  /**
   * «افتح له ملفًا»: a file of what is known of the member, linked. Without an id number it wants a reason.
   * Errors: notFound, identifierTaken { id, name }, invalidInput { name | noIdReason }.
   */
  'households.openFile': command(
    desk,
    one.extend({ noIdReason: z.string().trim().max(200, { message: 'tooLong' }).default('') }),
    z.object({ partyId: partyIdSchema }),
    [...changes, 'parties'],
  ),
  /** Undo of it: the file is gone again; one that somebody has worked with since stays, unlinked. */
  'households.closeFile': command(desk, one, z.null(), [...changes, 'parties']),
  /** Errors: notFound, dayNotCome { day }, invalidInput (before they joined). */
  'households.leave': command(
    desk,
    z.object({
      id: memberIdSchema,
      on: isoDaySchema,
      reason: leaveReasonSchema,
      note: z.string().trim().max(200, { message: 'tooLong' }).default(''),
    }),
    z.null(),
    changes,
  ),
  /** Undo of `households.leave`. Error: memberElsewhere. */
  'households.stay': command(desk, one, z.null(), changes),
  /** They are back from a day on; that they were away stays on record. Errors: notFound, memberElsewhere, invalidInput. */
  'households.comeBack': command(desk, z.object({ id: memberIdSchema, on: isoDaySchema }), made, changes),
  /** Entered by mistake. */
  'households.withdrawMember': command(desk, one, z.null(), changes),
  'households.restoreMember': command(desk, one, z.null(), changes),

  /** Who acts for a person, and for whom they act. */
  'representatives.ofParty': query(
    caseworkers,
    z.object({ partyId: partyIdSchema }),
    z.object({ by: z.array(representationSchema), for: z.array(representationSchema) }),
  ),
  /** Adds (id null) or changes; who acts gets the role. Errors: notFound, partyMerged, actsForSelf. */
  'representatives.save': command(
    desk,
    z.object({
      partyId: partyIdSchema,
      id: representationIdSchema.nullable().default(null),
      representation: representationInputSchema,
    }),
    z.object({ id: representationIdSchema }),
    [...changes, 'parties'],
  ),
  /** طُوبق على الأصل, or not after all. */
  'representatives.match': command(
    desk,
    z.object({ id: representationIdSchema, matched: z.boolean() }),
    z.null(),
    changes,
  ),
  /** Null: it stands again. Error: invalidInput (before it was issued). */
  'representatives.end': command(
    desk,
    z.object({
      id: representationIdSchema,
      end: z
        .object({
          on: isoDaySchema,
          reason: z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' }),
        })
        .nullable(),
    }),
    z.null(),
    changes,
  ),
  'representatives.withdraw': command(desk, z.object({ id: representationIdSchema }), z.null(), [
    ...changes,
    'parties',
  ]),
  'representatives.restore': command(desk, z.object({ id: representationIdSchema }), z.null(), [
    ...changes,
    'parties',
  ]),
});
