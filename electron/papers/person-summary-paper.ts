import { AppError } from '#shared/app-error.ts';
import { arabicPlural } from '#shared/arabic/counted.ts';
import { riyadhDay, riyadhTime } from '#shared/calendar/dual-date.ts';
import { perHeadIncome } from '#shared/circumstances/per-head-income.ts';
import { stateOn } from '#shared/documents/standing.ts';
import type { Member } from '#shared/households/household.ts';
import { ageOn, isThereOn, treeOf } from '#shared/households/household-rules.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { formatPhone } from '#shared/identifiers/mobile.ts';
import type { PartyId } from '#shared/ids.ts';
import { documents as documentWords } from '#shared/locales/ar/documents.ts';
import { domain } from '#shared/locales/ar/domain.ts';
import { household as householdWords } from '#shared/locales/ar/household.ts';
import { nationalities } from '#shared/locales/ar/nationalities.ts';
import { partyRecord } from '#shared/locales/ar/party-record.ts';
import { formatBirth, formatBirthTwin } from '#shared/parties/birth-date.ts';
import { openCases } from '#shared/parties/current-case.ts';
import type { Party } from '#shared/parties/party.ts';
import { channel } from '#shared/policy/channels.ts';
import { STEPS } from '#shared/policy/steps.ts';
import type { Staff } from '#shared/staff/staff.ts';
import { currentFacts, listGivenCategories, listMoney } from '#db/circumstances/circumstance-queries.ts';
import { listContactsOfParty } from '#db/contacts/contact-rows.ts';
import { familyOf, keptOf } from '#db/duplicates/family.ts';
import { householdOf } from '#db/households/household-queries.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { listRequestsOfParty } from '#db/requests/requests-of-party.ts';
import type { Reader } from '#db/transaction.ts';
import { documentsOf } from '../documents/document-service.ts';
import type { PaperHead, PersonSummary, SummaryFact } from '../pdf/documents/paper-sheets.ts';
import { factWords } from './fact-words.ts';

/** More than a page can name; the rest is counted. */
const MOST_REQUESTS = 100;
const LAST_CONTACTS = 4;

/** A file on one page, as it stands today; of a merged record that of the one it was merged into. Errors: notFound. */
export function personSummary(
  { partyId }: { readonly partyId: PartyId },
  { reader, nowMs, staff }: { readonly reader: Reader; readonly nowMs: number; readonly staff: Staff },
  head: PaperHead,
): [
  sheet: { readonly kind: 'personSummary' } & PersonSummary,
  title: string,
  about: {
    readonly subject: { readonly kind: string; readonly id: number };
    readonly letterId: null;
    readonly keep: null;
    readonly discloses: PartyId;
  },
] {
  const kept = keptOf(reader, partyId);
  const party = kept === undefined ? undefined : findParty(reader, kept.id);
  if (party === undefined) throw new AppError('notFound', { kind: 'party', id: partyId });
  const today = riyadhDay(nowMs);
  const family = familyOf(reader, party.id);
  const there = (householdOf(reader, party.id)?.members ?? []).filter((member) => isThereOn(member, today));
  const sheet: PersonSummary = {
    ...head,
    partyName: party.name,
    madeOn: today,
    madeAt: riyadhTime(nowMs),
    staffName: staff.name,
    identity: identityOf(party),
    contacts: party.contactPoints.map(({ kind, value, owner, hours, discreet }) => ({
      kind: domain.contactPointKind[kind],
      value: formatPhone(value),
      owner,
      hours,
      discreet,
    })),
    currentCase: caseOf(reader, family),
    household: treeOf(there)
      .flatMap(({ members }) => members)
      .map((member) => ({
        name: member.name,
        relation: `${relationOf(member)}${member.breadwinner ? `، ${householdWords.breadwinner[member.sex ?? 'unknown']}` : ''}`,
        age: ageWords(member, today),
        about: [member.occupation, member.health].filter((part) => part !== '').join('، '),
      })),
    circumstances: circumstancesOf(reader, party, today),
    perHead: perHeadOf(reader, party, there, today),
    documents: documentsOn(reader, party, today),
    lastContacts: listContactsOfParty(reader, family, LAST_CONTACTS).map((contact) => ({
      day: riyadhDay(contact.happenedAtMs),
      channel: channel(contact.channel).name,
      inquiry: contact.inquiry,
    })),
  };
  return [
    { kind: 'personSummary', ...sheet },
    `ملخص ملف ${party.name}`,
    { subject: { kind: 'party', id: party.id }, letterId: null, keep: null, discloses: party.id },
  ];
}

