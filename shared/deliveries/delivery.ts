import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
import { CALENDARS } from '../parties/birth-date.ts';
import { optionalAmountSchema } from '../circumstances/money-text.ts';
import {
  deliveryPlanIdSchema,
  handoverIdSchema,
  memberIdSchema,
  partyIdSchema,
  representationIdSchema,
  requestIdSchema,
  sealedDocumentIdSchema,
  serviceIdSchema,
} from '../ids.ts';
import { countSchema } from '../services/count-text.ts';
import { serviceKindSchema } from '../services/service.ts';
import { dueDays, FREQUENCIES, MOST_TIMES } from './due-days.ts';

/**
 * A delivery of a service (S.7) is called handover in ids and code that could be taken for a letter's delivery.
 * `failed`: nobody was there; `cancelled`: the plan ended before; `voided`: it was written down by mistake.
 */
export const HANDOVER_STATES = ['planned', 'delivered', 'failed', 'cancelled', 'voided'] as const;
export const handoverStateSchema = z.enum(HANDOVER_STATES);
export type HandoverState = z.infer<typeof handoverStateSchema>;

export const frequencySchema = z.enum(FREQUENCIES);

/** Themselves, somebody on a deed that holds on that day, or a member of their household. */
export const RECEIVER_KINDS = ['self', 'representative', 'household'] as const;
export const receiverKindSchema = z.enum(RECEIVER_KINDS);
export type ReceiverKind = z.infer<typeof receiverKindSchema>;

export const receiverInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('representative'), representationId: representationIdSchema }),
  z.object({ kind: z.literal('household'), memberId: memberIdSchema }),
]);
export type ReceiverInput = z.infer<typeof receiverInputSchema>;

/** Sixteen digits of a delivery, as a scanner types them. */
export const handoverCodeSchema = z.string().regex(/^\d{16}$/u);

export const handoverSchema = z.object({
  id: handoverIdSchema,
  planId: deliveryPlanIdSchema,
  requestId: requestIdSchema,
  serviceId: serviceIdSchema,
  serviceName: z.string(),
  serviceKind: serviceKindSchema,
  /** The how-many-eth of how many of its plan, and the how-many-eth try at it. */
  turn: z.int(),
  times: z.int(),
  attempt: z.int(),
  /** ISO day. */
  dueOn: z.string(),
  state: handoverStateSchema,
  quantity: z.int(),
  unit: z.string(),
  valueHalalas: z.int().nullable(),
  place: z.string(),
  /** O.4: carried to where they are. */
  atPlace: z.boolean(),
  /** Sixteen digits. */
  code: z.string(),
  receiver: z.object({ kind: receiverKindSchema, name: z.string() }).nullable(),
  /** As it was used, masked; empty: no transfer, or not yet. */
  iban: z.string(),
  transferReference: z.string(),
  /** On the way since. */
  departedAtMs: z.int().nullable(),
  doneAtMs: z.int().nullable(),
  doneBy: z.string().nullable(),
  failReason: z.string(),
  receiptId: sealedDocumentIdSchema.nullable(),
  /** Signatures on the receipt that stand. */
  receiptSignatures: z.int(),
  voided: z.object({ atMs: z.int(), by: z.string(), reason: z.string() }).nullable(),
  note: z.string(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** A line of a day's list: the delivery, and whose it is. */
export const dayHandoverSchema = handoverSchema.extend({
  partyId: partyIdSchema,
  partyName: z.string(),
  village: z.string(),
  /** E.164, or empty: one that may be called. */
  mobile: z.string(),
  requestNumber: z.string().nullable(),
});
export type DayHandover = z.infer<typeof dayHandoverSchema>;

export const deliveryPlanSchema = z.object({
  id: deliveryPlanIdSchema,
  requestId: requestIdSchema,
  serviceId: serviceIdSchema,
  serviceName: z.string(),
  serviceKind: serviceKindSchema,
  frequency: frequencySchema,
  calendar: z.enum(CALENDARS),
  firstOn: z.string(),
  times: z.int(),
  quantity: z.int(),
  unit: z.string(),
  valueHalalas: z.int().nullable(),
  place: z.string(),
  atPlace: z.boolean(),
  note: z.string(),
  ended: z.object({ on: z.string(), reason: z.string() }).nullable(),
  createdAtMs: z.int(),
  createdBy: z.string(),
  handovers: z.array(handoverSchema),
});
export type DeliveryPlan = z.infer<typeof deliveryPlanSchema>;

/** A plan as the form sends it: counts and amounts as they were typed. */
export const planInputSchema = z
  .object({
    serviceId: serviceIdSchema.nullable(),
    frequency: frequencySchema,
    calendar: z.enum(CALENDARS).default('hijri'),
    firstOn: isoDaySchema,
    times: countSchema(MOST_TIMES, 'delivery.times'),
    quantity: countSchema(9999, 'service.quantity'),
    unit: z.string().trim().min(1, { message: 'service.unit' }).max(40, { message: 'tooLong' }),
    value: optionalAmountSchema.refine((halalas) => halalas !== 0, { message: 'amount.zero' }),
    place: z.string().trim().max(160, { message: 'tooLong' }).default(''),
    atPlace: z.boolean().default(false),
    note: z.string().trim().max(400, { message: 'tooLong' }).default(''),
  })
  .transform((plan, context) => {
    const fail = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    const { serviceId } = plan;
    const times = plan.frequency === 'once' ? 1 : plan.times;
    if (plan.atPlace && plan.place === '') fail('place', 'delivery.place');
    try {
      dueDays({ ...plan, times });
    } catch {
      fail('times', 'delivery.tooFar');
    }
    if (serviceId === null) {
      fail('serviceId', 'delivery.service');
      return z.NEVER;
    }
    return { ...plan, serviceId, times };
  });
export type PlanInput = z.output<typeof planInputSchema>;
export type PlanTyped = z.input<typeof planInputSchema>;
