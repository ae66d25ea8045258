import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { RequestId, ResearchId, StaffId } from '#shared/ids.ts';
import type { Recommendation, Research, ResearchView } from '#shared/research/research.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import { findLastDecision } from '#db/requests/request-facts.ts';
import {
  countResearch,
  countResearchOver,
  listPlannedVisits,
  listResearch,
  listResearchOfRequest,
} from '#db/research/research-rows.ts';
import {
  insertResearch,
  type ResearchPlan,
  saveStudy,
  setFinished,
  setResearchCancelled,
  updateResearch,
} from '#db/research/research-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { requireMayHang } from '../files/file-access.ts';
import type { Clock } from '../ports/clock.ts';
import { requireResearcher } from '../referrals/researchers.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import { createFieldVisits } from './field-visits.ts';
import {
  createResearchAct,
  getResearch,
  type ResearchAct,
  researchForbids,
  researchSubject,
} from './research-acts.ts';

export interface ResearchStudy {
  readonly findings: string;
  readonly recommendation: Recommendation;
  readonly recommendationReason: string;
}
export interface ResearchVersion {
  readonly id: ResearchId;
  readonly version: number;
}
export type ResearchService = ReturnType<typeof createResearchService>;

/** Field visits shown beside the list: the next ones; of the others the number is told. */
const MOST_VISITS = 50;

