import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { inquiryIdSchema, partyIdSchema, visitIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { VISIT_ACTIONS, visitPurposeSchema, visitSchema } from './visit.ts';

const desk = { roles: DESK_ROLES } as const;

export const visitsContract = defineContract({
  /** A person arrives (C.1). With `serve` the interview begins at once: «بدء المقابلة». */
  'visits.start': command(
    desk,
    z.object({ partyId: partyIdSchema, purpose: visitPurposeSchema, serve: z.boolean().default(true) }),
    visitSchema,
    ['visits'],
  ),
  'visits.get': query('signedIn', z.object({ id: visitIdSchema }), visitSchema),
  'visits.list': query(
    'signedIn',
    z.object({ from: isoDaySchema, to: isoDaySchema, limit: z.int().min(1).max(500).default(200) }),
    z.array(visitSchema),
  ),
  /** «نداء التالي»: the longest waiting visitor of today goes to the officer; null when nobody waits. */
  'visits.callNext': command(desk, z.void(), visitSchema.nullable(), ['visits']),
  /** Error: visitStateForbids { state, action }. */
  'visits.act': command(desk, z.object({ id: visitIdSchema, action: z.enum(VISIT_ACTIONS) }), visitSchema, [
    'visits',
  ]),
  /** Autosaved while typing; the last text wins. */
  'visits.saveNote': command(
    desk,
    z.object({ id: visitIdSchema, note: z.string().max(4000, { message: 'tooLong' }) }),
    z.object({ savedAtMs: z.int() }),
    [],
  ),
  'visits.addInquiry': command(
    desk,
    z.object({
      visitId: visitIdSchema,
      question: z.string().trim().min(1, { message: 'required' }).max(1000, { message: 'tooLong' }),
      answer: z.string().trim().max(4000, { message: 'tooLong' }).default(''),
      outcome: z.enum(['open', 'answered', 'referred']),
    }),
    visitSchema,
    ['visits'],
  ),
  'visits.updateInquiry': command(
    desk,
    z.object({
      id: inquiryIdSchema,
      question: z.string().trim().min(1, { message: 'required' }).max(1000, { message: 'tooLong' }),
      answer: z.string().trim().max(4000, { message: 'tooLong' }),
      outcome: z.enum(['open', 'answered', 'referred']),
    }),
    visitSchema,
    ['visits'],
  ),
});
