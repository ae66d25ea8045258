import { idsIn } from '../parties/family-param.ts';
import type { GivenCategory, Need } from '#shared/circumstances/categories.ts';
import type { RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { bankOf } from '#shared/circumstances/banks.ts';
import { FACT_VALUES, factsOn, type FactKind, type FactValue } from '#shared/circumstances/facts.ts';
import type { MoneyLine } from '#shared/circumstances/money.ts';
import type { PartyId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

const facts = statement<{ parties: string }>()((param) =>
  queries
    .selectFrom('party_fact as fact')
    .innerJoin('staff as recorder', 'recorder.id', 'fact.recorded_by')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'fact.withdrawn_by')
    .select([
      'fact.id',
      'fact.party_id',
      'fact.kind',
      'fact.value_json',
      'fact.known_on',
      'fact.source',
      'fact.recorded_at_ms',
      'recorder.name as recorder_name',
      'fact.withdrawn_at_ms',
      'withdrawer.name as withdrawer_name',
      'fact.withdraw_reason',
    ])
    .where('fact.party_id', 'in', idsIn(param('parties')))
    .orderBy('fact.known_on', 'desc')
    .orderBy('fact.id', 'desc'),
);
const money = statement<{ parties: string }>()((param) =>
  queries
    .selectFrom('money_line as line')
    .innerJoin('staff as recorder', 'recorder.id', 'line.recorded_by')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'line.withdrawn_by')
    .select([
      'line.id',
      'line.party_id',
      'line.kind',
      'line.category',
      'line.detail',
      'line.monthly_halalas',
      'line.total_halalas',
      'line.since_on',
      'line.until_on',
      'line.source',
      'line.replaces',
      'line.replaced_until_on',
      'line.recorded_at_ms',
      'recorder.name as recorder_name',
      'line.withdrawn_at_ms',
      'withdrawer.name as withdrawer_name',
      'line.withdraw_reason',
    ])
    .where('line.party_id', 'in', idsIn(param('parties')))
    .orderBy('line.id'),
);
const categories = statement<{ parties: string }>()((param) =>
  queries
    .selectFrom('party_category as given')
    .innerJoin('category', 'category.id', 'given.category_id')
    .innerJoin('staff as recorder', 'recorder.id', 'given.recorded_by')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'given.withdrawn_by')
    .select([
      'given.id',
      'given.party_id',
      'given.category_id',
      'category.name',
      'given.since_on',
      'given.until_on',
      'given.reason',
      'given.end_reason',
      'given.recorded_at_ms',
      'recorder.name as recorder_name',
      'given.withdrawn_at_ms',
      'withdrawer.name as withdrawer_name',
      'given.withdraw_reason',
    ])
    .where('given.party_id', 'in', idsIn(param('parties')))
    .orderBy('category.position')
    .orderBy('given.id'),
);
const needs = statement<{ parties: string }>()((param) =>
  queries
    .selectFrom('party_need as need')
    .innerJoin('staff as recorder', 'recorder.id', 'need.recorded_by')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'need.withdrawn_by')
    .select([
      'need.id',
      'need.party_id',
      'need.need',
      'need.since_on',
      'need.met_on',
      'need.outcome',
      'need.recorded_at_ms',
      'recorder.name as recorder_name',
      'need.withdrawn_at_ms',
      'withdrawer.name as withdrawer_name',
      'need.withdraw_reason',
    ])
    .where('need.party_id', 'in', idsIn(param('parties')))
    .orderBy('need.since_on', 'desc')
    .orderBy('need.id', 'desc'),
);

interface Withdrawable {
  readonly withdrawn_at_ms: number | null;
  readonly withdrawer_name: string | null;
  readonly withdraw_reason: string;
}
const withdrawnOf = (row: Withdrawable) =>
  row.withdrawn_at_ms === null
    ? null
    : { by: row.withdrawer_name ?? '', atMs: row.withdrawn_at_ms, reason: row.withdraw_reason };

const json = (ids: readonly number[]): string => JSON.stringify(ids);

/** Every fact that was ever recorded of some people, newest first, with an IBAN whole. One statement. */
export const listFacts = (
  reader: Reader,
  partyIds: readonly PartyId[],
): (RecordedFact & { readonly partyId: PartyId })[] =>
  reader.all(facts, { parties: json(partyIds) }).map((row) => {
    const kind = row.kind as FactKind;
    const value: unknown = JSON.parse(row.value_json);
    return {
      partyId: row.party_id as PartyId,
      id: row.id as RecordedFact['id'],
      kind,
      // What was written here was checked by the same schema; a later field of it gets its default.
      value: FACT_VALUES[kind].parse(value),
      ...(kind === 'iban' ? { bank: bankOf((value as FactValue<'iban'>).iban) } : {}),
      knownOn: row.known_on,
      source: row.source,
      recordedBy: row.recorder_name,
      recordedAtMs: row.recorded_at_ms,
      withdrawn: withdrawnOf(row),
    } as RecordedFact & { partyId: PartyId };
  });

/** What was known of each of some people on a day, by kind. Two people or two hundred: one statement. */
export function currentFacts(
  reader: Reader,
  partyIds: readonly PartyId[],
  day: string,
): Map<PartyId, Map<FactKind, RecordedFact>> {
  const all = Map.groupBy(listFacts(reader, partyIds), (fact) => fact.partyId);
  return new Map(partyIds.map((id) => [id, factsOn(all.get(id) ?? [], day)]));
}

/** Lines of some people's files, in the order in which they were written, withdrawn ones too. */
export const listMoney = (reader: Reader, partyIds: readonly PartyId[]): MoneyLine[] =>
  reader.all(money, { parties: json(partyIds) }).map((row) => ({
    id: row.id as MoneyLine['id'],
    partyId: row.party_id as PartyId,
    kind: row.kind as MoneyLine['kind'],
    category: row.category as MoneyLine['category'],
    detail: row.detail,
    monthlyHalalas: row.monthly_halalas,
    totalHalalas: row.total_halalas,
    sinceOn: row.since_on,
    untilOn: row.until_on,
    source: row.source,
    replaces: row.replaces as MoneyLine['replaces'],
    replacedUntilOn: row.replaced_until_on,
    recordedBy: row.recorder_name,
    recordedAtMs: row.recorded_at_ms,
    withdrawn: withdrawnOf(row),
  }));

export const listGivenCategories = (
  reader: Reader,
  partyIds: readonly PartyId[],
): (GivenCategory & { readonly partyId: PartyId })[] =>
  reader.all(categories, { parties: json(partyIds) }).map((row) => ({
    partyId: row.party_id as PartyId,
    id: row.id as GivenCategory['id'],
    categoryId: row.category_id as GivenCategory['categoryId'],
    name: row.name,
    sinceOn: row.since_on,
    untilOn: row.until_on,
    reason: row.reason,
    endReason: row.end_reason,
    recordedBy: row.recorder_name,
    recordedAtMs: row.recorded_at_ms,
    withdrawn: withdrawnOf(row),
  }));

export const listNeeds = (
  reader: Reader,
  partyIds: readonly PartyId[],
): (Need & { readonly partyId: PartyId })[] =>
  reader.all(needs, { parties: json(partyIds) }).map((row) => ({
    partyId: row.party_id as PartyId,
    id: row.id as Need['id'],
    need: row.need,
    sinceOn: row.since_on,
    met: row.met_on === null ? null : { on: row.met_on, how: row.outcome },
    recordedBy: row.recorder_name,
    recordedAtMs: row.recorded_at_ms,
    withdrawn: withdrawnOf(row),
  }));
