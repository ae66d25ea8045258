import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { addDays } from '#shared/calendar/iso-day.ts';
import type {
  Circumstances,
  RecordedFact,
  Withdrawable,
} from '#shared/circumstances/circumstances-contract.ts';
import type { FactInput } from '#shared/circumstances/facts.ts';
import type { MoneyInput, MoneyLine } from '#shared/circumstances/money.ts';
import type { FactId, MoneyLineId, NeedId, PartyId } from '#shared/ids.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { findGivenCategory, hasCategory } from '#db/circumstances/category-rows.ts';
import {
  listFacts,
  listGivenCategories,
  listMoney,
  listNeeds,
} from '#db/circumstances/circumstance-queries.ts';
import {
  findWithdrawable,
  insertFact,
  insertMoney,
  insertNeed,
  setMoneyEnd,
  setNeedMet,
  setWithdrawn,
} from '#db/circumstances/circumstance-writes.ts';
import { keptOf, requireStanding } from '#db/duplicates/family.ts';
import { sharersOf } from '#db/households/household-queries.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { invalid, requireCome } from '../households/household-checks.ts';
import type { Clock } from '../ports/clock.ts';

export type CircumstanceService = ReturnType<typeof createCircumstanceService>;

type Details = Readonly<Record<string, string | number>>;

