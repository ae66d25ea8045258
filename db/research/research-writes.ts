import { sql } from 'kysely';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { FieldVisitId, RequestId, ResearchId, StaffId } from '#shared/ids.ts';
import type { FieldVisit, Recommendation } from '#shared/research/research.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

type Plan = { researcher: number | null; purpose: string; due: string | null };
const insert = statement<Plan & { request: number; at: number; by: number }>()((param) =>
  queries.insertInto('social_research').values({
    request_id: param('request'),
    researcher_id: param('researcher'),
    purpose: param('purpose'),
    due_on: param('due'),
    findings: '',
    recommendation_reason: '',
    opened_at_ms: param('at'),
    opened_by: param('by'),
    paper_name: '',
    cancel_reason: '',
    version: 1,
  }),
);
const touched = { version: sql<number>`version + 1` };
const edit = statement<Plan & { id: number }>()((param) =>
  queries
    .updateTable('social_research')
    .set({ researcher_id: param('researcher'), purpose: param('purpose'), due_on: param('due'), ...touched })
    .where('id', '=', param('id')),
);
type Study = { findings: string; recommendation: string | null; reason: string };
const typed = statement<Study & { id: number }>()((param) =>
  queries
    .updateTable('social_research')
    .set({
      findings: param('findings'),
      recommendation: param('recommendation'),
      recommendation_reason: param('reason'),
    })
    .where('id', '=', param('id')),
);
const finish = statement<{
  id: number;
  researcher: number | null;
  at: number | null;
  by: number | null;
  entered: number | null;
  sha: string | null;
  name: string;
}>()((param) =>
  queries
    .updateTable('social_research')
    .set({
      researcher_id: param('researcher'),
      finished_at_ms: param('at'),
      finished_by: param('by'),
      entered_by: param('entered'),
      paper_sha256: param('sha'),
      paper_name: param('name'),
      ...touched,
    })
    .where('id', '=', param('id')),
);
const cancel = statement<{ id: number; at: number | null; by: number | null; reason: string }>()((param) =>
  queries
    .updateTable('social_research')
    .set({
      cancelled_at_ms: param('at'),
      cancelled_by: param('by'),
      cancel_reason: param('reason'),
      ...touched,
    })
    .where('id', '=', param('id')),
);
const touch = statement<{ id: number }>()((param) =>
  queries.updateTable('social_research').set(touched).where('id', '=', param('id')),
);

type Where = { on: string; time: string; place: string; directions: string };
const insertVisit = statement<Where & { research: number; at: number; by: number }>()((param) =>
  queries.insertInto('field_visit').values({
    research_id: param('research'),
    planned_on: param('on'),
    planned_time: param('time'),
    place: param('place'),
    directions: param('directions'),
    state: 'planned',
    present: '',
    findings: '',
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const editVisit = statement<Where & { id: number }>()((param) =>
  queries
    .updateTable('field_visit')
    .set({
      planned_on: param('on'),
      planned_time: param('time'),
      place: param('place'),
      directions: param('directions'),
    })
    .where('id', '=', param('id')),
);
const record = statement<{
  id: number;
  state: string;
  on: string | null;
  present: string;
  findings: string;
  at: number | null;
  by: number | null;
}>()((param) =>
  queries
    .updateTable('field_visit')
    .set({
      state: param('state'),
      visited_on: param('on'),
      present: param('present'),
      findings: param('findings'),
      recorded_at_ms: param('at'),
      recorded_by: param('by'),
    })
    .where('id', '=', param('id')),
);

export interface ResearchPlan {
  readonly researcherId: StaffId | null;
  readonly purpose: string;
  readonly dueOn: string | null;
}
const planOf = ({ researcherId, purpose, dueOn }: ResearchPlan): Plan => ({
  researcher: researcherId,
  purpose,
  due: dueOn,
});

export const insertResearch = (
  tx: WriteTransaction,
  request: RequestId,
  plan: ResearchPlan,
  by: StaffId,
  atMs: number,
): ResearchId => tx.run(insert, { ...planOf(plan), request, at: atMs, by }).id as ResearchId;

export const updateResearch = (tx: WriteTransaction, id: ResearchId, plan: ResearchPlan): void => {
  tx.run(edit, { ...planOf(plan), id });
};

/** Typing: the version stays. */
export const saveStudy = (
  tx: WriteTransaction,
  id: ResearchId,
  study: {
    readonly findings: string;
    readonly recommendation: Recommendation | null;
    readonly recommendationReason: string;
  },
): void => {
  const { findings, recommendation, recommendationReason } = study;
  tx.run(typed, { id, findings, recommendation, reason: recommendationReason });
};

/** Whose it is, and, unless it is under way again, who finished it and how. */
export const setFinished = (
  tx: WriteTransaction,
  id: ResearchId,
  researcher: StaffId | null,
  to: {
    readonly atMs: number;
    readonly by: StaffId;
    readonly enteredBy: StaffId | null;
    readonly paper: FileRef | null;
  } | null,
): void => {
  tx.run(finish, {
    id,
    researcher,
    at: to?.atMs ?? null,
    by: to?.by ?? null,
    entered: to?.enteredBy ?? null,
    sha: to?.paper?.sha256 ?? null,
    name: to?.paper?.name ?? '',
  });
};

/** Null: it is under way again. */
export const setResearchCancelled = (
  tx: WriteTransaction,
  id: ResearchId,
  to: { readonly atMs: number; readonly by: StaffId; readonly reason: string } | null,
): void => {
  tx.run(cancel, { id, at: to?.atMs ?? null, by: to?.by ?? null, reason: to?.reason ?? '' });
};

type VisitPlan = Pick<FieldVisit, 'plannedOn' | 'plannedTime' | 'place' | 'directions'>;
const whereOf = ({ plannedOn, plannedTime, place, directions }: VisitPlan): Where => ({
  on: plannedOn,
  time: plannedTime,
  place,
  directions,
});

export function insertFieldVisit(
  tx: WriteTransaction,
  research: ResearchId,
  plan: VisitPlan,
  by: StaffId,
  atMs: number,
): FieldVisitId {
  tx.run(touch, { id: research });
  return tx.run(insertVisit, { ...whereOf(plan), research, at: atMs, by }).id as FieldVisitId;
}

export const updateFieldVisit = (tx: WriteTransaction, id: FieldVisitId, plan: VisitPlan): void => {
  tx.run(editVisit, { ...whereOf(plan), id });
};

/** Null: planned again. */
export const recordFieldVisit = (
  tx: WriteTransaction,
  id: FieldVisitId,
  to:
    | (Pick<FieldVisit, 'state' | 'visitedOn' | 'present' | 'findings'> & {
        readonly atMs: number;
        readonly by: StaffId;
      })
    | null,
): void => {
  tx.run(record, {
    id,
    state: to?.state ?? 'planned',
    on: to?.visitedOn ?? null,
    present: to?.present ?? '',
    findings: to?.findings ?? '',
    at: to?.atMs ?? null,
    by: to?.by ?? null,
  });
};
