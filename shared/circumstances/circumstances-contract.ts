import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import {
  categoryIdSchema,
  factIdSchema,
  givenCategoryIdSchema,
  moneyLineIdSchema,
  needIdSchema,
  partyIdSchema,
} from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { sexSchema } from '../parties/party.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import {
  categoryInputSchema,
  categorySchema,
  giveCategoriesSchema,
  givenCategorySchema,
  needInputSchema,
  needSchema,
} from './categories.ts';
import { FACT_VALUES, factInputSchema } from './facts.ts';
import { moneyInputSchema, moneyLineSchema } from './money.ts';

const desk = { roles: DESK_ROLES } as const;
const caseworkers = { roles: CASE_ROLES } as const;
/** Who keeps the lists of the office. */
const keepers = { roles: ['manager', 'administrator'] } as const;

const recorded = {
  id: factIdSchema,
  knownOn: z.string(),
  source: z.string(),
  recordedBy: z.string(),
  recordedAtMs: z.int(),
  withdrawn: z.object({ by: z.string(), atMs: z.int(), reason: z.string() }).nullable(),
};

/** A fact as it was recorded. An IBAN is masked on its way to the desk; its bank is told beside it. */
export const recordedFactSchema = z.discriminatedUnion('kind', [
  z.object({ ...recorded, kind: z.literal('socialStatus'), value: FACT_VALUES.socialStatus }),
  z.object({ ...recorded, kind: z.literal('education'), value: FACT_VALUES.education }),
  z.object({ ...recorded, kind: z.literal('health'), value: FACT_VALUES.health }),
  z.object({ ...recorded, kind: z.literal('work'), value: FACT_VALUES.work }),
  z.object({ ...recorded, kind: z.literal('housing'), value: FACT_VALUES.housing }),
  z.object({
    ...recorded,
    kind: z.literal('iban'),
    value: FACT_VALUES.iban,
    bank: z.string().nullable(),
  }),
]);
export type RecordedFact = z.infer<typeof recordedFactSchema>;

export const circumstancesSchema = z.object({
  /** Whose they are: a record that was merged answers with the one that was kept. */
  person: z.object({ id: partyIdSchema, name: z.string(), sex: sexSchema.nullable() }),
  /** Every one that was ever recorded, newest first: `factsOn` says what stood on a day. */
  facts: z.array(recordedFactSchema),
  categories: z.array(givenCategorySchema),
  needs: z.array(needSchema),
  money: z.object({
    /** Of everybody of the household who has a file, withdrawn ones too. */
    lines: z.array(moneyLineSchema),
    owners: z.array(z.object({ partyId: partyIdSchema, name: z.string() })),
    /** Of each member from when to when they were there: how many to share among, on any day. */
    heads: z.array(
      z.object({
        partyId: partyIdSchema.nullable(),
        joinedOn: z.string().nullable(),
        leftOn: z.string().nullable(),
      }),
    ),
  }),
});
export type Circumstances = z.infer<typeof circumstancesSchema>;

/** What can be taken out as a mistake, with a reason, and put back. */
export const WITHDRAWABLE = ['fact', 'money', 'category', 'need'] as const;
export const withdrawableSchema = z.enum(WITHDRAWABLE);
export type Withdrawable = z.infer<typeof withdrawableSchema>;

const said = z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' });
const changes = ['circumstances'] as const;

export const circumstancesContract = defineContract({
  /** A look is logged with the person's page. Error: notFound. */
  'circumstances.ofParty': query(caseworkers, z.object({ partyId: partyIdSchema }), circumstancesSchema),
  /** Never overwrites. Errors: notFound, partyMerged, dayNotCome { day }. */
  'circumstances.record': command(
    desk,
    z.object({ partyId: partyIdSchema, fact: factInputSchema }),
    z.object({ id: factIdSchema }),
    changes,
  ),
  /** It was a mistake: it stays on record, struck through. An undo gives no reason. Error: notFound. */
  'circumstances.withdraw': command(
    desk,
    z.object({ what: withdrawableSchema, id: z.int().positive(), reason: said.or(z.literal('')) }),
    z.null(),
    changes,
  ),
  /** Undo of `circumstances.withdraw`. Errors: notFound, categoryStands. */
  'circumstances.restore': command(
    desk,
    z.object({ what: withdrawableSchema, id: z.int().positive() }),
    z.null(),
    changes,
  ),
  'circumstances.addMoney': command(
    desk,
    z.object({ partyId: partyIdSchema, line: moneyInputSchema }),
    z.object({ id: moneyLineIdSchema }),
    changes,
  ),
  /**
   * Another amount from a day on: the old line ends on the day before, and the new one takes its place. From its own first
   * day it is a correction: the old one is withdrawn. Error: notFound, invalidInput.
   */
  'circumstances.changeMoney': command(
    desk,
    z.object({ id: moneyLineIdSchema, line: moneyInputSchema }),
    z.object({ id: moneyLineIdSchema }),
    changes,
  ),
  /** Undo of `circumstances.changeMoney`, by the new line. */
  'circumstances.undoMoneyChange': command(desk, z.object({ id: moneyLineIdSchema }), z.null(), changes),
  /** The last day of a line; null: it goes on. Error: invalidInput (before it began). */
  'circumstances.endMoney': command(
    desk,
    z.object({ id: moneyLineIdSchema, untilOn: isoDaySchema.nullable() }),
    z.null(),
    changes,
  ),
  'circumstances.addNeed': command(
    desk,
    z.object({ partyId: partyIdSchema, need: needInputSchema }),
    z.object({ id: needIdSchema }),
    changes,
  ),
  /** Met on a day, and how; null: not met after all. Error: invalidInput (before it was needed). */
  'circumstances.meetNeed': command(
    desk,
    z.object({ id: needIdSchema, met: z.object({ on: isoDaySchema, how: said }).nullable() }),
    z.null(),
    changes,
  ),

  'categories.list': query('signedIn', z.void(), z.array(categorySchema)),
  /** Adds (id null) or renames. Errors: notFound, categoryNameTaken { name }. */
  'categories.save': command(
    keepers,
    z.object({ id: categoryIdSchema.nullable(), category: categoryInputSchema }),
    z.object({ id: categoryIdSchema }),
    ['categories'],
  ),
  /** The whole list in its new order. Error: conflict when it is another list by now. */
  'categories.reorder': command(keepers, z.object({ ids: z.array(categoryIdSchema).max(1000) }), z.null(), [
    'categories',
  ]),
  /** Put aside, or back: who has it keeps it. */
  'categories.setActive': command(
    keepers,
    z.object({ id: categoryIdSchema, active: z.boolean() }),
    z.null(),
    ['categories'],
  ),
  /** Only one that was never given: the undo of adding it. Error: categoryGiven { name }. */
  'categories.remove': command(keepers, z.object({ id: categoryIdSchema }), z.null(), ['categories']),
  /** Several in one act. Errors: notFound, partyMerged, categoryStands { name }. */
  'categories.give': command(
    desk,
    z.object({ partyId: partyIdSchema }).extend(giveCategoriesSchema.shape),
    z.object({ ids: z.array(givenCategoryIdSchema) }),
    ['circumstances', 'categories'],
  ),
  /** Its last day and why; null: it stands again. Errors: notFound, invalidInput, categoryStands. */
  'categories.end': command(
    desk,
    z.object({
      id: givenCategoryIdSchema,
      end: z.object({ on: isoDaySchema, reason: said }).nullable(),
    }),
    z.null(),
    ['circumstances', 'categories'],
  ),
});
