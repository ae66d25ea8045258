import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { PartyId, RepresentationId, RequestId, ServiceId, VisitId } from '#shared/ids.ts';
import { latestStep, SKIPPABLE_STEP } from '#shared/requests/request-machine.ts';
import type { RequestCursor, RequestListFilter } from '#shared/requests/request-list.ts';
import type { RequestLevel, StepNumber, SupportRequest } from '#shared/requests/request.ts';
import type { Database } from '#db/open-database.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import { countOpenRequests, listRequests, type RequestLook } from '#db/requests/request-list.ts';
import { getRequest } from '#db/requests/request-queries.ts';
import { deleteStep, insertRequest, insertStep, updateRequest } from '#db/requests/request-writes.ts';
import { findServiceChoice } from '#db/services/service-rows.ts';
import type { Reader } from '#db/transaction.ts';
import { findVisit } from '#db/visits/visit-queries.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from './request-acts.ts';
import { requireDeed } from './request-deed.ts';
import { requireWhyUrgent } from './request-level.ts';
import { layServiceRequirements } from './requirement-acts.ts';

export interface OpenRequestInput {
  readonly partyId: PartyId;
  readonly visitId: VisitId | null;
  readonly service: string;
  /** Of the catalogue; null: in words alone. */
  readonly serviceId?: ServiceId | null | undefined;
  readonly need: string;
  readonly level: RequestLevel;
  readonly levelReason?: string;
  /** S.1: the deed on which somebody came for the applicant. */
  readonly representationId?: RepresentationId | null;
}

export interface StepInput {
  readonly id: RequestId;
  readonly step: 2 | 3;
  readonly note: string;
}

export type RequestService = ReturnType<typeof createRequestService>;

const requestSubject = (id: RequestId) => ({ kind: 'request', id });

