import { AppError } from '#shared/app-error.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import {
  type Household,
  type LeaveReason,
  type MemberInput,
  type Relation,
  sexOf,
} from '#shared/households/household.ts';
import type { MemberRecord } from '#shared/households/households-contract.ts';
import type { MemberId, PartyId } from '#shared/ids.ts';
import { maskIdentifier } from '#shared/identifiers/mask.ts';
import { bornAfter } from '#shared/parties/birth-date.ts';
import type { Party } from '#shared/parties/party.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import { keptOf, requireStanding } from '#db/duplicates/family.ts';
import { findMemberRow, findMembership, householdOf, memberRows } from '#db/households/household-queries.ts';
import { memberOf, memberRecordOf, type MemberRow } from '#db/households/household-rows.ts';
import {
  insertHousehold,
  insertMember,
  setMemberBreadwinner,
  setMemberLeft,
  setMemberParty,
  setMemberRelation,
  setMemberWithdrawn,
  updateMember,
} from '#db/households/household-writes.ts';
import type { Database } from '#db/open-database.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { insertParty } from '#db/parties/party-writes.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { copyOf, headOf, invalid, requireCome, requireRow, subjectOf } from './household-checks.ts';
import { BLANK_MEMBER, fileOfMember, takeFileBack } from './member-file.ts';

type Person = Pick<Party, 'id' | 'name' | 'sex'>;

export type HouseholdService = ReturnType<typeof createHouseholdService>;

