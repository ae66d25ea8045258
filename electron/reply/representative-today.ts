import { mayActOn } from '#shared/households/representation.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { findRepresentation } from '#db/households/representative-rows.ts';
import type { Reader } from '#db/transaction.ts';

/** Who came for the applicant, while their deed holds on `today`; null: nobody may be told in the applicant's stead. */
export function representativeToday(
  reader: Reader,
  { representation }: SupportRequest,
  today: string,
): string | null {
  const deed = representation === null ? undefined : findRepresentation(reader, representation.id);
  if (deed === undefined || deed.withdrawn || !mayActOn(deed.representation, today)) return null;
  return deed.representation.representativeName;
}
