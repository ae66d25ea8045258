import { sql } from 'kysely';
import type { AppealId, DecisionId, RequestId, StaffId } from '#shared/ids.ts';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { Appeal, AppealOutcome } from '#shared/reply/appeal.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const rows = () =>
  queries
    .selectFrom('appeal as a')
    .innerJoin('staff as clerk', 'clerk.id', 'a.staff_id')
    .leftJoin('staff as closer', 'closer.id', 'a.closed_by')
    // An answer that was a mistake is voided by the timeline's own record of it; one that changed the refusal, as a decision.
    .leftJoin('request_event as e', (join) =>
      join
        .onRef('e.request_id', '=', 'a.request_id')
        .on('e.kind', '=', 'appealAnswerVoided')
        .on('e.subject_kind', '=', 'appeal')
        .onRef('e.subject_id', '=', 'a.id'),
    )
    .leftJoin('decision as d', (join) =>
      join.onRef('d.appeal_id', '=', 'a.id').on('d.voided_at_ms', 'is not', null),
    )
    .leftJoin('staff as voider', (join) =>
      join.on((eb) => eb('voider.id', '=', eb.fn.coalesce('e.officer_id', 'd.voided_by'))),
    )
    .selectAll('a')
    .select((eb) => [
      'clerk.name as clerk_name',
      'closer.name as closer_name',
      'voider.name as voider_name',
      eb.fn.coalesce('e.text', 'd.void_reason').as('void_reason'),
      eb.fn.coalesce('e.at_ms', 'd.voided_at_ms').as('voided_at_ms'),
    ])
    .orderBy('a.id', 'desc');
const one = statement<{ id: number }>()((param) => rows().where('a.id', '=', param('id')));
const ofRequest = statement<{ id: number }>()((param) => rows().where('a.request_id', '=', param('id')));
const insert = statement<{
  request: number;
  decision: number;
  on: string;
  text: string;
  level: string;
  sha: string | null;
  name: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('appeal').values({
    request_id: param('request'),
    decision_id: param('decision'),
    received_on: param('on'),
    text: param('text'),
    level: param('level'),
    paper_sha256: param('sha'),
    paper_name: param('name'),
    at_ms: param('at'),
    staff_id: param('by'),
    outcome: null,
    answer: '',
    answered_on: null,
    answered_by_name: '',
    answer_sha256: null,
    answer_name: '',
    closed_at_ms: null,
    closed_by: null,
  }),
);
const answer = statement<{
  id: number;
  outcome: string;
  answer: string;
  on: string | null;
  byName: string;
  sha: string | null;
  name: string;
  at: number;
  by: number;
}>()((param) =>
  queries
    .updateTable('appeal')
    .set({
      outcome: param('outcome'),
      answer: param('answer'),
      answered_on: param('on'),
      answered_by_name: param('byName'),
      answer_sha256: param('sha'),
      answer_name: param('name'),
      closed_at_ms: param('at'),
      closed_by: param('by'),
    })
    .where('id', '=', param('id'))
    .where('outcome', 'is', null),
);
const again = statement<{ id: number }>()((param) =>
  queries
    .insertInto('appeal')
    .columns([
      'request_id',
      'decision_id',
      'received_on',
      'text',
      'level',
      'paper_sha256',
      'paper_name',
      'at_ms',
      'staff_id',
      'answer',
      'answered_by_name',
      'answer_name',
    ])
    .expression((eb) =>
      eb
        .selectFrom('appeal')
        .select([
          'request_id',
          'decision_id',
          'received_on',
          'text',
          'level',
          'paper_sha256',
          'paper_name',
          'at_ms',
          'staff_id',
          sql.lit('').as('answer'),
          sql.lit('').as('answered_by_name'),
          sql.lit('').as('answer_name'),
        ])
        .where('id', '=', param('id')),
    ),
);

const paperOf = (sha256: string | null, name: string): FileRef | null =>
  sha256 === null ? null : { sha256, name };

const appealOf = (row: NonNullable<ReturnType<typeof readOne>>): Appeal => ({
  id: row.id as AppealId,
  requestId: row.request_id as RequestId,
  decisionId: row.decision_id as DecisionId,
  receivedOn: row.received_on,
  text: row.text,
  level: row.level,
  paper: paperOf(row.paper_sha256, row.paper_name),
  atMs: row.at_ms,
  receivedByName: row.clerk_name,
  answer:
    row.outcome === null || row.closed_at_ms === null
      ? null
      : {
          outcome: row.outcome as AppealOutcome,
          text: row.answer,
          answeredOn: row.answered_on,
          byName: row.answered_by_name,
          paper: paperOf(row.answer_sha256, row.answer_name),
          atMs: row.closed_at_ms,
          enteredByName: row.closer_name ?? '',
        },
  voided:
    row.voided_at_ms === null
      ? null
      : { reason: row.void_reason ?? '', byName: row.voider_name ?? '', atMs: row.voided_at_ms },
});
const readOne = (reader: Reader, id: number) => reader.get(one, { id });

export const findAppeal = (reader: Reader, id: AppealId): Appeal | undefined => {
  const row = readOne(reader, id);
  return row && appealOf(row);
};

/** Newest first. */
export const listAppeals = (reader: Reader, requestId: RequestId): Appeal[] =>
  reader.all(ofRequest, { id: requestId }).map(appealOf);

export const insertAppeal = (
  tx: WriteTransaction,
  appeal: Pick<Appeal, 'requestId' | 'decisionId' | 'receivedOn' | 'text' | 'level' | 'paper'>,
  by: StaffId,
  atMs: number,
): AppealId =>
  tx.run(insert, {
    request: appeal.requestId,
    decision: appeal.decisionId,
    on: appeal.receivedOn,
    text: appeal.text,
    level: appeal.level,
    sha: appeal.paper?.sha256 ?? null,
    name: appeal.paper?.name ?? '',
    at: atMs,
    by,
  }).id as AppealId;

/** False when it was answered before. */
export const answerAppealRow = (
  tx: WriteTransaction,
  id: AppealId,
  given: {
    readonly outcome: AppealOutcome;
    readonly answer: string;
    readonly answeredOn: string | null;
    readonly answeredByName: string;
    readonly paper: FileRef | null;
  },
  by: StaffId,
  atMs: number,
): boolean =>
  tx.run(answer, {
    id,
    outcome: given.outcome,
    answer: given.answer,
    on: given.answeredOn,
    byName: given.answeredByName,
    sha: given.paper?.sha256 ?? null,
    name: given.paper?.name ?? '',
    at: atMs,
    by,
  }).changes === 1;

/** Its answer was voided and stays with it: the same appeal, as it was received, waits for another one. */
export const insertAppealAgain = (tx: WriteTransaction, id: AppealId): AppealId =>
  tx.run(again, { id }).id as AppealId;
