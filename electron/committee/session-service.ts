import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { Attendance, CaseLine, CommitteeSession, SessionState } from '#shared/committee/committee.ts';
import { membersOn, presentOf, quorumOf } from '#shared/committee/session-rules.ts';
import type { CommitteeSessionId, RequestId } from '#shared/ids.ts';
import { countWaitingCases, findCaseLine, listWaiting } from '#db/committee/case-lines.ts';
import { listDecisionsOfSession } from '#db/committee/decision-rows.ts';
import { listMembers } from '#db/committee/member-rows.ts';
import { findOtherSession, listAgenda, listSessions, nextSessionNumber } from '#db/committee/session-rows.ts';
import {
  cancelSessionRow,
  deferSessionCase,
  insertSession,
  type SessionWhen,
  touchSession,
  updateSessionWhen,
  writeAgenda,
  writeAttendance,
} from '#db/committee/session-writes.ts';
import type { Database } from '#db/open-database.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { requireAct } from '../requests/request-acts.ts';
import {
  getCommitteeSetting,
  getSession,
  requireDayCame,
  requireEachOnce,
  requireSession,
} from './session-state.ts';

/** Members who must be there on a day, as the setting stands. @throws AppError committeeEmpty { day } */
export function quorumOn(reader: Reader, day: string): number {
  const members = membersOn(listMembers(reader), day).length;
  if (members === 0) throw new AppError('committeeEmpty', { day });
  return quorumOf(getCommitteeSetting(reader).quorum, members);
}

