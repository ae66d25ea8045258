import { sql } from 'kysely';
import type { CaseLine } from '#shared/committee/committee.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { Party } from '#shared/parties/party.ts';
import type { ReplyMode } from '#shared/requests/reply-clock.ts';
import type { RequestLevel } from '#shared/requests/request.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

/** A request as the committee's lists show it: with its last need and the last finished research, in one statement. */
export const caseLines = () =>
  queries
    .selectFrom('support_request as r')
    .innerJoin('party', 'party.id', 'r.party_id')
    .select([
      'r.id',
      'r.number_year',
      'r.number',
      'r.party_id',
      'party.name as party_name',
      'party.sex',
      'r.service',
      'r.level',
      'r.raised_on',
      'r.not_before',
      'r.target_on',
      'r.reply_mode',
      'r.stopped_from',
    ])
    .select((eb) => [
      eb
        .selectFrom('need_assessment as need')
        .select('need.score')
        .whereRef('need.request_id', '=', 'r.id')
        .orderBy('need.id', 'desc')
        .limit(1)
        .as('need_score'),
      eb
        .selectFrom('social_research as research')
        .select('research.recommendation')
        .whereRef('research.request_id', '=', 'r.id')
        .where('research.finished_at_ms', 'is not', null)
        .where('research.cancelled_at_ms', 'is', null)
        .orderBy('research.id', 'desc')
        .limit(1)
        .as('recommendation'),
    ]);

export interface CaseLineRow {
  readonly id: number;
  readonly number_year: number | null;
  readonly number: number | null;
  readonly party_id: number;
  readonly party_name: string;
  readonly sex: string | null;
  readonly service: string;
  readonly level: string;
  readonly raised_on: string | null;
  readonly not_before: string | null;
  readonly target_on: string | null;
  readonly reply_mode: string | null;
  readonly stopped_from: string | null;
  readonly need_score: number | null;
  readonly recommendation: string | null;
}

export const toCaseLine = (row: CaseLineRow): CaseLine => ({
  requestId: row.id as RequestId,
  number: row.number_year === null || row.number === null ? null : yearNumber(row.number_year, row.number),
  partyId: row.party_id as PartyId,
  partyName: row.party_name,
  sex: row.sex as Party['sex'],
  service: row.service,
  level: row.level as RequestLevel,
  raisedOn: row.raised_on,
  notBefore: row.not_before,
  targetOn: row.target_on,
  replyMode: row.reply_mode as ReplyMode | null,
  stopped: row.stopped_from !== null,
  needScore: row.need_score,
  recommendation: row.recommendation as CaseLine['recommendation'],
});

const one = statement<{ id: number }>()((param) => caseLines().where('r.id', '=', param('id')));

/** Undefined of a request that is not there. */
export const findCaseLine = (reader: Reader, id: RequestId): CaseLine | undefined => {
  const row = reader.get(one, { id });
  return row && toCaseLine(row);
};

/**
 * With the committee, not stopped, and on no open agenda. A case that was put off, or answered there and asked after anew,
 * waits again. `due`: those that may be answered on `day`: their day has come, they are urgent, or day 14 is their last one.
 */
const isWaiting = sql<boolean>`r.state = 'open' AND r.phase = 'committee' AND r.stopped_from IS NULL AND NOT EXISTS (
  SELECT 1 FROM session_case c JOIN committee_session s ON s.id = c.session_id
  WHERE c.request_id = r.id AND s.state IN ('planned', 'held') AND c.deferred_reason = ''
    AND NOT EXISTS (SELECT 1 FROM decision d
      WHERE d.request_id = r.id AND d.session_id = s.id AND d.voided_at_ms IS NULL))`;
const isDue = (day: string) =>
  sql<boolean>`(r.level = 'urgent' OR r.not_before IS NULL OR r.reply_mode = 'ceiling' OR r.not_before <= ${sql.val(day)})`;

const waiting = statement<{ offset: number; limit: number }>()((param) =>
  caseLines()
    .where(isWaiting)
    .orderBy(sql`r.level <> 'urgent'`)
    .orderBy('r.not_before')
    .orderBy('r.id')
    .limit(param('limit'))
    .offset(param('offset')),
);
const due = statement<{ day: string; offset: number; limit: number }>()((param) =>
  caseLines()
    .where(isWaiting)
    .where(isDue(param('day')))
    .orderBy(sql`r.level <> 'urgent'`)
    .orderBy('r.not_before')
    .orderBy('r.id')
    .limit(param('limit'))
    .offset(param('offset')),
);
const counts = statement<{ day: string }>()((param) =>
  queries
    .selectFrom('support_request as r')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .select(sql<number>`count(*) FILTER (WHERE ${isDue(param('day'))})`.as('due'))
    .where(isWaiting),
);

/** Urgent ones first, then by the day from which they may be answered. `dueBy`: those of that day alone; null: all. */
export const listWaiting = (
  reader: Reader,
  page: { readonly dueBy: string | null; readonly offset: number; readonly limit: number },
): CaseLine[] => {
  const { dueBy, offset, limit } = page;
  const rows =
    dueBy === null ? reader.all(waiting, { offset, limit }) : reader.all(due, { day: dueBy, offset, limit });
  return rows.map(toCaseLine);
};

export const countWaitingCases = (reader: Reader, day: string): { total: number; due: number } =>
  reader.get(counts, { day }) ?? { total: 0, due: 0 };
