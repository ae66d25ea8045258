import type { Household, Member } from '#shared/households/household.ts';
import type { MemberRecord } from '#shared/households/households-contract.ts';
import { treeOf } from '#shared/households/household-rules.ts';
import { birthOf } from '../parties/party-rows.ts';

/** A row of `household_member` beside the file that tells who they are, where there is one. */
export interface MemberRow {
  readonly id: number;
  readonly household_id: number;
  readonly party_id: number | null;
  readonly relation: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birth_printed: string;
  readonly birth_calendar: string | null;
  readonly birth_day: string | null;
  readonly id_number: string | null;
  readonly breadwinner: number;
  readonly occupation: string;
  readonly health: string;
  readonly joined_on: string | null;
  readonly left_on: string | null;
  readonly left_reason: string;
  readonly left_note: string;
  readonly follows: number | null;
  readonly party_name: string | null;
  readonly party_sex: string | null;
  readonly party_birth_printed: string | null;
  readonly party_birth_calendar: string | null;
  readonly party_birth_day: string | null;
  readonly party_id_number: string | null;
}

/** Who a member is: read in their own file where they have one. */
const whoIs = (row: MemberRow) =>
  row.party_id === null
    ? {
        name: row.name,
        sex: row.sex as Member['sex'],
        birth: birthOf(row),
        idNumber: row.id_number ?? '',
      }
    : {
        name: row.party_name ?? '',
        sex: row.party_sex as Member['sex'],
        birth: birthOf({
          birth_printed: row.party_birth_printed ?? '',
          birth_calendar: row.party_birth_calendar,
          birth_day: row.party_birth_day,
        }),
        idNumber: row.party_id_number ?? '',
      };

export const memberOf = (row: MemberRow): Member => ({
  id: row.id as Member['id'],
  partyId: row.party_id as Member['partyId'],
  relation: row.relation as Member['relation'],
  ...whoIs(row),
  breadwinner: row.breadwinner === 1,
  occupation: row.occupation,
  health: row.health,
  joinedOn: row.joined_on,
  left:
    row.left_on === null
      ? null
      : {
          on: row.left_on,
          reason: row.left_reason as NonNullable<Member['left']>['reason'],
          note: row.left_note,
        },
});

export function memberRecordOf(row: MemberRow): MemberRecord {
  const { left: _, ...record } = memberOf(row);
  return record;
}

/** In the order of the tree, those who left at the end; who came back stands there once, as they are now. */
export function householdOfRows(rows: readonly MemberRow[]): Household | null {
  const [first] = rows;
  if (first === undefined) return null;
  const followed = new Set(rows.map((row) => row.follows));
  const members = rows.filter((row) => !followed.has(row.id)).map(memberOf);
  const inTree = (kept: readonly Member[]): Member[] => treeOf(kept).flatMap((level) => [...level.members]);
  return {
    id: first.household_id,
    members: [
      ...inTree(members.filter((member) => member.left === null)),
      ...inTree(members.filter((member) => member.left !== null)),
    ],
  };
}
