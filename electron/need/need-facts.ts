import { factsOn, type FactKind } from '#shared/circumstances/facts.ts';
import { householdIncome, type HouseholdIncome } from '#shared/circumstances/per-head-income.ts';
import { countsOn, type MoneyLine } from '#shared/circumstances/money.ts';
import type { RecordedFact } from '#shared/circumstances/circumstances-contract.ts';
import { ageOn, isThereOn } from '#shared/households/household-rules.ts';
import type { Member } from '#shared/households/household.ts';
import type { PartyId } from '#shared/ids.ts';
import type { NeedFacts } from '#shared/need/assess-need.ts';
import { listFacts, listMoney } from '#db/circumstances/circumstance-queries.ts';
import { sharersOf } from '#db/households/household-queries.ts';
import type { Reader } from '#db/transaction.ts';

/** What the register tells of a household on a day, as the committee and the need read it. */
export interface HouseholdFacts {
  /** Of the person alone. */
  readonly facts: ReadonlyMap<FactKind, RecordedFact>;
  /** Who is there; empty: no household is recorded. */
  readonly there: readonly Member[];
  readonly minors: number;
  /** Null: no line of money is recorded. */
  readonly income: HouseholdIncome | null;
  readonly debts: number | null;
  /** Of everybody there who has a file: the gravest that is recorded. */
  readonly health: string | null;
}

const OF_AGE = 18;

/** From the gravest down: a disability weighs before an illness. */
const GRAVITY = ['disability', 'elderlyCare', 'chronic', 'ill', 'well'] as const;

/** @param person a record that was not merged into another one */
export function readHousehold(reader: Reader, person: PartyId, day: string): HouseholdFacts {
  const sharers = sharersOf(reader, person);
  const there = sharers.flatMap(({ member }) => (isThereOn(member, day) ? [member] : []));
  const everybody = new Set([person, ...sharers.flatMap(({ partyId }) => partyId ?? [])]);
  const files = new Set([person, ...there.flatMap(({ partyId }) => partyId ?? [])]);
  const facts = Map.groupBy(listFacts(reader, [...files]), ({ partyId }) => partyId);
  const lines = listMoney(reader, [...everybody]);
  const stays = sharers.map(({ member }) => ({
    partyId: member.partyId,
    joinedOn: member.joinedOn,
    leftOn: member.left?.on ?? null,
  }));
  const counted = lines.filter((line) => files.has(line.partyId) && countsOn(line, day));
  return {
    facts: factsOn(facts.get(person) ?? [], day),
    there,
    minors: there.filter(({ birth }) => birth !== null && (ageOn(birth, day)?.years ?? OF_AGE) < OF_AGE)
      .length,
    income: counted.length === 0 ? null : householdIncome(lines, stays, person, day),
    debts: counted.length === 0 ? null : owed(counted),
    health: gravest([...files].map((id) => factsOn(facts.get(id) ?? [], day).get('health'))),
  };
}

/** Halalas: what is owed of every debt that still counts. */
const owed = (lines: readonly MoneyLine[]): number =>
  lines.reduce((total, line) => total + (line.kind === 'debt' ? (line.totalHalalas ?? 0) : 0), 0);

function gravest(found: readonly (RecordedFact | undefined)[]): string | null {
  const codes = found.flatMap((fact) => {
    if (fact?.kind !== 'health') return [];
    return fact.value.disability === 'none' ? [fact.value.state] : ['disability'];
  });
  return GRAVITY.find((code) => codes.includes(code)) ?? null;
}

/** The measures of need, as the register has them. */
export function needFactsOf(household: HouseholdFacts, judged: NeedFacts['judged']): NeedFacts {
  const { facts, there, income, debts, health } = household;
  const status = facts.get('socialStatus');
  const housing = facts.get('housing');
  return {
    perHeadIncome: income?.net ?? null,
    debts,
    people: there.length === 0 ? null : there.length,
    socialStatus: status?.kind === 'socialStatus' ? status.value.status : null,
    health,
    housingState: housing?.kind === 'housing' ? housing.value.state : null,
    tenure: housing?.kind === 'housing' ? housing.value.tenure : null,
    judged,
  };
}
