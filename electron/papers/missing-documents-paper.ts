import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { wanting } from '#shared/documents/standing.ts';
import type { PartyId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { documentsOf } from '../documents/document-service.ts';
import type { MissingDocuments, PaperHead } from '../pdf/documents/paper-sheets.ts';

/**
 * What somebody has yet to bring, today: missing, expired, or not yet held against its original. `returnDay` is the day on
 * which they come back, null: left to be written by hand. Errors: notFound, paperEmpty (nothing is wanting).
 */
export function missingDocuments(
  { partyId, returnDay }: { readonly partyId: PartyId; readonly returnDay: string | null },
  { reader, nowMs, staff }: { readonly reader: Reader; readonly nowMs: number; readonly staff: Staff },
  head: PaperHead,
): [
  sheet: { readonly kind: 'missingDocuments' } & MissingDocuments,
  title: string,
  about: {
    readonly subject: { readonly kind: string; readonly id: number };
    readonly letterId: null;
    readonly keep: null;
  },
] {
  const party = findParty(reader, partyId);
  if (party === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
  const madeOn = riyadhDay(nowMs);
  const { standing } = documentsOf(reader, partyId, madeOn);
  const items = wanting(standing).map(({ kind, state, expiresOn }) => ({ kind, state, expiresOn }));
  if (items.length === 0) throw new AppError('paperEmpty', { kind: 'missingDocuments' });
  const { name: partyName, fileNumber } = party;
  const sheet = { ...head, partyName, fileNumber, items, returnDay, madeOn, staffName: staff.name };
  return [
    { kind: 'missingDocuments', ...sheet },
    `المستندات المطلوبة من ${partyName}`,
    { subject: { kind: 'party', id: partyId }, letterId: null, keep: null },
  ];
}
