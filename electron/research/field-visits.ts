import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { FieldVisitId, ResearchId } from '#shared/ids.ts';
import type { FieldVisit, Research } from '#shared/research/research.ts';
import type { VisitRecord } from '#shared/research/research-contract.ts';
import type { Database } from '#db/open-database.ts';
import { insertFieldVisit, recordFieldVisit, updateFieldVisit } from '#db/research/research-writes.ts';
import type { Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import {
  createResearchAct,
  getResearch,
  getResearchOfVisit,
  type ResearchAct,
  researchForbids,
} from './research-acts.ts';

type VisitPlan = Pick<FieldVisit, 'plannedOn' | 'plannedTime' | 'place' | 'directions'>;

/** زيارات ميدانية of a research that is under way. A service at the beneficiary's place (O.4) is a delivery. */
export function createFieldVisits(base: { readonly db: Database; readonly clock: Clock }) {
  const act = createResearchAct(base);

  const planned = (id: FieldVisitId): ResearchAct => ({
    find: (reader) => getResearchOfVisit(reader, id),
    while: 'open',
    version: null,
  });
  const visitIn = ({ visits }: Research, id: FieldVisitId): FieldVisit => {
    const visit = visits.find((one) => one.id === id);
    if (visit === undefined) throw new AppError('notFound', { kind: 'fieldVisit', id });
    return visit;
  };

  return {
    /** @throws AppError notFound, researchForbids */
    planVisit: ({ id, ...plan }: VisitPlan & { readonly id: ResearchId }, actor: Actor): Research =>
      act(
        { find: (reader) => getResearch(reader, id), while: 'open', version: null },
        actor,
        (tx, _, nowMs) => {
          const visitId = insertFieldVisit(tx, id, plan, actor.id, nowMs);
          return {
            audit: 'visitPlanned',
            details: { visitId, plannedOn: plan.plannedOn },
            trace: ['fieldVisitPlanned', plan.plannedOn],
          };
        },
      ),

    /** @throws AppError notFound, researchForbids */
    editVisit: ({ id, ...plan }: VisitPlan & { readonly id: FieldVisitId }, actor: Actor): Research =>
      act(planned(id), actor, (tx, before) => {
        if (visitIn(before, id).state !== 'planned') throw researchForbids('visitSettled');
        updateFieldVisit(tx, id, plan);
        return { audit: 'visitEdited', details: { visitId: id, plannedOn: plan.plannedOn } };
      }),

    /** @throws AppError notFound, researchForbids, dayNotCome { day } */
    recordVisit: (
      { id, record }: { readonly id: FieldVisitId; readonly record: VisitRecord },
      actor: Actor,
    ): Research =>
      act(planned(id), actor, (tx, before, nowMs) => {
        if (visitIn(before, id).state !== 'planned') throw researchForbids('visitSettled');
        const today = riyadhDay(nowMs);
        const visitedOn = record.state === 'done' ? record.visitedOn : null;
        if (visitedOn !== null && visitedOn > today) throw new AppError('dayNotCome', { day: today });
        recordFieldVisit(tx, id, { ...record, visitedOn, atMs: nowMs, by: actor.id });
        const kind = (
          { done: 'fieldVisitDone', failed: 'fieldVisitFailed', cancelled: 'fieldVisitCancelled' } as const
        )[record.state];
        return {
          audit: 'visitRecorded',
          details: { visitId: id, state: record.state, visitedOn: visitedOn ?? '' },
          trace: [kind, visitedOn ?? record.findings],
        };
      }),

    /** @throws AppError notFound, researchForbids */
    reopenVisit: (id: FieldVisitId, actor: Actor): Research =>
      act(planned(id), actor, (tx, before) => {
        if (visitIn(before, id).state === 'planned') throw researchForbids('visitPlanned');
        recordFieldVisit(tx, id, null);
        return { audit: 'visitReopened', details: { visitId: id } };
      }),
  };
}