/** Sessions of the research committee (S.5): when they sit, on what, and who is there. */
export function createSessionService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const subject = (id: CommitteeSessionId) => ({ kind: 'committeeSession', id });

  /** @throws AppError notFound, requestForbids { action: 'schedule' }, caseElsewhere { number, session } */
  function requireSchedulable(reader: Reader, id: RequestId, session: CommitteeSessionId | 0): void {
    requireAct(reader, id, 'schedule');
    const other = findOtherSession(reader, id, session);
    if (other !== undefined)
      throw new AppError('caseElsewhere', {
        number: findCaseLine(reader, id)?.number ?? '',
        session: other.number,
      });
  }

  /** One act on a session that still takes them. */
  function act(
    id: CommitteeSessionId,
    action: Parameters<typeof requireSession>[2],
    version: number | null,
    actor: Actor,
    deed: (
      tx: WriteTransaction,
      head: ReturnType<typeof requireSession>,
      log: (verb: string, details?: NonNullable<Parameters<typeof auditEntry>[4]>) => void,
      nowMs: number,
    ) => void,
  ): CommitteeSession {
    return db.write((tx) => {
      const head = requireSession(tx, id, action, version);
      const nowMs = clock.nowMs();
      deed(
        tx,
        head,
        (verb, details) => tx.audit(auditEntry(actor, nowMs, `committee.${verb}`, subject(id), details)),
        nowMs,
      );
      touchSession(tx, id);
      return getSession(tx, id);
    });
  }

  const decidedIn = (reader: Reader, id: CommitteeSessionId): RequestId[] =>
    listDecisionsOfSession(reader, id).flatMap(({ voided, requestId }) =>
      voided === null ? [requestId] : [],
    );

  return {
    list: (filter: {
      readonly states: readonly SessionState[];
      readonly offset: number;
      readonly limit: number;
    }) =>
      db.snapshot((reader) => {
        const { total, due } = countWaitingCases(reader, riyadhDay(clock.nowMs()));
        return { ...listSessions(reader, filter), waiting: total, decidable: due };
      }),

    /** @throws AppError notFound */
    get: (id: CommitteeSessionId): CommitteeSession => db.snapshot((reader) => getSession(reader, id)),

    waiting: (page: {
      readonly onlyDue: boolean;
      readonly offset: number;
      readonly limit: number;
    }): { total: number; due: number; rows: CaseLine[] } =>
      db.snapshot((reader) => {
        const today = riyadhDay(clock.nowMs());
        const { offset, limit, onlyDue } = page;
        const rows = listWaiting(reader, { dueBy: onlyDue ? today : null, offset, limit });
        return { ...countWaitingCases(reader, today), rows };
      }),

    /** @throws AppError committeeEmpty, notFound, requestForbids, caseElsewhere */
    plan(input: SessionWhen & { readonly requestIds: readonly RequestId[] }, actor: Actor): CommitteeSession {
      return db.write((tx) => {
        const quorum = quorumOn(tx, input.day);
        const requestIds = [...new Set(input.requestIds)];
        for (const id of requestIds) requireSchedulable(tx, id, 0);
        const nowMs = clock.nowMs();
        const hijriYear = hijriFromGregorian(input.day).year;
        const number = nextSessionNumber(tx, hijriYear);
        const id = insertSession(tx, { ...input, hijriYear, number, quorum, paper: null }, actor.id, nowMs);
        writeAgenda(tx, id, { before: [], after: requestIds }, actor.id, nowMs);
        tx.audit(
          auditEntry(actor, nowMs, 'committee.sessionPlanned', subject(id), {
            hijriYear,
            number,
            day: input.day,
            cases: requestIds.length,
          }),
        );
        return getSession(tx, id);
      });
    },

    /** Stays in the Hijri year of its number. @throws AppError notFound, conflict, sessionForbids, sessionYear { year }, committeeEmpty */
    edit(
      { id, version, ...when }: SessionWhen & { readonly id: CommitteeSessionId; readonly version: number },
      actor: Actor,
    ): CommitteeSession {
      return act(id, 'edit', version, actor, (tx, head, log) => {
        if (hijriFromGregorian(when.day).year !== head.hijriYear)
          throw new AppError('sessionYear', { year: head.hijriYear });
        if (head.day !== when.day && decidedIn(tx, id).length > 0)
          throw new AppError('sessionForbids', { state: head.state, action: 'edit' });
        // Of the members of that day: a quorum of one is not taken along to a committee of five.
        const quorum = head.day === when.day ? head.quorum : quorumOn(tx, when.day);
        updateSessionWhen(tx, id, { ...when, quorum });
        log('sessionEdited', { day: when.day });
      });
    },

    /** @throws AppError notFound, conflict, sessionForbids */
    cancel(
      {
        id,
        version,
        reason,
      }: { readonly id: CommitteeSessionId; readonly version: number; readonly reason: string },
      actor: Actor,
    ): CommitteeSession {
      return act(id, 'cancel', version, actor, (tx, head, log) => {
        if (decidedIn(tx, id).length > 0)
          throw new AppError('sessionForbids', { state: head.state, action: 'cancel' });
        cancelSessionRow(tx, id, reason);
        log('sessionCancelled', { reason });
      });
    },

    /** @throws AppError notFound, conflict, sessionForbids, requestForbids, caseElsewhere */
    setAgenda(
      {
        id,
        version,
        requestIds,
      }: {
        readonly id: CommitteeSessionId;
        readonly version: number;
        readonly requestIds: readonly RequestId[];
      },
      actor: Actor,
    ): CommitteeSession {
      return act(id, 'agenda', version, actor, (tx, _, log, nowMs) => {
        const before = listAgenda(tx, id).map(({ requestId }) => requestId);
        const asked = [...new Set(requestIds)];
        // What was decided here stays here.
        const kept = decidedIn(tx, id).filter((one) => before.includes(one) && !asked.includes(one));
        const after = [...asked, ...kept];
        for (const one of after) if (!before.includes(one)) requireSchedulable(tx, one, id);
        writeAgenda(tx, id, { before, after }, actor.id, nowMs);
        log('agendaSet', { cases: after.length });
      });
    },

    /** @throws AppError notFound, sessionForbids, conflict, dayNotCome: nobody was there yet */
    attend(
      { id, attendance }: { readonly id: CommitteeSessionId; readonly attendance: readonly Attendance[] },
      actor: Actor,
    ): CommitteeSession {
      return act(id, 'attend', null, actor, (tx, head, log) => {
        requireEachOnce(attendance);
        const members = membersOn(listMembers(tx), head.day).map((one) => one.id);
        const known = attendance.filter(({ memberId }) => members.includes(memberId));
        const present = presentOf(known).map(({ memberId }) => memberId);
        if (present.length > 0) requireDayCame(head.day, riyadhDay(clock.nowMs()));
        const voters = listDecisionsOfSession(tx, id).flatMap(({ voided, votes }) =>
          voided === null ? votes.map(({ memberId }) => memberId) : [],
        );
        // Who voted was there.
        if (voters.some((voter) => !present.includes(voter)))
          throw new AppError('sessionForbids', { state: head.state, action: 'attend' });
        const state = present.length > 0 ? 'held' : 'planned';
        writeAttendance(tx, id, known, { state, quorum: quorumOn(tx, head.day) });
        log('attended', { present: present.length, of: members.length });
      });
    },

    /** @throws AppError notFound, sessionForbids */
    deferCase(
      {
        id,
        requestId,
        reason,
      }: { readonly id: CommitteeSessionId; readonly requestId: RequestId; readonly reason: string },
      actor: Actor,
    ): CommitteeSession {
      return act(id, 'defer', null, actor, (tx, head, log) => {
        if (!listAgenda(tx, id).some((line) => line.requestId === requestId))
          throw new AppError('notFound', { kind: 'sessionCase', id: requestId });
        if (decidedIn(tx, id).includes(requestId))
          throw new AppError('sessionForbids', { state: head.state, action: 'defer' });
        // Taken back: it may have been put on another agenda meanwhile.
        if (reason === '') requireSchedulable(tx, requestId, id);
        deferSessionCase(tx, id, requestId, reason);
        log(reason === '' ? 'caseTaken' : 'caseDeferred', { requestId });
      });
    },
  };
}
