import { assertNever } from '../assert.ts';
import {
  JUDGED_MOST,
  type Judged,
  type Measure,
  type NeedBand,
  type NeedCriterion,
} from './need-criteria.ts';

/** What is known of a case on a day; null: not recorded. Amounts in halalas. */
export interface NeedFacts {
  /** What is left a head and month, after essential expenses; may be negative. */
  readonly perHeadIncome: number | null;
  readonly debts: number | null;
  readonly people: number | null;
  readonly socialStatus: string | null;
  readonly health: string | null;
  readonly housingState: string | null;
  readonly tenure: string | null;
  readonly judged: Judged;
}

/** What a criterion found: halalas, people, a code, or a person's judgement. */
export type NeedFinding =
  | { readonly kind: 'amount'; readonly halalas: number }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'judged'; readonly level: number };

/** One line of the working. `share` percent of `weight` is its part; null: nothing is known, and it is not counted. */
export interface NeedPart {
  readonly key: string;
  /** Of the office's own criteria; empty: the locales name it. */
  readonly name: string;
  readonly weight: number;
  readonly found: NeedFinding | null;
  readonly share: number | null;
  /** Of the 100 of the score; the points of all parts add up to it exactly. */
  readonly points: number;
}

export interface NeedAssessment {
  /** 0 to 100; null: nothing at all is known. */
  readonly score: number | null;
  /** Weights of what is known, and of everything. */
  readonly knownWeight: number;
  readonly allWeight: number;
  readonly parts: NeedPart[];
}

/**
 * Need by criteria that a person can follow (O.1):
 *
 *     score = round( Σ weight × share ÷ Σ weight )
 *
 * over the criteria that something is known of. What is not recorded counts neither for nor against anybody; how much of
 * the weights is known is told beside the score. Points are whole, and their sum is the score.
 */
export function assessNeed(criteria: readonly NeedCriterion[], facts: NeedFacts): NeedAssessment {
  return weigh(
    criteria
      .filter((one) => one.weight > 0)
      .map((criterion) => ({
        key: criterion.key,
        name: criterion.by === 'judged' ? criterion.name : '',
        weight: criterion.weight,
        ...judge(criterion, facts),
      })),
  );
}

/** The same case with what a person judges now, by key of the office's own criteria; what is left out is unknown. */
export const rejudge = ({ parts }: Pick<NeedAssessment, 'parts'>, judged: Judged): NeedAssessment =>
  weigh(parts.map((part) => (isJudged(part) ? { ...part, ...judgement(judged[part.key]) } : part)));

/** Whether a criterion is the office's own: only a person answers it. */
export const isJudged = ({ name }: Pick<NeedPart, 'name'>): boolean => name !== '';

function weigh(lines: readonly Omit<NeedPart, 'points'>[]): NeedAssessment {
  const known = lines.filter((line) => line.share !== null);
  const knownWeight = sum(known.map(({ weight }) => weight));
  const parts = known.map(({ weight, share }) => weight * (share ?? 0));
  const score = knownWeight === 0 ? null : Math.round(sum(parts) / knownWeight);
  const points = score === null ? [] : wholeParts(parts, score);
  return {
    score,
    knownWeight,
    allWeight: sum(lines.map(({ weight }) => weight)),
    parts: lines.map((line) => ({ ...line, points: points[known.indexOf(line)] ?? 0 })),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Judgement {
  readonly found: NeedFinding | null;
  readonly share: number | null;
}
const UNKNOWN: Judgement = { found: null, share: null };

function judge(criterion: NeedCriterion, facts: NeedFacts): Judgement {
  switch (criterion.by) {
    case 'amount': {
      const halalas = facts[criterion.key];
      if (halalas === null) return UNKNOWN;
      return { found: { kind: 'amount', halalas }, share: shareOf(criterion.bands, halalas) };
    }
    case 'count': {
      const count = facts[criterion.key];
      if (count === null) return UNKNOWN;
      return { found: { kind: 'count', count }, share: shareOf(criterion.bands, count) };
    }
    case 'code': {
      const code = facts[criterion.key];
      const share = code === null ? undefined : criterion.shares[code];
      return code === null || share === undefined ? UNKNOWN : { found: { kind: 'code', code }, share };
    }
    case 'judged':
      return judgement(facts.judged[criterion.key]);
    default:
      return assertNever(criterion);
  }
}

const judgement = (level: number | undefined): Judgement =>
  level === undefined
    ? UNKNOWN
    : { found: { kind: 'judged', level }, share: Math.round((level * 100) / JUDGED_MOST) };

/** Of the first band that reaches as far; the last one has no end. */
const shareOf = (bands: readonly NeedBand[], value: number): number =>
  bands.find((band) => band.upTo === null || value <= band.upTo)?.share ?? 0;

/** Whole numbers in proportion to `parts` that add up to `total`: the greatest remainders are rounded up. */
function wholeParts(parts: readonly number[], total: number): number[] {
  const all = sum(parts);
  if (all === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * total) / all);
  const whole = exact.map(Math.floor);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .toSorted((one, other) => other.rest - one.rest || one.index - other.index);
  for (const { index } of order.slice(0, total - sum(whole))) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** The measures of the register that nothing is recorded of: what to ask for, so that the score tells more. */
export const unknownMeasures = (assessment: NeedAssessment): Measure[] =>
  assessment.parts.flatMap((part) => (part.share === null && part.name === '' ? [part.key as Measure] : []));
