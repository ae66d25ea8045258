import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { requestIdSchema } from '../ids.ts';
import { defineContract, query } from '../ipc/contract.ts';
import { sexSchema } from '../parties/party.ts';
import { pathClauseSchema } from '../requests/request-path.ts';
import { requestLevelSchema, requestPhaseSchema } from '../requests/request.ts';

/** Who may look at whole paths: they answer for them. */
export const PATH_ROLES = ['manager', 'auditor'] as const;
const auditors = { roles: PATH_ROLES } as const;

export const SAMPLE_REGISTERS = ['requests', 'outgoing', 'incoming'] as const;
export const MOST_SAMPLED = 50;

/** Any text or number: the one who draws it writes it down, and another one draws the same. */
export const sampleSeedSchema = z
  .string()
  .trim()
  .min(1, { message: 'required' })
  .max(60, { message: 'tooLong' });

export const sampleOrderShape = {
  seed: sampleSeedSchema,
  /** So many requests, and so many letters. */
  count: z.int().min(1).max(MOST_SAMPLED).default(5),
  /** ISO day: what was written after it is left out, so that the same seed gives the same rows later. */
  asOf: isoDaySchema,
} as const;

export const sampleItemSchema = z.object({
  register: z.enum(SAMPLE_REGISTERS),
  id: z.int(),
  /** Null: a request that was not raised. */
  number: z.string().nullable(),
  /** Applicant, addressee or sender. */
  name: z.string(),
  /** Service or subject. */
  subject: z.string(),
  /** ISO day of its opening or of its number. */
  day: z.string(),
  path: z.array(pathClauseSchema),
  gaps: z.int(),
});
export type SampleItem = z.infer<typeof sampleItemSchema>;

export const auditSampleSchema = z.object({
  seed: z.string(),
  count: z.int(),
  asOf: z.string(),
  /** How many there were to draw from. */
  population: z.object({ requests: z.int(), letters: z.int() }),
  items: z.array(sampleItemSchema),
});
export type AuditSample = z.infer<typeof auditSampleSchema>;

export const requestPathAnswerSchema = z.object({
  id: requestIdSchema,
  number: z.string().nullable(),
  partyName: z.string(),
  partySex: sexSchema.nullable(),
  fileNumber: z.string().nullable(),
  service: z.string(),
  level: requestLevelSchema,
  phase: requestPhaseSchema,
  path: z.array(pathClauseSchema),
  gaps: z.int(),
});
export type RequestPathAnswer = z.infer<typeof requestPathAnswerSchema>;

export const auditSampleContract = defineContract({
  /** The whole path of a request, clause by clause. Logged. Error: notFound. */
  'requestPath.get': query(auditors, z.object({ id: requestIdSchema }), requestPathAnswerSchema),
  /** A pick of requests and letters that anybody can repeat, each with its path; a day to come counts as today. Logged. */
  'auditSample.draw': query(auditors, z.object(sampleOrderShape), auditSampleSchema),
});