function identityOf(party: Party): SummaryFact[] {
  const { birth } = party;
  const roleWords = party.sex === 'female' ? domain.partyRoleFemale : domain.partyRole;
  const twin = birth === null ? null : formatBirthTwin(birth);
  return [
    party.idKind === 'none'
      ? { label: partyRecord.field.idNumber, value: `بلا هوية: ${party.noIdReason}` }
      : {
          label: party.idKind === 'nationalId' ? partyRecord.field.idNumber : domain.idKind[party.idKind],
          value: maskIdentifier(party.idNumber),
          code: true,
        },
    { label: 'رقم الملف', value: party.fileNumber ?? '', code: true },
    {
      label: 'الميلاد',
      value: birth === null ? '' : `${formatBirth(birth)}${twin === null ? '' : ` (${twin})`}`,
    },
    {
      label: 'الجنسية والجنس',
      value: [nationalityOf(party), party.sex === null ? '' : domain.sex[party.sex]]
        .filter((part) => part !== '')
        .join('، '),
    },
    { label: 'الشهرة', value: party.aliases.join('، ') },
    { label: 'الصفات', value: party.roles.map((role) => roleWords[role]).join('، ') },
    { label: 'السكن', value: [party.village, party.district].filter((part) => part !== '').join('، ') },
    { label: 'العنوان المختصر', value: party.shortAddress, code: true },
    { label: 'وصف الطريق', value: party.directions },
  ];
}

const nationalityOf = ({ nationality }: Party): string =>
  Object.entries(nationalities).find(([code]) => code === nationality)?.[1] ?? '';

function caseOf(reader: Reader, family: readonly number[]): PersonSummary['currentCase'] {
  const cases = openCases(listRequestsOfParty(reader, family, MOST_REQUESTS));
  const [first] = cases;
  if (first === undefined) return null;
  const { request, missing } = first;
  return {
    service: request.service,
    number: request.number,
    step: `${request.currentStep ?? ''}: ${STEPS.find(({ number }) => number === request.currentStep)?.name ?? ''}`,
    urgent: request.level === 'urgent',
    // The paper is for who sees the case: they get them.
    missing: missing ?? [],
    others: cases.length - 1,
  };
}

function circumstancesOf(reader: Reader, { id, sex }: Party, today: string): SummaryFact[] {
  const facts = currentFacts(reader, [id], today).get(id);
  const categories = listGivenCategories(reader, [id]).filter(
    ({ withdrawn, sinceOn, untilOn }) =>
      withdrawn === null && sinceOn <= today && (untilOn === null || untilOn > today),
  );
  return [
    { label: 'الفئة', value: categories.map(({ name }) => name).join('، ') },
    ...[...(facts?.values() ?? [])].map((fact) => factWords(fact, sex)),
  ];
}

/** Shared out among those who are there; whoever has no household shares with nobody. */
function perHeadOf(
  reader: Reader,
  party: Party,
  there: readonly Member[],
  today: string,
): PersonSummary['perHead'] {
  const files = new Set<PartyId>([party.id]);
  for (const member of there) if (member.partyId !== null) files.add(member.partyId);
  const lines = listMoney(reader, [...files]);
  const { heads, income, gross, net, incomes, essentials } = perHeadIncome(lines, there.length, today);
  return incomes.length === 0 && essentials.length === 0 ? null : { heads, income, gross, net };
}

function documentsOn(reader: Reader, party: Party, today: string): PersonSummary['documents'] {
  const { standing, documents } = documentsOf(reader, party.id, today);
  // Who only asked at the door was never asked for a document: an empty file lacks nothing.
  if (documents.length === 0) return [];
  const missing = standing.filter(({ state }) => state === 'missing');
  const held = documents.filter(({ removed }) => removed === null);
  return [
    ...held.map((document) => ({
      name: document.title === '' ? documentWords.kind[document.kind] : document.title,
      state: documentWords.state[stateOn(document, today)],
      until: document.expiresOn,
    })),
    ...missing.map(({ kind }) => ({
      name: documentWords.kind[kind],
      state: documentWords.state.missing,
      until: null,
    })),
  ];
}

function relationOf({ relation, sex }: Member): string {
  const words: Readonly<Record<string, string>> = householdWords.relation;
  return (sex === 'female' ? words[`${relation}Female`] : undefined) ?? words[relation] ?? '';
}

function ageWords({ birth }: Member, today: string): string {
  const age = birth === null ? null : ageOn(birth, today);
  if (age === null) return '';
  const words = householdWords.age[`years_${arabicPlural(age.years)}`].replace(
    '{{count}}',
    String(age.years),
  );
  return age.exact || age.years === 0 ? words : householdWords.age.about.replace('{{age}}', words);
}
