import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { categoryIdSchema, givenCategoryIdSchema, needIdSchema } from '../ids.ts';

/** فئة المستفيد: a list that settings edit. What was given once is never deleted, only put aside. */
export const categorySchema = z.object({
  id: categoryIdSchema,
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  /** Files that have it now. */
  standing: z.int(),
  /** Whether it was ever given to anybody. */
  given: z.boolean(),
});
export type Category = z.infer<typeof categorySchema>;

export const categoryInputSchema = z.object({
  name: z.string().trim().min(1, { message: 'category.name' }).max(60, { message: 'tooLong' }),
  description: z.string().trim().max(200, { message: 'tooLong' }).default(''),
});
export type CategoryInput = z.output<typeof categoryInputSchema>;

const withdrawal = z.object({ by: z.string(), atMs: z.int(), reason: z.string() }).nullable();

/** A category that a person has, or had. */
export const givenCategorySchema = z.object({
  id: givenCategoryIdSchema,
  categoryId: categoryIdSchema,
  name: z.string(),
  sinceOn: z.string(),
  untilOn: z.string().nullable(),
  reason: z.string(),
  endReason: z.string(),
  recordedBy: z.string(),
  recordedAtMs: z.int(),
  withdrawn: withdrawal,
});
export type GivenCategory = z.infer<typeof givenCategorySchema>;

export const giveCategoriesSchema = z.object({
  categoryIds: z.array(categoryIdSchema).min(1, { message: 'category.choose' }).max(1000),
  on: isoDaySchema,
  reason: z.string().trim().max(300, { message: 'tooLong' }).default(''),
});

/** حاجة: since when, and how it was met. */
export const needSchema = z.object({
  id: needIdSchema,
  need: z.string(),
  sinceOn: z.string(),
  met: z.object({ on: z.string(), how: z.string() }).nullable(),
  recordedBy: z.string(),
  recordedAtMs: z.int(),
  withdrawn: withdrawal,
});
export type Need = z.infer<typeof needSchema>;

export const needInputSchema = z.object({
  need: z.string().trim().min(1, { message: 'need.required' }).max(200, { message: 'tooLong' }),
  sinceOn: isoDaySchema,
});