/** الأسرة: who lives together, who supports whom, who left and why; a person belongs to one household at a time. */
export function createHouseholdService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** One act on one member, logged by the names of what it touched. */
  function act<T>(
    id: MemberId,
    action: string,
    actor: Actor,
    write: (tx: WriteTransaction, row: MemberRow, nowMs: number) => T,
    details: Readonly<Record<string, string | number | boolean>> = {},
  ): T {
    return db.write((tx) => {
      const nowMs = clock.nowMs();
      const row = requireRow(tx, id);
      const answer: unknown = write(tx, row, nowMs);
      tx.audit(auditEntry(actor, nowMs, `household.${action}`, subjectOf(row), { memberId: id, ...details }));
      return answer as never;
    });
  }

  /** @throws AppError memberElsewhere { name, head }, memberTwice { name } */
  function refuseElsewhere(reader: Reader, partyId: PartyId, household: number | null, name: string): void {
    const place = findMembership(reader, partyId);
    if (place === undefined) return;
    if (place.household_id === household) throw new AppError('memberTwice', { name });
    throw new AppError('memberElsewhere', { name, head: headOf(reader, place.household_id, name) });
  }

  /** The household of a person, made with them as its head where there is none. */
  function householdFor(tx: WriteTransaction, partyId: PartyId, actor: Actor, nowMs: number): number {
    const place = findMembership(tx, partyId);
    if (place !== undefined) return place.household_id;
    const household = insertHousehold(tx, actor.id, nowMs);
    insertMember(tx, household, { ...BLANK_MEMBER, partyId, relation: 'head' }, actor.id, nowMs);
    tx.audit(auditEntry(actor, nowMs, 'household.opened', { kind: 'party', id: partyId }));
    return household;
  }

  /** Leaves the household they are in and goes on in another, in the same transaction. */
  function moveHere(
    tx: WriteTransaction,
    household: number,
    member: MemberInput,
    on: string,
    actor: Actor,
    nowMs: number,
  ): MemberId {
    const from = member.partyId === null ? undefined : findMembership(tx, member.partyId);
    if (from === undefined) return insertMember(tx, household, member, actor.id, nowMs);
    setMemberLeft(tx, from.id, { on, reason: 'moved', note: '' });
    return insertMember(tx, household, { ...member, joinedOn: on }, actor.id, nowMs, from.id);
  }

  return {
    /** Masked. A record that was merged answers with the household of the one that was kept. @throws AppError notFound */
    ofParty(asked: PartyId): { person: Person; household: Household | null } {
      return db.snapshot((reader) => {
        const party = findParty(reader, keptOf(reader, asked)?.id ?? asked);
        if (party === undefined) throw new AppError('notFound', { kind: 'party', id: asked });
        const { id, name, sex } = party;
        const household = householdOf(reader, id);
        const masked = household?.members.map((member) => ({
          ...member,
          idNumber: maskIdentifier(member.idNumber),
        }));
        return {
          person: { id, name, sex },
          household: household === null ? null : { ...household, members: masked ?? [] },
        };
      });
    },

    /** Whole, to be edited; the look is logged. @throws AppError notFound */
    member(id: MemberId, actor: Actor): MemberRecord {
      return db.write((tx) => {
        const row = requireRow(tx, id);
        auditRepeated(
          tx,
          auditEntry(actor, clock.nowMs(), 'household.memberRead', subjectOf(row), { memberId: id }),
        );
        return memberRecordOf(row);
      });
    },

    /** @throws AppError as `households.saveMember` of the contract */
    saveMember(
      input: {
        readonly partyId: PartyId;
        readonly id: MemberId | null;
        readonly member: MemberInput;
        readonly move: { readonly on: string } | null;
      },
      actor: Actor,
    ): MemberId {
      const { partyId, id, member, move } = input;
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const today = riyadhDay(nowMs);
        requireStanding(tx, partyId);
        requireCome(member.joinedOn, today);
        if (member.birth !== null && bornAfter(member.birth, today))
          invalid('member.birth.printed', 'birth.future');
        if (id !== null) {
          const row = requireRow(tx, id);
          if (row.left_on !== null && member.joinedOn !== null && row.left_on < member.joinedOn)
            invalid('member.joinedOn', 'endBeforeStart');
          updateMember(tx, id, { ...member, partyId: row.party_id as PartyId | null });
          tx.audit(auditEntry(actor, nowMs, 'household.memberChanged', subjectOf(row), { memberId: id }));
          return id;
        }
        const household = householdFor(tx, partyId, actor, nowMs);
        if (member.relation === 'head' && memberRows(tx, household).some(isHead))
          invalid('member.relation', 'secondHead');
        if (member.partyId !== null) {
          requireStanding(tx, member.partyId);
          const { name, sex } = findParty(tx, member.partyId) ?? { name: '', sex: null };
          const implied = sexOf(member.relation);
          if (sex !== null && implied !== null && sex !== implied) invalid('member.relation', 'relationSex');
          if (member.partyId === partyId) throw new AppError('memberTwice', { name });
          const there = findMembership(tx, member.partyId);
          if (move === null || there?.household_id === household)
            refuseElsewhere(tx, member.partyId, household, name);
        }
        requireCome(move?.on ?? null, today);
        const added =
          move === null
            ? insertMember(tx, household, member, actor.id, nowMs)
            : moveHere(tx, household, member, move.on, actor, nowMs);
        const action = move === null ? 'household.memberAdded' : 'household.memberMoved';
        const details = { memberId: added, relation: member.relation };
        tx.audit(auditEntry(actor, nowMs, action, { kind: 'party', id: partyId }, details));
        return added;
      });
    },

    undoMove: (id: MemberId, actor: Actor): void =>
      act(id, 'moveUndone', actor, (tx, row, nowMs) => {
        if (row.follows === null) invalid('id', 'invalid');
        withdraw(tx, row, actor, nowMs);
        setMemberLeft(tx, row.follows, null);
      }),

    setBreadwinner: (id: MemberId, breadwinner: boolean, actor: Actor): void =>
      act(id, 'breadwinnerSet', actor, (tx) => setMemberBreadwinner(tx, id, breadwinner), { breadwinner }),

    /** What members of one household are to its head; at most one is the head. @throws AppError notFound, invalidInput */
    setHead(
      relations: readonly { readonly id: MemberId; readonly relation: Relation }[],
      actor: Actor,
    ): void {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const rows = relations.map(({ id }) => requireRow(tx, id));
        const [first] = rows;
        if (first === undefined || rows.some((row) => row.household_id !== first.household_id))
          invalid('relations', 'invalid');
        if (relations.filter(({ relation }) => relation === 'head').length > 1)
          invalid('relations', 'oneHead');
        for (const { id, relation } of relations) setMemberRelation(tx, id, relation);
        const head = relations.find(({ relation }) => relation === 'head');
        const row = rows.find(({ id }) => id === head?.id) ?? first;
        tx.audit(auditEntry(actor, nowMs, 'household.headSet', subjectOf(row), { memberId: row.id }));
      });
    },

    /** @throws AppError notFound, partyMerged, memberElsewhere, memberTwice */
    linkMember: (id: MemberId, partyId: PartyId, actor: Actor): void =>
      act(id, 'memberLinked', actor, (tx, row) => {
        requireStanding(tx, partyId);
        refuseElsewhere(tx, partyId, row.household_id, findParty(tx, partyId)?.name ?? '');
        setMemberParty(tx, id, partyId, row.name);
      }),

    unlinkMember: (id: MemberId, actor: Actor): void =>
      act(id, 'memberUnlinked', actor, (tx, row) => {
        if (row.name === '') invalid('id', 'invalid');
        setMemberParty(tx, id, null, row.name);
      }),

    /** @throws AppError notFound, identifierTaken { id, name }, invalidInput (one name alone makes no file) */
    openFile: (id: MemberId, noIdReason: string, actor: Actor): PartyId =>
      act(id, 'fileOpened', actor, (tx, row, nowMs) => {
        if (row.party_id !== null) throw new AppError('memberTwice', { name: memberOf(row).name });
        const partyId = insertParty(tx, fileOfMember(tx, row, noIdReason), actor.id, nowMs);
        tx.audit(
          auditEntry(actor, nowMs, 'party.added', { kind: 'party', id: partyId }, { from: 'household' }),
        );
        setMemberParty(tx, id, partyId, row.name);
        return partyId;
      }),

    closeFile: (id: MemberId, actor: Actor): void => act(id, 'fileClosed', actor, takeFileBack),

    leave: (
      id: MemberId,
      left: { readonly on: string; readonly reason: LeaveReason; readonly note: string },
      actor: Actor,
    ): void =>
      act(
        id,
        'memberLeft',
        actor,
        (tx, row, nowMs) => {
          requireCome(left.on, riyadhDay(nowMs));
          if (row.joined_on !== null && left.on < row.joined_on) invalid('on', 'endBeforeStart');
          setMemberLeft(tx, id, left);
        },
        { reason: left.reason },
      ),

    stay: (id: MemberId, actor: Actor): void =>
      act(id, 'memberStayed', actor, (tx, row) => {
        if (row.party_id !== null && row.left_on !== null)
          refuseElsewhere(tx, row.party_id as PartyId, null, memberOf(row).name);
        setMemberLeft(tx, id, null);
      }),

    /** They are there again; the row that says when they were away stays. */
    comeBack: (id: MemberId, on: string, actor: Actor): MemberId =>
      act(id, 'memberCameBack', actor, (tx, row, nowMs) => {
        requireCome(on, riyadhDay(nowMs));
        if (row.left_on === null || on < row.left_on) invalid('on', 'endBeforeStart');
        if (row.party_id !== null) refuseElsewhere(tx, row.party_id as PartyId, null, memberOf(row).name);
        return insertMember(tx, row.household_id, { ...copyOf(row), joinedOn: on }, actor.id, nowMs, row.id);
      }),

    withdrawMember: (id: MemberId, actor: Actor): void =>
      act(id, 'memberWithdrawn', actor, (tx, row, nowMs) => withdraw(tx, row, actor, nowMs)),

    restoreMember(id: MemberId, actor: Actor): void {
      db.write((tx) => {
        const nowMs = clock.nowMs();
        const row = findMemberRow(tx, id);
        if (row === undefined) throw new AppError('notFound', { kind: 'member', id });
        if (row.party_id !== null && row.left_on === null)
          refuseElsewhere(tx, row.party_id as PartyId, null, memberOf(row).name);
        setMemberWithdrawn(tx, id, null, { name: row.name, partyId: row.party_id });
        tx.audit(auditEntry(actor, nowMs, 'household.memberRestored', subjectOf(row), { memberId: id }));
      });
    },
  };
}

const isHead = (row: MemberRow): boolean => row.relation === 'head' && row.left_on === null;

const withdraw = (tx: WriteTransaction, row: MemberRow, actor: Actor, nowMs: number): void =>
  setMemberWithdrawn(
    tx,
    row.id as MemberId,
    { at: nowMs, by: actor.id },
    { name: row.name, partyId: row.party_id },
  );
