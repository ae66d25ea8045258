import { createHash } from 'node:crypto';
import { factsOn, type FactKind, type FactValue } from '#shared/circumstances/facts.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { MoneyLine } from '#shared/circumstances/money.ts';
import type { RequestId } from '#shared/ids.ts';
import { canonicalValue } from '#shared/requests/attested-fields.ts';
import {
  FORM_FIELDS,
  type FormAmount,
  type FormField,
  type FormMember,
  type FormValue,
  type FormValueOf,
} from '#shared/requests/form-values.ts';
import type { Party } from '#shared/parties/party.ts';
import { givenAnswersSchema, type ServiceQuestion, serviceQuestionSchema } from '#shared/services/service.ts';
import { listFacts, listMoney } from '../circumstances/circumstance-queries.ts';
import { sharersOf } from '../households/household-queries.ts';
import { findParty } from '../parties/party-queries.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const request = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('support_request as r')
    .leftJoin('service', 'service.id', 'r.service_id')
    .leftJoin('representative as deed', 'deed.id', 'r.representation_id')
    .leftJoin('party as by', 'by.id', 'deed.representative_id')
    .select([
      'r.party_id',
      'r.service_id',
      'r.service',
      'r.need',
      'r.answers_json',
      'r.opened_at_ms',
      'service.questions_json',
      'deed.kind as deed_kind',
      'deed.deed_number',
      'deed.expires_on',
      'by.name as by_name',
    ])
    .where('r.id', '=', param('id')),
);
type RequestRow = NonNullable<ReturnType<typeof rowOf>>;
const rowOf = (reader: Reader, id: number) => reader.get(request, { id });

/** Of an organisation nobody asks for a birth, a household or a health. */
const OF_ORGANISATIONS: readonly FormField[] = [
  'name',
  'idNumber',
  'mobile',
  'housing',
  'service',
  'need',
  'iban',
  'representation',
];

/** SHA-256 of the canonical form of a value, as hexadecimal. */
export const hashValue = (value: FormValue): string =>
  createHash('sha256').update(canonicalValue(value)).digest('hex');

/** Whose request it is, for which service, and what its form says of each field today. */
export interface FormReading {
  readonly party: Party;
  /** Of the catalogue; null: in words alone. */
  readonly serviceId: number | null;
  /** What this service alone asks. */
  readonly questions: readonly ServiceQuestion[];
  readonly values: readonly FormValue[];
}

/**
 * T.4 filled from what the register knows. The identity and the IBAN are whole. Who came for the applicant is among the
 * fields only where somebody did.
 */
export function readForm(reader: Reader, id: RequestId): FormReading | undefined {
  const row = rowOf(reader, id);
  const party = row && findParty(reader, row.party_id);
  if (row === undefined || party === undefined) return undefined;
  const values = { ...ofPerson(party), ...ofLife(reader, party, row), ...ofRequest(row) };
  const fields = FORM_FIELDS.filter(
    (field) =>
      (party.kind === 'person' || OF_ORGANISATIONS.includes(field)) &&
      (field !== 'representation' || values.representation.by !== null),
  );
  const questions = serviceQuestionSchema.array().parse(JSON.parse(row.questions_json ?? '[]'));
  return {
    party,
    serviceId: row.service_id,
    questions,
    values: [...fields.map((field) => values[field]), ...answersOf(questions, row.answers_json)],
  };
}

function ofPerson(party: Party) {
  const { idKind, idNumber: number, noIdReason, mobile } = party;
  return {
    name: { field: 'name', text: party.name },
    idNumber: { field: 'idNumber', idKind, number, noIdReason },
    birth: { field: 'birth', birth: party.birth },
    nationality: { field: 'nationality', code: party.nationality },
    mobile: { field: 'mobile', mobile },
  } as const satisfies Partial<{ [F in FormField]: FormValueOf<F> }>;
}

