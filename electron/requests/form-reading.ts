import { AppError } from '#shared/app-error.ts';
import { householdIncome } from '#shared/circumstances/per-head-income.ts';
import { documentKindSchema } from '#shared/documents/document.ts';
import { matchSourceSchema } from '#shared/documents/matching.ts';
import { type Advice, adviceOf } from '#shared/requests/eligibility.ts';
import type { FormFieldStanding, FormRequirement, RequestForm } from '#shared/requests/form-contract.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import type { Party } from '#shared/parties/party.ts';
import { isOpen, isWanting } from '#shared/requests/form-rules.ts';
import { type FormValue, isEmptyValue } from '#shared/requests/form-values.ts';
import type { PartyId, RequestId } from '#shared/ids.ts';
import { listCategories } from '#db/circumstances/category-rows.ts';
import { listGivenCategories, listMoney } from '#db/circumstances/circumstance-queries.ts';
import { sharersOf } from '#db/households/household-queries.ts';
import { isSettled, listFormFields, type StandingField } from '#db/requests/attested-fields.ts';
import { type FormReading, readForm } from '#db/requests/form-fields.ts';
import { listRequirementKeys } from '#db/requests/requirement-writes.ts';
import { findServiceChoice } from '#db/services/service-rows.ts';
import type { Reader } from '#db/transaction.ts';
import { fieldDetail, fieldText } from '../attestation/field-text.ts';
import { documentsOf } from '../documents/document-service.ts';

/** T.4 of a request on a day, filled from the register; not `whole`: identity and IBAN masked. @throws AppError notFound */
export function formOf(reader: Reader, id: RequestId, day: string, whole = true): RequestForm {
  const reading = readForm(reader, id);
  const fields = listFormFields(reader, id, reading);
  if (reading === undefined || fields === undefined) throw new AppError('notFound', { kind: 'request', id });
  const { party } = reading;
  return {
    requestId: id,
    partyId: party.id,
    partyKind: party.kind,
    sex: party.sex,
    day,
    fields: fields.map((field) => standingOf(field, party, day, whole)),
    requirements: requirementsOf(reader, id, party.id, day),
    questions: [...reading.questions],
    advice: adviceFor(reader, reading, day),
  };
}

function standingOf(field: StandingField, party: Party, day: string, whole: boolean): FormFieldStanding {
  const { confirmed, matched, mustAnswer } = field;
  const value = whole ? field.value : masked(field.value);
  const settled = isSettled(field);
  const against = matchSourceSchema.safeParse(matched?.against);
  return {
    field: field.field,
    value,
    text: fieldText(value, party.sex, day),
    detail: fieldDetail(value, party),
    empty: isEmptyValue(value),
    seen: field.sha256,
    state: confirmed === null ? 'open' : settled ? confirmed.state : 'changed',
    confirmed: confirmed === null ? null : { atMs: confirmed.atMs, byName: confirmed.byName },
    matched: matched === null ? null : { ...matched, against: against.success ? against.data : '' },
    open: isOpen({ value, settled, mustAnswer }),
    wanting: isWanting({ value, mustAnswer }),
  };
}

/** What the register holds for each requirement of S.6, on that day: the best document of its kind. */
function requirementsOf(reader: Reader, id: RequestId, partyId: PartyId, day: string): FormRequirement[] {
  const { standing, documents } = documentsOf(reader, partyId, day);
  return listRequirementKeys(reader, id).map(({ key }) => {
    const kind = documentKindSchema.safeParse(key).data ?? null;
    const best = standing.find((one) => one.kind === kind);
    const document = documents.find((one) => one.id === best?.documentId);
    return {
      key,
      kind,
      offer:
        best === undefined || document === undefined
          ? null
          : {
              documentId: document.id,
              state: best.state,
              title: document.title,
              number: document.number,
              issuedOn: document.issuedOn,
              expiresOn: document.expiresOn,
              matchedAtMs: document.matchedAtMs,
              matchedByName: document.matchedByName,
            },
    };
  });
}

/** What the rules of the service say of the applicant on a day; empty: it has none, or is told in words alone. */
function adviceFor(reader: Reader, { party, serviceId }: FormReading, day: string): Advice[] {
  const service = serviceId === null ? undefined : findServiceChoice(reader, serviceId);
  if (service === undefined) return [];
  const categories = listGivenCategories(reader, [party.id])
    .filter(
      ({ withdrawn, sinceOn, untilOn }) => withdrawn === null && sinceOn <= day && (untilOn ?? day) >= day,
    )
    .map(({ categoryId, name }) => ({ id: categoryId, name }));
  const sharers = sharersOf(reader, party.id);
  const files = new Set([party.id, ...sharers.flatMap(({ partyId }) => (partyId === null ? [] : [partyId]))]);
  const lines = listMoney(reader, [...files]);
  const stays = sharers.map(({ member }) => ({
    partyId: member.partyId,
    joinedOn: member.joinedOn,
    leftOn: member.left?.on ?? null,
  }));
  // Of whom neither income nor household was recorded nothing is known: that is not the same as nothing.
  const told = lines.some(({ withdrawn }) => withdrawn === null) || stays.length > 0;
  const perHeadHalalas = told ? householdIncome(lines, stays, party.id, day).net : null;
  const names = new Map<number, string>(listCategories(reader).map(({ id, name }) => [id, name]));
  return adviceOf(service.eligibility, { village: party.village, categories, perHeadHalalas }, names);
}

/** For who judges a case and does not hold the card. */
function masked(value: FormValue): FormValue {
  if (value.field === 'idNumber') return { ...value, number: maskIdentifier(value.number) };
  return value.field === 'iban' ? { ...value, iban: maskIdentifier(value.iban) } : value;
}
