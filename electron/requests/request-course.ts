import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { RepresentationId, RequestId, StaffId } from '#shared/ids.ts';
import type { RequestAction } from '#shared/requests/request-actions.ts';
import type { RequestFacts } from '#shared/requests/request-machine.ts';
import type { RequestLevel, StopKind, SupportRequest } from '#shared/requests/request.ts';
import { DESK_ROLES, type Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import { findRepresentation } from '#db/households/representative-rows.ts';
import {
  assignRequest,
  setRepresentation,
  setRequestLevel,
  setRequestState,
  setReturnDay,
} from '#db/requests/request-field-writes.ts';
import { getRequest } from '#db/requests/request-queries.ts';
import { endStop, startStop } from '#db/requests/request-stops.ts';
import { deleteStep } from '#db/requests/request-writes.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct, type RequestTrace } from './request-acts.ts';
import { requireDeed } from './request-deed.ts';
import { requireWhyUrgent } from './request-level.ts';

export type RequestCourse = ReturnType<typeof createRequestCourse>;

const LEVEL_EVENT = {
  ordinary: 'levelOrdinary',
  urgent: 'levelUrgent',
  followUp: 'levelFollowUp',
} as const satisfies Readonly<Record<RequestLevel, string>>;

/** Active members of staff who serve visitors. */
const listOfficers = (reader: Reader): Staff[] =>
  listStaff(reader).filter(
    ({ active, roles }) => active && DESK_ROLES.some((role) => roles.some((own) => own === role)),
  );

/** What becomes of a request beside its steps: whose it is, how urgent, whether its clock runs, whether it goes on at all. */
export function createRequestCourse({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  interface Act {
    readonly action: RequestAction;
    readonly audit: string;
    readonly write: (
      tx: WriteTransaction,
      nowMs: number,
      facts: RequestFacts,
    ) => {
      readonly trace: RequestTrace;
      readonly details?: Readonly<Record<string, string | number | boolean>>;
    };
  }

  const act = (id: RequestId, actor: Actor, { action, audit, write }: Act): SupportRequest =>
    db.write((tx) => {
      const facts = requireAct(tx, id, action);
      const nowMs = clock.nowMs();
      const { trace, details } = write(tx, nowMs, facts);
      followAct(tx, actor, id, nowMs, trace);
      tx.audit(auditEntry(actor, nowMs, `request.${audit}`, { kind: 'request', id }, details));
      return getRequest(tx, id);
    });

  return {
    officers: (): Pick<Staff, 'id' | 'name' | 'jobTitle'>[] =>
      db.snapshot((reader) => listOfficers(reader).map(({ id, name, jobTitle }) => ({ id, name, jobTitle }))),

    /** S.0. @throws AppError notFound, requestForbids, urgentWithoutReason */
    setLevel: (
      {
        id,
        level,
        reason,
      }: { readonly id: RequestId; readonly level: RequestLevel; readonly reason: string },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'setLevel',
        audit: 'levelSet',
        write: (tx) => {
          requireWhyUrgent(level, reason);
          setRequestLevel(tx, id, level, reason);
          return { trace: { kind: LEVEL_EVENT[level], text: reason, clause: 'S.0' }, details: { level } };
        },
      }),

    /** @throws AppError notFound of the request or of the member of staff, requestForbids */
    transfer: (
      { id, to, reason }: { readonly id: RequestId; readonly to: StaffId; readonly reason: string },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'transfer',
        audit: 'transferred',
        write: (tx) => {
          const officer = listOfficers(tx).find((one) => one.id === to);
          if (officer === undefined) throw new AppError('notFound', { kind: 'staff', id: to });
          assignRequest(tx, id, to);
          return { trace: { kind: 'transferred', text: `${officer.name}، ${reason}` }, details: { to } };
        },
      }),

    /** S.1: by the deed of the register; null: the applicant comes. @throws AppError notFound, mayNotAct, requestForbids */
    represent: (
      {
        id,
        representationId,
      }: { readonly id: RequestId; readonly representationId: RepresentationId | null },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'edit',
        audit: 'represented',
        write: (tx, nowMs) => {
          const { partyId } = getRequest(tx, id);
          if (representationId !== null) requireDeed(tx, partyId, representationId, nowMs);
          setRepresentation(tx, id, representationId);
          const deed = representationId === null ? undefined : findRepresentation(tx, representationId);
          return {
            trace: {
              kind: deed === undefined ? 'selfRepresented' : 'represented',
              text: deed?.representation.representativeName ?? '',
              clause: 'S.1',
              ...(deed === undefined
                ? {}
                : { subject: { kind: 'representative', id: deed.representation.id } }),
            },
            details: { representationId: representationId ?? 0 },
          };
        },
      }),

    /** S.2. @throws AppError notFound, dayPassed { day }, requestForbids */
    setReturnDay: (
      { id, day }: { readonly id: RequestId; readonly day: string | null },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'edit',
        audit: 'returnDaySet',
        write: (tx, nowMs) => {
          if (day !== null && day < riyadhDay(nowMs)) throw new AppError('dayPassed', { day });
          setReturnDay(tx, id, day);
          return {
            trace: { kind: 'returnDay', text: day ?? '', clause: 'S.2' },
            details: { day: day ?? '' },
          };
        },
      }),

    /** S.5: from today. @throws AppError notFound, requestForbids */
    stop: (
      { id, kind, reason }: { readonly id: RequestId; readonly kind: StopKind; readonly reason: string },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'stop',
        audit: 'stopped',
        write: (tx, nowMs) => {
          startStop(tx, id, { kind, fromDay: riyadhDay(nowMs), reason }, actor.id, nowMs);
          return { trace: { kind: 'stopped', text: reason, clause: 'S.5' }, details: { kind } };
        },
      }),

    /** From today. @throws AppError notFound, requestForbids */
    resume: ({ id, note }: { readonly id: RequestId; readonly note: string }, actor: Actor): SupportRequest =>
      act(id, actor, {
        action: 'resume',
        audit: 'resumed',
        write: (tx, nowMs) => {
          endStop(tx, id, { untilDay: riyadhDay(nowMs), note }, actor.id, nowMs);
          return { trace: { kind: 'resumed', text: note, clause: 'S.5' } };
        },
      }),

    /** @throws AppError notFound, requestForbids */
    withdraw: (
      { id, reason }: { readonly id: RequestId; readonly reason: string },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'withdraw',
        audit: 'withdrawn',
        write: (tx, nowMs) => {
          setRequestState(tx, id, 'withdrawn', nowMs);
          return { trace: { kind: 'withdrawn', text: reason } };
        },
      }),

    /** Where it stood; a closed one waits in S.7 again. @throws AppError notFound, requestForbids */
    reopen: (
      { id, reason }: { readonly id: RequestId; readonly reason: string },
      actor: Actor,
    ): SupportRequest =>
      act(id, actor, {
        action: 'reopen',
        audit: 'reopened',
        write: (tx, nowMs, facts) => {
          if (facts.state === 'closed') deleteStep(tx, id, 7);
          setRequestState(tx, id, 'open', nowMs);
          return { trace: { kind: 'reopened', text: reason } };
        },
      }),
  };
}
