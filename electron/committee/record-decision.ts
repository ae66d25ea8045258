import { AppError } from '#shared/app-error.ts';
import type { Decided } from '#shared/committee/committee-contract.ts';
import type { CaseLine, CommitteeMember } from '#shared/committee/committee.ts';
import {
  conflictsOf,
  countVotes,
  presidingOf,
  researchedBy,
  unanimous,
} from '#shared/committee/session-rules.ts';
import type { CommitteeSessionId, DecisionId, RequestId, StaffId } from '#shared/ids.ts';
import { replyStanding } from '#shared/requests/reply-clock.ts';
import type { RequestAction } from '#shared/requests/request-actions.ts';
import type { DecisionKind } from '#shared/requests/request-machine.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findCaseLine } from '#db/committee/case-lines.ts';
import { readResearch } from '#db/committee/case-record.ts';
import {
  type DecisionWrite,
  insertDecision,
  listDecisionsOfSession,
  setDecisionLetter,
} from '#db/committee/decision-rows.ts';
import { setRequestState } from '#db/requests/request-field-writes.ts';
import { startStop } from '#db/requests/request-stops.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { freezeNeed } from '../need/need-service.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { draftDecisionLetter } from './decision-letter.ts';

/** A session as it decides: its day is the day of what it decides. */
export interface Sitting {
  readonly id: CommitteeSessionId;
  readonly hijriYear: number;
  readonly number: number;
  readonly day: string;
  readonly quorum: number;
  readonly present: readonly CommitteeMember[];
}

const ACTION: Readonly<Record<DecisionKind, RequestAction>> = {
  accepted: 'accept',
  refused: 'refuse',
  moreInformation: 'askForMore',
};
const EVENT = {
  accepted: 'committeeAccepted',
  refused: 'committeeRefused',
  moreInformation: 'committeeAsked',
} as const satisfies Readonly<Record<DecisionKind, string>>;

/** @throws AppError quorumMissing { present, quorum } */
export function requireQuorum({ present, quorum }: Pick<Sitting, 'present' | 'quorum'>): void {
  if (present.length < quorum) throw new AppError('quorumMissing', { present: present.length, quorum });
}

/**
 * One decision of a session, with all that follows from it: the votes, the state of the request, a stop of its clock while
 * something is wanted, the need that it was taken on, the timeline, and the draft of its letter.
 * @throws AppError notFound, requestForbids, conflict (decided in this session already), quorumMissing, voterAbsent, votesNotCarried, decidedBeforeRaised,
 *   conflictNotAcknowledged { names }, replyEarly { notBefore }, replyBlocked { notBefore }
 */
export function recordDecision(
  tx: WriteTransaction,
  staff: Staff,
  sitting: Sitting,
  decided: Decided,
  nowMs: number,
): DecisionId {
  const actor = actorOf(staff);
  const { requestId, kind } = decided;
  requireAct(tx, requestId, ACTION[kind]);
  const line = findCaseLine(tx, requestId);
  if (line === undefined) throw new AppError('notFound', { kind: 'request', id: requestId });
  if (line.raisedOn !== null && sitting.day < line.raisedOn)
    throw new AppError('decidedBeforeRaised', { number: line.number ?? '', day: line.raisedOn });
  requireUndecided(tx, sitting, requestId);
  requireQuorum(sitting);
  const votes = requireVotes(sitting, decided.votes);
  const conflictNote = requireAcknowledged(tx, sitting, { ...decided, votes });
  const early = requireDue(line, sitting.day, decided, staff);
  const refused = kind === 'refused';
  const write: DecisionWrite = {
    requestId,
    sessionId: sitting.id,
    appealId: null,
    kind,
    clause: refused ? decided.clause : '',
    reason: decided.reason,
    wouldChange: refused ? decided.wouldChange : '',
    granted: kind === 'accepted' ? decided.granted : null,
    decidedOn: sitting.day,
    ...early,
    conflictNote,
    votes,
  };
  const id = insertDecision(tx, write, actor.id, nowMs);
  freezeNeed(tx, requestId, sitting.day, actor, nowMs);
  if (refused) setRequestState(tx, requestId, 'refused', nowMs);
  if (kind === 'moreInformation') {
    const stop = { kind, fromDay: sitting.day, reason: decided.reason } as const;
    startStop(tx, requestId, stop, actor.id, nowMs);
  }
  setDecisionLetter(tx, id, draftDecisionLetter(tx, write, actor, nowMs));
  followAct(tx, actor, requestId, nowMs, {
    kind: EVENT[kind],
    step: 5,
    text: `${sitting.number}/${sitting.hijriYear}`,
    clause: 'S.5',
    subject: { kind: 'decision', id },
  });
  tx.audit(
    auditEntry(actor, nowMs, 'committee.decided', subjectOf(requestId), {
      decisionId: id,
      sessionId: sitting.id,
      kind,
      early: early.earlyReason !== '',
      override: early.overrideBy !== null,
      conflict: conflictNote !== '',
    }),
  );
  return id;
}

