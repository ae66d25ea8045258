import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { mayActOn } from '#shared/households/representation.ts';
import type { PartyId, RepresentationId } from '#shared/ids.ts';
import { familyOf } from '#db/duplicates/family.ts';
import { findRepresentation } from '#db/households/representative-rows.ts';
import type { Reader } from '#db/transaction.ts';

/**
 * S.1: whoever comes for an applicant does so on a deed that is theirs, was matched to its original, and holds today.
 * @throws AppError notFound, mayNotAct { id }
 */
export function requireDeed(reader: Reader, partyId: PartyId, id: RepresentationId, nowMs: number): void {
  const found = findRepresentation(reader, id);
  if (
    found === undefined ||
    found.withdrawn ||
    !familyOf(reader, partyId).includes(found.representation.partyId)
  )
    throw new AppError('notFound', { kind: 'representative', id });
  if (!mayActOn(found.representation, riyadhDay(nowMs))) throw new AppError('mayNotAct', { id });
}
