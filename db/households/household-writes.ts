import type { MemberInput } from '#shared/households/household.ts';
import type { MemberId, StaffId } from '#shared/ids.ts';
import { dropMember, indexMember, searchColumns } from '../search-index.ts';
import { queries, type SqlValue, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';

const addHousehold = statement<{ at: number; by: number }>()((param) =>
  queries.insertInto('household').values({ created_at_ms: param('at'), created_by: param('by') }),
);

type Columns = Readonly<
  Record<
    | 'party'
    | 'relation'
    | 'name'
    | 'search'
    | 'sex'
    | 'printed'
    | 'calendar'
    | 'day'
    | 'idNumber'
    | 'breadwinner'
    | 'occupation'
    | 'health'
    | 'joined',
    SqlValue
  >
>;
type Param = <K extends keyof Columns>(name: K) => Columns[K];

const whoColumns = (param: Param) => ({
  name: param('name') as string,
  search_name: param('search') as string,
  sex: param('sex') as string | null,
  birth_printed: param('printed') as string,
  birth_calendar: param('calendar') as string | null,
  birth_day: param('day') as string | null,
  id_number: param('idNumber') as string | null,
});
const placeColumns = (param: Param) => ({
  relation: param('relation') as string,
  breadwinner: param('breadwinner') as number,
  occupation: param('occupation') as string,
  health: param('health') as string,
  joined_on: param('joined') as string | null,
});

const addMember = statement<
  Columns & { household: number; follows: number | null; at: number; by: number }
>()((param) =>
  queries.insertInto('household_member').values({
    household_id: param('household'),
    party_id: param('party') as number | null,
    ...whoColumns(param as Param),
    ...placeColumns(param as Param),
    left_on: null,
    left_reason: '',
    left_note: '',
    follows: param('follows'),
    created_at_ms: param('at'),
    created_by: param('by'),
    withdrawn_at_ms: null,
    withdrawn_by: null,
  }),
);
const changeMember = statement<Columns & { id: number }>()((param) =>
  queries
    .updateTable('household_member')
    .set({ ...whoColumns(param as Param), ...placeColumns(param as Param) })
    .where('id', '=', param('id'))
    .where('party_id', 'is', null),
);
const changePlace = statement<Columns & { id: number }>()((param) =>
  queries
    .updateTable('household_member')
    .set(placeColumns(param as Param))
    .where('id', '=', param('id')),
);

const columnsOf = (member: MemberInput): Columns => ({
  party: member.partyId,
  relation: member.relation,
  name: member.name,
  search: member.name === '' ? '' : searchColumns(member.name).search_name,
  sex: member.partyId === null ? member.sex : null,
  printed: member.birth?.printed ?? '',
  calendar: member.birth?.calendar ?? null,
  day: member.birth?.day ?? null,
  idNumber: member.idNumber === '' ? null : member.idNumber,
  breadwinner: member.breadwinner ? 1 : 0,
  occupation: member.occupation,
  health: member.health,
  joined: member.joinedOn,
});

export const insertHousehold = (tx: WriteTransaction, by: StaffId, at: number): number =>
  tx.run(addHousehold, { at, by }).id;

/** A member, findable at once. `follows` is the membership that this one goes on from. */
export function insertMember(
  tx: WriteTransaction,
  household: number,
  member: MemberInput,
  by: StaffId,
  at: number,
  follows: number | null = null,
): MemberId {
  const { id } = tx.run(addMember, { ...columnsOf(member), household, follows, at, by });
  if (member.partyId === null) indexMember(tx, id, member.name);
  return id as MemberId;
}

/** What a file of their own tells is not touched here. */
export function updateMember(tx: WriteTransaction, id: MemberId, member: MemberInput): void {
  if (member.partyId !== null) {
    tx.run(changePlace, { ...columnsOf(member), id });
    return;
  }
  tx.run(changeMember, { ...columnsOf(member), id });
  indexMember(tx, id, member.name);
}

const setParty = statement<{ id: number; party: number | null; search: string }>()((param) =>
  queries
    .updateTable('household_member')
    .set({ party_id: param('party'), search_name: param('search') })
    .where('id', '=', param('id')),
);

/** Linked to a file (found by it from now on), or with null again who was written down here. */
export function setMemberParty(tx: WriteTransaction, id: MemberId, party: number | null, name: string): void {
  tx.run(setParty, { id, party, search: party === null ? searchColumns(name).search_name : '' });
  if (party === null) indexMember(tx, id, name);
  else dropMember(tx, id);
}

const setLeft = statement<{ id: number; on: string | null; reason: string; note: string }>()((param) =>
  queries
    .updateTable('household_member')
    .set({ left_on: param('on'), left_reason: param('reason'), left_note: param('note') })
    .where('id', '=', param('id')),
);

/** Null: they are there. */
export const setMemberLeft = (
  tx: WriteTransaction,
  id: number,
  left: { readonly on: string; readonly reason: string; readonly note: string } | null,
): void => {
  tx.run(setLeft, { id, on: left?.on ?? null, reason: left?.reason ?? '', note: left?.note ?? '' });
};

const setWithdrawn = statement<{ id: number; at: number | null; by: number | null; search: string }>()(
  (param) =>
    queries
      .updateTable('household_member')
      .set({ withdrawn_at_ms: param('at'), withdrawn_by: param('by'), search_name: param('search') })
      .where('id', '=', param('id')),
);

/** Taken out as a mistake, and found no more; with null put back. `name` is what stands in this row. */
export function setMemberWithdrawn(
  tx: WriteTransaction,
  id: MemberId,
  withdrawn: { readonly at: number; readonly by: StaffId } | null,
  { name, partyId }: { readonly name: string; readonly partyId: number | null },
): void {
  const found = withdrawn === null && partyId === null;
  const search = found ? searchColumns(name).search_name : '';
  tx.run(setWithdrawn, { id, at: withdrawn?.at ?? null, by: withdrawn?.by ?? null, search });
  if (found) indexMember(tx, id, name);
  else dropMember(tx, id);
}

const setEarns = statement<{ id: number; breadwinner: number }>()((param) =>
  queries
    .updateTable('household_member')
    .set({ breadwinner: param('breadwinner') })
    .where('id', '=', param('id')),
);
const setRelation = statement<{ id: number; relation: string }>()((param) =>
  queries
    .updateTable('household_member')
    .set({ relation: param('relation') })
    .where('id', '=', param('id')),
);

export const setMemberBreadwinner = (tx: WriteTransaction, id: MemberId, breadwinner: boolean): void => {
  tx.run(setEarns, { id, breadwinner: breadwinner ? 1 : 0 });
};

export const setMemberRelation = (tx: WriteTransaction, id: MemberId, relation: string): void => {
  tx.run(setRelation, { id, relation });
};
