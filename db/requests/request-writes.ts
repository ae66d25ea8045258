import type { RequestId } from '#shared/ids.ts';
import type { ClauseId } from '#shared/policy/clauses.ts';
import type { RequestPhase } from '#shared/requests/request-machine.ts';
import type { RequestEvent, StepNumber } from '#shared/requests/request.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const insert = statement<{
  party: number;
  visit: number | null;
  service: string;
  serviceId: number | null;
  need: string;
  level: string;
  levelReason: string;
  representation: number | null;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('support_request').values({
    party_id: param('party'),
    visit_id: param('visit'),
    service: param('service'),
    service_id: param('serviceId'),
    need: param('need'),
    level: param('level'),
    level_reason: param('levelReason'),
    representation_id: param('representation'),
    // Whoever received the applicant keeps the request, until it is handed on.
    assigned_to: param('by'),
    current_step: 1,
    opened_at_ms: param('at'),
    updated_at_ms: param('at'),
    opened_by: param('by'),
  }),
);
const edit = statement<{ id: number; service: string; serviceId: number | null; need: string }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ service: param('service'), service_id: param('serviceId'), need: param('need') })
    .where('id', '=', param('id')),
);
const number = statement<{ id: number; year: number; number: number }>()((param) =>
  queries
    .updateTable('support_request')
    .set({ number_year: param('year'), number: param('number') })
    .where('id', '=', param('id'))
    .where('number', 'is', null),
);
const addStep = statement<{
  id: number;
  step: number;
  kind: string;
  at: number;
  by: number;
  note: string;
}>()((param) =>
  queries.insertInto('request_step').values({
    request_id: param('id'),
    step: param('step'),
    kind: param('kind'),
    at_ms: param('at'),
    officer_id: param('by'),
    note: param('note'),
  }),
);
const dropStep = statement<{ id: number; step: number }>()((param) =>
  queries.deleteFrom('request_step').where('request_id', '=', param('id')).where('step', '=', param('step')),
);
const addEvent = statement<{
  id: number;
  at: number;
  by: number;
  kind: string;
  step: number | null;
  text: string;
  clause: string;
  subjectKind: string;
  subjectId: number | null;
}>()((param) =>
  queries.insertInto('request_event').values({
    request_id: param('id'),
    at_ms: param('at'),
    officer_id: param('by'),
    kind: param('kind'),
    step: param('step'),
    text: param('text'),
    clause: param('clause'),
    subject_kind: param('subjectKind'),
    subject_id: param('subjectId'),
  }),
);
const phase = statement<{ id: number; phase: string; step: number | null; at: number }>()((param) =>
  queries
    .updateTable('support_request')
    .set((eb) => ({
      phase: param('phase'),
      current_step: param('step'),
      updated_at_ms: param('at'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', param('id')),
);

export interface NewRequest {
  readonly partyId: number;
  readonly visitId: number | null;
  readonly service: string;
  /** Of the catalogue; null: in words alone. */
  readonly serviceId: number | null;
  readonly need: string;
  readonly level: string;
  readonly levelReason: string;
  readonly representationId: number | null;
}

export const insertRequest = (
  tx: WriteTransaction,
  request: NewRequest,
  by: number,
  atMs: number,
): RequestId =>
  tx.run(insert, {
    party: request.partyId,
    visit: request.visitId,
    service: request.service,
    serviceId: request.serviceId,
    need: request.need,
    level: request.level,
    levelReason: request.levelReason,
    representation: request.representationId,
    at: atMs,
    by,
  }).id as RequestId;

/** What is asked for. */
export const updateRequest = (
  tx: WriteTransaction,
  id: RequestId,
  fields: Pick<NewRequest, 'service' | 'serviceId' | 'need'>,
): void => {
  tx.run(edit, { id, ...fields });
};

/** S.5: given once, at raising. */
export function giveRequestNumber(tx: WriteTransaction, id: RequestId, year: number, value: number): void {
  if (tx.run(number, { id, year, number: value }).changes !== 1)
    throw new Error('the request has a number already');
}

export interface StepWrite {
  readonly step: StepNumber;
  readonly kind: 'done' | 'skipped';
  readonly note: string;
}

export const insertStep = (
  tx: WriteTransaction,
  id: RequestId,
  fact: StepWrite,
  by: number,
  atMs: number,
): void => {
  tx.run(addStep, { id, step: fact.step, kind: fact.kind, note: fact.note, at: atMs, by });
};

/** The facts of a reopened step go; that it was reopened stays in the request's events and in the log. */
export const deleteStep = (tx: WriteTransaction, id: RequestId, step: StepNumber): void => {
  tx.run(dropStep, { id, step });
};

/** Keeps what the lists filter by in step with the facts; every change of a request raises its version. */
export const setRequestPhase = (
  tx: WriteTransaction,
  id: RequestId,
  now: { readonly phase: RequestPhase; readonly step: StepNumber | null },
  atMs: number,
): void => {
  tx.run(phase, { id, phase: now.phase, step: now.step, at: atMs });
};

/** A line of the timeline: what, at which step, under which clause, and on what record. */
export interface EventWrite extends Pick<RequestEvent, 'kind' | 'step' | 'text'> {
  readonly clause?: ClauseId | '';
  readonly subject?: { readonly kind: string; readonly id: number } | null;
}

export const insertRequestEvent = (
  tx: WriteTransaction,
  id: RequestId,
  { kind, step, text, clause = '', subject = null }: EventWrite,
  by: number,
  atMs: number,
): void => {
  const about = { subjectKind: subject?.kind ?? '', subjectId: subject?.id ?? null };
  tx.run(addEvent, { id, kind, step, text, clause, ...about, by, at: atMs });
};
