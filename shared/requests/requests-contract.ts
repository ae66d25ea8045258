import { z } from 'zod';
import {
  partyIdSchema,
  representationIdSchema,
  requestIdSchema,
  serviceIdSchema,
  visitIdSchema,
} from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { requestLevelSchema, requestSchema, requestSummarySchema, stepNumberSchema } from './request.ts';

const desk = { roles: DESK_ROLES } as const;
const note = z.string().trim().max(2000, { message: 'tooLong' }).default('');
const service = z.string().trim().min(1, { message: 'required' }).max(200, { message: 'tooLong' });
const id = z.object({ id: requestIdSchema });

/** Every act answers with the request as it stands after it. Errors of all: notFound, requestForbids { action, reason }. */
export const requestsContract = defineContract({
  /** Opens a request (T.4); S.1 is done by it, since the applicant was received. Errors: conflict, mayNotAct. */
  'requests.open': command(
    desk,
    z.object({
      partyId: partyIdSchema,
      visitId: visitIdSchema.nullable().default(null),
      service,
      serviceId: serviceIdSchema.nullable().default(null),
      need: z.string().trim().max(2000, { message: 'tooLong' }).default(''),
      level: requestLevelSchema.default('ordinary'),
      levelReason: z.string().trim().max(400, { message: 'tooLong' }).default(''),
      /** S.1: the deed on which somebody came for the applicant. */
      representationId: representationIdSchema.nullable().default(null),
    }),
    requestSchema,
    ['requests', 'visits'],
  ),
  'requests.get': query('signedIn', id, requestSchema),
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
  /** What is asked for. */
  'requests.edit': command(
    desk,
    z.object({
      id: requestIdSchema,
      service,
      serviceId: serviceIdSchema.nullable().optional(),
      need: z.string().trim().max(2000, { message: 'tooLong' }),
    }),
    requestSchema,
    ['requests'],
  ),
  'requests.completeStep': command(
    desk,
    z.object({ id: requestIdSchema, step: stepNumberSchema, note, confirmClock: z.boolean().default(false) }),
    requestSchema,
    ['requests', 'parties'],
  ),
  /** S.3, where the procedures are clear. */
  'requests.skipReferral': command(desk, id.extend({ note }), requestSchema, ['requests']),
  /** Undo of the latest step. Error: conflict when another one was completed meanwhile. */
  'requests.reopenStep': command(desk, id.extend({ step: stepNumberSchema }), requestSchema, ['requests']),
  'requests.setRequirement': command(
    desk,
    id.extend({ key: z.string().max(60), state: z.enum(['needed', 'matched', 'notNeeded']) }),
    requestSchema,
    ['requests'],
  ),
});