/** What is known of somebody's life, each with its day: nothing is written over, and a mistake stays on record. */
export function createCircumstanceService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  function act<T>(
    actor: Actor,
    action: string,
    write: (tx: WriteTransaction, nowMs: number) => { answer: T; partyId: PartyId; details: Details },
  ): T {
    return db.write((tx) => {
      const nowMs = clock.nowMs();
      const { answer, partyId, details } = write(tx, nowMs);
      tx.audit(
        auditEntry(actor, nowMs, `circumstances.${action}`, { kind: 'party', id: partyId }, { ...details }),
      );
      return answer as never;
    });
  }

  /** @throws AppError notFound: none, or withdrawn as a mistake */
  function owner(reader: Reader, what: Withdrawable, id: number): PartyId {
    const found = findWithdrawable(reader, what, id);
    if (found === undefined || found.withdrawn) throw new AppError('notFound', { kind: what, id });
    return found.partyId;
  }

  function moneyLine(reader: Reader, id: MoneyLineId): MoneyLine {
    const partyId = owner(reader, 'money', id);
    const line = listMoney(reader, [partyId]).find((one) => one.id === id);
    if (line === undefined) throw new AppError('notFound', { kind: 'money', id });
    return line;
  }

  return {
    /** A record that was merged answers with what is known of the one that was kept. @throws AppError notFound */
    ofParty(asked: PartyId): Circumstances {
      return db.snapshot((reader) => {
        const kept = keptOf(reader, asked);
        if (kept === undefined) throw new AppError('notFound', { kind: 'party', id: asked });
        const sharers = sharersOf(reader, kept.id);
        const names = new Map<PartyId, string>([[kept.id, kept.name]]);
        for (const { member, partyId } of sharers) if (partyId !== null) names.set(partyId, member.name);
        const sex = findParty(reader, kept.id)?.sex ?? null;
        return {
          person: { ...kept, sex },
          facts: listFacts(reader, [kept.id]).map(masked),
          categories: listGivenCategories(reader, [kept.id]),
          needs: listNeeds(reader, [kept.id]),
          money: {
            lines: listMoney(reader, [...names.keys()]),
            owners: [...names].map(([partyId, name]) => ({ partyId, name })),
            heads: sharers.map(({ member }) => ({
              partyId: member.partyId,
              joinedOn: member.joinedOn,
              leftOn: member.left?.on ?? null,
            })),
          },
        };
      });
    },

    /** @throws AppError notFound, partyMerged, dayNotCome { day } */
    record: (partyId: PartyId, fact: FactInput, actor: Actor): FactId =>
      act(actor, 'recorded', (tx, nowMs) => {
        requireStanding(tx, partyId);
        requireCome(fact.knownOn, riyadhDay(nowMs));
        const id = insertFact(tx, partyId, fact, { by: actor.id, at: nowMs });
        return { answer: id, partyId, details: { kind: fact.kind } };
      }),

    /** @throws AppError notFound */
    withdraw: (what: Withdrawable, id: number, reason: string, actor: Actor): void =>
      act(actor, 'withdrawn', (tx, nowMs) => {
        const partyId = owner(tx, what, id);
        setWithdrawn(tx, what, id, { by: actor.id, at: nowMs, reason });
        return { answer: undefined, partyId, details: { what, id } };
      }),

    /** @throws AppError notFound, categoryStands { name } */
    restore: (what: Withdrawable, id: number, actor: Actor): void =>
      act(actor, 'restored', (tx) => {
        const found = findWithdrawable(tx, what, id);
        if (found === undefined) throw new AppError('notFound', { kind: what, id });
        if (what === 'category') {
          const given = findGivenCategory(tx, id);
          if (given !== undefined && hasCategory(tx, given.party_id, given.category_id))
            throw new AppError('categoryStands', { name: given.name });
        }
        setWithdrawn(tx, what, id, null);
        return { answer: undefined, partyId: found.partyId, details: { what, id } };
      }),

    addMoney: (partyId: PartyId, line: MoneyInput, actor: Actor): MoneyLineId =>
      act(actor, 'moneyAdded', (tx, nowMs) => {
        requireStanding(tx, partyId);
        const id = insertMoney(tx, partyId, line, { by: actor.id, at: nowMs });
        return { answer: id, partyId, details: { kind: line.kind, category: line.category } };
      }),

    /** @throws AppError notFound, invalidInput (from a day before the old line began, or after it ended) */
    changeMoney: (id: MoneyLineId, line: MoneyInput, actor: Actor): MoneyLineId =>
      act(actor, 'moneyChanged', (tx, nowMs) => {
        const was = moneyLine(tx, id);
        if (line.kind !== was.kind) invalid('line.kind', 'invalid');
        if (line.sinceOn > was.sinceOn) {
          if (was.untilOn !== null && line.sinceOn > was.untilOn) invalid('line.sinceOn', 'afterEnd');
          setMoneyEnd(tx, id, addDays(line.sinceOn, -1));
        } else setWithdrawn(tx, 'money', id, { by: actor.id, at: nowMs, reason: '' });
        const added = insertMoney(tx, was.partyId, line, { by: actor.id, at: nowMs }, was);
        return { answer: added, partyId: was.partyId, details: { kind: line.kind, category: line.category } };
      }),

    /** The line that was replaced stands again as it did. @throws AppError notFound, invalidInput */
    undoMoneyChange: (id: MoneyLineId, actor: Actor): void =>
      act(actor, 'moneyChangeUndone', (tx, nowMs) => {
        const line = moneyLine(tx, id);
        if (line.replaces === null) invalid('id', 'invalid');
        const was = listMoney(tx, [line.partyId]).find((one) => one.id === line.replaces);
        setWithdrawn(tx, 'money', id, { by: actor.id, at: nowMs, reason: '' });
        if (was?.withdrawn == null) setMoneyEnd(tx, line.replaces, line.replacedUntilOn);
        else setWithdrawn(tx, 'money', line.replaces, null);
        return { answer: undefined, partyId: line.partyId, details: { kind: line.kind } };
      }),

    /** @throws AppError notFound, invalidInput */
    endMoney: (id: MoneyLineId, untilOn: string | null, actor: Actor): void =>
      act(actor, untilOn === null ? 'moneyResumed' : 'moneyEnded', (tx) => {
        const line = moneyLine(tx, id);
        if (untilOn !== null && untilOn < line.sinceOn) invalid('untilOn', 'endBeforeStart');
        setMoneyEnd(tx, id, untilOn);
        return { answer: undefined, partyId: line.partyId, details: { kind: line.kind } };
      }),

    addNeed: (
      partyId: PartyId,
      need: { readonly need: string; readonly sinceOn: string },
      actor: Actor,
    ): NeedId =>
      act(actor, 'needAdded', (tx, nowMs) => {
        requireStanding(tx, partyId);
        requireCome(need.sinceOn, riyadhDay(nowMs));
        const id = insertNeed(tx, partyId, need, { by: actor.id, at: nowMs });
        return { answer: id, partyId, details: { id } };
      }),

    /** @throws AppError notFound, dayNotCome { day }, invalidInput */
    meetNeed: (id: NeedId, met: { readonly on: string; readonly how: string } | null, actor: Actor): void =>
      act(actor, met === null ? 'needReopened' : 'needMet', (tx, nowMs) => {
        const partyId = owner(tx, 'need', id);
        requireCome(met?.on ?? null, riyadhDay(nowMs));
        const need = listNeeds(tx, [partyId]).find((one) => one.id === id);
        if (met !== null && need !== undefined && met.on < need.sinceOn) invalid('met.on', 'endBeforeStart');
        setNeedMet(tx, id, met);
        return { answer: undefined, partyId, details: { id } };
      }),
  };
}

/** An IBAN leaves the main process with its last four characters; the bank is told beside it. */
const masked = (fact: RecordedFact): RecordedFact =>
  fact.kind === 'iban' ? { ...fact, value: { ...fact.value, iban: maskIdentifier(fact.value.iban) } } : fact;
