import { z } from 'zod';
import {
  partyIdSchema,
  representationIdSchema,
  requestIdSchema,
  serviceIdSchema,
  staffIdSchema,
  visitIdSchema,
} from '../ids.ts';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { DESK_ROLES } from '../staff/staff.ts';
import { COUNTED_VIEWS, OPEN_PHASES, requestCursorSchema, requestListFilterSchema } from './request-list.ts';
import { requestLevelSchema, requestSchema, requestSummarySchema, stepNumberSchema } from './request.ts';

const desk = { roles: DESK_ROLES } as const;
const note = z.string().trim().max(2000, { message: 'tooLong' }).default('');
const service = z.string().trim().min(1, { message: 'required' }).max(200, { message: 'tooLong' });
const reason = z
  .string()
  .trim()
  .min(1, { message: 'requestReason.required' })
  .max(400, { message: 'tooLong' });
const id = z.object({ id: requestIdSchema });

/** Every act answers with the request as it stands after it. Errors of all: notFound, requestForbids { action, reason }. */
export const requestsContract = defineContract({
  /** Opens a request (T.4); S.1 is done by it, since the applicant was received. Errors: conflict, mayNotAct. */
  'requests.open': command(
    desk,
    z
      .object({
        partyId: partyIdSchema,
        visitId: visitIdSchema.nullable().default(null),
        service,
        serviceId: serviceIdSchema.nullable().default(null),
        need: z.string().trim().max(2000, { message: 'tooLong' }).default(''),
        level: requestLevelSchema.default('ordinary'),
        levelReason: z.string().trim().max(400, { message: 'tooLong' }).default(''),
        /** S.1: the deed on which somebody came for the applicant. */
        representationId: representationIdSchema.nullable().default(null),
      })
      .superRefine(({ level, levelReason }, context) => {
        // Exempt from the waiting time of S.5: why is asked when it is said.
        if (level === 'urgent' && levelReason === '')
          context.addIssue({ code: 'custom', path: ['levelReason'], message: 'requestReason.required' });
      }),
    requestSchema,
    ['requests', 'visits'],
  ),
  /** Who serves visitors: to whom a request can be handed on. */
  'requests.officers': query(
    'signedIn',
    z.void(),
    z.array(z.object({ id: staffIdSchema, name: z.string(), jobTitle: z.string() })),
  ),
  /** Whole for who serves or judges the case; of others what was done and how it ended, without need, papers and reasons. */
  'requests.get': query('signedIn', id, requestSchema),
  'requests.list': query(
    'signedIn',
    requestListFilterSchema.extend({
      after: requestCursorSchema.nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      total: z.int(),
      rows: z.array(requestSummarySchema),
      next: requestCursorSchema.nullable(),
    }),
  ),
  /** How many there are, by phase and by view: what stands on the filters of the list, and on the desk. */
  'requests.counts': query(
    'signedIn',
    z.void(),
    z.object({
      phases: z.record(z.enum(OPEN_PHASES), z.int()),
      views: z.record(z.enum(COUNTED_VIEWS), z.int()),
    }),
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
  /** S.2, and S.3 once the answer is back. The steps after them have acts of their own: nothing general completes those. */
  'requests.completeStep': command(
    desk,
    id.extend({ step: z.union([z.literal(2), z.literal(3)]), note }),
    requestSchema,
    ['requests'],
  ),
  /** S.3, where the procedures are clear. */
  'requests.skipReferral': command(desk, id.extend({ note }), requestSchema, ['requests']),
  /** Undo of the latest step. Error: conflict when another one was completed meanwhile. */
  'requests.reopenStep': command(desk, id.extend({ step: stepNumberSchema }), requestSchema, ['requests']),
  /** S.0. An urgent one is exempt from the waiting time of S.5: the reason stays with it. */
  'requests.setLevel': command(desk, id.extend({ level: requestLevelSchema, reason }), requestSchema, [
    'requests',
  ]),
  /** Hands it on to another member of staff. Error: notFound { kind: staff } when they do not serve visitors. */
  'requests.transfer': command(desk, id.extend({ to: staffIdSchema, reason }), requestSchema, ['requests']),
  /** S.1: somebody comes for the applicant, or the applicant comes. Error: mayNotAct. */
  'requests.represent': command(
    desk,
    id.extend({ representationId: representationIdSchema.nullable() }),
    requestSchema,
    ['requests'],
  ),
  /** S.2: the day for which what is missing is promised; null: none. Error: dayPassed { day }. */
  'requests.setReturnDay': command(desk, id.extend({ day: isoDaySchema.nullable() }), requestSchema, [
    'requests',
  ]),
  /** S.5: the clock stands from today; both days move by as many as it stood. */
  'requests.stop': command(
    desk,
    id.extend({ kind: z.enum(['applicant', 'office', 'committee']), reason }),
    requestSchema,
    ['requests'],
  ),
  'requests.resume': command(desk, id.extend({ note }), requestSchema, ['requests']),
  /** At the applicant's wish, or since they were not found. What is planned for delivery is cancelled first. */
  'requests.withdraw': command(desk, id.extend({ reason }), requestSchema, ['requests']),
  /** A withdrawn request goes on where it stood; a closed one in S.7. */
  'requests.reopen': command(desk, id.extend({ reason }), requestSchema, ['requests']),
});
