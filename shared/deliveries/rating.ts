import { z } from 'zod';

/** 1 (poor) to 5 (excellent); each has its word in the locales. */
export const SCORES = [1, 2, 3, 4, 5] as const;
export const scoreSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type Score = z.infer<typeof scoreSchema>;

/** O.6.c: never tied to a person, a request, an officer or an hour. */
export const ratingInputSchema = z.object({
  score: scoreSchema,
  comment: z.string().trim().max(1000, { message: 'tooLong' }).default(''),
});
export type RatingInput = z.output<typeof ratingInputSchema>;

export interface ClosedRequest {
  readonly state: string;
  readonly delivered: number;
  readonly refused: boolean;
  readonly ratingOfferedAtMs: number | null;
}

/** Offered once, at the close of a service that was delivered, and never together with a refusal. */
export const mayOfferRating = (request: ClosedRequest): boolean =>
  request.state === 'closed' &&
  request.delivered > 0 &&
  !request.refused &&
  request.ratingOfferedAtMs === null;