export function createRequestService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const lookOf = (actor: Actor): RequestLook => ({ staffId: actor.id, today: riyadhDay(clock.nowMs()) });
  return {
    /** Opens a request (T.4); S.1 is behind it, since the applicant was received. @throws AppError notFound, conflict, mayNotAct, urgentWithoutReason */
    openRequest(input: OpenRequestInput, actor: Actor): SupportRequest {
      requireWhyUrgent(input.level, input.levelReason ?? '');
      return db.write((tx) => {
        requireStanding(tx, input.partyId);
        requireService(tx, input.serviceId);
        if (input.visitId !== null) {
          const visit = findVisit(tx, input.visitId);
          if (visit === undefined) throw new AppError('notFound', { kind: 'visit', id: input.visitId });
          if (visit.partyId !== input.partyId)
            throw new AppError('conflict', { kind: 'visit', id: input.visitId });
        }
        const nowMs = clock.nowMs();
        const representationId = input.representationId ?? null;
        if (representationId !== null) requireDeed(tx, input.partyId, representationId, nowMs);
        const fields = {
          ...input,
          representationId,
          serviceId: input.serviceId ?? null,
          levelReason: input.levelReason ?? '',
        };
        const id = insertRequest(tx, fields, actor.id, nowMs);
        layServiceRequirements(tx, id, input.partyId, fields.serviceId);
        insertStep(tx, id, { step: 1, kind: 'done', note: '' }, actor.id, nowMs);
        followAct(tx, actor, id, nowMs, { kind: 'opened', text: input.service, clause: 'S.1' });
        const { partyId, level } = input;
        tx.audit(
          auditEntry(actor, nowMs, 'request.opened', requestSubject(id), {
            partyId,
            level,
            ...(representationId === null ? {} : { representationId }),
          }),
        );
        return getRequest(tx, id);
      });
    },

    getRequest: (id: RequestId): SupportRequest => db.snapshot((reader) => getRequest(reader, id)),

    listRequests: (
      {
        after,
        limit,
        ...filter
      }: RequestListFilter & { readonly after: RequestCursor | null; readonly limit: number },
      actor: Actor,
    ) => db.snapshot((reader) => listRequests(reader, filter, lookOf(actor), { after, limit })),

    countRequests: (actor: Actor) => db.snapshot((reader) => countOpenRequests(reader, lookOf(actor))),

    /** @throws AppError notFound, requestForbids */
    editRequest(
      input: { readonly id: RequestId } & Pick<OpenRequestInput, 'service' | 'need' | 'serviceId'>,
      actor: Actor,
    ): SupportRequest {
      return db.write((tx) => {
        const { id, service, need } = input;
        requireAct(tx, id, 'edit');
        requireService(tx, input.serviceId);
        const before = getRequest(tx, id);
        const nowMs = clock.nowMs();
        const fields = {
          service,
          need,
          serviceId: input.serviceId === undefined ? before.serviceId : input.serviceId,
        };
        updateRequest(tx, id, fields);
        if (fields.serviceId !== before.serviceId)
          layServiceRequirements(tx, id, before.partyId, fields.serviceId);
        followAct(tx, actor, id, nowMs, { kind: 'edited', text: service });
        const changed = (['service', 'need', 'serviceId'] as const).filter(
          (field) => before[field] !== fields[field],
        );
        tx.audit(auditEntry(actor, nowMs, 'request.edited', requestSubject(id), { changed }));
        return getRequest(tx, id);
      });
    },

    /** S.2 and S.3 are completed by a word; every other step by its own act. @throws AppError notFound, requestForbids */
    completeStep(input: StepInput, actor: Actor): SupportRequest {
      return db.write((tx) => {
        const { id, step, note } = input;
        requireAct(tx, id, step === SKIPPABLE_STEP ? 'completeReferral' : 'completeMatching');
        const nowMs = clock.nowMs();
        insertStep(tx, id, { step, kind: 'done', note }, actor.id, nowMs);
        followAct(tx, actor, id, nowMs, { kind: 'stepDone', step, text: note, clause: `S.${step}` as 'S.2' });
        tx.audit(auditEntry(actor, nowMs, 'request.stepDone', requestSubject(id), { step }));
        return getRequest(tx, id);
      });
    },

    /** S.3 «في حالة عدم وضوح الإجراءات»: passed over where they are clear. @throws AppError notFound, requestForbids */
    skipReferral(input: { readonly id: RequestId; readonly note: string }, actor: Actor): SupportRequest {
      return db.write((tx) => {
        const { id, note } = input;
        requireAct(tx, id, 'skipReferral');
        const nowMs = clock.nowMs();
        insertStep(tx, id, { step: SKIPPABLE_STEP, kind: 'skipped', note }, actor.id, nowMs);
        followAct(tx, actor, id, nowMs, {
          kind: 'stepSkipped',
          step: SKIPPABLE_STEP,
          text: note,
          clause: 'S.3',
        });
        tx.audit(
          auditEntry(actor, nowMs, 'request.stepSkipped', requestSubject(id), { step: SKIPPABLE_STEP }),
        );
        return getRequest(tx, id);
      });
    },

    /**
     * Undo of the latest step; a number once given stays.
     * @throws AppError notFound, requestForbids; conflict when another step was completed meanwhile
     */
    reopenStep(id: RequestId, step: StepNumber, actor: Actor): SupportRequest {
      return db.write((tx) => {
        const facts = requireAct(tx, id, 'reopenStep');
        if (latestStep(facts) !== step) throw new AppError('conflict', { kind: 'request', id });
        const nowMs = clock.nowMs();
        deleteStep(tx, id, step);
        followAct(tx, actor, id, nowMs, { kind: 'stepReopened', step });
        tx.audit(auditEntry(actor, nowMs, 'request.stepReopened', requestSubject(id), { step }));
        return getRequest(tx, id);
      });
    },
  };
}

/** @throws AppError notFound: the catalogue has none of it */
function requireService(reader: Reader, id: ServiceId | null | undefined): void {
  if (id == null || findServiceChoice(reader, id) !== undefined) return;
  throw new AppError('notFound', { kind: 'service', id });
}
