import { sql } from 'kysely';
import type { Referral, ReferralView } from '#shared/referrals/referral.ts';
import { referralStateOf } from '#shared/referrals/referral-life.ts';
import type { InquiryId, PartyId, ReferralId, RequestId, StaffId, VisitId } from '#shared/ids.ts';
import { idsIn } from '../parties/family-param.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const rows = () =>
  queries
    .selectFrom('referral as f')
    .innerJoin('party', 'party.id', 'f.party_id')
    .leftJoin('support_request as r', 'r.id', 'f.request_id')
    .leftJoin('visit as v', 'v.id', 'f.visit_id')
    .innerJoin('staff as asker', 'asker.id', 'f.asked_by')
    .leftJoin('staff as asked', 'asked.id', 'f.assigned_to')
    .leftJoin('staff as answerer', 'answerer.id', 'f.answered_by')
    .leftJoin('staff as enterer', 'enterer.id', 'f.entered_by')
    .leftJoin('staff as returner', 'returner.id', 'f.returned_by')
    .leftJoin('staff as canceller', 'canceller.id', 'f.cancelled_by')
    .selectAll('f')
    .select([
      'party.name as party_name',
      'party.sex',
      'r.number_year',
      'r.number',
      'r.service',
      'v.state as visit_state',
      'v.ticket',
      'v.day as visit_day',
      'asker.name as asker_name',
      'asked.name as asked_name',
      'answerer.name as answerer_name',
      'enterer.name as enterer_name',
      'returner.name as returner_name',
      'canceller.name as canceller_name',
    ]);

/** Neither told nor cancelled: what the partial index `referral_open` holds. */
const standing = () => rows().where('f.returned_at_ms', 'is', null).where('f.cancelled_at_ms', 'is', null);

