import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { dueDays } from '#shared/deliveries/due-days.ts';
import type { PlanInput } from '#shared/deliveries/delivery.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { DeliveryPlanId, HandoverId, PartyId, RequestId } from '#shared/ids.ts';
import {
  findHandover,
  findOffer,
  findPlanRow,
  listHandoversOfParty,
  listHandoversOfPlan,
  listPlans,
} from '#db/deliveries/delivery-queries.ts';
import {
  deletePlan,
  insertHandover,
  insertPlan,
  setHandoversOfPlan,
  takeUpHandovers,
  setPlanEnd,
} from '#db/deliveries/plan-writes.ts';
import { familyOf } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { findServiceChoice } from '#db/services/service-rows.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { freeHandoverCode, ibanOn, receiversOf } from './delivery-checks.ts';

/** How many deliveries a file shows: the newest. */
const OF_A_FILE = 200;

/** What was granted, as deliveries with their days: once, or week by week, or month by month (S.7). */
export function createPlanService({
  db,
  clock,
  drawCode,
}: {
  readonly db: Database;
  readonly clock: Clock;
  /** What codes are made of, 64 hex digits; chance where none is given. */
  readonly drawCode?: (() => string) | undefined;
}) {
  /** @throws AppError notFound */
  function requirePlan(reader: Reader, id: DeliveryPlanId) {
    const plan = findPlanRow(reader, id);
    if (plan === undefined) throw new AppError('notFound', { kind: 'deliveryPlan', id });
    return { ...plan, requestId: plan.request_id as RequestId };
  }

  return {
    /** All that the step of S.7 shows. @throws AppError notFound */
    ofRequest(requestId: RequestId) {
      return db.snapshot((reader) => {
        const request = findOffer(reader, requestId);
        if (request === undefined) throw new AppError('notFound', { kind: 'request', id: requestId });
        const nowMs = clock.nowMs();
        const partyId = request.partyId as PartyId;
        const service = request.serviceId === null ? undefined : findServiceChoice(reader, request.serviceId);
        const account = ibanOn(reader, partyId, riyadhDay(nowMs));
        const home = findParty(reader, partyId);
        return {
          plans: listPlans(reader, requestId),
          service:
            service === undefined
              ? null
              : {
                  id: service.id,
                  name: service.name,
                  kind: service.kind,
                  unit: service.unit,
                  quantity: service.quantity,
                  valueHalalas: service.valueHalalas,
                },
          home: [home?.village, home?.district, home?.directions].filter(Boolean).join('، '),
          iban:
            account === undefined
              ? null
              : {
                  masked: maskIdentifier(account.iban),
                  holder: account.holder,
                  bank: account.bank ?? null,
                },
          receivers: receiversOf(reader, partyId, nowMs),
          ratingOfferedAtMs: request.ratingOfferedAtMs,
        };
      });
    },

    ofParty: (partyId: PartyId) =>
      db.snapshot((reader) => listHandoversOfParty(reader, familyOf(reader, partyId), OF_A_FILE)),

    /** Every delivery gets its day and its code at once. @throws AppError notFound, requestForbids, conflict */
    plan: (requestId: RequestId, input: PlanInput, actor: Actor): DeliveryPlanId =>
      db.write((tx) => {
        requireAct(tx, requestId, 'planDelivery');
        const service = findServiceChoice(tx, input.serviceId);
        if (service === undefined) throw new AppError('notFound', { kind: 'service', id: input.serviceId });
        if (!service.active) throw new AppError('conflict', { kind: 'service', id: input.serviceId });
        const nowMs = clock.nowMs();
        const id = insertPlan(tx, requestId, input, actor.id, nowMs);
        for (const [index, dueOn] of dueDays(input).entries())
          insertHandover(tx, id, {
            turn: index + 1,
            attempt: 1,
            dueOn,
            code: freeHandoverCode(tx, drawCode),
          });
        followAct(tx, actor, requestId, nowMs, {
          kind: 'deliveryPlanned',
          step: 7,
          text: service.name,
          clause: input.atPlace ? 'O.4' : 'S.7',
          subject: { kind: 'deliveryPlan', id },
        });
        const { frequency, calendar, firstOn, times, quantity } = input;
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'delivery.planned',
            { kind: 'request', id: requestId },
            { planId: id, serviceId: service.id, frequency, calendar, firstOn, times, quantity },
          ),
        );
        return id;
      }),

    /** @throws AppError notFound, requestForbids, conflict: nothing of it is to come */
    end: (id: DeliveryPlanId, reason: string, actor: Actor): void => {
      db.write((tx) => {
        const { requestId, ended_on } = requirePlan(tx, id);
        requireAct(tx, requestId, 'edit');
        const nowMs = clock.nowMs();
        const cancelled = setHandoversOfPlan(tx, id, 'planned', 'cancelled', reason);
        if (ended_on !== null || cancelled === 0)
          throw new AppError('conflict', { kind: 'deliveryPlan', id });
        setPlanEnd(tx, id, { on: riyadhDay(nowMs), reason });
        followAct(tx, actor, requestId, nowMs, {
          kind: 'planEnded',
          step: 7,
          text: reason,
          clause: 'S.7',
          subject: { kind: 'deliveryPlan', id },
        });
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'delivery.planEnded',
            { kind: 'request', id: requestId },
            { planId: id, cancelled, reason },
          ),
        );
      });
    },

    /** What its end cancelled is to come again. @throws AppError notFound, requestForbids, conflict: it goes on */
    resume: (id: DeliveryPlanId, actor: Actor): void => {
      db.write((tx) => {
        const { requestId, ended_on } = requirePlan(tx, id);
        requireAct(tx, requestId, 'planDelivery');
        if (ended_on === null) throw new AppError('conflict', { kind: 'deliveryPlan', id });
        const nowMs = clock.nowMs();
        setPlanEnd(tx, id, null);
        takeUpHandovers(tx, id);
        followAct(tx, actor, requestId, nowMs, {
          kind: 'planResumed',
          step: 7,
          clause: 'S.7',
          subject: { kind: 'deliveryPlan', id },
        });
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'delivery.planResumed',
            { kind: 'request', id: requestId },
            { planId: id },
          ),
        );
      });
    },

    /** The undo of planning. @throws AppError notFound, requestForbids, conflict: something came of it */
    remove: (id: DeliveryPlanId, actor: Actor): void => {
      db.write((tx) => {
        const { requestId } = requirePlan(tx, id);
        requireAct(tx, requestId, 'edit');
        const all = listHandoversOfPlan(tx, id);
        if (all.some(({ state, departedAtMs }) => state !== 'planned' || departedAtMs !== null))
          throw new AppError('conflict', { kind: 'deliveryPlan', id });
        const nowMs = clock.nowMs();
        deletePlan(tx, id);
        followAct(tx, actor, requestId, nowMs, { kind: 'planRemoved', step: 7, clause: 'S.7' });
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'delivery.planRemoved',
            { kind: 'request', id: requestId },
            { planId: id },
          ),
        );
      });
    },

    /** Another try at a turn that failed or was voided. @throws AppError notFound, requestForbids, handoverForbids */
    again: (id: HandoverId, dueOn: string, actor: Actor): HandoverId =>
      db.write((tx) => {
        const before = findHandover(tx, id);
        if (before === undefined) throw new AppError('notFound', { kind: 'handover', id });
        requireAct(tx, before.requestId, 'planDelivery');
        const tries = listHandoversOfPlan(tx, before.planId).filter(({ turn }) => turn === before.turn);
        const stands = tries.find(({ state }) => state === 'planned' || state === 'delivered');
        const state = stands?.state ?? before.state;
        if (state !== 'failed' && state !== 'voided') throw new AppError('handoverForbids', { state });
        const nowMs = clock.nowMs();
        const attempt = Math.max(...tries.map((one) => one.attempt)) + 1;
        const place = { turn: before.turn, attempt, dueOn, code: freeHandoverCode(tx, drawCode) };
        const next = insertHandover(tx, before.planId, place);
        followAct(tx, actor, before.requestId, nowMs, {
          kind: 'deliveryAgain',
          step: 7,
          text: before.serviceName,
          clause: 'S.7',
          subject: { kind: 'handover', id: next },
        });
        tx.audit(
          auditEntry(
            actor,
            nowMs,
            'delivery.plannedAgain',
            { kind: 'handover', id: next },
            { before: id, attempt, dueOn },
          ),
        );
        return next;
      }),
  };
}