/** بحث اجتماعي: the study that the committee reads, with its field visits. Not the referral of S.3. */
export function createResearchService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const act = createResearchAct({ db, clock });
  const subject = researchSubject;
  const openOne = ({ id, version }: ResearchVersion): ResearchAct => ({
    find: (reader) => getResearch(reader, id),
    while: 'open',
    version,
  });

  /** One study at a time is under way: two would recommend two things. */
  function requireAlone(tx: Reader, request: RequestId): void {
    if (listResearchOfRequest(tx, request).some(({ state }) => state === 'open'))
      throw researchForbids('otherOpen');
  }

  function finish(
    tx: WriteTransaction,
    before: Research,
    study: ResearchStudy,
    by: StaffId,
    entered: { readonly by: StaffId; readonly paper: FileRef } | null,
    nowMs: number,
  ): void {
    // What was planned was made or was not: the study says which.
    if (before.visits.some((visit) => visit.state === 'planned')) throw researchForbids('visitsPlanned');
    saveStudy(tx, before.id, study);
    setFinished(tx, before.id, entered === null ? (before.researcher?.id ?? by) : by, {
      atMs: nowMs,
      by,
      enteredBy: entered?.by ?? null,
      paper: entered?.paper ?? null,
    });
  }

  return {
    ...createFieldVisits({ db, clock }),

    list: (
      page: { readonly view: ResearchView; readonly offset: number; readonly limit: number },
      actor: Actor,
    ) =>
      db.snapshot((reader) => {
        const counts = countResearch(reader, actor.id, riyadhDay(clock.nowMs()));
        const { view } = page;
        return {
          rows: listResearch(reader, { ...page, staff: actor.id }),
          total: view === 'over' ? countResearchOver(reader) : counts[view],
          counts,
          visits: listPlannedVisits(reader, MOST_VISITS),
        };
      }),

    ofRequest: (id: RequestId): Research[] => db.snapshot((reader) => listResearchOfRequest(reader, id)),

    /** @throws AppError notFound */
    get(id: ResearchId, actor: Actor): Research {
      return db.write((tx) => {
        const research = getResearch(tx, id);
        auditRepeated(tx, auditEntry(actor, clock.nowMs(), 'research.viewed', subject(id)));
        return research;
      });
    },

    /** @throws AppError notFound, requestForbids, researchForbids */
    open({ requestId, ...plan }: ResearchPlan & { readonly requestId: RequestId }, actor: Actor): Research {
      return db.write((tx) => {
        requireAct(tx, requestId, 'research');
        requireAlone(tx, requestId);
        if (plan.researcherId !== null) requireResearcher(tx, plan.researcherId);
        const nowMs = clock.nowMs();
        const id = insertResearch(tx, requestId, plan, actor.id, nowMs);
        followAct(tx, actor, requestId, nowMs, {
          kind: 'researchOpened',
          text: plan.purpose,
          clause: 'S.5',
          subject: subject(id),
        });
        const details = { requestId, researcherId: plan.researcherId ?? 0, dueOn: plan.dueOn ?? '' };
        tx.audit(auditEntry(actor, nowMs, 'research.opened', subject(id), details));
        return getResearch(tx, id);
      });
    },

    /** @throws AppError notFound, conflict, researchForbids */
    edit: ({ id, version, ...plan }: ResearchVersion & ResearchPlan, actor: Actor): Research =>
      act(openOne({ id, version }), actor, (tx) => {
        if (plan.researcherId !== null) requireResearcher(tx, plan.researcherId);
        updateResearch(tx, id, plan);
        return {
          audit: 'edited',
          details: { researcherId: plan.researcherId ?? 0, dueOn: plan.dueOn ?? '' },
        };
      }),

    /** @throws AppError notFound, researchForbids */
    saveText: (
      {
        id,
        ...study
      }: Omit<ResearchStudy, 'recommendation'> & {
        readonly id: ResearchId;
        readonly recommendation: Recommendation | null;
      },
      actor: Actor,
    ): { savedAtMs: number } =>
      db.write((tx) => {
        const { state, request } = getResearch(tx, id);
        if (state !== 'open') throw researchForbids('notOpen');
        requireAct(tx, request.id, 'research');
        const savedAtMs = clock.nowMs();
        saveStudy(tx, id, study);
        auditRepeated(tx, auditEntry(actor, savedAtMs, 'research.noted', subject(id)));
        return { savedAtMs };
      }),

    /** @throws AppError notFound, conflict, researchForbids */
    finish: ({ id, version, ...study }: ResearchVersion & ResearchStudy, actor: Actor): Research =>
      act(openOne({ id, version }), actor, (tx, before, nowMs) => {
        finish(tx, before, study, actor.id, null, nowMs);
        return {
          audit: 'finished',
          details: { recommendation: study.recommendation },
          trace: ['researchFinished', before.researcher?.name ?? actor.name],
        };
      }),

    /** @throws AppError notFound, conflict, researchForbids, fileVanished { name } */
    enterFinished: (
      {
        id,
        version,
        researcherId,
        paper,
        ...study
      }: ResearchVersion & ResearchStudy & { readonly researcherId: StaffId; readonly paper: FileRef },
      actor: Actor,
    ): Research =>
      act(openOne({ id, version }), actor, (tx, before, nowMs) => {
        const { name } = requireResearcher(tx, researcherId);
        requireMayHang(tx, paper, actor);
        finish(tx, before, study, researcherId, { by: actor.id, paper }, nowMs);
        return {
          audit: 'entered',
          details: { researcherId, recommendation: study.recommendation, sha256: paper.sha256 },
          trace: ['researchFinished', name],
        };
      }),

    /** @throws AppError notFound, conflict, researchForbids */
    cancel: (
      { id, version, reason }: ResearchVersion & { readonly reason: string },
      actor: Actor,
    ): Research =>
      act({ ...openOne({ id, version }), afterwards: true }, actor, (tx, _, nowMs) => {
        setResearchCancelled(tx, id, { atMs: nowMs, by: actor.id, reason });
        return { audit: 'cancelled', details: { reason }, trace: ['researchCancelled', reason] };
      }),

    /** @throws AppError notFound, requestForbids, researchForbids */
    reopen: (id: ResearchId, actor: Actor): Research =>
      act(
        { find: (reader) => getResearch(reader, id), while: 'over', version: null },
        actor,
        (tx, before) => {
          const { id: requestId } = before.request;
          requireAlone(tx, requestId);
          // The committee decided on it as it was.
          const decision = findLastDecision(tx, requestId);
          if (before.state === 'finished' && decision !== undefined && decision.kind !== 'moreInformation')
            throw researchForbids('decided');
          if (before.state === 'cancelled') setResearchCancelled(tx, id, null);
          else setFinished(tx, id, before.researcher?.id ?? null, null);
          return { audit: 'reopened', details: { was: before.state }, trace: ['researchReopened', ''] };
        },
      ),
  };
}
