import type { VisitId } from '#shared/ids.ts';
import type { Inquiry, VisitState } from '#shared/visits/visit.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const insert = statement<{
  day: string;
  party: number;
  purpose: string;
  ticket: number | null;
  arrived: number;
}>()((param) =>
  queries.insertInto('visit').values({
    day: param('day'),
    party_id: param('party'),
    purpose: param('purpose'),
    state: 'waiting',
    ticket: param('ticket'),
    arrived_at_ms: param('arrived'),
    note: '',
  }),
);
const move = statement<{
  id: number;
  state: string;
  served: number | null;
  ended: number | null;
  officer: number | null;
}>()((param) =>
  queries
    .updateTable('visit')
    .set({
      state: param('state'),
      served_from_ms: param('served'),
      ended_at_ms: param('ended'),
      officer_id: param('officer'),
    })
    .where('id', '=', param('id')),
);
const officerOf = statement<{ id: number }>()((param) =>
  queries.selectFrom('visit').select('officer_id').where('id', '=', param('id')),
);
const note = statement<{ id: number; note: string }>()((param) =>
  queries
    .updateTable('visit')
    .set({ note: param('note') })
    .where('id', '=', param('id')),
);
const ask = statement<{
  visit: number;
  question: string;
  answer: string;
  outcome: string;
  asked: number;
  answered: number | null;
  officer: number;
}>()((param) =>
  queries.insertInto('inquiry').values({
    visit_id: param('visit'),
    question: param('question'),
    answer: param('answer'),
    outcome: param('outcome'),
    asked_at_ms: param('asked'),
    answered_at_ms: param('answered'),
    officer_id: param('officer'),
  }),
);
const answer = statement<{
  id: number;
  question: string;
  answer: string;
  outcome: string;
  answered: number | null;
}>()((param) =>
  queries
    .updateTable('inquiry')
    .set({
      question: param('question'),
      answer: param('answer'),
      outcome: param('outcome'),
      answered_at_ms: param('answered'),
    })
    .where('id', '=', param('id')),
);

export const insertVisit = (
  tx: WriteTransaction,
  visit: { day: string; partyId: number; purpose: string; ticket: number | null; arrivedAtMs: number },
): VisitId =>
  tx.run(insert, {
    day: visit.day,
    party: visit.partyId,
    purpose: visit.purpose,
    ticket: visit.ticket,
    arrived: visit.arrivedAtMs,
  }).id as VisitId;

export interface VisitMove {
  readonly state: VisitState;
  readonly servedFromMs: number | null;
  readonly endedAtMs: number | null;
  /** The member of staff; undefined leaves who it is. */
  readonly officerId: number | null | undefined;
}

export function moveVisit(tx: WriteTransaction, id: VisitId, to: VisitMove): void {
  const officer = to.officerId === undefined ? (tx.get(officerOf, { id })?.officer_id ?? null) : to.officerId;
  tx.run(move, { id, state: to.state, served: to.servedFromMs, ended: to.endedAtMs, officer });
}

/** False when there is no such visit. */
export const saveVisitNote = (tx: WriteTransaction, id: VisitId, text: string): boolean =>
  tx.run(note, { id, note: text }).changes === 1;

type InquiryText = Pick<Inquiry, 'question' | 'answer' | 'outcome' | 'answeredAtMs'>;

export const insertInquiry = (
  tx: WriteTransaction,
  visitId: VisitId,
  inquiry: InquiryText & { askedAtMs: number; officerId: number },
): number =>
  tx.run(ask, {
    visit: visitId,
    question: inquiry.question,
    answer: inquiry.answer,
    outcome: inquiry.outcome,
    asked: inquiry.askedAtMs,
    answered: inquiry.answeredAtMs,
    officer: inquiry.officerId,
  }).id;

export const updateInquiry = (tx: WriteTransaction, id: number, inquiry: InquiryText): void => {
  tx.run(answer, {
    id,
    question: inquiry.question,
    answer: inquiry.answer,
    outcome: inquiry.outcome,
    answered: inquiry.answeredAtMs,
  });
};
