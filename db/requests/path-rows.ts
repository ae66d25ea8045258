import { sql } from 'kysely';
import { queries, statement } from '../statement.ts';

/** The records of one request that its whole path is told from; each list in the order in which it was written. */

export const referralsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('referral as r')
    .innerJoin('staff as asker', 'asker.id', 'r.asked_by')
    .leftJoin('staff as answerer', 'answerer.id', 'r.answered_by')
    .selectAll('r')
    .select(['asker.name as asker_name', 'answerer.name as answerer_name'])
    .where('r.request_id', '=', param('id'))
    .orderBy('r.id'),
);

export const researchOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('social_research as r')
    .innerJoin('staff as opener', 'opener.id', 'r.opened_by')
    .leftJoin('staff as finisher', 'finisher.id', 'r.finished_by')
    .selectAll('r')
    .select(['opener.name as opener_name', 'finisher.name as finisher_name'])
    .select((eb) =>
      eb
        .selectFrom('field_visit')
        .select((visit) => visit.fn.countAll<number>().as('n'))
        .whereRef('field_visit.research_id', '=', 'r.id')
        .where('field_visit.state', '=', 'done')
        .as('visits'),
    )
    .where('r.request_id', '=', param('id'))
    .orderBy('r.id'),
);

export const needOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('need_assessment as n')
    .innerJoin('staff', 'staff.id', 'n.staff_id')
    .select(['n.at_ms', 'n.score', 'staff.name as by_name'])
    .where('n.request_id', '=', param('id'))
    .orderBy('n.id'),
);

export const stopsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_stop as s')
    .innerJoin('staff', 'staff.id', 's.staff_id')
    .select(['s.kind', 's.from_day', 's.until_day', 's.reason', 's.at_ms', 'staff.name as by_name'])
    .where('s.request_id', '=', param('id'))
    .orderBy('s.id'),
);

export const decisionsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('decision as d')
    .innerJoin('staff', 'staff.id', 'd.entered_by')
    .leftJoin('committee_session as s', 's.id', 'd.session_id')
    .selectAll('d')
    .select([
      'staff.name as by_name',
      's.number as session_number',
      's.hijri_year as session_year',
      's.day as session_day',
      's.state as session_state',
      's.quorum as session_quorum',
      's.minutes_document_id as session_minutes',
      's.paper_sha256 as session_paper',
    ])
    .select((eb) => [
      eb
        .selectFrom('session_member as m')
        .select((member) => member.fn.countAll<number>().as('n'))
        .whereRef('m.session_id', '=', 'd.session_id')
        .where('m.present', '=', 1)
        .as('present'),
      eb
        .selectFrom('decision_vote as v')
        .select((vote) => vote.fn.countAll<number>().as('n'))
        .whereRef('v.decision_id', '=', 'd.id')
        .as('votes'),
    ])
    .where('d.request_id', '=', param('id'))
    .orderBy('d.id'),
);

export const noticesOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('decision_notice as n')
    .innerJoin('decision as d', 'd.id', 'n.decision_id')
    .innerJoin('staff', 'staff.id', 'n.staff_id')
    .selectAll('n')
    .select('staff.name as by_name')
    .where('d.request_id', '=', param('id'))
    .orderBy('n.id'),
);

export const appealsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('appeal as a')
    .innerJoin('staff', 'staff.id', 'a.staff_id')
    .selectAll('a')
    .select((eb) => [
      'staff.name as by_name',
      eb.fn
        .coalesce(
          eb
            .selectFrom('request_event as e')
            .select('e.text')
            .whereRef('e.request_id', '=', 'a.request_id')
            .where('e.kind', '=', 'appealAnswerVoided')
            .where('e.subject_kind', '=', 'appeal')
            .whereRef('e.subject_id', '=', 'a.id'),
          eb
            .selectFrom('decision as d')
            .select('d.void_reason')
            .whereRef('d.appeal_id', '=', 'a.id')
            .where('d.voided_at_ms', 'is not', null),
        )
        .as('void_reason'),
    ])
    .where('a.request_id', '=', param('id'))
    .orderBy('a.id'),
);

export const deliveriesOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('delivery as d')
    .innerJoin('delivery_plan as p', 'p.id', 'd.plan_id')
    .innerJoin('service', 'service.id', 'p.service_id')
    .leftJoin('staff', 'staff.id', 'd.done_by')
    .selectAll('d')
    .select(['service.name as service_name', 'staff.name as by_name'])
    .where('d.request_id', '=', param('id'))
    .orderBy('d.due_on')
    .orderBy('d.id'),
);

export const lettersOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('letter as l')
    .innerJoin('staff', 'staff.id', 'l.author_id')
    .select([
      'l.id',
      'l.reference_number',
      'l.subject',
      'l.state',
      'l.signed_at_ms',
      'l.delivered_at_ms',
      'l.created_at_ms',
      'l.issued_at_ms',
      'staff.name as by_name',
    ])
    .where('l.request_id', '=', param('id'))
    .where('l.discarded_at_ms', 'is', null)
    .orderBy('l.id'),
);

export const dataOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('request_datum as d')
    .innerJoin('staff', 'staff.id', 'd.staff_id')
    .select(['d.state', 'd.at_ms', 'staff.name as by_name', sql<number>`d.against <> ''`.as('held')])
    .where('d.request_id', '=', param('id'))
    .orderBy('d.at_ms'),
);

export const visitOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('visit as v')
    .leftJoin('staff', 'staff.id', 'v.officer_id')
    .select(['v.arrived_at_ms', 'staff.name as by_name'])
    .where('v.id', '=', param('id')),
);

export const loggedOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('audit_log')
    .select('at_ms')
    .where('subject_kind', '=', 'request')
    .where('subject_id', '=', param('id'))
    // A referral that came back completes S.3 by its own act.
    .unionAll(
      queries
        .selectFrom('audit_log')
        .innerJoin('referral', 'referral.id', 'audit_log.subject_id')
        .select('audit_log.at_ms')
        .where('audit_log.subject_kind', '=', 'referral')
        .where('referral.request_id', '=', param('id')),
    ),
);
