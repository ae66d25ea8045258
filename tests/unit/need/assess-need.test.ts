import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessNeed, type NeedFacts, unknownMeasures } from '#shared/need/assess-need.ts';
import {
  DEFAULT_NEED_CRITERIA,
  MEASURE_CODES,
  type NeedCriterion,
  needSettingSchema,
} from '#shared/need/need-criteria.ts';

const NOTHING: NeedFacts = {
  perHeadIncome: null,
  debts: null,
  people: null,
  socialStatus: null,
  health: null,
  housingState: null,
  tenure: null,
  judged: {},
};
const WIDOW: NeedFacts = {
  perHeadIncome: 25_000,
  debts: 0,
  people: 7,
  socialStatus: 'widowed',
  health: 'chronic',
  housingState: 'repair',
  tenure: 'rented',
  judged: {},
};

const codeOr = (codes: readonly string[]) => fc.option(fc.constantFrom(...codes));
const someFacts = fc.record<NeedFacts>({
  perHeadIncome: fc.option(fc.integer({ min: -500_000, max: 3_000_000 })),
  debts: fc.option(fc.integer({ min: 0, max: 50_000_000 })),
  people: fc.option(fc.integer({ min: 1, max: 25 })),
  socialStatus: codeOr(MEASURE_CODES.socialStatus),
  health: codeOr(MEASURE_CODES.health),
  housingState: codeOr(MEASURE_CODES.housingState),
  tenure: codeOr(MEASURE_CODES.tenure),
  judged: fc.dictionary(fc.constantFrom('own1', 'own2', 'own3'), fc.integer({ min: 0, max: 4 })),
});
const someCriteria = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 100 }), {
      minLength: DEFAULT_NEED_CRITERIA.length,
      maxLength: DEFAULT_NEED_CRITERIA.length,
    }),
    fc.integer({ min: 0, max: 100 }),
  )
  .map(([weights, own]): NeedCriterion[] => [
    ...DEFAULT_NEED_CRITERIA.map((one, index) => ({ ...one, weight: weights[index] ?? 0 })),
    { by: 'judged', key: 'own1', name: 'بُعد السكن عن الخدمات', weight: own },
  ]);

describe('need is assessed by criteria that a person can follow (O.1)', () => {
  it('works through the default criteria', () => {
    const found = assessNeed(DEFAULT_NEED_CRITERIA, WIDOW);
    // 35×85 + 15×80 + 15×100 + 15×70 + 8×70 + 7×100 + 5×0 = 7985 of 100 weights.
    expect(found).toMatchObject({ score: 80, knownWeight: 100, allWeight: 100 });
    expect(found.parts.map(({ key, share }) => [key, share])).toEqual([
      ['perHeadIncome', 85],
      ['people', 80],
      ['socialStatus', 100],
      ['health', 70],
      ['housingState', 70],
      ['tenure', 100],
      ['debts', 0],
    ]);
  });

  it('counts what is not recorded neither for nor against anybody, and names it', () => {
    const found = assessNeed(DEFAULT_NEED_CRITERIA, { ...NOTHING, socialStatus: 'widowed' });
    expect(found).toMatchObject({ score: 100, knownWeight: 15, allWeight: 100 });
    expect(unknownMeasures(found)).toEqual([
      'perHeadIncome',
      'people',
      'health',
      'housingState',
      'tenure',
      'debts',
    ]);
    expect(assessNeed(DEFAULT_NEED_CRITERIA, NOTHING)).toMatchObject({ score: null, knownWeight: 0 });
  });

  it('takes a band up to and with its end, and the last one without', () => {
    const share = (perHeadIncome: number): number | null | undefined =>
      assessNeed(DEFAULT_NEED_CRITERIA, { ...NOTHING, perHeadIncome }).parts[0]?.share;
    expect([-1, 0, 1, 30_000, 30_001, 150_000, 150_001].map(share)).toEqual([100, 100, 85, 85, 65, 20, 0]);
  });

  it('weighs what a person judged, from 0 to 4', () => {
    const own: NeedCriterion = { by: 'judged', key: 'own1', name: 'بُعد السكن', weight: 10 };
    const score = (level: number): number | null =>
      assessNeed([own], { ...NOTHING, judged: { own1: level } }).score;
    expect([0, 1, 2, 3, 4].map(score)).toEqual([0, 25, 50, 75, 100]);
    expect(assessNeed([own], NOTHING).score).toBeNull();
  });

  it('is a whole number of 0 to 100 whose points add up to it, whatever is known and however it is weighed', () => {
    fc.assert(
      fc.property(someCriteria, someFacts, (criteria, facts) => {
        const { score, parts, knownWeight, allWeight } = assessNeed(criteria, facts);
        const points = parts.reduce((total, part) => total + part.points, 0);
        expect(knownWeight).toBeLessThanOrEqual(allWeight);
        expect(score === null).toBe(knownWeight === 0);
        if (score === null) return;
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(points).toBe(score);
        for (const part of parts) {
          expect(part.points).toBeGreaterThanOrEqual(0);
          if (part.share === null) expect(part.points).toBe(0);
        }
      }),
    );
  });

  it('never falls when an income falls, all else the same', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.integer({ min: -100_000, max: 400_000 }),
        fc.integer({ min: 0, max: 400_000 }),
        (facts, income, less) => {
          const score = (perHeadIncome: number): number =>
            assessNeed(DEFAULT_NEED_CRITERIA, { ...facts, perHeadIncome }).score ?? 0;
          expect(score(income - less)).toBeGreaterThanOrEqual(score(income));
        },
      ),
    );
  });
});

describe('the setting of need', () => {
  const criteria = needSettingSchema.parse({}).criteria;
  const problems = (changed: readonly unknown[]): string[] =>
    needSettingSchema.safeParse({ criteria: changed }).error?.issues.map(({ message }) => message) ?? [];

  it('begins with the default criteria, which fit their own rules', () => {
    expect(criteria).toEqual(DEFAULT_NEED_CRITERIA);
    expect(problems(criteria)).toEqual([]);
  });

  it.each<[string, readonly unknown[], string]>([
    ['nothing that weighs', criteria.map((one) => ({ ...one, weight: 0 })), 'needNoWeight'],
    ['a criterion twice', [...criteria, criteria[0]], 'needTwice'],
    [
      'bands out of order',
      [
        {
          ...criteria[0],
          bands: [
            { upTo: 9, share: 1 },
            { upTo: 3, share: 2 },
            { upTo: null, share: 0 },
          ],
        },
      ],
      'needBands',
    ],
    [
      'bands with no end',
      [
        {
          ...criteria[0],
          bands: [
            { upTo: 3, share: 2 },
            { upTo: 9, share: 1 },
          ],
        },
      ],
      'needBands',
    ],
    [
      'an end before the last band',
      [
        {
          ...criteria[0],
          bands: [
            { upTo: null, share: 2 },
            { upTo: null, share: 1 },
          ],
        },
      ],
      'needBands',
    ],
    ['a weight over 100', [{ ...criteria[0], weight: 101 }], 'needWeight'],
    ['a share over 100', [{ ...criteria[2], shares: { widowed: 101 } }], 'needShare'],
  ])('refuses %s', (_, changed, message) => {
    expect(problems(changed)).toContain(message);
  });
});
