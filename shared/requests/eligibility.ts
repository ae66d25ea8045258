import { z } from 'zod';
import { searchKey } from '../arabic/search-key.ts';
import type { Eligibility } from '../services/service.ts';

export const ELIGIBILITY_RULES = ['village', 'category', 'perHead'] as const;

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

/** «قرية الصمد» is «الصمد». */
const villageKey = (village: string): string =>
  searchKey(village)
    .replace(/^(?:قريه|هجره|حي) /u, '')
    .replace(/^ال/u, '');

/** Names of all categories, for what a rule asks. */
type Names = ReadonlyMap<number, string>;

/**
 * Each rule of a service beside what is known of the applicant, in the order of `ELIGIBILITY_RULES`; spellings of a village
 * are folded. It advises and never refuses: a request can always be recorded (S.2).
 */
export function adviceOf(rules: Eligibility, applicant: Applicant, names: Names): Advice[] {
  const advice: Advice[] = [];
  if (rules.villages.length > 0) {
    const { village } = applicant;
    const within = rules.villages.some((one) => villageKey(one) === villageKey(village));
    advice.push({
      rule: 'village',
      verdict: village === '' ? 'unknown' : within ? 'fits' : 'outside',
      found: village === '' ? [] : [village],
      asked: rules.villages,
    });
  }
  if (rules.categoryIds.length > 0) {
    const has = applicant.categories;
    const within = has.some(({ id }) => rules.categoryIds.some((one) => one === id));
    advice.push({
      rule: 'category',
      verdict: has.length === 0 ? 'unknown' : within ? 'fits' : 'outside',
      found: has.map(({ name }) => name),
      asked: rules.categoryIds.flatMap((id) => names.get(id) ?? []),
    });
  }
  if (rules.perHeadCeilingHalalas !== null) {
    const found = applicant.perHeadHalalas;
    advice.push({
      rule: 'perHead',
      verdict: found === null ? 'unknown' : found <= rules.perHeadCeilingHalalas ? 'fits' : 'outside',
      found: found === null ? [] : [String(found)],
      asked: [String(rules.perHeadCeilingHalalas)],
    });
  }
  return advice;
}
