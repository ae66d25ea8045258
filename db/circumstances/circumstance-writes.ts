import type { Withdrawable } from '#shared/circumstances/circumstances-contract.ts';
import type { FactInput } from '#shared/circumstances/facts.ts';
import type { MoneyInput, MoneyLine } from '#shared/circumstances/money.ts';
import type { FactId, MoneyLineId, NeedId, PartyId, StaffId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** Whose act it is, and when. */
export type By = { readonly by: StaffId; readonly at: number };

const addFact = statement<
  By & { party: number; kind: string; value: string; known: string; source: string }
>()((param) =>
  queries.insertInto('party_fact').values({
    party_id: param('party'),
    kind: param('kind'),
    value_json: param('value'),
    known_on: param('known'),
    source: param('source'),
    recorded_at_ms: param('at'),
    recorded_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
    withdraw_reason: '',
  }),
);
/** Beside what stands: nothing is written over. */
export const insertFact = (tx: WriteTransaction, party: PartyId, fact: FactInput, act: By): FactId =>
  tx.run(addFact, {
    ...act,
    party,
    kind: fact.kind,
    value: JSON.stringify(fact.value),
    known: fact.knownOn,
    source: fact.source,
  }).id as FactId;

const addMoney = statement<
  By & {
    party: number;
    kind: string;
    category: string;
    detail: string;
    monthly: number;
    total: number | null;
    since: string;
    until: string | null;
    source: string;
    replaces: number | null;
    replacedUntil: string | null;
  }
>()((param) =>
  queries.insertInto('money_line').values({
    party_id: param('party'),
    kind: param('kind'),
    category: param('category'),
    detail: param('detail'),
    monthly_halalas: param('monthly'),
    total_halalas: param('total'),
    since_on: param('since'),
    until_on: param('until'),
    source: param('source'),
    replaces: param('replaces'),
    replaced_until_on: param('replacedUntil'),
    recorded_at_ms: param('at'),
    recorded_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
    withdraw_reason: '',
  }),
);
export const insertMoney = (
  tx: WriteTransaction,
  party: PartyId,
  line: MoneyInput,
  act: By,
  replaces: Pick<MoneyLine, 'id' | 'untilOn'> | null = null,
): MoneyLineId =>
  tx.run(addMoney, {
    ...act,
    party,
    kind: line.kind,
    category: line.category,
    detail: line.detail,
    monthly: line.monthlyHalalas,
    total: line.totalHalalas,
    since: line.sinceOn,
    until: line.untilOn,
    source: line.source,
    replaces: replaces?.id ?? null,
    replacedUntil: replaces?.untilOn ?? null,
  }).id as MoneyLineId;

const endMoney = statement<{ id: number; until: string | null }>()((param) =>
  queries
    .updateTable('money_line')
    .set({ until_on: param('until') })
    .where('id', '=', param('id')),
);
export const setMoneyEnd = (tx: WriteTransaction, id: MoneyLineId, until: string | null): void => {
  tx.run(endMoney, { id, until });
};

const addNeed = statement<By & { party: number; need: string; since: string }>()((param) =>
  queries.insertInto('party_need').values({
    party_id: param('party'),
    need: param('need'),
    since_on: param('since'),
    met_on: null,
    outcome: '',
    recorded_at_ms: param('at'),
    recorded_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
    withdraw_reason: '',
  }),
);
export const insertNeed = (
  tx: WriteTransaction,
  party: PartyId,
  { need, sinceOn }: { readonly need: string; readonly sinceOn: string },
  act: By,
): NeedId => tx.run(addNeed, { ...act, party, need, since: sinceOn }).id as NeedId;

const meetNeed = statement<{ id: number; on: string | null; how: string }>()((param) =>
  queries
    .updateTable('party_need')
    .set({ met_on: param('on'), outcome: param('how') })
    .where('id', '=', param('id')),
);
export const setNeedMet = (
  tx: WriteTransaction,
  id: NeedId,
  met: { readonly on: string; readonly how: string } | null,
): void => {
  tx.run(meetNeed, { id, on: met?.on ?? null, how: met?.how ?? '' });
};

const TABLES = {
  fact: 'party_fact',
  money: 'money_line',
  category: 'party_category',
  need: 'party_need',
} as const satisfies Readonly<Record<Withdrawable, string>>;

type Withdrawal = { id: number; at: number | null; by: number | null; reason: string };
const withdrawalOf = (table: (typeof TABLES)[Withdrawable]) => ({
  set: statement<Withdrawal>()((param) =>
    queries
      .updateTable(table)
      .set({
        withdrawn_at_ms: param('at'),
        withdrawn_by: param('by'),
        withdraw_reason: param('reason'),
      })
      .where('id', '=', param('id')),
  ),
  find: statement<{ id: number }>()((param) =>
    queries.selectFrom(table).select(['id', 'party_id', 'withdrawn_at_ms']).where('id', '=', param('id')),
  ),
});
const withdrawals = {
  fact: withdrawalOf(TABLES.fact),
  money: withdrawalOf(TABLES.money),
  category: withdrawalOf(TABLES.category),
  need: withdrawalOf(TABLES.need),
};

/** Whose record it is, and whether it was withdrawn; undefined: there is none. */
export function findWithdrawable(
  reader: Reader,
  what: Withdrawable,
  id: number,
): { readonly partyId: PartyId; readonly withdrawn: boolean } | undefined {
  const row = reader.get(withdrawals[what].find, { id });
  return row && { partyId: row.party_id as PartyId, withdrawn: row.withdrawn_at_ms !== null };
}

/** A mistake: it stays on record, and counts no more; with null it counts again. */
export const setWithdrawn = (
  tx: WriteTransaction,
  what: Withdrawable,
  id: number,
  withdrawn: (By & { readonly reason: string }) | null,
): void => {
  tx.run(withdrawals[what].set, {
    id,
    at: withdrawn?.at ?? null,
    by: withdrawn?.by ?? null,
    reason: withdrawn?.reason ?? '',
  });
};
