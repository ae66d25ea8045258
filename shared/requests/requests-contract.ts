import { z } from 'zod';
import { partyIdSchema, requestIdSchema, visitIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { requestLevelSchema, requestSchema, requestSummarySchema, stepNumberSchema } from './request.ts';

const desk = { roles: DESK_ROLES } as const;
const note = z.string().trim().max(2000, { message: 'tooLong' }).default('');

export const requestsContract = defineContract({
  /** Opens a request (T.4); S.1 is done by it, since the applicant was received. */
  'requests.open': command(
    desk,
    z.object({
      partyId: partyIdSchema,
      visitId: visitIdSchema.nullable().default(null),
      service: z.string().trim().min(1, { message: 'required' }).max(200, { message: 'tooLong' }),
      need: z.string().trim().max(2000, { message: 'tooLong' }).default(''),
      level: requestLevelSchema.default('ordinary'),
    }),
    requestSchema,
    ['requests', 'visits'],
  ),
  'requests.get': query('signedIn', z.object({ id: requestIdSchema }), requestSchema),
  'requests.list': query(
    'signedIn',
    z.object({
      step: stepNumberSchema.nullable().default(null),
      openOnly: z.boolean().default(true),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({ total: z.int(), rows: z.array(requestSummarySchema) }),
  ),
  'requests.edit': command(
    desk,
    z.object({
      id: requestIdSchema,
      service: z.string().trim().min(1, { message: 'required' }).max(200, { message: 'tooLong' }),
      need: z.string().trim().max(2000, { message: 'tooLong' }),
      level: requestLevelSchema,
    }),
    requestSchema,
    ['requests'],
  ),
  /** Error: stepForbidden { step, reason } with the reason of `stepRefusal`. Completing S.5 gives the number, S.6 the file's. */
  'requests.completeStep': command(
    desk,
    z.object({ id: requestIdSchema, step: stepNumberSchema, note, confirmClock: z.boolean().default(false) }),
    requestSchema,
    ['requests', 'parties'],
  ),
  'requests.skipStep': command(
    desk,
    z.object({ id: requestIdSchema, step: stepNumberSchema, note }),
    requestSchema,
    ['requests'],
  ),
  /** Undo of the latest step. */
  'requests.reopenStep': command(
    desk,
    z.object({ id: requestIdSchema, step: stepNumberSchema }),
    requestSchema,
    ['requests'],
  ),
  'requests.setRequirement': command(
    desk,
    z.object({
      id: requestIdSchema,
      key: z.string().max(60),
      state: z.enum(['needed', 'matched', 'notNeeded']),
    }),
    requestSchema,
    ['requests'],
  ),
});
