import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { PartyDocuments } from '#shared/documents/documents-contract.ts';
import { wanting } from '#shared/documents/standing.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { documentsOf } from '../documents/document-service.ts';
import type { MissingDocuments, PaperHead } from '../pdf/documents/paper-sheets.ts';

/**
 * What somebody has yet to bring, today: missing, expired, or not yet held against its original. `returnDay` is the day on
 * which they come back, null: left to be written by hand. Errors: notFound, paperEmpty (nothing is wanting).
 */
export function missingDocuments(
  {
    partyId,
    requestId = null,
    returnDay,
  }: {
    readonly partyId: PartyId;
    readonly requestId?: RequestId | null;
    readonly returnDay: string | null;
  },
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
  const items =
    requestId === null
      ? wanting(standing).map(({ kind, state, expiresOn }) => ({ kind, state, expiresOn }))
      : missingOf(reader, requestId, partyId, standing);
  if (items.length === 0) throw new AppError('paperEmpty', { kind: 'missingDocuments' });
  const { name: partyName, fileNumber } = party;
  const sheet = { ...head, partyName, fileNumber, items, returnDay, madeOn, staffName: staff.name };
  return [
    { kind: 'missingDocuments', ...sheet },
    `المستندات المطلوبة من ${partyName}`,
    { subject: { kind: 'party', id: partyId }, letterId: null, keep: null },
  ];
}

/**
 * What a request still needs (S.6), each with how the register's own document stands, so that the person knows why the old
 * one does not do. @throws AppError notFound
 */
function missingOf(
  reader: Reader,
  requestId: RequestId,
  partyId: PartyId,
  standing: PartyDocuments['standing'],
): MissingDocuments['items'] {
  const request = findRequest(reader, requestId);
  if (request === undefined || request.partyId !== partyId)
    throw new AppError('notFound', { kind: 'request', id: requestId });
  return request.requirements
    .filter(({ state }) => state === 'needed')
    .map(({ key, name }) => {
      const held = standing.find(({ kind }) => kind === key);
      const state = held?.state ?? 'missing';
      return {
        kind: held?.kind ?? null,
        name,
        // What is there and holds is only to be shown to the desk.
        state: state === 'valid' || state === 'expiring' ? 'unmatched' : state,
        expiresOn: held?.expiresOn ?? null,
      };
    });
}
