import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { grantedSchema } from '../committee/committee.ts';
import { fileRefSchema } from '../files/stored-file.ts';
import { appealIdSchema, decisionIdSchema, requestIdSchema } from '../ids.ts';

/** تظلّم answered: the refusal stands, it is changed, or the appellant took the appeal back. */
export const APPEAL_OUTCOMES = ['upheld', 'changed', 'withdrawn'] as const;
export const appealOutcomeSchema = z.enum(APPEAL_OUTCOMES);
export type AppealOutcome = z.infer<typeof appealOutcomeSchema>;

export const appealSchema = z.object({
  id: appealIdSchema,
  requestId: requestIdSchema,
  /** The refusal that it is against. */
  decisionId: decisionIdSchema,
  receivedOn: z.string(),
  text: z.string(),
  /** To whom, as the settings named it then. */
  level: z.string(),
  paper: fileRefSchema.nullable(),
  atMs: z.int(),
  receivedByName: z.string(),
  /** Null: still to be answered. */
  answer: z
    .object({
      outcome: appealOutcomeSchema,
      text: z.string(),
      /** ISO day; null of one that was withdrawn. */
      answeredOn: z.string().nullable(),
      /** Who decided it, by name: often no account of this desk. */
      byName: z.string(),
      paper: fileRefSchema.nullable(),
      atMs: z.int(),
      enteredByName: z.string(),
    })
    .nullable(),
  /** Its answer was recorded by mistake: it stays as it was, and the appeal waits again as another one beside it. */
  voided: z.object({ reason: z.string(), byName: z.string(), atMs: z.int() }).nullable(),
});
export type Appeal = z.infer<typeof appealSchema>;

const text = (max: number) => z.string().trim().max(max, { message: 'tooLong' });

export const appealInputSchema = z.object({
  requestId: requestIdSchema,
  receivedOn: isoDaySchema,
  text: text(4000).min(1, { message: 'appeal.text' }),
  paper: fileRefSchema.nullable().default(null),
});
export type AppealInput = z.output<typeof appealInputSchema>;

/**
 * What the level answered. An answer on the merits has its words, its day and its name; one that was withdrawn says why.
 * Changed: what was granted, null where nothing was named.
 */
export const appealAnswerSchema = z
  .object({
    id: appealIdSchema,
    outcome: appealOutcomeSchema,
    answer: text(4000),
    answeredOn: isoDaySchema,
    answeredByName: text(160).default(''),
    paper: fileRefSchema.nullable().default(null),
    granted: grantedSchema.nullable().default(null),
  })
  .refine(({ outcome, answer }) => outcome === 'withdrawn' || answer !== '', {
    path: ['answer'],
    message: 'appeal.answer',
  })
  .refine(({ outcome, answer }) => outcome !== 'withdrawn' || answer !== '', {
    path: ['answer'],
    message: 'appeal.withdrawn',
  })
  .refine(({ outcome, answeredByName }) => outcome === 'withdrawn' || answeredByName !== '', {
    path: ['answeredByName'],
    message: 'appeal.byName',
  });
export type AppealAnswer = z.output<typeof appealAnswerSchema>;
