import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Decided } from '#shared/committee/committee-contract.ts';
import type { Decision } from '#shared/committee/committee.ts';
import type { CommitteeSessionId, DecisionId, LetterId, RequestId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findDecision, listDecisionsOfRequest, voidDecisionRow } from '#db/committee/decision-rows.ts';
import { listAgenda } from '#db/committee/session-rows.ts';
import { deferSessionCase, touchSession } from '#db/committee/session-writes.ts';
import { findLetterRow } from '#db/letters/letter-queries.ts';
import { setLetterDiscarded } from '#db/letters/letter-writes.ts';
import type { Database } from '#db/open-database.ts';
import { setRequestState } from '#db/requests/request-field-writes.ts';
import { endStop, listStops } from '#db/requests/request-stops.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { settleClock } from '../audit/clock-guard.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { takeBackAppealAnswer } from '../reply/appeal-service.ts';
import { recordDecision } from './record-decision.ts';
import { presentMembers, requireDayCame, requireSession } from './session-state.ts';

/** What the committee answers (S.5): accept, refuse, ask for more; and the void of a mistake. */
export function createDecisionService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  function get(tx: WriteTransaction, id: DecisionId): Decision {
    const decision = findDecision(tx, id);
    if (decision === undefined) throw new AppError('notFound', { kind: 'decision', id });
    return decision;
  }

  return {
    /** @throws AppError as `recordDecision`, notFound, sessionForbids, dayNotCome, clockWentBack, clockJumped */
    decide(
      {
        sessionId,
        confirmClock,
        ...decided
      }: Decided & { readonly sessionId: CommitteeSessionId; readonly confirmClock: boolean },
      staff: Staff,
    ): Decision {
      return db.write((tx) => {
        const head = requireSession(tx, sessionId, 'decide');
        const line = listAgenda(tx, sessionId).find((one) => one.requestId === decided.requestId);
        if (line === undefined)
          throw new AppError('notFound', { kind: 'sessionCase', id: decided.requestId });
        const nowMs = clock.nowMs();
        const today = riyadhDay(nowMs);
        requireDayCame(head.day, today);
        settleClock(tx, actorOf(staff), nowMs, confirmClock, clock);
        // Put off and decided after all.
        if (line.deferredReason !== '') deferSessionCase(tx, sessionId, decided.requestId, '');
        const present = presentMembers(tx, head);
        const id = recordDecision(tx, staff, { ...head, present }, decided, nowMs);
        touchSession(tx, sessionId);
        return get(tx, id);
      });
    },

    /** @throws AppError notFound, conflict (it is not the last one), requestForbids, letterStands { number } */
    voidDecision(id: DecisionId, reason: string, actor: Actor): Decision {
      return db.write((tx) => {
        const decision = get(tx, id);
        const { requestId, sessionId, appealId, letterId, kind } = decision;
        const facts = requireAct(tx, requestId, 'voidDecision');
        const last = listDecisionsOfRequest(tx, requestId).find(({ voided }) => voided === null);
        if (last?.id !== id) throw new AppError('conflict', { kind: 'decision', id });
        const nowMs = clock.nowMs();
        if (letterId !== null) takeBackLetter(tx, letterId, actor, nowMs);
        voidDecisionRow(tx, id, reason, actor.id, nowMs);
        if (appealId !== null) takeBackAppealAnswer(tx, { requestId, appealId }, nowMs);
        else if (facts.state === 'refused') setRequestState(tx, requestId, 'open', nowMs);
        if (kind === 'moreInformation') goOn(tx, requestId, actor, nowMs);
        if (sessionId !== null) touchSession(tx, sessionId);
        followAct(tx, actor, requestId, nowMs, {
          kind: 'decisionVoided',
          step: 5,
          text: reason,
          clause: 'S.5',
          subject: { kind: 'decision', id },
        });
        const about = { decisionId: id, kind, reason };
        tx.audit(
          auditEntry(actor, nowMs, 'committee.decisionVoided', { kind: 'request', id: requestId }, about),
        );
        return get(tx, id);
      });
    },
  };
}

/** A draft goes with its decision; what was issued is voided on its own, with its own reason. @throws AppError letterStands */
function takeBackLetter(tx: WriteTransaction, id: LetterId, actor: Actor, nowMs: number): void {
  const found = findLetterRow(tx, id);
  if (found === undefined || found.discarded || found.letter.state === 'voided') return;
  if (!setLetterDiscarded(tx, id, nowMs))
    throw new AppError('letterStands', { number: found.letter.referenceNumber ?? '' });
  tx.audit(auditEntry(actor, nowMs, 'letter.discarded', { kind: 'letter', id }));
}

/** What was asked for is asked for no longer: the clock goes on, unless somebody let it already. */
function goOn(tx: WriteTransaction, id: RequestId, actor: Actor, nowMs: number): void {
  const running = listStops(tx, id).find(({ untilDay }) => untilDay === null);
  if (running?.kind !== 'moreInformation') return;
  const today = riyadhDay(nowMs);
  const untilDay = today < running.fromDay ? running.fromDay : today;
  endStop(tx, id, { untilDay, note: '' }, actor.id, nowMs);
}
