import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { hijriFromGregorian } from '#shared/calendar/hijri.ts';
import type { Decided } from '#shared/committee/committee-contract.ts';
import type { Attendance, CommitteeSession } from '#shared/committee/committee.ts';
import { membersOn, presentOf } from '#shared/committee/session-rules.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { CommitteeSessionId, RequestId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { CanonicalValue } from '#db/audit/canonical-json.ts';
import { listMembers } from '#db/committee/member-rows.ts';
import { nextSessionNumber, sessionNumberTaken } from '#db/committee/session-rows.ts';
import {
  closeSessionRow,
  insertSession,
  type SessionWhen,
  touchSession,
  writeAgenda,
  writeAttendance,
} from '#db/committee/session-writes.ts';
import type { Database } from '#db/open-database.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import { settleClock } from '../audit/clock-guard.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import { minutesSheet, minutesTitle } from '../papers/committee-papers.ts';
import type { Clock } from '../ports/clock.ts';
import { insertSealed, prepareSeal, sealedHead, type SealPorts } from '../sealed/seal.ts';
import { recordDecision, requireQuorum } from './record-decision.ts';
import { quorumOn } from './session-service.ts';
import {
  getSession,
  presentMembers,
  requireDayCame,
  requireEachOnce,
  requireSession,
} from './session-state.ts';

interface MinutesPorts extends SealPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: LetterFiles;
}

/** A whole session as its paper tells it. */
export interface PaperSession extends SessionWhen {
  readonly number: number | null;
  readonly attendance: readonly Attendance[];
  readonly decisions: readonly Decided[];
  readonly scan: FileRef;
  readonly confirmClock: boolean;
}

/** محضر: a session is closed with its minutes sealed, or entered from minutes that were signed on paper. */
export function createMinutesService(ports: MinutesPorts) {
  const { db, clock } = ports;
  const subject = (id: CommitteeSessionId) => ({ kind: 'committeeSession', id });

  return {
    /**
     * Set while nothing is locked; whatever changed of the session meanwhile refuses it by its version.
     * @throws AppError notFound, conflict, sessionForbids, quorumMissing, clockWentBack, clockJumped, renderFailed
     */
    async close(
      input: {
        readonly id: CommitteeSessionId;
        readonly version: number;
        readonly confirmClock: boolean;
      },
      staff: Staff,
    ): Promise<CommitteeSession> {
      const { id, version } = input;
      const actor = actorOf(staff);
      const { session, head } = db.snapshot((reader) => {
        const open = requireSession(reader, id, 'close', version);
        // Held, and moved to another day since.
        requireDayCame(open.day, riyadhDay(clock.nowMs()));
        requireQuorum({ ...open, present: presentMembers(reader, open) });
        return { session: getSession(reader, id), head: sealedHead(reader, ports.files) };
      });
      const ready = await prepareSeal(ports, {
        kind: 'minutes',
        subject: subject(id),
        requestId: null,
        title: minutesTitle(session),
        content: contentOf(session),
        sheet: (code) => ({ kind: 'sessionMinutes', ...minutesSheet(session, head, staff.name, code) }),
      });
      return db.write((tx) => {
        requireSession(tx, id, 'close', version);
        const nowMs = clock.nowMs();
        settleClock(tx, actor, nowMs, input.confirmClock, clock);
        const document = insertSealed(tx, ready, actor, nowMs);
        closeSessionRow(tx, id, document, actor.id, nowMs);
        touchSession(tx, id);
        tx.audit(auditEntry(actor, nowMs, 'committee.sessionClosed', subject(id), { documentId: document }));
        return getSession(tx, id);
      });
    },

    /** @throws AppError as `recordDecision`, dayNotCome, sessionNumberTaken, fileVanished, clockWentBack, clockJumped */
    enterPaper(input: PaperSession, staff: Staff): CommitteeSession {
      return db.write((tx) => {
        const actor = actorOf(staff);
        const nowMs = clock.nowMs();
        const today = riyadhDay(nowMs);
        requireDayCame(input.day, today);
        settleClock(tx, actor, nowMs, input.confirmClock, clock);
        requireMayHang(tx, input.scan, actor);
        const { hijriYear, number } = numberFor(tx, input);
        requireEachOnce(input.attendance);
        const quorum = quorumOn(tx, input.day);
        const members = membersOn(listMembers(tx), input.day);
        const known = input.attendance.filter(({ memberId }) => members.some(({ id }) => id === memberId));
        const here = presentOf(known);
        const present = members.filter(({ id }) => here.some(({ memberId }) => memberId === id));
        const requestIds = input.decisions.map(({ requestId }) => requestId);
        requireOnce(requestIds);
        const id = insertSession(
          tx,
          { ...input, hijriYear, number, quorum, paper: input.scan },
          actor.id,
          nowMs,
        );
        writeAttendance(tx, id, known, { state: 'closed', quorum });
        writeAgenda(tx, id, { before: [], after: requestIds }, actor.id, nowMs);
        const sitting = { id, hijriYear, number, day: input.day, quorum, present };
        for (const decided of input.decisions) recordDecision(tx, staff, sitting, decided, nowMs);
        const about = {
          hijriYear,
          number,
          day: input.day,
          cases: requestIds.length,
          sha256: input.scan.sha256,
        };
        tx.audit(auditEntry(actor, nowMs, 'committee.paperEntered', subject(id), about));
        return getSession(tx, id);
      });
    },
  };
}

/** As the paper says, or the next one. @throws AppError sessionNumberTaken { number } */
function numberFor(
  tx: WriteTransaction,
  { day, number }: PaperSession,
): { hijriYear: number; number: number } {
  const hijriYear = hijriFromGregorian(day).year;
  if (number !== null && sessionNumberTaken(tx, hijriYear, number))
    throw new AppError('sessionNumberTaken', { number });
  return { hijriYear, number: number ?? nextSessionNumber(tx, hijriYear) };
}

/** One paper decides one case once. @throws AppError conflict */
function requireOnce(ids: readonly RequestId[]): void {
  if (new Set(ids).size !== ids.length) throw new AppError('conflict', { kind: 'decision' });
}

/** All that the minutes say, as plain data: what their hash is made of. */
const contentOf = (session: CommitteeSession): { readonly [key: string]: CanonicalValue } => ({
  number: session.number,
  hijriYear: session.hijriYear,
  day: session.day,
  time: session.time,
  place: session.place,
  quorum: session.quorum,
  note: session.note,
  members: session.attendance.map(({ member, present, note }) => ({
    memberId: member.id,
    name: member.name,
    role: member.role,
    present,
    note,
  })),
  cases: session.agenda.map(({ requestId, number, deferredReason, decision }) => ({
    requestId,
    number,
    deferredReason,
    decision:
      decision === null
        ? null
        : {
            id: decision.id,
            kind: decision.kind,
            clause: decision.clause,
            reason: decision.reason,
            wouldChange: decision.wouldChange,
            granted: decision.granted === null ? null : { ...decision.granted },
            earlyReason: decision.earlyReason,
            conflictNote: decision.conflictNote,
            votes: decision.votes.map(({ memberId, vote, note }) => ({ memberId, vote, note })),
          },
  })),
});
