import { z } from 'zod';
import { HOWS, SIMILARITY_FIELDS, VERDICTS } from './similarity.ts';

/** One part of a score, as it crosses to the desk. */
export const similarityPartSchema = z.object({
  field: z.enum(SIMILARITY_FIELDS),
  verdict: z.enum(VERDICTS),
  how: z.enum(HOWS),
  weight: z.int(),
});
