import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { PartyId } from '#shared/ids.ts';
import { familyOf, keptOf } from '#db/duplicates/family.ts';
import { pdfSha256 } from '#db/letters/letter-seal.ts';
import { listSealedOfParty } from '#db/letters/paper-queries.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { PaperHead, PartyLetters } from '../pdf/documents/paper-sheets.ts';

/** The sealed letters of a person, and of who was merged into them, behind a list of them. Errors: notFound, paperEmpty, databaseCorrupt. */
export function partyLetters(
  { partyId }: { readonly partyId: PartyId },
  reader: Reader,
  nowMs: number,
  head: PaperHead,
): [
  sheet: { readonly kind: 'partyLetters' } & PartyLetters,
  title: string,
  about: {
    readonly subject: { readonly kind: string; readonly id: number };
    readonly letterId: null;
    readonly keep: null;
  },
] {
  const kept = keptOf(reader, partyId);
  const party = kept === undefined ? undefined : findParty(reader, kept.id);
  if (party === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
  const letters = listSealedOfParty(reader, familyOf(reader, party.id));
  if (letters.length === 0) throw new AppError('paperEmpty', { kind: 'partyLetters' });
  for (const { id, pdf, pdfSha256: sealed } of letters)
    if (pdfSha256(pdf) !== sealed) throw new AppError('databaseCorrupt', { letter: id });
  const sheet: PartyLetters = {
    ...head,
    partyName: party.name,
    madeOn: riyadhDay(nowMs),
    letters: letters.map(({ referenceNumber, day, subject, voided, pages, pdf }) => ({
      referenceNumber,
      day,
      subject,
      voided,
      pages,
      pdf,
    })),
  };
  return [
    { kind: 'partyLetters', ...sheet },
    `خطابات ${party.name}`,
    { subject: { kind: 'party', id: party.id }, letterId: null, keep: null },
  ];
}
