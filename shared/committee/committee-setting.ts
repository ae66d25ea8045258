import { z } from 'zod';

const line = (max: number) => z.string().trim().max(max, { message: 'tooLong' });

/** How the research committee sits, and who hears an appeal from it. */
export const committeeSettingSchema = z.object({
  /** Members who must be there; null: more than half of those who are members on the day. */
  quorum: z.int().min(1, { message: 'quorum' }).max(30, { message: 'quorum' }).nullable().default(null),
  /** Where a session is planned for, until somebody says otherwise. */
  place: line(120).default('مقر الجمعية'),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'time' })
    .or(z.literal(''))
    .default(''),
  /** To whom a refused applicant appeals; stands in the refusal letter. */
  appealLevel: line(120).min(1, { message: 'required' }).default('مجلس الإدارة'),
});
export type CommitteeSetting = z.output<typeof committeeSettingSchema>;
