import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { PartyId, RequestId, VisitId } from '#shared/ids.ts';
import { DEFAULT_REQUIREMENTS } from '#shared/requests/default-requirements.ts';
import { currentStep, type StepAction, stepRefusal } from '#shared/requests/request-rules.ts';
import type { RequestLevel, Requirement, StepNumber, SupportRequest } from '#shared/requests/request.ts';
import type { Database } from '#db/open-database.ts';
import { requireStanding } from '#db/duplicates/family.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { giveFileNumber } from '#db/parties/party-writes.ts';
import { takeNextNumber, yearNumber } from '#db/registers/register-counter.ts';
import {
  countRequirements,
  findRequest,
  listRequests,
  listStepFacts,
  type RequestFilter,
} from '#db/requests/request-queries.ts';
import {
  deleteStep,
  giveRequestNumber,
  insertRequest,
  insertRequestEvent,
  insertRequirements,
  insertStep,
  setCurrentStep,
  updateRequest,
  updateRequirement,
} from '#db/requests/request-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { findVisit } from '#db/visits/visit-queries.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { settleClock } from '../audit/clock-guard.ts';

export interface OpenRequestInput {
  readonly partyId: PartyId;
  readonly visitId: VisitId | null;
  readonly service: string;
  readonly need: string;
  readonly level: RequestLevel;
}

/** S.5 «سيرفع للجنة البحث»: raising gives the request its number. */
const RAISING: StepNumber = 5;
/** S.6 «استكمال اجراءات التسجيل»: registration gives the beneficiary a file. */
const REGISTRATION: StepNumber = 6;

export type RequestService = ReturnType<typeof createRequestService>;

