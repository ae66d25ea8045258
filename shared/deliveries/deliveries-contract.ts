import { z } from 'zod';
import { isoDaySchema } from '../calendar/iso-day.ts';
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
import { command, defineContract, query } from '../ipc/contract.ts';
import { CASE_ROLES, DESK_ROLES } from '../staff/staff.ts';
import { dayClosingSchema } from './day-closing.ts';
import {
  dayHandoverSchema,
  deliveryPlanSchema,
  handoverCodeSchema,
  handoverSchema,
  planInputSchema,
  receiverInputSchema,
} from './delivery.ts';
import { ratingInputSchema } from './rating.ts';

const desk = { roles: DESK_ROLES } as const;
const caseworkers = { roles: CASE_ROLES } as const;
const one = z.object({ id: handoverIdSchema });
const said = z.string().trim().min(1, { message: 'required' }).max(300, { message: 'tooLong' });
/** The request's phase follows from what is still to come. */
const changes = ['deliveries', 'requests'] as const;

export const receiverChoicesSchema = z.object({
  self: z.object({ name: z.string() }),
  /** Whose deed holds today. */
  representatives: z.array(
    z.object({ id: representationIdSchema, name: z.string(), kind: z.string(), deedNumber: z.string() }),
  ),
  /** Grown up, and of the household today. */
  members: z.array(z.object({ id: memberIdSchema, name: z.string(), relation: z.string() })),
});
export type ReceiverChoices = z.infer<typeof receiverChoicesSchema>;

