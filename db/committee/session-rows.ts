import { sql } from 'kysely';
import type { Attendance, SessionState, SessionSummary } from '#shared/committee/committee.ts';
import type { CommitteeMemberId, CommitteeSessionId, RequestId, SealedDocumentId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { caseLines, toCaseLine } from './case-lines.ts';

const sessions = () =>
  queries
    .selectFrom('committee_session as s')
    .select([
      's.id',
      's.hijri_year',
      's.number',
      's.day',
      's.time',
      's.place',
      's.state',
      's.quorum',
      's.on_paper',
      's.minutes_document_id',
    ])
    .select([
      sql<number>`(SELECT count(*) FROM session_member m WHERE m.session_id = s.id AND m.present = 1)`.as(
        'present',
      ),
      sql<number>`(SELECT count(*) FROM session_case c WHERE c.session_id = s.id)`.as('cases'),
      sql<number>`(SELECT count(*) FROM decision d WHERE d.session_id = s.id AND d.voided_at_ms IS NULL)`.as(
        'decided',
      ),
    ]);

const one = statement<{ id: number }>()((param) =>
  sessions()
    .leftJoin('staff as closer', 'closer.id', 's.closed_by')
    .select([
      's.note',
      's.paper_sha256',
      's.paper_name',
      's.cancel_reason',
      's.closed_at_ms',
      's.version',
      'closer.name as closer_name',
    ])
    .where('s.id', '=', param('id')),
);

type SummaryRow = Omit<NonNullable<ReturnType<typeof readOne>>, 'note'>;
const readOne = (reader: Reader, id: number) => reader.get(one, { id });

const toSummary = (
  row: Pick<
    SummaryRow,
    | 'id'
    | 'hijri_year'
    | 'number'
    | 'day'
    | 'time'
    | 'place'
    | 'state'
    | 'quorum'
    | 'on_paper'
    | 'minutes_document_id'
    | 'present'
    | 'cases'
    | 'decided'
  >,
): SessionSummary => ({
  id: row.id as CommitteeSessionId,
  hijriYear: row.hijri_year,
  number: row.number,
  day: row.day,
  time: row.time,
  place: row.place,
  state: row.state as SessionState,
  quorum: row.quorum,
  onPaper: row.on_paper === 1,
  present: row.present,
  cases: row.cases,
  decided: row.decided,
  minutesDocumentId: row.minutes_document_id as SealedDocumentId | null,
});

/** A session without its people and cases. */
export const findSessionHead = (reader: Reader, id: CommitteeSessionId) => {
  const row = readOne(reader, id);
  if (row === undefined) return undefined;
  return {
    ...toSummary(row),
    note: row.note,
    paper: row.paper_sha256 === null ? null : { sha256: row.paper_sha256, name: row.paper_name },
    cancelReason: row.cancel_reason,
    closed: row.closed_at_ms === null ? null : { atMs: row.closed_at_ms, byName: row.closer_name ?? '' },
    version: row.version,
  };
};
export type SessionHead = NonNullable<ReturnType<typeof findSessionHead>>;

/** Those to come first, the nearest on top; then those that were, the latest first. */
export function listSessions(
  reader: Reader,
  filter: { readonly states: readonly SessionState[]; readonly offset: number; readonly limit: number },
): { total: number; rows: SessionSummary[] } {
  const { states, offset, limit } = filter;
  const open = sql<boolean>`s.state IN ('planned', 'held')`;
  const rows = reader.list(
    sessions()
      .$if(states.length > 0, (query) => query.where('s.state', 'in', [...states]))
      .orderBy(sql`NOT ${open}`)
      .orderBy(sql`iif(${open}, s.day, NULL)`)
      .orderBy('s.day', 'desc')
      .orderBy('s.id', 'desc')
      .limit(limit)
      .offset(offset),
  );
  const count = reader.first(
    queries
      .selectFrom('committee_session as s')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .$if(states.length > 0, (query) => query.where('s.state', 'in', [...states])),
  );
  return { total: count?.n ?? 0, rows: rows.map(toSummary) };
}

const members = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('session_member')
    .select(['member_id', 'present', 'note'])
    .where('session_id', '=', param('id')),
);

/** Only those who were written down: a member who came into the committee later is not among them. */
export const listAttendance = (reader: Reader, id: CommitteeSessionId): Attendance[] =>
  reader.all(members, { id }).map((row) => ({
    memberId: row.member_id as CommitteeMemberId,
    present: row.present === 1,
    note: row.note,
  }));

const agenda = statement<{ id: number }>()((param) =>
  caseLines()
    .innerJoin('session_case as c', 'c.request_id', 'r.id')
    .select(['c.note as case_note', 'c.deferred_reason'])
    .where('c.session_id', '=', param('id'))
    .orderBy('c.position')
    .orderBy('r.id'),
);

/** The cases of a session in their order. */
export const listAgenda = (reader: Reader, id: CommitteeSessionId) =>
  reader.all(agenda, { id }).map((row) => ({
    ...toCaseLine(row),
    note: row.case_note,
    deferredReason: row.deferred_reason,
  }));

const elsewhere = statement<{ request: number; session: number }>()((param) =>
  queries
    .selectFrom('session_case as c')
    .innerJoin('committee_session as s', 's.id', 'c.session_id')
    .select(['s.id', 's.number', 's.hijri_year'])
    .where('c.request_id', '=', param('request'))
    .where('c.session_id', '<>', param('session'))
    .where('s.state', 'in', ['planned', 'held'])
    .where('c.deferred_reason', '=', '')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision as d')
            .select('d.id')
            .whereRef('d.request_id', '=', 'c.request_id')
            .whereRef('d.session_id', '=', 's.id')
            .where('d.voided_at_ms', 'is', null),
        ),
      ),
    )
    .limit(1),
);

/** Another open session that has the request on its agenda and has not answered it. `but` 0: any session. */
export const findOtherSession = (reader: Reader, request: RequestId, but: CommitteeSessionId | 0) =>
  reader.get(elsewhere, { request, session: but });

const last = statement<{ year: number }>()((param) =>
  queries
    .selectFrom('committee_session')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('hijri_year', '=', param('year')),
);
const taken = statement<{ year: number; number: number }>()((param) =>
  queries
    .selectFrom('committee_session')
    .select('id')
    .where('hijri_year', '=', param('year'))
    .where('number', '=', param('number')),
);

/** The number after the last one of a Hijri year. Within the transaction that uses it. */
export const nextSessionNumber = (reader: Reader, hijriYear: number): number =>
  (reader.get(last, { year: hijriYear })?.number ?? 0) + 1;

export const sessionNumberTaken = (reader: Reader, hijriYear: number, number: number): boolean =>
  reader.get(taken, { year: hijriYear, number }) !== undefined;
