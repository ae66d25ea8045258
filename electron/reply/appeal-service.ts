import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { grantedSchema } from '#shared/committee/committee.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { AppealId, DecisionId, RequestId } from '#shared/ids.ts';
import type { Appeal, AppealAnswer, AppealInput, AppealOutcome } from '#shared/reply/appeal.ts';
import { findCaseLine } from '#db/committee/case-lines.ts';
import {
  type DecisionWrite,
  insertDecision,
  listDecisionsOfRequest,
  setDecisionLetter,
} from '#db/committee/decision-rows.ts';
import type { Database } from '#db/open-database.ts';
import {
  answerAppealRow,
  findAppeal,
  insertAppeal,
  insertAppealAgain,
  listAppeals,
} from '#db/reply/appeal-rows.ts';
import { setRequestState } from '#db/requests/request-field-writes.ts';
import type { Staff } from '#shared/staff/staff.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { type Actor, actorOf } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import { draftDecisionLetter } from '../committee/decision-letter.ts';
import { getCommitteeSetting } from '../committee/session-state.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';

export type AppealService = ReturnType<typeof createAppealService>;

const EVENT = {
  upheld: 'appealUpheld',
  changed: 'appealChanged',
  withdrawn: 'appealWithdrawn',
} as const satisfies Readonly<Record<AppealOutcome, string>>;

/** تظلّم: a refusal goes to the level that the settings name, and comes back upheld, changed or withdrawn. */
export function createAppealService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const get = (reader: Reader, id: AppealId): Appeal => {
    const appeal = findAppeal(reader, id);
    if (appeal === undefined) throw new AppError('notFound', { kind: 'appeal', id });
    return appeal;
  };

  return {
    /** Errors: those of `appeals.receive`. */
    receive: (input: AppealInput, actor: Actor): Appeal =>
      db.write((tx) => {
        const { requestId, receivedOn, text, paper } = input;
        requireAct(tx, requestId, 'appeal');
        const refusal = listDecisionsOfRequest(tx, requestId).find(
          ({ kind, voided }) => voided === null && kind === 'refused',
        );
        if (refusal === undefined)
          throw new AppError('requestForbids', { action: 'appeal', reason: 'notRefused' });
        const nowMs = clock.nowMs();
        requireDay(receivedOn, refusal.decidedOn, riyadhDay(nowMs));
        requireKept(tx, paper, actor);
        const { appealLevel: level } = getCommitteeSetting(tx);
        const row = { requestId, decisionId: refusal.id, receivedOn, text, level, paper };
        const id = insertAppeal(tx, row, actor.id, nowMs);
        followAct(tx, actor, requestId, nowMs, {
          kind: 'appealed',
          step: 5,
          text: level,
          clause: 'S.5',
          subject: { kind: 'appeal', id },
        });
        const details = { appealId: id, decisionId: refusal.id, paper: paper !== null };
        tx.audit(
          auditEntry(actor, nowMs, 'request.appealReceived', { kind: 'request', id: requestId }, details),
        );
        return get(tx, id);
      }),

    /** Errors: those of `appeals.answer`. */
    answer: (input: AppealAnswer, staff: Staff): Appeal =>
      db.write((tx) => {
        const actor = actorOf(staff);
        const { id, outcome, answer, answeredOn, answeredByName, paper, granted } = input;
        const appeal = get(tx, id);
        const { requestId } = appeal;
        requireAct(tx, requestId, 'answerAppeal');
        if (outcome === 'changed') requireAuthority(staff, paper);
        const nowMs = clock.nowMs();
        requireDay(answeredOn, appeal.receivedOn, riyadhDay(nowMs));
        requireKept(tx, paper, actor);
        const given = { outcome, answer, answeredOn, answeredByName, paper };
        if (!answerAppealRow(tx, id, given, actor.id, nowMs))
          throw new AppError('requestForbids', { action: 'answerAppeal', reason: 'noAppeal' });
        const decisionId =
          outcome === 'changed'
            ? accept(tx, { requestId, appealId: id, answer, answeredOn, granted }, actor, nowMs)
            : null;
        followAct(tx, actor, requestId, nowMs, {
          kind: EVENT[outcome],
          step: 5,
          text: outcome === 'withdrawn' ? answer : appeal.level,
          clause: 'S.5',
          subject: decisionId === null ? { kind: 'appeal', id } : { kind: 'decision', id: decisionId },
        });
        const details = { appealId: id, outcome, ...(decisionId === null ? {} : { decisionId }) };
        tx.audit(
          auditEntry(actor, nowMs, 'request.appealAnswered', { kind: 'request', id: requestId }, details),
        );
        return get(tx, id);
      }),

    /** Errors: those of `appeals.voidAnswer`. */
    voidAnswer: (id: AppealId, reason: string, actor: Actor): Appeal =>
      db.write((tx) => {
        const { requestId, answer } = get(tx, id);
        requireAct(tx, requestId, 'voidAppealAnswer');
        if (answer === null || listAppeals(tx, requestId)[0]?.id !== id)
          throw new AppError('conflict', { kind: 'appeal', id });
        const nowMs = clock.nowMs();
        const waiting = insertAppealAgain(tx, id);
        followAct(tx, actor, requestId, nowMs, {
          kind: 'appealAnswerVoided',
          step: 5,
          text: reason,
          clause: 'S.5',
          subject: { kind: 'appeal', id },
        });
        const details = { appealId: id, outcome: answer.outcome, reason };
        tx.audit(
          auditEntry(actor, nowMs, 'request.appealAnswerVoided', { kind: 'request', id: requestId }, details),
        );
        return get(tx, waiting);
      }),
  };
}

