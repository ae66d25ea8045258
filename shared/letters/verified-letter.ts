import { z } from 'zod';
import { letterIdSchema } from '../ids.ts';
import { sealedKindSchema } from '../sealed/sealed-document.ts';

/**
 * What is computed again when a code is checked: the content from the sealed paper, the seal from it and its place in the
 * register, the code from the seal, the bytes of the PDF, what the log says of the issue, and the links of the
 * register's chain on both sides.
 */
export const SEAL_CHECKS = ['content', 'seal', 'code', 'pdf', 'log', 'chain'] as const;
export const sealCheckSchema = z.enum(SEAL_CHECKS);
export type SealCheck = z.infer<typeof sealCheckSchema>;

export const verifiedLetterSchema = z.object({
  id: letterIdSchema,
  referenceNumber: z.string(),
  /** ISO day. */
  day: z.string(),
  recipientLine: z.string(),
  subject: z.string(),
  state: z.enum(['issued', 'voided']),
  voidReason: z.string(),
  issuedByName: z.string(),
  pages: z.int(),
});
export type VerifiedLetter = z.infer<typeof verifiedLetterSchema>;

/** `mistyped`: the digits contradict each other, so it is no code of anybody's; `unknown`: it is, but not of this office. */
export const codeAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('genuine'), letter: verifiedLetterSchema }),
  z.object({
    outcome: z.literal('altered'),
    /** The first check that does not hold. */
    what: sealCheckSchema,
    letter: verifiedLetterSchema,
  }),
  /** A frozen paper of a case: what it is, without anybody's name; `fault`: it is not what was frozen. */
  z.object({
    outcome: z.literal('sealed'),
    paper: z.object({
      kind: sealedKindSchema,
      version: z.int(),
      madeAtMs: z.int(),
      madeByName: z.string(),
      pages: z.int(),
      voidReason: z.string().nullable(),
      fault: z.enum(['content', 'code', 'pdf', 'log', 'void']).nullable(),
    }),
  }),
  z.object({ outcome: z.literal('unknown') }),
  z.object({ outcome: z.literal('mistyped'), problem: z.enum(['shape', 'checkDigits']) }),
]);
export type CodeAnswer = z.infer<typeof codeAnswerSchema>;
