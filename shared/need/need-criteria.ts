import { z } from 'zod';
import { HEALTH_STATES, HOUSING_STATES, SOCIAL_STATUSES, TENURES } from '../circumstances/facts.ts';
import { boundedRecord } from '../ipc/bounded.ts';

/** What the register tells of somebody's need: amounts in halalas, a count of people, or a code of a recorded fact. */
export const AMOUNT_MEASURES = ['perHeadIncome', 'debts'] as const;
export const COUNT_MEASURES = ['people'] as const;
export const CODE_MEASURES = ['socialStatus', 'health', 'housingState', 'tenure'] as const;
export type AmountMeasure = (typeof AMOUNT_MEASURES)[number];
export type CountMeasure = (typeof COUNT_MEASURES)[number];
export type CodeMeasure = (typeof CODE_MEASURES)[number];
export type Measure = AmountMeasure | CountMeasure | CodeMeasure;
export const MEASURES: readonly Measure[] = [...AMOUNT_MEASURES, ...COUNT_MEASURES, ...CODE_MEASURES];

/** A disability weighs before whatever else is said of somebody's health. */
export const NEED_HEALTH_STATES = [...HEALTH_STATES, 'disability'] as const;

/** The codes that a share is set for, by measure. */
export const MEASURE_CODES = {
  socialStatus: SOCIAL_STATUSES,
  health: NEED_HEALTH_STATES,
  housingState: HOUSING_STATES,
  tenure: TENURES,
} as const satisfies Readonly<Record<CodeMeasure, readonly string[]>>;

const weight = z.int().min(0, { message: 'needWeight' }).max(100, { message: 'needWeight' });
/** How much of its weight a criterion gives, in percent. */
const share = z.int().min(0, { message: 'needShare' }).max(100, { message: 'needShare' });

/** A value up to and including `upTo` gives `share`; the last band has no end. */
const bandsSchema = z
  .array(z.object({ upTo: z.int().nullable(), share }))
  .min(2, { message: 'needBands' })
  .max(12, { message: 'needBands' })
  .superRefine((bands, context) => {
    for (const [index, band] of bands.entries()) {
      const before = bands[index - 1]?.upTo ?? null;
      const last = index === bands.length - 1;
      // Each ends after the one before it, and only the last one has no end: every value falls into exactly one.
      const ordered = index === 0 || band.upTo === null || (before !== null && band.upTo > before);
      if ((band.upTo === null) !== last || !ordered)
        context.addIssue({ code: 'custom', path: [index, 'upTo'], message: 'needBands' });
    }
  });
export type NeedBand = z.output<typeof bandsSchema>[number];

const name = z.string().trim().min(1, { message: 'required' }).max(80, { message: 'tooLong' });

/** One criterion of need. A weight of 0 leaves it out. */
export const needCriterionSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('amount'), key: z.enum(AMOUNT_MEASURES), weight, bands: bandsSchema }),
  z.object({ by: z.literal('count'), key: z.enum(COUNT_MEASURES), weight, bands: bandsSchema }),
  z.object({
    by: z.literal('code'),
    key: z.enum(CODE_MEASURES),
    weight,
    shares: boundedRecord(z.string().max(60), share, 100),
  }),
  /** The office's own, that no register tells: somebody who knows the case answers it, from 0 to 4. */
  z.object({ by: z.literal('judged'), key: z.string().regex(/^own\d{1,4}$/u), name, weight }),
]);
export type NeedCriterion = z.output<typeof needCriterionSchema>;

/** 0 none … 4 the greatest. */
export const JUDGED_MOST = 4;
export const judgedSchema = boundedRecord(z.string().max(20), z.int().min(0).max(JUDGED_MOST), 100);
export type Judged = z.output<typeof judgedSchema>;

const RIYAL = 100;
const upTo = (riyals: number | null, percent: number): NeedBand => ({
  upTo: riyals === null ? null : riyals * RIYAL,
  share: percent,
});

/** What need is assessed by until the settings say otherwise (O.1); the weights add up to 100, and need not. */
export const DEFAULT_NEED_CRITERIA: readonly NeedCriterion[] = [
  {
    by: 'amount',
    key: 'perHeadIncome',
    weight: 35,
    bands: [upTo(0, 100), upTo(300, 85), upTo(600, 65), upTo(1000, 40), upTo(1500, 20), upTo(null, 0)],
  },
  {
    by: 'count',
    key: 'people',
    weight: 15,
    bands: [
      { upTo: 1, share: 10 },
      { upTo: 3, share: 35 },
      { upTo: 5, share: 60 },
      { upTo: 7, share: 80 },
      { upTo: null, share: 100 },
    ],
  },
  {
    by: 'code',
    key: 'socialStatus',
    weight: 15,
    shares: {
      single: 20,
      married: 20,
      divorced: 80,
      widowed: 100,
      deserted: 100,
      suspended: 90,
      prisonerFamily: 100,
    },
  },
  {
    by: 'code',
    key: 'health',
    weight: 15,
    shares: { well: 0, ill: 50, chronic: 70, elderlyCare: 80, disability: 100 },
  },
  { by: 'code', key: 'housingState', weight: 8, shares: { good: 0, fair: 30, repair: 70, unfit: 100 } },
  {
    by: 'code',
    key: 'tenure',
    weight: 7,
    shares: { owned: 0, provided: 30, family: 50, charity: 60, rented: 100 },
  },
  {
    by: 'amount',
    key: 'debts',
    weight: 5,
    bands: [upTo(0, 0), upTo(5000, 30), upTo(20_000, 60), upTo(50_000, 80), upTo(null, 100)],
  },
];

/** The office's criteria; each key once, and something that weighs. */
export const needSettingSchema = z.object({
  criteria: z
    .array(needCriterionSchema)
    .max(30, { message: 'needMany' })
    .default(() => [...DEFAULT_NEED_CRITERIA])
    .superRefine((criteria, context) => {
      if (!criteria.some((one) => one.weight > 0))
        context.addIssue({ code: 'custom', path: [], message: 'needNoWeight' });
      if (new Set(criteria.map((one) => one.key)).size !== criteria.length)
        context.addIssue({ code: 'custom', path: [], message: 'needTwice' });
    }),
});
export type NeedSetting = z.output<typeof needSettingSchema>;
