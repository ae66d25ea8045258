import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { AgreementId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findAgreement } from '#db/agreements/agreement-queries.ts';
import type { Reader } from '#db/transaction.ts';
import type { AgreementRecord, PaperHead } from '../pdf/documents/paper-sheets.ts';

/** P.2: an agreement on paper, as it stands today. Error: notFound. */
export function agreementRecord(
  { agreementId }: { readonly agreementId: AgreementId },
  { reader, nowMs, staff }: { readonly reader: Reader; readonly nowMs: number; readonly staff: Staff },
  head: PaperHead,
): [
  sheet: { readonly kind: 'agreementRecord' } & AgreementRecord,
  title: string,
  about: {
    readonly subject: { readonly kind: string; readonly id: number };
    readonly letterId: null;
    readonly keep: null;
  },
] {
  const madeOn = riyadhDay(nowMs);
  const agreement = findAgreement(reader, agreementId, madeOn);
  if (agreement === undefined) throw new AppError('notFound', { kind: 'agreement', id: agreementId });
  return [
    { kind: 'agreementRecord', ...head, agreement, madeOn, staffName: staff.name },
    `بيان اتفاقية: ${agreement.title}`,
    { subject: { kind: 'agreement', id: agreementId }, letterId: null, keep: null },
  ];
}