/** S.7 and O.4: what was promised, what was handed out to whom, and the day's list and closing. */
export const deliveriesContract = defineContract({
  'deliveries.ofRequest': query(
    caseworkers,
    z.object({ requestId: requestIdSchema }),
    z.object({
      plans: z.array(deliveryPlanSchema),
      /** What the request asks for, as the catalogue has it; null: in words alone. */
      service: z
        .object({
          id: serviceIdSchema,
          name: z.string(),
          kind: z.string(),
          unit: z.string(),
          quantity: z.int(),
          valueHalalas: z.int().nullable(),
        })
        .nullable(),
      /** Where they live, as the register has it. */
      home: z.string(),
      /** The account that transfers go to today, masked; null: none is on record. */
      iban: z.object({ masked: z.string(), holder: z.string(), bank: z.string().nullable() }).nullable(),
      receivers: receiverChoicesSchema,
      /** Offered once, at the close; whether anybody rated is nowhere on record. */
      ratingOfferedAtMs: z.int().nullable(),
    }),
  ),
  /** Newest first, for the file. */
  'deliveries.ofParty': query(
    caseworkers,
    z.object({ partyId: partyIdSchema }),
    z.array(handoverSchema.extend({ requestNumber: z.string().nullable() })),
  ),
  /** Of each delivery its day at once. Errors: notFound, requestForbids, conflict (the service was put aside). */
  'deliveries.plan': command(
    desk,
    z.object({ requestId: requestIdSchema, plan: planInputSchema }),
    z.object({ id: deliveryPlanIdSchema }),
    changes,
  ),
  /** What is still to come of it is cancelled, with why. Errors: notFound, conflict (nothing is to come). */
  'deliveries.endPlan': command(
    desk,
    z.object({ id: deliveryPlanIdSchema, reason: said }),
    z.null(),
    changes,
  ),
  /** Undo of `deliveries.endPlan`. Errors: notFound, requestForbids. */
  'deliveries.resumePlan': command(desk, z.object({ id: deliveryPlanIdSchema }), z.null(), changes),
  /** Undo of `deliveries.plan`, as long as nothing came of it. Errors: notFound, conflict. */
  'deliveries.removePlan': command(desk, z.object({ id: deliveryPlanIdSchema }), z.null(), changes),
  /** One that is to come, on another day or at another place. Errors: notFound, handoverForbids { state }. */
  'deliveries.move': command(
    desk,
    z.object({
      id: handoverIdSchema,
      dueOn: isoDaySchema,
      place: z.string().trim().max(160, { message: 'tooLong' }),
    }),
    z.null(),
    changes,
  ),
  /** O.4: on the way to them, now; or not after all. Errors: notFound, handoverForbids { state }. */
  'deliveries.depart': command(
    desk,
    z.object({ ids: z.array(handoverIdSchema).min(1).max(200), gone: z.boolean() }),
    z.null(),
    changes,
  ),
  /**
   * Handed over, now. With `receipt` a سند استلام is frozen in the same act, to be signed on the screen or on paper; without,
   * the signed list of the day is the proof, and it can be undone.
   * Errors: notFound, requestForbids, handoverForbids { state }, deedNotValid { name }, ibanMissing,
   * transferReferenceMissing, conflict, renderFailed.
   */
  'deliveries.deliver': command(
    desk,
    z.object({
      id: handoverIdSchema,
      receiver: receiverInputSchema,
      /** The bank's, which a transfer must have. */
      transferReference: z.string().trim().max(60, { message: 'tooLong' }).default(''),
      note: z.string().trim().max(400, { message: 'tooLong' }).default(''),
      receipt: z.boolean(),
    }),
    z.object({ receiptId: sealedDocumentIdSchema.nullable() }),
    changes,
  ),
  /** Undo of a delivery without a receipt. Errors: notFound, handoverForbids { state }. */
  'deliveries.undoDeliver': command(desk, one, z.null(), changes),
  /** A receipt for what was ticked off without one. Errors: notFound, handoverForbids { state }. */
  'deliveries.makeReceipt': command(desk, one, z.object({ receiptId: sealedDocumentIdSchema }), changes),
  /** Nobody was there, or it could not be: why. Errors: notFound, handoverForbids { state }. */
  'deliveries.fail': command(desk, z.object({ id: handoverIdSchema, reason: said }), z.null(), changes),
  /** Undo of it, as long as it was not planned again. */
  'deliveries.undoFail': command(desk, one, z.null(), changes),
  /** A failed or voided one on a new day: another try at the same turn. Errors: notFound, requestForbids, handoverForbids. */
  'deliveries.again': command(
    desk,
    z.object({ id: handoverIdSchema, dueOn: isoDaySchema }),
    z.object({ id: handoverIdSchema }),
    changes,
  ),
  /** Written down by mistake: it stays, struck through, and its receipt with it. Errors: notFound, handoverForbids { state }. */
  'deliveries.void': command(desk, z.object({ id: handoverIdSchema, reason: said }), z.null(), changes),

  /** The list of a day: what is due on it, what was done on it, and on today what is late from before. */
  'deliveries.day': query(
    caseworkers,
    z.object({ day: isoDaySchema }),
    z.object({
      day: z.string(),
      isToday: z.boolean(),
      rows: z.array(dayHandoverSchema),
      /** Planned for a day before, and on today alone. */
      late: z.array(dayHandoverSchema),
      closing: dayClosingSchema,
    }),
  ),
  /** How many are due on each day of a span that has any. */
  'deliveries.days': query(
    caseworkers,
    z.object({ from: isoDaySchema, to: isoDaySchema }),
    z.array(z.object({ day: z.string(), planned: z.int(), done: z.int() })),
  ),
  /** Of the sixteen digits that a scanner typed; null: of no delivery. */
  'deliveries.byCode': query(
    caseworkers,
    z.object({ code: handoverCodeSchema }),
    dayHandoverSchema.nullable(),
  ),
  'deliveries.receivers': query(caseworkers, one, receiverChoicesSchema),
  /**
   * Freezes the page of the day: what was handed out, counted by service. Of a day that was closed already a reason is asked:
   * the page before is voided with it. Errors: dayNotCome { day }, dayEmpty, dayClosed, renderFailed.
   */
  'deliveries.closeDay': command(
    desk,
    z.object({ day: isoDaySchema, again: said.nullable().default(null) }),
    z.object({ documentId: sealedDocumentIdSchema }),
    changes,
  ),

  /** S.7 is done, and with it the request. Errors: notFound, requestForbids { reason: deliveriesPlanned | nothingDelivered }. */
  'requests.close': command(
    desk,
    z.object({
      id: requestIdSchema,
      note: z.string().trim().max(400, { message: 'tooLong' }).default(''),
    }),
    z.null(),
    changes,
  ),
  /**
   * O.6.c: the answer to the offer of a closed request, or null: they would rather not. The log and the request say that it
   * was offered, and nothing of the answer. Errors: notFound, ratingForbids (not closed after a service, or offered already).
   */
  'ratings.answer': command(
    desk,
    z.object({ requestId: requestIdSchema, rating: ratingInputSchema.nullable() }),
    z.null(),
    changes,
  ),
});
