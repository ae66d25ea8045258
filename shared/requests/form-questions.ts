import { z } from 'zod';

/** A question of T.4 that only one service asks; `key` stays while its words are mended. */
export const questionSchema = z.object({
  key: z.string().min(1).max(60),
  question: z.string().min(1).max(200),
});
export type ServiceQuestion = z.infer<typeof questionSchema>;
export const questionsSchema = z.array(questionSchema);
