import type { InquiryId, StaffId, VisitId } from '#shared/ids.ts';
import type { Referral } from '#shared/referrals/referral.ts';
import type { Inquiry, Visit } from '#shared/visits/visit.ts';
import { inquiryOfReferral, isReferred } from '#db/referrals/referral-rows.ts';
import { insertReferral } from '#db/referrals/referral-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { findVisit } from '#db/visits/visit-queries.ts';
import { insertInquiry, updateInquiry } from '#db/visits/visit-writes.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';

/** A question that was asked in a visit stands among its inquiries (S.1): referred, and later with its answer. */

/** The visit's question, marked as referred: the one that is passed on, or a new one. Null without a visit. */
export function askInVisit(
  tx: WriteTransaction,
  asked: {
    readonly visitId: VisitId | null;
    readonly inquiryId: InquiryId | null;
    readonly question: string;
  },
  by: StaffId,
  nowMs: number,
): InquiryId | null {
  const { visitId, inquiryId, question } = asked;
  if (visitId === null) return null;
  const passed = findVisit(tx, visitId)?.inquiries.find(({ id }) => id === inquiryId);
  if (passed === undefined)
    return insertInquiry(tx, visitId, {
      question,
      answer: '',
      outcome: 'referred',
      askedAtMs: nowMs,
      answeredAtMs: null,
      officerId: by,
    }) as InquiryId;
  updateInquiry(tx, passed.id, {
    question: passed.question,
    answer: passed.answer,
    outcome: 'referred',
    answeredAtMs: null,
  });
  return passed.id;
}

function questionOf(reader: Reader, { id, visit }: Pick<Referral, 'id' | 'visit'>): Inquiry | undefined {
  const inquiryId = visit === null ? null : inquiryOfReferral(reader, id);
  if (visit === null || inquiryId === null) return undefined;
  return findVisit(reader, visit.id)?.inquiries.find((one) => one.id === inquiryId);
}

/** What was answered is the visit's answer, with the explanation beneath. */
export function answerVisitQuestion(tx: WriteTransaction, referral: Referral, nowMs: number): void {
  const asked = questionOf(tx, referral);
  if (asked === undefined) return;
  const { answer, explanation } = referral;
  updateInquiry(tx, asked.id, {
    question: asked.question,
    answer: explanation === '' ? answer : `${answer}\n${explanation}`,
    outcome: 'answered',
    answeredAtMs: nowMs,
  });
}

/** Not answered (any longer): referred, or the desk's own again. */
export function setVisitQuestion(
  tx: WriteTransaction,
  referral: Referral,
  question: string,
  outcome: 'open' | 'referred' = 'referred',
): void {
  const asked = questionOf(tx, referral);
  if (asked === undefined) return;
  updateInquiry(tx, asked.id, { question, answer: '', outcome, answeredAtMs: null });
}

/** A question of a visit that is marked as referred is sent to social research, once. */
export function referInquiry(
  tx: WriteTransaction,
  visit: Pick<Visit, 'id' | 'partyId'>,
  inquiry: { readonly id: InquiryId; readonly question: string },
  actor: Actor,
  nowMs: number,
): void {
  if (isReferred(tx, inquiry.id)) return;
  const { id: visitId, partyId } = visit;
  const asked = { partyId, visitId, inquiryId: inquiry.id, question: inquiry.question };
  const id = insertReferral(tx, { ...asked, requestId: null, assignedTo: null }, actor.id, nowMs);
  const about = { partyId, requestId: 0, visitId, assignedTo: 0 };
  tx.audit(auditEntry(actor, nowMs, 'referral.asked', { kind: 'referral', id }, about));
}
