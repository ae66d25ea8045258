import { z } from 'zod';
import { toAsciiDigits } from '../arabic/digits.ts';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { parseIban } from '../identifiers/iban.ts';
import { optionalAmountSchema } from './money-text.ts';

/** The dated facts: each keeps its history, none is overwritten. */
export const FACT_KINDS = ['socialStatus', 'education', 'health', 'work', 'housing', 'iban'] as const;
export const factKindSchema = z.enum(FACT_KINDS);
export type FactKind = z.infer<typeof factKindSchema>;

export const SOCIAL_STATUSES = [
  'single',
  'married',
  'divorced',
  'widowed',
  'deserted',
  'suspended',
  'prisonerFamily',
] as const;
export const EDUCATION_LEVELS = [
  'none',
  'readsAndWrites',
  'primary',
  'intermediate',
  'secondary',
  'diploma',
  'bachelor',
  'postgraduate',
] as const;
export const HEALTH_STATES = ['well', 'ill', 'chronic', 'elderlyCare'] as const;
export const DISABILITIES = [
  'none',
  'physical',
  'visual',
  'hearing',
  'mental',
  'autism',
  'multiple',
] as const;
export const WORK_STATES = [
  'employed',
  'selfEmployed',
  'seeking',
  'retired',
  'homemaker',
  'student',
  'unable',
  'none',
] as const;
export const TENURES = ['owned', 'rented', 'charity', 'family', 'provided'] as const;
export const HOUSING_STATES = ['good', 'fair', 'repair', 'unfit'] as const;

const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' }).default('');

export const socialStatusSchema = z.object({ status: z.enum(SOCIAL_STATUSES), note: text(300) });
export const educationSchema = z.object({
  level: z.enum(EDUCATION_LEVELS),
  studying: z.boolean().default(false),
  place: text(160),
});
export const healthSchema = z.object({
  state: z.enum(HEALTH_STATES),
  illness: text(300),
  disability: z.enum(DISABILITIES).default('none'),
  disabilityNote: text(300),
});
export const workSchema = z.object({ state: z.enum(WORK_STATES), job: text(120), employer: text(160) });

const housingRow = z.object({
  tenure: z.enum(TENURES),
  /** A month; null where nothing is paid. */
  rentHalalas: z.int().min(0).nullable(),
  state: z.enum(HOUSING_STATES),
  rooms: z.int().min(0).max(99).nullable(),
  note: z.string(),
});
const ibanRow = z.object({ iban: z.string(), holder: z.string() });

/** As they are stored and sent to the desk, by kind. */
export const FACT_VALUES = {
  socialStatus: socialStatusSchema,
  education: educationSchema,
  health: healthSchema,
  work: workSchema,
  housing: housingRow,
  iban: ibanRow,
} as const;
export type FactValue<K extends FactKind = FactKind> = z.output<(typeof FACT_VALUES)[K]>;

/** As a form sends it: amounts and numbers as they were typed, in either digit system. */
export const housingInputSchema = z
  .object({
    tenure: z.enum(TENURES),
    rent: optionalAmountSchema,
    state: z.enum(HOUSING_STATES),
    rooms: z.string().trim().max(20, { message: 'rooms' }).default(''),
    note: text(300),
  })
  .transform(({ rent, rooms, ...rest }, context): z.output<typeof housingRow> => {
    if (rest.tenure === 'rented' && (rent ?? 0) === 0)
      context.addIssue({ code: 'custom', path: ['rent'], message: 'amount.rent' });
    const count = /^\d{1,2}$/u.test(toAsciiDigits(rooms)) ? Number(toAsciiDigits(rooms)) : null;
    if (rooms !== '' && count === null)
      context.addIssue({ code: 'custom', path: ['rooms'], message: 'rooms' });
    // What is not rented costs no rent: an amount left over from before would be counted.
    return { ...rest, rentHalalas: rest.tenure === 'rented' ? rent : null, rooms: count };
  });

export const ibanInputSchema = z.object({
  iban: z
    .string()
    .max(200, { message: 'tooLong' })
    .transform((typed, context) => {
      const parsed = parseIban(typed);
      if (parsed.ok) return parsed.value;
      context.addIssue({ code: 'custom', message: `iban.${parsed.code}` });
      return z.NEVER;
    }),
  holder: z.string().trim().min(1, { message: 'ibanHolder' }).max(160, { message: 'tooLong' }),
});

const dated = {
  knownOn: isoDaySchema,
  /** Where it is known from: «مشهد», «زيارة ميدانية». */
  source: text(160),
};

/** What a form of one kind holds. */
export const factFormSchemas = {
  socialStatus: z.object({ kind: z.literal('socialStatus'), value: socialStatusSchema, ...dated }),
  education: z.object({ kind: z.literal('education'), value: educationSchema, ...dated }),
  health: z.object({ kind: z.literal('health'), value: healthSchema, ...dated }),
  work: z.object({ kind: z.literal('work'), value: workSchema, ...dated }),
  housing: z.object({ kind: z.literal('housing'), value: housingInputSchema, ...dated }),
  iban: z.object({ kind: z.literal('iban'), value: ibanInputSchema, ...dated }),
} as const;

export const factInputSchema = z.discriminatedUnion('kind', [
  factFormSchemas.socialStatus,
  factFormSchemas.education,
  factFormSchemas.health,
  factFormSchemas.work,
  factFormSchemas.housing,
  factFormSchemas.iban,
]);
export type FactInput = z.output<typeof factInputSchema>;

/** What a rule needs of a recorded fact. */
export interface Dated {
  readonly id: number;
  readonly kind: FactKind;
  /** The day from which on it was known. */
  readonly knownOn: string;
  readonly recordedAtMs: number;
  readonly withdrawn: unknown;
}

/** Later known stands before earlier; of one day what was recorded last, for it corrects. */
const later = (one: Dated, other: Dated): boolean =>
  one.knownOn !== other.knownOn
    ? one.knownOn > other.knownOn
    : one.recordedAtMs !== other.recordedAtMs
      ? one.recordedAtMs > other.recordedAtMs
      : one.id > other.id;

/**
 * What was known on a day: of each kind the newest that was known by then and was not withdrawn as a mistake. In whatever
 * order the records come, the answer is the same.
 */
export function factsOn<F extends Dated>(facts: readonly F[], day: string): Map<FactKind, F> {
  const known = new Map<FactKind, F>();
  for (const fact of facts) {
    if (fact.withdrawn !== null || fact.knownOn > day) continue;
    const standing = known.get(fact.kind);
    if (standing === undefined || later(fact, standing)) known.set(fact.kind, fact);
  }
  return known;
}

/** The history of a kind, newest first, withdrawn ones among the others. */
export const historyOf = <F extends Dated>(facts: readonly F[], kind: FactKind): F[] =>
  facts.filter((fact) => fact.kind === kind).toSorted((one, other) => (later(one, other) ? -1 : 1));
