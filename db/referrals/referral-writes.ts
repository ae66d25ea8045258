import { sql } from 'kysely';
import type { FileRef } from '#shared/files/stored-file.ts';
import type { InquiryId, PartyId, ReferralId, RequestId, StaffId, VisitId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const insert = statement<{
  party: number;
  request: number | null;
  visit: number | null;
  inquiry: number | null;
  question: string;
  assigned: number | null;
  at: number;
  by: number;
}>()((param) =>
  queries.insertInto('referral').values({
    party_id: param('party'),
    request_id: param('request'),
    visit_id: param('visit'),
    inquiry_id: param('inquiry'),
    question: param('question'),
    asked_at_ms: param('at'),
    asked_by: param('by'),
    assigned_to: param('assigned'),
    answer: '',
    explanation: '',
    paper_name: '',
    cancel_reason: '',
    version: 1,
  }),
);
const touched = { version: sql<number>`version + 1` };
const edit = statement<{ id: number; question: string; assigned: number | null }>()((param) =>
  queries
    .updateTable('referral')
    .set({ question: param('question'), assigned_to: param('assigned'), ...touched })
    .where('id', '=', param('id')),
);
const typed = statement<{ id: number; answer: string; explanation: string }>()((param) =>
  queries
    .updateTable('referral')
    .set({ answer: param('answer'), explanation: param('explanation') })
    .where('id', '=', param('id')),
);
const answer = statement<{
  id: number;
  answer: string;
  explanation: string;
  at: number | null;
  by: number | null;
  entered: number | null;
  sha: string | null;
  name: string;
}>()((param) =>
  queries
    .updateTable('referral')
    .set({
      answer: param('answer'),
      explanation: param('explanation'),
      answered_at_ms: param('at'),
      answered_by: param('by'),
      entered_by: param('entered'),
      paper_sha256: param('sha'),
      paper_name: param('name'),
      ...touched,
    })
    .where('id', '=', param('id')),
);
const giveBack = statement<{ id: number; at: number | null; by: number | null }>()((param) =>
  queries
    .updateTable('referral')
    .set({ returned_at_ms: param('at'), returned_by: param('by'), ...touched })
    .where('id', '=', param('id')),
);
const cancel = statement<{ id: number; at: number | null; by: number | null; reason: string }>()((param) =>
  queries
    .updateTable('referral')
    .set({
      cancelled_at_ms: param('at'),
      cancelled_by: param('by'),
      cancel_reason: param('reason'),
      ...touched,
    })
    .where('id', '=', param('id')),
);

export interface NewReferral {
  readonly partyId: PartyId;
  readonly requestId: RequestId | null;
  readonly visitId: VisitId | null;
  readonly inquiryId: InquiryId | null;
  readonly question: string;
  readonly assignedTo: StaffId | null;
}

export const insertReferral = (
  tx: WriteTransaction,
  referral: NewReferral,
  by: StaffId,
  atMs: number,
): ReferralId =>
  tx.run(insert, {
    party: referral.partyId,
    request: referral.requestId,
    visit: referral.visitId,
    inquiry: referral.inquiryId,
    question: referral.question,
    assigned: referral.assignedTo,
    at: atMs,
    by,
  }).id as ReferralId;

export const updateQuestion = (
  tx: WriteTransaction,
  id: ReferralId,
  { question, assignedTo }: Pick<NewReferral, 'question' | 'assignedTo'>,
): void => {
  tx.run(edit, { id, question, assigned: assignedTo });
};

/** Typing: the version stays. */
export const saveAnswerText = (
  tx: WriteTransaction,
  id: ReferralId,
  text: { readonly answer: string; readonly explanation: string },
): void => {
  tx.run(typed, { id, ...text });
};

export interface AnswerWrite {
  readonly answer: string;
  readonly explanation: string;
  readonly by: StaffId;
  readonly enteredBy: StaffId | null;
  readonly paper: FileRef | null;
}

export const writeAnswer = (tx: WriteTransaction, id: ReferralId, to: AnswerWrite, atMs: number): void => {
  tx.run(answer, {
    id,
    answer: to.answer,
    explanation: to.explanation,
    at: atMs,
    by: to.by,
    entered: to.enteredBy,
    sha: to.paper?.sha256 ?? null,
    name: to.paper?.name ?? '',
  });
};

/** Not answered yet; what was written stays to go on from. */
export const takeAnswerBack = (
  tx: WriteTransaction,
  id: ReferralId,
  text: { readonly answer: string; readonly explanation: string },
): void => {
  tx.run(answer, { id, ...text, at: null, by: null, entered: null, sha: null, name: '' });
};

/** Null: not back at the desk. */
export const setReturned = (
  tx: WriteTransaction,
  id: ReferralId,
  to: { readonly atMs: number; readonly by: StaffId } | null,
): void => {
  tx.run(giveBack, { id, at: to?.atMs ?? null, by: to?.by ?? null });
};

/** Null: it stands again. */
export const setCancelled = (
  tx: WriteTransaction,
  id: ReferralId,
  to: { readonly atMs: number; readonly by: StaffId; readonly reason: string } | null,
): void => {
  tx.run(cancel, { id, at: to?.atMs ?? null, by: to?.by ?? null, reason: to?.reason ?? '' });
};