const subjectOf = (id: RequestId) => ({ kind: 'request', id });

/**
 * A session answers a case once: what it asked for came after it, and is looked at in another one, on a day of its own.
 * @throws AppError conflict
 */
function requireUndecided(tx: WriteTransaction, { id }: Sitting, requestId: RequestId): void {
  const stands = listDecisionsOfSession(tx, id).some(
    (one) => one.requestId === requestId && one.voided === null,
  );
  if (stands) throw new AppError('conflict', { kind: 'decision', id: requestId });
}

/** @throws AppError voterAbsent, votesNotCarried { for, against } */
function requireVotes({ present }: Sitting, cast: Decided['votes']): Decided['votes'] {
  const votes = cast.length === 0 ? unanimous(present.map(({ id }) => ({ memberId: id }))) : cast;
  const voters = new Set(votes.map(({ memberId }) => memberId));
  if (
    voters.size !== votes.length ||
    votes.some(({ memberId }) => !present.some(({ id }) => id === memberId))
  )
    throw new AppError('voterAbsent');
  const count = countVotes(votes, presidingOf(present));
  if (!count.carried) throw new AppError('votesNotCarried', { for: count.for, against: count.against });
  return votes;
}

/** The note that acknowledges a conflict of interest; empty without one. @throws AppError conflictNotAcknowledged { names } */
function requireAcknowledged(tx: WriteTransaction, { present }: Sitting, decided: Decided): string {
  const { researchers } = readResearch(tx, decided.requestId);
  const conflicts = conflictsOf(
    present,
    decided.votes,
    researchedBy(present, researchers).map(({ id }) => id),
  );
  if (conflicts.length === 0) return '';
  if (decided.conflictNote === '')
    throw new AppError('conflictNotAcknowledged', { names: conflicts.map(({ name }) => name).join('، ') });
  return decided.conflictNote;
}

/**
 * S.5 «والرد عليه بشأن قبوله أو رفضه خلال مدة لا تقل عن أسبوعين»: before its day a reply says why, and in the floor mode a
 * manager does. To ask for something more is no reply. @throws AppError replyEarly, replyBlocked { notBefore }
 */
function requireDue(
  line: CaseLine,
  day: string,
  { kind, earlyReason }: Decided,
  staff: Staff,
): { earlyReason: string; overrideBy: StaffId | null } {
  const { replyMode, level, notBefore, targetOn } = line;
  const open = { earlyReason: '', overrideBy: null };
  if (kind === 'moreInformation' || replyMode === null || notBefore === null) return open;
  const standing = replyStanding(replyMode, level, { notBefore, targetOn: targetOn ?? notBefore }, day);
  if (standing.kind === 'blocked') {
    if (!staff.roles.includes('manager') || earlyReason === '')
      throw new AppError('replyBlocked', { notBefore });
    return { earlyReason, overrideBy: staff.id };
  }
  if (standing.kind !== 'early') return open;
  if (earlyReason === '') throw new AppError('replyEarly', { notBefore });
  return { earlyReason, overrideBy: null };
}
