import { AppError } from '#shared/app-error.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { PartyId, ReferralId, RequestId, StaffId, VisitId } from '#shared/ids.ts';
import type { Referral, ReferralView } from '#shared/referrals/referral.ts';
import { type ReferralAction, referralTakes } from '#shared/referrals/referral-life.ts';
import { SKIPPABLE_STEP } from '#shared/requests/request-machine.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { familyOf, requireStanding } from '#db/duplicates/family.ts';
import type { Database } from '#db/open-database.ts';
import {
  countReferrals,
  countReferralsOver,
  findReferral,
  listReferrals,
  listReferralsOfFamily,
  listReferralsOfRequest,
  listReferralsOfVisit,
} from '#db/referrals/referral-rows.ts';
import {
  insertReferral,
  saveAnswerText,
  setCancelled,
  setReturned,
  takeAnswerBack,
  updateQuestion,
  writeAnswer,
} from '#db/referrals/referral-writes.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { insertStep } from '#db/requests/request-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct, requireFacts, type RequestTrace } from '../requests/request-acts.ts';
import { answerVisitQuestion, askInVisit, setVisitQuestion } from './visit-question.ts';
import { type ReferralCase, requireTheirs } from './referral-case.ts';
import { reopenReferral } from './referral-step.ts';
import { listResearchers, requireResearcher } from './researchers.ts';

export interface ReferInput extends ReferralCase {
  readonly question: string;
  readonly assignedTo: StaffId | null;
}
export interface ReferralAnswer {
  readonly answer: string;
  readonly explanation: string;
}
export interface ReferralVersion {
  readonly id: ReferralId;
  readonly version: number;
}

export type ReferralService = ReturnType<typeof createReferralService>;

/** @throws AppError notFound */
export function getReferral(reader: Reader, id: ReferralId): Referral {
  const referral = findReferral(reader, id);
  if (referral === undefined) throw new AppError('notFound', { kind: 'referral', id });
  return referral;
}

