import {
  grantedSchema,
  type Decision,
  type DecisionVote,
  type Granted,
} from '#shared/committee/committee.ts';
import type {
  AppealId,
  CommitteeMemberId,
  CommitteeSessionId,
  DecisionId,
  LetterId,
  RequestId,
  StaffId,
} from '#shared/ids.ts';
import type { DecisionKind } from '#shared/requests/request-machine.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const decisions = () =>
  queries
    .selectFrom('decision as d')
    .innerJoin('staff as clerk', 'clerk.id', 'd.entered_by')
    .leftJoin('staff as overrider', 'overrider.id', 'd.override_by')
    .leftJoin('staff as voider', 'voider.id', 'd.voided_by')
    .selectAll('d')
    .select(['clerk.name as clerk_name', 'overrider.name as overrider_name', 'voider.name as voider_name'])
    .orderBy('d.id', 'desc');
const votes = () =>
  queries
    .selectFrom('decision_vote as v')
    .innerJoin('committee_member as m', 'm.id', 'v.member_id')
    .select(['v.decision_id', 'v.member_id', 'v.vote', 'v.note', 'm.name'])
    .orderBy('m.position')
    .orderBy('m.id');

const one = statement<{ id: number }>()((param) => decisions().where('d.id', '=', param('id')));
const votesOfOne = statement<{ id: number }>()((param) => votes().where('v.decision_id', '=', param('id')));
const ofRequest = statement<{ id: number }>()((param) => decisions().where('d.request_id', '=', param('id')));
const votesOfRequest = statement<{ id: number }>()((param) =>
  votes().innerJoin('decision as d', 'd.id', 'v.decision_id').where('d.request_id', '=', param('id')),
);
const ofSession = statement<{ id: number }>()((param) => decisions().where('d.session_id', '=', param('id')));
const votesOfSession = statement<{ id: number }>()((param) =>
  votes().innerJoin('decision as d', 'd.id', 'v.decision_id').where('d.session_id', '=', param('id')),
);

type Row = NonNullable<ReturnType<typeof readOne>>;
type VoteRow = ReturnType<typeof readVotes>[number];
const readOne = (reader: Reader, id: number) => reader.get(one, { id });
const readVotes = (reader: Reader, id: number) => reader.all(votesOfOne, { id });

const grantedOf = (json: string): Granted | null => {
  const value: unknown = JSON.parse(json);
  // `{}`: nothing was named. What was written here was checked by the same schema.
  return Object.keys(value as object).length === 0 ? null : grantedSchema.parse(value);
};

const toDecision = (row: Row, cast: readonly VoteRow[]): Decision => ({
  id: row.id as DecisionId,
  requestId: row.request_id as RequestId,
  sessionId: row.session_id as CommitteeSessionId | null,
  appealId: row.appeal_id as AppealId | null,
  kind: row.kind as DecisionKind,
  clause: row.clause,
  reason: row.reason,
  wouldChange: row.would_change,
  granted: grantedOf(row.granted_json),
  decidedOn: row.decided_on,
  earlyReason: row.early_reason,
  overrideByName: row.overrider_name,
  conflictNote: row.conflict_note,
  atMs: row.at_ms,
  enteredByName: row.clerk_name,
  letterId: row.letter_id as LetterId | null,
  votes: cast.map((vote) => ({
    memberId: vote.member_id as CommitteeMemberId,
    vote: vote.vote as DecisionVote['vote'],
    note: vote.note,
    name: vote.name,
  })),
  voided:
    row.voided_at_ms === null
      ? null
      : { atMs: row.voided_at_ms, byName: row.voider_name ?? '', reason: row.void_reason },
});

function together(rows: readonly Row[], cast: readonly VoteRow[]): Decision[] {
  const byDecision = Map.groupBy(cast, (vote) => vote.decision_id);
  return rows.map((row) => toDecision(row, byDecision.get(row.id) ?? []));
}

