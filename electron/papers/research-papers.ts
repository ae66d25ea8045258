import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { formatPhone } from '#shared/identifiers/mobile.ts';
import type { FieldVisitId, ReferralId } from '#shared/ids.ts';
import { AppError } from '#shared/app-error.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Party } from '#shared/parties/party.ts';
import type { Reader } from '#db/transaction.ts';
import type { PaperHead } from '../pdf/documents/paper-sheets.ts';
import type { FieldVisitSheet, ReferralSheet } from '../pdf/documents/research-sheets.ts';
import { getReferral } from '../referrals/referral-service.ts';
import { getResearchOfVisit } from '../research/research-acts.ts';

interface About {
  readonly subject: { readonly kind: string; readonly id: number };
  readonly letterId: null;
  readonly keep: null;
}
interface Now {
  readonly reader: Reader;
  readonly nowMs: number;
}

function partyOf(reader: Reader, id: number): Party {
  const party = findParty(reader, keptOf(reader, id)?.id ?? id);
  if (party === undefined) throw new AppError('notFound', { kind: 'party', id });
  return party;
}

/** ورقة الإحالة: goes to the officer with room for the answer; of one that was answered, with the answer. Errors: notFound. */
export function referralSheet(
  { referralId }: { readonly referralId: ReferralId },
  { reader, nowMs }: Now,
  head: PaperHead,
): [sheet: { readonly kind: 'referralSheet' } & ReferralSheet, title: string, about: About] {
  const referral = getReferral(reader, referralId);
  const party = partyOf(reader, referral.partyId);
  const { answeredAtMs, request, visit } = referral;
  return [
    {
      kind: 'referralSheet',
      ...head,
      partyName: party.name,
      partySex: party.sex,
      fileNumber: party.fileNumber,
      requestNumber: request?.number ?? null,
      serviceName: request?.service ?? '',
      ticket: visit?.ticket ?? null,
      question: referral.question,
      askedDay: riyadhDay(referral.askedAtMs),
      askedAt: riyadhTime(referral.askedAtMs),
      askedByName: referral.askedBy.name,
      forName: referral.assignedTo?.name ?? '',
      answer:
        answeredAtMs === null
          ? null
          : {
              text: referral.answer,
              explanation: referral.explanation,
              byName: referral.answeredBy?.name ?? '',
              day: riyadhDay(answeredAtMs),
            },
      madeOn: riyadhDay(nowMs),
    },
    `إحالة سؤال ${party.name}`,
    { subject: { kind: 'referral', id: referralId }, letterId: null, keep: null },
  ];
}

/** ورقة زيارة ميدانية, to be taken along. Errors: notFound. */
export function fieldVisitSheet(
  { visitId }: { readonly visitId: FieldVisitId },
  { reader, nowMs }: Now,
  head: PaperHead,
): [sheet: { readonly kind: 'fieldVisitSheet' } & FieldVisitSheet, title: string, about: About] {
  const research = getResearchOfVisit(reader, visitId);
  const visit = research.visits.find(({ id }) => id === visitId);
  if (visit === undefined) throw new AppError('notFound', { kind: 'fieldVisit', id: visitId });
  const party = partyOf(reader, research.partyId);
  return [
    {
      kind: 'fieldVisitSheet',
      ...head,
      partyName: party.name,
      partySex: party.sex,
      fileNumber: party.fileNumber,
      requestNumber: research.request.number,
      serviceName: research.request.service,
      researcherName: research.researcher?.name ?? '',
      purpose: research.purpose,
      plannedOn: visit.plannedOn,
      plannedTime: visit.plannedTime,
      place: visit.place,
      directions: visit.directions,
      contacts: party.contactPoints.map(({ kind, value, owner, hours, discreet }) => ({
        kind: domain.contactPointKind[kind],
        value: formatPhone(value),
        owner,
        hours,
        discreet,
      })),
      madeOn: riyadhDay(nowMs),
    },
    `زيارة ميدانية: ${party.name}`,
    { subject: { kind: 'socialResearch', id: research.id }, letterId: null, keep: null },
  ];
}
