import { sql } from 'kysely';
import type { CommitteeMember, MemberInput, MemberRole } from '#shared/committee/committee.ts';
import type { CommitteeMemberId, StaffId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

const columns = ['id', 'staff_id', 'name', 'title', 'role', 'from_day', 'until_day'] as const;

const all = statement()(() =>
  queries.selectFrom('committee_member').select(columns).orderBy('position').orderBy('id'),
);
const one = statement<{ id: number }>()((param) =>
  queries.selectFrom('committee_member').select(columns).where('id', '=', param('id')),
);
type Fields = {
  readonly staff: number | null;
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly from: string;
  readonly until: string | null;
};
const insert = statement<Fields & { at: number; by: number }>()((param) =>
  queries.insertInto('committee_member').values({
    staff_id: param('staff'),
    name: param('name'),
    title: param('title'),
    role: param('role'),
    from_day: param('from'),
    until_day: param('until'),
    position: sql<number>`(SELECT ifnull(max(position) + 1, 0) FROM committee_member)`,
    at_ms: param('at'),
    recorded_by: param('by'),
  }),
);
const update = statement<Fields & { id: number }>()((param) =>
  queries
    .updateTable('committee_member')
    .set({
      staff_id: param('staff'),
      name: param('name'),
      title: param('title'),
      role: param('role'),
      from_day: param('from'),
      until_day: param('until'),
    })
    .where('id', '=', param('id')),
);
const place = statement<{ id: number; position: number }>()((param) =>
  queries
    .updateTable('committee_member')
    .set({ position: param('position') })
    .where('id', '=', param('id')),
);

const toMember = (row: {
  id: number;
  staff_id: number | null;
  name: string;
  title: string;
  role: string;
  from_day: string;
  until_day: string | null;
}): CommitteeMember => ({
  id: row.id as CommitteeMemberId,
  staffId: row.staff_id as StaffId | null,
  name: row.name,
  title: row.title,
  role: row.role as MemberRole,
  fromDay: row.from_day,
  untilDay: row.until_day,
});

/** Everybody who is or was a member, in the office's order. */
export const listMembers = (reader: Reader): CommitteeMember[] => reader.all(all, {}).map(toMember);

export const findMember = (reader: Reader, id: CommitteeMemberId): CommitteeMember | undefined => {
  const row = reader.get(one, { id });
  return row && toMember(row);
};

const fieldsOf = ({ staffId, name, title, role, fromDay, untilDay }: MemberInput): Fields => ({
  staff: staffId,
  name,
  title,
  role,
  from: fromDay,
  until: untilDay,
});

/** Comes last in the list. */
export const insertMember = (
  tx: WriteTransaction,
  member: MemberInput,
  by: StaffId,
  atMs: number,
): CommitteeMemberId => tx.run(insert, { ...fieldsOf(member), at: atMs, by }).id as CommitteeMemberId;

export const updateMember = (tx: WriteTransaction, id: CommitteeMemberId, member: MemberInput): void => {
  tx.run(update, { ...fieldsOf(member), id });
};

export const placeMembers = (tx: WriteTransaction, ids: readonly CommitteeMemberId[]): void => {
  for (const [position, id] of ids.entries()) tx.run(place, { id, position });
};
