import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { moneyLineIdSchema, partyIdSchema } from '../ids.ts';
import { amountSchema, optionalAmountSchema } from './money-text.ts';

export const MONEY_KINDS = ['income', 'expense', 'debt'] as const;
export const moneyKindSchema = z.enum(MONEY_KINDS);
export type MoneyKind = z.infer<typeof moneyKindSchema>;

/** What comes in, goes out and is owed, as Saudi households name it. */
export const MONEY_CATEGORIES = {
  income: [
    'salary',
    'socialSecurity',
    'citizenAccount',
    'pension',
    'socialInsurance',
    'unemploymentSupport',
    'disabilityAllowance',
    'alimony',
    'relatives',
    'otherCharity',
    'ownWork',
    'rentReceived',
    'otherIncome',
  ],
  expense: [
    'rent',
    'electricity',
    'water',
    'food',
    'treatment',
    'medicalSupplies',
    'transport',
    'education',
    'telephone',
    'domesticHelp',
    'alimonyPaid',
    'otherExpense',
  ],
  debt: ['personalLoan', 'bankLoan', 'carInstalment', 'rentArrears', 'billArrears', 'judgement', 'otherDebt'],
} as const satisfies Readonly<Record<MoneyKind, readonly string[]>>;
export const ALL_MONEY_CATEGORIES = [
  ...MONEY_CATEGORIES.income,
  ...MONEY_CATEGORIES.expense,
  ...MONEY_CATEGORIES.debt,
] as const;
export const moneyCategorySchema = z.enum(ALL_MONEY_CATEGORIES);
export type MoneyCategory = z.infer<typeof moneyCategorySchema>;

/** Without these nobody lives: they are taken off the income before it is shared out among the heads. */
export const ESSENTIAL_EXPENSES: readonly MoneyCategory[] = [
  'rent',
  'electricity',
  'water',
  'food',
  'treatment',
  'medicalSupplies',
  'transport',
  'education',
  'alimonyPaid',
];

export const moneyLineSchema = z.object({
  id: moneyLineIdSchema,
  partyId: partyIdSchema,
  kind: moneyKindSchema,
  category: moneyCategorySchema,
  detail: z.string(),
  /** Halalas a month; of a debt its instalment, which may be 0. */
  monthlyHalalas: z.int(),
  /** Halalas: what is owed. Null for income and expense. */
  totalHalalas: z.int().nullable(),
  sinceOn: z.string(),
  /** The last day. Null: it goes on. */
  untilOn: z.string().nullable(),
  source: z.string(),
  replaces: moneyLineIdSchema.nullable(),
  /** When the replaced line would have ended, had it not been. */
  replacedUntilOn: z.string().nullable(),
  recordedBy: z.string(),
  recordedAtMs: z.int(),
  withdrawn: z.object({ by: z.string(), atMs: z.int(), reason: z.string() }).nullable(),
});
export type MoneyLine = z.infer<typeof moneyLineSchema>;

const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');

/** A line as the form sends it: amounts in riyals as they were typed. Messages are codes of `validation`. */
export const moneyInputSchema = z
  .object({
    kind: moneyKindSchema,
    category: moneyCategorySchema,
    detail: text(120),
    /** A month; may be empty for a debt that is not paid off yet. */
    monthly: z.string().max(200, { message: 'tooLong' }).default(''),
    total: optionalAmountSchema,
    sinceOn: isoDaySchema,
    untilOn: isoDaySchema.nullable().default(null),
    source: text(160),
  })
  .transform((typed, context) => {
    const { monthly, total, ...line } = typed;
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (!(MONEY_CATEGORIES[line.kind] as readonly string[]).includes(line.category))
      fail('category', 'moneyCategory');
    let monthlyHalalas = 0;
    if (line.kind !== 'debt' || monthly.trim() !== '') {
      const parsed = amountSchema.safeParse(monthly);
      if (!parsed.success) fail('monthly', parsed.error.issues[0]?.message ?? 'amount.notANumber');
      else if (parsed.data === 0 && line.kind !== 'debt') fail('monthly', 'amount.zero');
      else monthlyHalalas = parsed.data;
    }
    if (line.kind === 'debt' && (total ?? 0) === 0) fail('total', 'amount.total');
    if (line.kind === 'debt' && total !== null && monthlyHalalas > total)
      fail('monthly', 'amount.instalment');
    if (line.untilOn !== null && line.untilOn < line.sinceOn) fail('untilOn', 'endBeforeStart');
    return { ...line, monthlyHalalas, totalHalalas: line.kind === 'debt' ? total : null };
  });
export type MoneyInput = z.output<typeof moneyInputSchema>;

/** Whether a line counts on a day: from its first day to its last, both in, unless it was withdrawn as a mistake. */
export const countsOn = (line: Pick<MoneyLine, 'sinceOn' | 'untilOn' | 'withdrawn'>, day: string): boolean =>
  line.withdrawn === null && line.sinceOn <= day && (line.untilOn === null || day <= line.untilOn);