function ofLife(reader: Reader, party: Party, row: RequestRow) {
  const known = factsOn(listFacts(reader, [party.id]), LAST_DAY);
  const fact = <K extends FactKind>(kind: K): FactValue<K> | undefined =>
    known.get(kind)?.value as FactValue<K> | undefined;
  const there = sharersOf(reader, party.id).filter(({ member }) => member.left === null);
  const files = new Set([party.id, ...there.flatMap(({ partyId }) => (partyId === null ? [] : [partyId]))]);
  // What had ended before the request was opened says nothing of its need.
  const openedOn = riyadhDay(row.opened_at_ms);
  const lines = listMoney(reader, [...files]).filter(
    ({ withdrawn, untilOn }) => withdrawn === null && (untilOn === null || untilOn >= openedOn),
  );
  const housing = fact('housing');
  const work = fact('work');
  const health = fact('health');
  const iban = fact('iban');
  return {
    socialStatus: { field: 'socialStatus', status: fact('socialStatus')?.status ?? null },
    housing: {
      field: 'housing',
      village: party.village,
      district: party.district,
      shortAddress: party.shortAddress,
      directions: party.directions,
      tenure: housing?.tenure ?? null,
      rentHalalas: housing?.rentHalalas ?? null,
      state: housing?.state ?? null,
      rooms: housing?.rooms ?? null,
    },
    household: { field: 'household', members: there.map(({ member }) => memberOf(member)) },
    income: { field: 'income', amounts: lines.filter(({ kind }) => kind === 'income').map(amountOf) },
    expenses: { field: 'expenses', amounts: lines.filter(({ kind }) => kind !== 'income').map(amountOf) },
    work: {
      field: 'work',
      state: work?.state ?? null,
      job: work?.job ?? '',
      employer: work?.employer ?? '',
    },
    health: {
      field: 'health',
      state: health?.state ?? null,
      illness: health?.illness ?? '',
      disability: health?.disability ?? null,
    },
    iban: { field: 'iban', iban: iban?.iban ?? '', holder: iban?.holder ?? '' },
  } as const satisfies Partial<{ [F in FormField]: FormValueOf<F> }>;
}

/** Whatever was recorded by now: nothing is recorded of a day that has not come. */
const LAST_DAY = '9999-12-31';

const memberOf = ({
  name,
  relation,
  birth,
  joinedOn,
}: Pick<FormMember, 'name' | 'relation' | 'birth' | 'joinedOn'>): FormMember => ({
  name,
  relation,
  birth,
  joinedOn,
});

const amountOf = (line: MoneyLine): FormAmount => ({
  category: line.category,
  detail: line.detail,
  monthlyHalalas: line.monthlyHalalas,
  totalHalalas: line.totalHalalas,
  sinceOn: line.sinceOn,
  untilOn: line.untilOn,
});

function ofRequest(row: RequestRow) {
  return {
    service: { field: 'service', text: row.service },
    need: { field: 'need', text: row.need },
    representation: {
      field: 'representation',
      by:
        row.by_name === null || row.deed_kind === null
          ? null
          : {
              name: row.by_name,
              kind: row.deed_kind as NonNullable<FormValueOf<'representation'>['by']>['kind'],
              deedNumber: row.deed_number ?? '',
              expiresOn: row.expires_on,
            },
    },
  } as const satisfies Partial<{ [F in FormField]: FormValueOf<F> }>;
}

/** Questions of its service, answered or not; an answer whose question was taken away since stays as it was given. */
function answersOf(questions: readonly ServiceQuestion[], answers: string): FormValueOf<'answer'>[] {
  const given = givenAnswersSchema.parse(JSON.parse(answers));
  const asked = questions.map(({ key, label }) => ({ key, question: label }));
  const left = Object.keys(given)
    .filter((key) => given[key] !== '' && !questions.some((one) => one.key === key))
    .map((key) => ({ key, question: key }));
  return [...asked, ...left].map(({ key, question }) => ({
    field: 'answer',
    key,
    question,
    answer: given[key] ?? '',
  }));
}