/** The level's own decision beside the committee's, which stays as it was, with the draft of its letter; then comes S.6. */
function accept(
  tx: WriteTransaction,
  {
    requestId,
    appealId,
    answer,
    answeredOn,
    granted,
  }: Pick<AppealAnswer, 'answer' | 'answeredOn' | 'granted'> & {
    readonly requestId: RequestId;
    readonly appealId: AppealId;
  },
  actor: Actor,
  nowMs: number,
): DecisionId {
  const asked = findCaseLine(tx, requestId)?.service ?? '';
  const write: DecisionWrite = {
    requestId,
    sessionId: null,
    appealId,
    kind: 'accepted',
    clause: '',
    reason: answer,
    wouldChange: '',
    // Whoever answers an appeal seldom says what: then it is what was asked for.
    granted: { ...(granted ?? grantedSchema.parse({})), service: granted?.service || asked },
    decidedOn: answeredOn,
    earlyReason: '',
    overrideBy: null,
    conflictNote: '',
    votes: [],
  };
  const id = insertDecision(tx, write, actor.id, nowMs);
  setDecisionLetter(tx, id, draftDecisionLetter(tx, write, actor, nowMs));
  setRequestState(tx, requestId, 'open', nowMs);
  return id;
}

/** The decision of an appeal's level was voided: the refusal stands again, and the appeal waits for its answer anew. */
export function takeBackAppealAnswer(
  tx: WriteTransaction,
  { requestId, appealId }: { readonly requestId: RequestId; readonly appealId: AppealId },
  nowMs: number,
): void {
  insertAppealAgain(tx, appealId);
  setRequestState(tx, requestId, 'refused', nowMs);
}

/** Neither before what it follows, nor ahead of today. @throws AppError appealDay { after, today } */
function requireDay(day: string, after: string, today: string): void {
  if (day < after || day > today) throw new AppError('appealDay', { after, today });
}

/**
 * What the committee refused is granted by who decides, or by the signed paper of who did: nobody at the desk grants it on
 * their own word. @throws AppError appealPaperMissing
 */
function requireAuthority({ roles }: Staff, paper: FileRef | null): void {
  if (paper === null && !roles.includes('manager')) throw new AppError('appealPaperMissing');
}

function requireKept(tx: WriteTransaction, paper: FileRef | null, actor: Actor): void {
  if (paper !== null) requireMayHang(tx, paper, actor);
}
