import { AppError } from '#shared/app-error.ts';
import type { InquiryId, PartyId, RequestId, VisitId } from '#shared/ids.ts';
import { familyOf } from '#db/duplicates/family.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { findVisit } from '#db/visits/visit-queries.ts';
import { requireAct } from '../requests/request-acts.ts';

/** Whose question it is, and where it came up. */
export interface ReferralCase {
  readonly partyId: PartyId;
  readonly requestId: RequestId | null;
  readonly visitId: VisitId | null;
  readonly inquiryId: InquiryId | null;
}

/** A request or visit that is named is this person's, or of a record that was merged into theirs. @throws AppError notFound, requestForbids */
export function requireTheirs(tx: Reader, { partyId, requestId, visitId, inquiryId }: ReferralCase): void {
  const family = familyOf(tx, partyId);
  if (requestId !== null) {
    requireAct(tx, requestId, 'refer');
    const request = findRequest(tx, requestId);
    if (request === undefined || !family.includes(request.partyId))
      throw new AppError('notFound', { kind: 'request', id: requestId });
  }
  if (visitId === null) return;
  const visit = findVisit(tx, visitId);
  if (visit === undefined || !family.includes(visit.partyId))
    throw new AppError('notFound', { kind: 'visit', id: visitId });
  if (inquiryId !== null && !visit.inquiries.some(({ id }) => id === inquiryId))
    throw new AppError('notFound', { kind: 'inquiry', id: inquiryId });
}
