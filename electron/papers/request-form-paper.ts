import { AppError } from '#shared/app-error.ts';
import { arabicPlural } from '#shared/arabic/counted.ts';
import { dualDate, formatHijri, riyadhDay } from '#shared/calendar/dual-date.ts';
import { MONEY_CATEGORIES } from '#shared/circumstances/money.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import { ageOn } from '#shared/households/household-rules.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { attestationPaper } from '#shared/locales/ar/attestation-paper.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { household as householdWords } from '#shared/locales/ar/household.ts';
import { money } from '#shared/locales/ar/money.ts';
import type { FormFieldStanding, RequestForm } from '#shared/requests/form-contract.ts';
import type { FormAmount, FormValueOf } from '#shared/requests/form-values.ts';
import type { Requirement, SupportRequest } from '#shared/requests/request.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { findRequest } from '#db/requests/request-queries.ts';
import type { Reader } from '#db/transaction.ts';
import { fieldLabel } from '../attestation/field-text.ts';
import { formOf } from '../requests/form-reading.ts';
import type { PaperHead } from '../pdf/documents/paper-sheets.ts';
import type { RequestFormRow, RequestFormSheet } from '../pdf/documents/request-form-sheet.ts';

const CODES: readonly FormFieldStanding['value']['field'][] = ['idNumber', 'mobile', 'iban'];
/** What stands in tables and sections of its own. */
const APART: readonly FormFieldStanding['value']['field'][] = ['name', 'service', 'need', 'answer'];

/**
 * «طلب دعم مستفيد» (T.4) filled from the register as it stands today. Whose data leave the desk with it is disclosed.
 * Errors: notFound.
 */
export function supportRequestForm(
  { requestId }: { readonly requestId: RequestId },
  { reader, nowMs, staff }: { readonly reader: Reader; readonly nowMs: number; readonly staff: Staff },
  head: PaperHead,
): [
  sheet: { readonly kind: 'supportRequestForm' } & RequestFormSheet,
  title: string,
  about: {
    readonly subject: { readonly kind: string; readonly id: number };
    readonly letterId: null;
    readonly keep: null;
    readonly discloses: PartyId;
  },
] {
  const request = findRequest(reader, requestId);
  if (request === undefined) throw new AppError('notFound', { kind: 'request', id: requestId });
  const day = riyadhDay(nowMs);
  const form = formOf(reader, requestId, day);
  const party = findParty(reader, request.partyId);
  const valueOf = <F extends FormFieldStanding['value']['field']>(field: F): FormValueOf<F> | undefined =>
    form.fields.find(({ value }) => value.field === field)?.value as FormValueOf<F> | undefined;
  const sheet: RequestFormSheet = {
    ...head,
    requestNumber: request.number,
    fileNumber: party?.fileNumber ?? null,
    madeOn: day,
    staffName: staff.name,
    applicantTitle: attestationPaper.applicant[form.sex ?? 'unknown'],
    applicantName: request.partyName,
    level: levelOf(request),
    rows: form.fields.filter(({ value }) => !APART.includes(value.field)).map(rowOf),
    members: (valueOf('household')?.members ?? []).map(({ name, relation, birth }) => {
      const age = birth === null ? null : ageOn(birth, day);
      return {
        name,
        relation: householdWords.relation[relation],
        age: age === null ? '' : yearsOf(age.years),
      };
    }),
    amounts: [...(valueOf('income')?.amounts ?? []), ...(valueOf('expenses')?.amounts ?? [])]
      .filter(({ untilOn }) => untilOn === null || untilOn >= day)
      .map(amountOf),
    asked: askedOf(form),
    requirements: request.requirements.map((one) => ({ name: one.name, state: stateOf(one) })),
  };
  return [
    { kind: 'supportRequestForm', ...sheet },
    `طلب دعم مستفيد: ${request.partyName}`,
    {
      subject: { kind: 'request', id: requestId },
      letterId: null,
      keep: null,
      discloses: request.partyId,
    },
  ];
}

const levelOf = ({ level, levelReason }: SupportRequest): string =>
  levelReason === '' ? domain.requestLevel[level] : `${domain.requestLevel[level]}: ${levelReason}`;

const rowOf = ({ value, text, state, matched }: FormFieldStanding): RequestFormRow => ({
  label: fieldLabel(value),
  text,
  code: CODES.includes(value.field),
  mark: state === 'open' || state === 'changed' ? 'open' : matched === null ? 'told' : 'matched',
});

const askedOf = ({ fields }: RequestForm): RequestFormSheet['asked'] =>
  fields
    .filter(({ value }) => value.field === 'service' || value.field === 'need' || value.field === 'answer')
    .map(({ value, text }) => ({ label: fieldLabel(value), text }));

function amountOf({ category, detail, monthlyHalalas, totalHalalas }: FormAmount) {
  const kind = (MONEY_CATEGORIES.income as readonly string[]).includes(category)
    ? money.kindOne.income
    : (MONEY_CATEGORIES.debt as readonly string[]).includes(category)
      ? money.kindOne.debt
      : money.kindOne.expense;
  const riyals = (halalas: number): string => money.amount.replace('{{amount}}', formatAmount(halalas));
  const owed = totalHalalas === null ? '' : `، أصله ${riyals(totalHalalas)}`;
  return {
    kind,
    name: `${money.category[category]}${detail === '' ? '' : ` (${detail})`}${owed}`,
    monthly: riyals(monthlyHalalas),
  };
}

/** «12 سنة» */
const yearsOf = (count: number): string =>
  householdWords.age[`years_${arabicPlural(count)}`].replace('{{count}}', String(count));

/** What became of it, with its day: «طُوبق، صالح حتى …». */
function stateOf({ state, atMs, validUntil, dueOn }: Requirement): string {
  const hijri = (day: string): string => formatHijri(dualDate(day).hijri);
  if (state === 'notNeeded') return 'لا يلزم لهذه الفئة';
  if (state === 'needed') return dueOn === null ? 'مطلوب' : `مطلوب، يُحضر في ${hijri(dueOn)}`;
  const when = atMs === null ? '' : ` في ${hijri(riyadhDay(atMs))}`;
  return validUntil === null ? `طُوبق${when}` : `طُوبق${when}، صالح حتى ${hijri(validUntil)}`;
}
