import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { parseNationalId } from '../identifiers/national-id.ts';
import { memberIdSchema, partyIdSchema } from '../ids.ts';
import { type Birth, birthSchema, CALENDARS, parseBirth } from '../parties/birth-date.ts';
import { sexSchema } from '../parties/party.ts';

/** What a member is to the head of the household (رب الأسرة). */
export const RELATIONS = [
  'head',
  'wife',
  'husband',
  'son',
  'daughter',
  'father',
  'mother',
  'brother',
  'sister',
  'grandson',
  'granddaughter',
  'grandfather',
  'grandmother',
  'sonsWife',
  'daughtersHusband',
  'stepson',
  'stepdaughter',
  'fosterChild',
  'relative',
  'other',
] as const;
export const relationSchema = z.enum(RELATIONS, { error: 'relationRequired' });
export type Relation = z.infer<typeof relationSchema>;

export const LEAVE_REASONS = ['death', 'marriage', 'moved', 'divorce', 'other'] as const;
export const leaveReasonSchema = z.enum(LEAVE_REASONS);
export type LeaveReason = z.infer<typeof leaveReasonSchema>;

/** Who a member is, whether that is read in a file of their own or was written here. */
export const memberSchema = z.object({
  id: memberIdSchema,
  /** The file of their own; null: known in this household alone. */
  partyId: partyIdSchema.nullable(),
  relation: relationSchema,
  name: z.string(),
  sex: sexSchema.nullable(),
  birth: birthSchema.nullable(),
  /** Masked on its way to the desk. */
  idNumber: z.string(),
  /** العائل: who supports the household; of several each counts. */
  breadwinner: z.boolean(),
  occupation: z.string(),
  health: z.string(),
  joinedOn: z.string().nullable(),
  left: z.object({ on: z.string(), reason: leaveReasonSchema, note: z.string() }).nullable(),
});
export type Member = z.infer<typeof memberSchema>;

/** Those who are there now first, in the order of the tree; those who left come after them. */
export const householdSchema = z.object({
  id: z.int().positive(),
  members: z.array(memberSchema),
});
export type Household = z.infer<typeof householdSchema>;

const line = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');

/**
 * A member as the form sends them. With `partyId` their own file tells who they are, and name, sex, birth and number are
 * left alone. Messages are codes of `validation`. `today` refuses days that have not come yet.
 */
export const memberInputSchema = z
  .object({
    partyId: partyIdSchema.nullable().default(null),
    relation: relationSchema,
    name: line(160),
    sex: sexSchema.nullable().default(null),
    /** As it was typed or printed, with the calendar that the field says; an empty text is no date. */
    birth: z
      .object({ printed: line(40), calendar: z.enum(CALENDARS).nullable().default(null) })
      .nullable()
      .default(null),
    idNumber: line(40),
    breadwinner: z.boolean().default(false),
    occupation: line(160),
    health: line(200),
    joinedOn: isoDaySchema.nullable().default(null),
  })
  .transform((typed, context) => {
    const { birth: written, ...member } = typed;
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    };
    let birth: Birth | null = null;
    let { idNumber } = member;
    if (member.partyId !== null)
      return { ...member, name: '', idNumber: '', sex: sexOf(member.relation), birth };
    if (member.name === '') fail('name', 'name.required');
    if (written !== null && written.printed !== '') {
      const parsed = parseBirth(written.printed, written.calendar);
      if (parsed.ok) birth = parsed.value;
      else fail('birth.printed', `birth.${parsed.code}`);
    }
    if (idNumber !== '') {
      const parsed = parseNationalId(idNumber);
      if (parsed.ok) idNumber = parsed.value;
      else fail('idNumber', `nationalId.${parsed.code}`);
    }
    const implied = sexOf(member.relation);
    if (implied !== null && member.sex !== null && implied !== member.sex) fail('sex', 'relationSex');
    return { ...member, idNumber, sex: member.sex ?? implied, birth };
  });
export type MemberInput = z.output<typeof memberInputSchema>;

const WOMEN: readonly Relation[] = [
  'wife',
  'daughter',
  'mother',
  'sister',
  'granddaughter',
  'grandmother',
  'sonsWife',
  'stepdaughter',
];
const MEN: readonly Relation[] = [
  'husband',
  'son',
  'father',
  'brother',
  'grandson',
  'grandfather',
  'daughtersHusband',
  'stepson',
];

/** The sex that a relation tells by itself; null where it tells none (head, relative). */
export const sexOf = (relation: Relation): 'male' | 'female' | null =>
  WOMEN.includes(relation) ? 'female' : MEN.includes(relation) ? 'male' : null;
