import type { Household, Member } from '#shared/households/household.ts';
import type { PartyId } from '#shared/ids.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';
import { householdOfRows, memberOf, type MemberRow } from './household-rows.ts';

const rows = () =>
  queries
    .selectFrom('household_member as member')
    .leftJoin('party', 'party.id', 'member.party_id')
    .select([
      'member.id',
      'member.household_id',
      'member.party_id',
      'member.relation',
      'member.name',
      'member.sex',
      'member.birth_printed',
      'member.birth_calendar',
      'member.birth_day',
      'member.id_number',
      'member.breadwinner',
      'member.occupation',
      'member.health',
      'member.joined_on',
      'member.left_on',
      'member.left_reason',
      'member.left_note',
      'member.follows',
      'party.name as party_name',
      'party.sex as party_sex',
      'party.birth_printed as party_birth_printed',
      'party.birth_calendar as party_birth_calendar',
      'party.birth_day as party_birth_day',
      'party.id_number as party_id_number',
    ]);

const ofHousehold = statement<{ household: number }>()((param) =>
  rows()
    .where('member.household_id', '=', param('household'))
    .where('member.withdrawn_at_ms', 'is', null)
    .orderBy('member.id'),
);
const byId = statement<{ id: number }>()((param) => rows().where('member.id', '=', param('id')));
const householdNow = statement<{ party: number }>()((param) =>
  queries
    .selectFrom('household_member')
    .select(['id', 'household_id'])
    .where('party_id', '=', param('party'))
    .where('left_on', 'is', null)
    .where('withdrawn_at_ms', 'is', null),
);
const householdLeft = statement<{ party: number }>()((param) =>
  queries
    .selectFrom('household_member')
    .select(['id', 'household_id'])
    .where('party_id', '=', param('party'))
    .where('withdrawn_at_ms', 'is', null)
    .orderBy('left_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);

/** Where a person is a member on the books now; undefined: nowhere. */
export const findMembership = (
  reader: Reader,
  party: number,
): { readonly id: number; readonly household_id: number } | undefined => reader.get(householdNow, { party });

/** Members of a household, withdrawn ones left out. */
export const memberRows = (reader: Reader, household: number): MemberRow[] =>
  reader.all(ofHousehold, { household });

/** One member, withdrawn ones too. */
export const findMemberRow = (reader: Reader, id: number): MemberRow | undefined => reader.get(byId, { id });

/**
 * The household that a person belongs to, or the last one they left; null: none yet. Id numbers are whole. Both spouses'
 * files give the same one. Two statements, whatever its size.
 */
export function householdOf(reader: Reader, partyId: PartyId): Household | null {
  const place = findMembership(reader, partyId) ?? reader.get(householdLeft, { party: partyId });
  return place === undefined ? null : householdOfRows(memberRows(reader, place.household_id));
}

/**
 * Who shares the income with a person: everybody who ever was in their present household, a return as a row of its own.
 * Somebody without a household is alone.
 */
export function sharersOf(
  reader: Reader,
  partyId: PartyId,
): { readonly member: Member; readonly partyId: PartyId | null }[] {
  const place = findMembership(reader, partyId);
  if (place === undefined) return [];
  return memberRows(reader, place.household_id).map((row) => {
    const member = memberOf(row);
    return { member, partyId: member.partyId };
  });
}