export function createRequestService({ db, clock }: { db: Database; clock: Clock }) {
  const subject = (id: RequestId) => ({ kind: 'request', id });

  function getRequest(reader: Reader, id: RequestId): SupportRequest {
    const request = findRequest(reader, id);
    if (request === undefined) throw new AppError('notFound', { kind: 'request', id });
    return request;
  }

  function requireStep(tx: WriteTransaction, id: RequestId, action: StepAction): void {
    const { missing } = countRequirements(tx, id);
    const reason = stepRefusal(listStepFacts(tx, id), action, missing);
    if (reason !== null) throw new AppError('stepForbidden', { step: action.step, reason });
  }

  const follow = (tx: WriteTransaction, id: RequestId, nowMs: number): void =>
    setCurrentStep(tx, id, currentStep(listStepFacts(tx, id)), nowMs);

  const hijriYear = (nowMs: number): number => hijriFromGregorian(riyadhDay(nowMs)).year;

  /** Numbers of S.5 and S.6 restart each Hijri year: the year is part of them. */
  function numberStep(tx: WriteTransaction, request: SupportRequest, step: StepNumber, nowMs: number) {
    const year = hijriYear(nowMs);
    if (step === RAISING && request.number === null) {
      const number = takeNextNumber(tx, 'requests', year, true);
      giveRequestNumber(tx, request.id, year, number);
      return { requestNumber: yearNumber(year, number) };
    }
    // A second request of one beneficiary finds the file already there.
    if (step === REGISTRATION && findParty(tx, request.partyId)?.fileNumber === null) {
      const number = takeNextNumber(tx, 'files', year, true);
      giveFileNumber(tx, request.partyId, year, number);
      return { fileNumber: yearNumber(year, number), partyId: request.partyId };
    }
    return {};
  }

  return {
    /** Opens a request (T.4); S.1 is behind it, since the applicant was received. @throws AppError notFound, conflict */
    openRequest(input: OpenRequestInput, actor: Actor): SupportRequest {
      return db.write((tx) => {
        requireStanding(tx, input.partyId);
        if (input.visitId !== null) {
          const visit = findVisit(tx, input.visitId);
          if (visit === undefined) throw new AppError('notFound', { kind: 'visit', id: input.visitId });
          if (visit.partyId !== input.partyId)
            throw new AppError('conflict', { kind: 'visit', id: input.visitId });
        }
        const nowMs = clock.nowMs();
        const id = insertRequest(tx, input, actor.id, nowMs);
        insertRequirements(tx, id, DEFAULT_REQUIREMENTS);
        insertStep(tx, id, { step: 1, kind: 'done', note: '' }, actor.id, nowMs);
        insertRequestEvent(tx, id, { kind: 'opened', step: null, text: input.service }, actor.id, nowMs);
        follow(tx, id, nowMs);
        const { partyId, level } = input;
        tx.audit(auditEntry(actor, nowMs, 'request.opened', subject(id), { partyId, level }));
        return getRequest(tx, id);
      });
    },

    getRequest: (id: RequestId): SupportRequest => db.snapshot((reader) => getRequest(reader, id)),

    listRequests: (filter: RequestFilter) => db.snapshot((reader) => listRequests(reader, filter)),

    editRequest(
      input: { readonly id: RequestId } & Pick<OpenRequestInput, 'service' | 'need' | 'level'>,
      actor: Actor,
    ): SupportRequest {
      return db.write((tx) => {
        const { id, service, need, level } = input;
        const before = getRequest(tx, id);
        const nowMs = clock.nowMs();
        updateRequest(tx, id, { service, need, level }, nowMs);
        insertRequestEvent(tx, id, { kind: 'edited', step: null, text: service }, actor.id, nowMs);
        tx.audit(
          auditEntry(actor, nowMs, 'request.edited', subject(id), {
            level,
            changed: (['service', 'need', 'level'] as const).filter(
              (field) => before[field] !== input[field],
            ),
          }),
        );
        return getRequest(tx, id);
      });
    },

    /**
     * Completes the current step. S.5 and S.6 number something, so they mind the clock.
     * @throws AppError notFound, stepForbidden { step, reason }, clockWentBack { lastMs, nowMs }
     */
    completeStep(
      input: {
        readonly id: RequestId;
        readonly step: StepNumber;
        readonly note: string;
        readonly confirmClock: boolean;
      },
      actor: Actor,
    ): SupportRequest {
      return db.write((tx) => {
        const { id, step, note } = input;
        const request = getRequest(tx, id);
        requireStep(tx, id, { kind: 'complete', step });
        const nowMs = clock.nowMs();
        if (step === RAISING || step === REGISTRATION)
          settleClock(tx, actor, nowMs, input.confirmClock, clock);
        insertStep(tx, id, { step, kind: 'done', note }, actor.id, nowMs);
        insertRequestEvent(tx, id, { kind: 'stepDone', step, text: note }, actor.id, nowMs);
        const numbers = numberStep(tx, request, step, nowMs);
        follow(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'request.stepDone', subject(id), { step, ...numbers }));
        return getRequest(tx, id);
      });
    },

    /** @throws AppError notFound, stepForbidden { step, reason } */
    skipStep(
      input: { readonly id: RequestId; readonly step: StepNumber; readonly note: string },
      actor: Actor,
    ): SupportRequest {
      return db.write((tx) => {
        const { id, step, note } = input;
        getRequest(tx, id);
        requireStep(tx, id, { kind: 'skip', step });
        const nowMs = clock.nowMs();
        insertStep(tx, id, { step, kind: 'skipped', note }, actor.id, nowMs);
        insertRequestEvent(tx, id, { kind: 'stepSkipped', step, text: note }, actor.id, nowMs);
        follow(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'request.stepSkipped', subject(id), { step }));
        return getRequest(tx, id);
      });
    },

    /** Undo of the latest step; a number once given stays. @throws AppError notFound, stepForbidden { step, reason } */
    reopenStep(id: RequestId, step: StepNumber, actor: Actor): SupportRequest {
      return db.write((tx) => {
        getRequest(tx, id);
        requireStep(tx, id, { kind: 'reopen', step });
        const nowMs = clock.nowMs();
        deleteStep(tx, id, step);
        insertRequestEvent(tx, id, { kind: 'stepReopened', step, text: '' }, actor.id, nowMs);
        follow(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'request.stepReopened', subject(id), { step }));
        return getRequest(tx, id);
      });
    },

    /**
     * Once S.6 has found the requirements complete, they stay so until S.6 is reopened.
     * @throws AppError notFound, stepForbidden { step, reason }
     */
    setRequirement(
      input: { readonly id: RequestId; readonly key: string; readonly state: Requirement['state'] },
      actor: Actor,
    ): SupportRequest {
      return db.write((tx) => {
        const { id, key, state } = input;
        const request = getRequest(tx, id);
        if (state === 'needed' && listStepFacts(tx, id).some((fact) => fact.step === REGISTRATION))
          throw new AppError('stepForbidden', { step: REGISTRATION, reason: 'requirementsMissing' });
        const nowMs = clock.nowMs();
        if (!updateRequirement(tx, id, { key, state }, actor.id, nowMs))
          throw new AppError('notFound', { kind: 'requirement', id: key });
        const name = request.requirements.find((requirement) => requirement.key === key)?.name ?? key;
        insertRequestEvent(tx, id, { kind: 'requirement', step: null, text: name }, actor.id, nowMs);
        follow(tx, id, nowMs);
        tx.audit(auditEntry(actor, nowMs, 'request.requirementSet', subject(id), { key, state }));
        return getRequest(tx, id);
      });
    },
  };
}