type Page = { staff: number; offset: number; limit: number };
const LISTS = {
  open: statement<Page>()((param) =>
    standing()
      .where('f.answered_at_ms', 'is', null)
      .orderBy('f.asked_at_ms')
      .orderBy('f.id')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
  mine: statement<Page>()((param) =>
    standing()
      .where('f.answered_at_ms', 'is', null)
      .where('f.assigned_to', '=', param('staff'))
      .orderBy('f.asked_at_ms')
      .orderBy('f.id')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
  answered: statement<Page>()((param) =>
    standing()
      .where('f.answered_at_ms', 'is not', null)
      .orderBy('f.answered_at_ms')
      .orderBy('f.id')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
  over: statement<Page>()((param) =>
    rows()
      .where((eb) => eb.or([eb('f.returned_at_ms', 'is not', null), eb('f.cancelled_at_ms', 'is not', null)]))
      .orderBy('f.id', 'desc')
      .limit(param('limit'))
      .offset(param('offset')),
  ),
} satisfies Readonly<Record<ReferralView, unknown>>;

const counts = statement<{ staff: number }>()((param) =>
  queries
    .selectFrom('referral as f')
    .select([
      sql<number>`count(*) FILTER (WHERE f.answered_at_ms IS NULL)`.as('open'),
      sql<number>`count(*) FILTER (WHERE f.answered_at_ms IS NULL AND f.assigned_to = ${param('staff')})`.as(
        'mine',
      ),
      sql<number>`count(*) FILTER (WHERE f.answered_at_ms IS NOT NULL)`.as('answered'),
    ])
    .where('f.returned_at_ms', 'is', null)
    .where('f.cancelled_at_ms', 'is', null),
);

const overCount = statement()(() =>
  queries
    .selectFrom('referral as f')
    .select((eb) => eb.fn.countAll<number>().as('over'))
    .where((eb) => eb.or([eb('f.returned_at_ms', 'is not', null), eb('f.cancelled_at_ms', 'is not', null)])),
);

const one = statement<{ id: number }>()((param) => rows().where('f.id', '=', param('id')));
const ofRequest = statement<{ id: number }>()((param) =>
  rows().where('f.request_id', '=', param('id')).orderBy('f.id', 'desc'),
);
const ofVisit = statement<{ id: number }>()((param) =>
  rows().where('f.visit_id', '=', param('id')).orderBy('f.id', 'desc'),
);
const ofFamily = statement<{ family: string }>()((param) =>
  rows()
    .where('f.party_id', 'in', idsIn(param('family')))
    .orderBy('f.id', 'desc'),
);
const links = statement<{ id: number }>()((param) =>
  queries.selectFrom('referral').select(['inquiry_id', 'request_id']).where('id', '=', param('id')),
);
const ofInquiry = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('referral')
    .select('id')
    .where('inquiry_id', '=', param('id'))
    .where('cancelled_at_ms', 'is', null)
    .limit(1),
);

const named = (id: number | null, name: string | null) =>
  id === null ? null : { id: id as StaffId, name: name ?? '' };

function toReferral(row: NonNullable<ReturnType<typeof rowOf>>): Referral {
  const stored = {
    answeredAtMs: row.answered_at_ms,
    returnedAtMs: row.returned_at_ms,
    cancelledAtMs: row.cancelled_at_ms,
  };
  return {
    id: row.id as ReferralId,
    state: referralStateOf(stored),
    partyId: row.party_id as PartyId,
    partyName: row.party_name,
    sex: row.sex as Referral['sex'],
    request:
      row.request_id === null
        ? null
        : {
            id: row.request_id as RequestId,
            number:
              row.number_year === null || row.number === null
                ? null
                : yearNumber(row.number_year, row.number),
            service: row.service ?? '',
          },
    visit:
      row.visit_id === null
        ? null
        : {
            id: row.visit_id as VisitId,
            state: row.visit_state as NonNullable<Referral['visit']>['state'],
            ticket: row.ticket,
            day: row.visit_day ?? '',
          },
    question: row.question,
    askedAtMs: row.asked_at_ms,
    askedBy: { id: row.asked_by as StaffId, name: row.asker_name },
    assignedTo: named(row.assigned_to, row.asked_name),
    answer: row.answer,
    explanation: row.explanation,
    answeredAtMs: row.answered_at_ms,
    answeredBy: named(row.answered_by, row.answerer_name),
    enteredBy: named(row.entered_by, row.enterer_name),
    paper: row.paper_sha256 === null ? null : { sha256: row.paper_sha256, name: row.paper_name },
    returnedAtMs: row.returned_at_ms,
    returnedBy: named(row.returned_by, row.returner_name),
    cancelled:
      row.cancelled_at_ms === null
        ? null
        : { atMs: row.cancelled_at_ms, byName: row.canceller_name ?? '', reason: row.cancel_reason },
    version: row.version,
  };
}
const rowOf = (reader: Reader, id: number) => reader.get(one, { id });

export const findReferral = (reader: Reader, id: ReferralId): Referral | undefined => {
  const row = rowOf(reader, id);
  return row && toReferral(row);
};

export const listReferrals = (
  reader: Reader,
  page: {
    readonly view: ReferralView;
    readonly staff: StaffId;
    readonly offset: number;
    readonly limit: number;
  },
): Referral[] => {
  const { view, ...of } = page;
  return reader.all(LISTS[view], of).map(toReferral);
};

/** What waits: for an answer, for one's own, and for the way back to the desk. */
export function countReferrals(
  reader: Reader,
  staff: StaffId,
): { open: number; mine: number; answered: number } {
  const { open = 0, mine = 0, answered = 0 } = reader.get(counts, { staff }) ?? {};
  return { open, mine, answered };
}

/** Told or cancelled. */
export const countReferralsOver = (reader: Reader): number => reader.get(overCount, {})?.over ?? 0;

export const listReferralsOfRequest = (reader: Reader, id: RequestId): Referral[] =>
  reader.all(ofRequest, { id }).map(toReferral);

export const listReferralsOfVisit = (reader: Reader, id: VisitId): Referral[] =>
  reader.all(ofVisit, { id }).map(toReferral);

/** Of a person and of those who were merged into them. */
export const listReferralsOfFamily = (reader: Reader, family: readonly number[]): Referral[] =>
  reader.all(ofFamily, { family: JSON.stringify(family) }).map(toReferral);

/** The question of the visit that a referral passes on. */
export const inquiryOfReferral = (reader: Reader, id: ReferralId): InquiryId | null =>
  (reader.get(links, { id })?.inquiry_id ?? null) as InquiryId | null;

/** Whether a visit's question stands in a referral that was not cancelled. */
export const isReferred = (reader: Reader, inquiry: InquiryId): boolean =>
  reader.get(ofInquiry, { id: inquiry }) !== undefined;