export const findDecision = (reader: Reader, id: DecisionId): Decision | undefined => {
  const row = readOne(reader, id);
  return row && toDecision(row, readVotes(reader, id));
};

/** Newest first, voided ones too. */
export const listDecisionsOfRequest = (reader: Reader, id: RequestId): Decision[] =>
  together(reader.all(ofRequest, { id }), reader.all(votesOfRequest, { id }));

/** Newest first, voided ones too. */
export const listDecisionsOfSession = (reader: Reader, id: CommitteeSessionId): Decision[] =>
  together(reader.all(ofSession, { id }), reader.all(votesOfSession, { id }));

const insert = statement<{
  request: number;
  session: number | null;
  appeal: number | null;
  kind: string;
  clause: string;
  reason: string;
  change: string;
  granted: string;
  on: string;
  early: string;
  override: number | null;
  conflict: string;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('decision').values({
    request_id: param('request'),
    session_id: param('session'),
    appeal_id: param('appeal'),
    kind: param('kind'),
    clause: param('clause'),
    reason: param('reason'),
    would_change: param('change'),
    granted_json: param('granted'),
    decided_on: param('on'),
    early_reason: param('early'),
    override_by: param('override'),
    conflict_note: param('conflict'),
    at_ms: param('at'),
    entered_by: param('by'),
    letter_id: null,
    voided_at_ms: null,
    voided_by: null,
    void_reason: '',
  }),
);
const cast = statement<{ decision: number; member: number; vote: string; note: string }>()((param) =>
  queries.insertInto('decision_vote').values({
    decision_id: param('decision'),
    member_id: param('member'),
    vote: param('vote'),
    note: param('note'),
  }),
);
const setLetter = statement<{ id: number; letter: number }>()((param) =>
  queries
    .updateTable('decision')
    .set({ letter_id: param('letter') })
    .where('id', '=', param('id')),
);
const setVoided = statement<{ id: number; at: number; by: number; reason: string }>()((param) =>
  queries
    .updateTable('decision')
    .set({ voided_at_ms: param('at'), voided_by: param('by'), void_reason: param('reason') })
    .where('id', '=', param('id'))
    .where('voided_at_ms', 'is', null),
);

/** A decision as it is written down: of a session of the committee, or of the level that an appeal went to. */
export interface DecisionWrite {
  readonly requestId: RequestId;
  readonly sessionId: CommitteeSessionId | null;
  readonly appealId: AppealId | null;
  readonly kind: DecisionKind;
  readonly clause: string;
  readonly reason: string;
  readonly wouldChange: string;
  readonly granted: Granted | null;
  readonly decidedOn: string;
  readonly earlyReason: string;
  readonly overrideBy: StaffId | null;
  readonly conflictNote: string;
  readonly votes: readonly DecisionVote[];
}

export function insertDecision(
  tx: WriteTransaction,
  write: DecisionWrite,
  by: StaffId,
  atMs: number,
): DecisionId {
  const { id } = tx.run(insert, {
    request: write.requestId,
    session: write.sessionId,
    appeal: write.appealId,
    kind: write.kind,
    clause: write.clause,
    reason: write.reason,
    change: write.wouldChange,
    granted: JSON.stringify(write.granted ?? {}),
    on: write.decidedOn,
    early: write.earlyReason,
    override: write.overrideBy,
    conflict: write.conflictNote,
    at: atMs,
    by,
  });
  for (const { memberId, vote, note } of write.votes)
    tx.run(cast, { decision: id, member: memberId, vote, note });
  return id as DecisionId;
}

/** The letter that tells it; given once. */
export const setDecisionLetter = (tx: WriteTransaction, id: DecisionId, letter: LetterId): void => {
  tx.run(setLetter, { id, letter });
};

/** False when it was voided before. */
export const voidDecisionRow = (
  tx: WriteTransaction,
  id: DecisionId,
  reason: string,
  by: StaffId,
  atMs: number,
): boolean => tx.run(setVoided, { id, reason, by, at: atMs }).changes === 1;