/** S.3: whenever procedures are unclear, with or without a request; nobody loses their place by it. */
export function createReferralService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const subject = (id: ReferralId) => ({ kind: 'referral', id });

  /** @throws AppError notFound, conflict, referralForbids { state, action } */
  function require(tx: Reader, id: ReferralId, action: ReferralAction, version: number | null): Referral {
    const referral = getReferral(tx, id);
    if (version !== null && referral.version !== version)
      throw new AppError('conflict', { kind: 'referral', id });
    if (!referralTakes(referral.state, action))
      throw new AppError('referralForbids', { state: referral.state, action });
    return referral;
  }

  /** The request's timeline tells of it, where there is a request. */
  const follow = (
    tx: WriteTransaction,
    actor: Actor,
    referral: Pick<Referral, 'id' | 'request'>,
    nowMs: number,
    kind: RequestTrace['kind'],
    text: string,
  ): void => {
    if (referral.request === null) return;
    const trace = { kind, step: SKIPPABLE_STEP, text, clause: 'S.3', subject: subject(referral.id) } as const;
    followAct(tx, actor, referral.request.id, nowMs, trace);
  };

  /** One act on a referral, with its entry in the log. */
  function act(
    id: ReferralId,
    action: ReferralAction,
    version: number | null,
    actor: Actor,
    deed: (
      tx: WriteTransaction,
      before: Referral,
      nowMs: number,
    ) => { readonly audit: string; readonly details?: Readonly<Record<string, string | number | boolean>> },
  ): Referral {
    return db.write((tx) => {
      const before = require(tx, id, action, version);
      const nowMs = clock.nowMs();
      const { audit, details } = deed(tx, before, nowMs);
      tx.audit(auditEntry(actor, nowMs, `referral.${audit}`, subject(id), details));
      return getReferral(tx, id);
    });
  }

  return {
    list: (
      page: { readonly view: ReferralView; readonly offset: number; readonly limit: number },
      actor: Actor,
    ) =>
      db.snapshot((reader) => {
        const counts = countReferrals(reader, actor.id);
        const total = page.view === 'over' ? countReferralsOver(reader) : counts[page.view];
        return { rows: listReferrals(reader, { ...page, staff: actor.id }), total, counts };
      }),

    of: (
      whose:
        | { readonly requestId: RequestId }
        | { readonly visitId: VisitId }
        | { readonly partyId: PartyId },
    ): Referral[] =>
      db.snapshot((reader) =>
        'requestId' in whose
          ? listReferralsOfRequest(reader, whose.requestId)
          : 'visitId' in whose
            ? listReferralsOfVisit(reader, whose.visitId)
            : listReferralsOfFamily(reader, familyOf(reader, whose.partyId)),
      ),

    /** @throws AppError notFound */
    get: (id: ReferralId): Referral => db.snapshot((reader) => getReferral(reader, id)),

    officers: () => db.snapshot(listResearchers),

    /** @throws AppError notFound, partyMerged, requestForbids */
    refer(input: ReferInput, actor: Actor): Referral {
      return db.write((tx) => {
        requireStanding(tx, input.partyId);
        requireTheirs(tx, input);
        if (input.assignedTo !== null) requireResearcher(tx, input.assignedTo);
        const nowMs = clock.nowMs();
        const inquiryId = askInVisit(tx, input, actor.id, nowMs);
        const id = insertReferral(tx, { ...input, inquiryId }, actor.id, nowMs);
        const referral = getReferral(tx, id);
        follow(tx, actor, referral, nowMs, 'referred', input.question);
        const { partyId, requestId, visitId, assignedTo } = input;
        tx.audit(
          auditEntry(actor, nowMs, 'referral.asked', subject(id), {
            partyId,
            requestId: requestId ?? 0,
            visitId: visitId ?? 0,
            assignedTo: assignedTo ?? 0,
          }),
        );
        return getReferral(tx, id);
      });
    },

    /** @throws AppError notFound, conflict, referralForbids */
    edit: (
      input: ReferralVersion & { readonly question: string; readonly assignedTo: StaffId | null },
      actor: Actor,
    ): Referral =>
      act(input.id, 'edit', input.version, actor, (tx, before) => {
        const { question, assignedTo } = input;
        if (assignedTo !== null) requireResearcher(tx, assignedTo);
        updateQuestion(tx, input.id, { question, assignedTo });
        setVisitQuestion(tx, before, question);
        return {
          audit: 'edited',
          details: { question: question !== before.question, assignedTo: assignedTo ?? 0 },
        };
      }),

    /** @throws AppError notFound, referralForbids */
    saveText: (
      { id, ...text }: ReferralAnswer & { readonly id: ReferralId },
      actor: Actor,
    ): { savedAtMs: number } =>
      db.write((tx) => {
        const { state } = getReferral(tx, id);
        if (state !== 'open') throw new AppError('referralForbids', { state, action: 'answer' });
        const savedAtMs = clock.nowMs();
        saveAnswerText(tx, id, text);
        auditRepeated(tx, auditEntry(actor, savedAtMs, 'referral.noted', subject(id)));
        return { savedAtMs };
      }),

    /** @throws AppError notFound, conflict, referralForbids */
    answer: ({ id, version, ...text }: ReferralVersion & ReferralAnswer, actor: Actor): Referral =>
      act(id, 'answer', version, actor, (tx, before, nowMs) => {
        writeAnswer(tx, id, { ...text, by: actor.id, enteredBy: null, paper: null }, nowMs);
        follow(tx, actor, before, nowMs, 'referralAnswered', actor.name);
        return { audit: 'answered' };
      }),

    /** @throws AppError notFound, conflict, referralForbids, fileVanished { name } */
    enterAnswer: (
      {
        id,
        version,
        answeredBy,
        paper,
        ...text
      }: ReferralVersion & ReferralAnswer & { readonly answeredBy: StaffId; readonly paper: FileRef },
      actor: Actor,
    ): Referral =>
      act(id, 'answer', version, actor, (tx, before, nowMs) => {
        const { name } = requireResearcher(tx, answeredBy);
        requireMayHang(tx, paper, actor);
        writeAnswer(tx, id, { ...text, by: answeredBy, enteredBy: actor.id, paper }, nowMs);
        follow(tx, actor, before, nowMs, 'referralAnswered', name);
        return { audit: 'answerEntered', details: { answeredBy, sha256: paper.sha256 } };
      }),

    /** @throws AppError notFound, conflict, referralForbids */
    return: ({ id, version }: ReferralVersion, actor: Actor): Referral =>
      act(id, 'return', version, actor, (tx, before, nowMs) => {
        setReturned(tx, id, { atMs: nowMs, by: actor.id });
        answerVisitQuestion(tx, before, nowMs);
        if (before.request === null) return { audit: 'returned' };
        follow(tx, actor, before, nowMs, 'referralReturned', before.answeredBy?.name ?? '');
        // It waited for this: S.3 is behind it with the return, and the applicant goes on where they were.
        const { phase } = findRequest(tx, before.request.id) ?? {};
        const completes = phase === 'referral';
        if (completes) {
          requireAct(tx, before.request.id, 'completeReferral');
          insertStep(
            tx,
            before.request.id,
            { step: SKIPPABLE_STEP, kind: 'done', note: '' },
            actor.id,
            nowMs,
          );
          follow(tx, actor, before, nowMs, 'stepDone', '');
        }
        return { audit: 'returned', details: { requestId: before.request.id, completes } };
      }),

    /** @throws AppError notFound, conflict, referralForbids */
    cancel: (
      { id, version, reason }: ReferralVersion & { readonly reason: string },
      actor: Actor,
    ): Referral =>
      act(id, 'cancel', version, actor, (tx, before, nowMs) => {
        setCancelled(tx, id, { atMs: nowMs, by: actor.id, reason });
        setVisitQuestion(tx, before, before.question, 'open');
        follow(tx, actor, before, nowMs, 'referralCancelled', reason);
        return { audit: 'cancelled', details: { reason } };
      }),

    /** @throws AppError notFound, referralForbids, requestForbids */
    undo: (
      { id, act: undone }: { readonly id: ReferralId; readonly act: 'answer' | 'return' | 'cancel' },
      actor: Actor,
    ): Referral => {
      const action = ({ answer: 'undoAnswer', return: 'undoReturn', cancel: 'undoCancel' } as const)[undone];
      return act(id, action, null, actor, (tx, before, nowMs) => {
        const request = before.request?.id ?? null;
        // A question that stands again is a question that the request waits for.
        if (undone !== 'answer' && request !== null && requireFacts(tx, request).state === 'open')
          requireAct(tx, request, 'refer');
        if (undone === 'answer') takeAnswerBack(tx, id, before);
        else {
          if (undone === 'cancel') setCancelled(tx, id, null);
          else {
            if (request !== null) reopenReferral(tx, request);
            setReturned(tx, id, null);
          }
          setVisitQuestion(tx, before, before.question, 'referred');
        }
        follow(tx, actor, before, nowMs, 'referralUndone', '');
        return { audit: `${undone}Undone` };
      });
    },
  };
}
