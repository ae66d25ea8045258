import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { IncomingId, LetterId, PartyId, RequestId } from '#shared/ids.ts';
import type { MergeData } from '#shared/letters/templates/field-values.ts';
import type { AskedFieldId } from '#shared/letters/templates/merge-fields.ts';
import { findLetter } from '#db/letters/letter-queries.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import { findTheirReference } from '#db/templates/template-queries.ts';
import type { Reader } from '#db/transaction.ts';

export interface MergeSources {
  readonly partyId: PartyId | null;
  readonly requestId: RequestId | null;
  readonly correctsId: LetterId | null;
  readonly answersId: IncomingId | null;
  readonly asked: Readonly<Partial<Record<AskedFieldId, string>>>;
}

/**
 * What a template is filled from, read from the registers: the person, the request (and its person, when none is named),
 * the references of the letter that is corrected or answered, the office's own data. What was typed goes before what is
 * on record.
 * @throws AppError notFound
 */
export function readMergeData(
  reader: Reader,
  sources: MergeSources,
  nowMs: number,
): MergeData & { readonly personId: PartyId | null } {
  const profile = getProfile(reader);
  const request = sources.requestId === null ? undefined : findRequest(reader, sources.requestId);
  if (sources.requestId !== null && request === undefined)
    throw new AppError('notFound', { kind: 'request', id: sources.requestId });
  const partyId = sources.partyId ?? request?.partyId ?? null;
  const party = partyId === null ? undefined : findParty(reader, partyId);
  if (partyId !== null && party === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
  const { footer } = profile.letterhead;
  return {
    today: riyadhDay(nowMs),
    digits: profile.letters.fieldDigits,
    organisation: {
      name: profile.name,
      licence: profile.licence,
      iban: footer.iban,
      phone: footer.phone,
      email: footer.email,
    },
    personId: partyId,
    person: party ?? null,
    request:
      request === undefined
        ? null
        : {
            number: request.number,
            service: request.service,
            need: request.need,
            openedOn: riyadhDay(request.openedAtMs),
          },
    asked: { ...references(reader, sources), ...given(sources.asked) },
  };
}

const given = (
  asked: Readonly<Partial<Record<AskedFieldId, string>>>,
): Readonly<Partial<Record<AskedFieldId, string>>> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== ''));

function references(
  reader: Reader,
  { correctsId, answersId }: MergeSources,
): Readonly<Partial<Record<AskedFieldId, string>>> {
  const ours = correctsId === null ? undefined : findLetter(reader, correctsId);
  const theirs = answersId === null ? undefined : findTheirReference(reader, answersId);
  if (correctsId !== null && ours === undefined)
    throw new AppError('notFound', { kind: 'letter', id: correctsId });
  if (answersId !== null && theirs === undefined)
    throw new AppError('notFound', { kind: 'incoming', id: answersId });
  return {
    ...(ours === undefined
      ? {}
      : {
          ourNumber: ours.referenceNumber ?? '',
          ourDate: ours.issuedOn ?? '',
          topic: ours.subject,
        }),
    ...(theirs === undefined
      ? {}
      : { theirNumber: theirs.number, theirDate: theirs.day ?? '', topic: theirs.subject }),
  };
}
