import { z } from 'zod';

/**
 * What a service is for, as the settings say. Every rule advises and none refuses: a request can always be recorded (S.2).
 * An empty list asks nothing.
 */
export const eligibilitySchema = z.object({
  /** نطاق الخدمة: the villages that it reaches. */
  villages: z.array(z.string()).default([]),
  /** Ids of the categories that it is for; one of them is enough. */
  categories: z.array(z.int()).default([]),
  /** The most that comes in for each head of the household, in halalas a month; null: not asked. */
  perHeadHalalas: z.int().positive().nullable().default(null),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

export const ELIGIBILITY_RULES = ['village', 'category', 'perHead'] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

/** What a rule says: it fits, it does not, or the register does not know enough to tell. */
export const adviceSchema = z.object({
  rule: z.enum(ELIGIBILITY_RULES),
  verdict: z.enum(['fits', 'outside', 'unknown']),
  /** What was found, and what is asked: a village, names of categories, halalas a month as digits. */
  found: z.array(z.string()),
  asked: z.array(z.string()),
});
export type Advice = z.infer<typeof adviceSchema>;

/** What the register knows of an applicant on a day. */
export interface Applicant {
  readonly village: string;
  readonly categories: readonly { readonly id: number; readonly name: string }[];
  /** Net income for each head in halalas a month; null: no income and no household was recorded. */
  readonly perHeadHalalas: number | null;
}

/** Names of all categories, for what a rule asks. */
type Names = ReadonlyMap<number, string>;

/**
 * Each rule of a service beside what is known of the applicant, in the order of `ELIGIBILITY_RULES`. `sameVillage` tells
 * whether two names are one village: the register folds spellings.
 */
export function adviceOf(
  rules: Eligibility,
  applicant: Applicant,
  names: Names,
  sameVillage: (one: string, other: string) => boolean,
): Advice[] {
  const advice: Advice[] = [];
  if (rules.villages.length > 0) {
    const { village } = applicant;
    const within = rules.villages.some((one) => sameVillage(one, village));
    advice.push({
      rule: 'village',
      verdict: village === '' ? 'unknown' : within ? 'fits' : 'outside',
      found: village === '' ? [] : [village],
      asked: rules.villages,
    });
  }
  if (rules.categories.length > 0) {
    const has = applicant.categories;
    const within = has.some(({ id }) => rules.categories.includes(id));
    advice.push({
      rule: 'category',
      verdict: has.length === 0 ? 'unknown' : within ? 'fits' : 'outside',
      found: has.map(({ name }) => name),
      asked: rules.categories.flatMap((id) => names.get(id) ?? []),
    });
  }
  if (rules.perHeadHalalas !== null) {
    const found = applicant.perHeadHalalas;
    advice.push({
      rule: 'perHead',
      verdict: found === null ? 'unknown' : found <= rules.perHeadHalalas ? 'fits' : 'outside',
      found: found === null ? [] : [String(found)],
      asked: [String(rules.perHeadHalalas)],
    });
  }
  return advice;
}
