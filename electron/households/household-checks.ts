import { AppError } from '#shared/app-error.ts';
import type { MemberInput } from '#shared/households/household.ts';
import type { PartyId } from '#shared/ids.ts';
import { findMemberRow, memberRows } from '#db/households/household-queries.ts';
import { memberOf, type MemberRow } from '#db/households/household-rows.ts';
import type { Reader } from '#db/transaction.ts';

/** @throws AppError invalidInput: the field, and a code of `validation` */
export function invalid(field: string, code: string): never {
  throw new AppError('invalidInput', { [field]: code });
}

/** @throws AppError dayNotCome { day } for a day after `today`; both ISO */
export function requireCome(day: string | null, today: string): void {
  if (day !== null && day > today) throw new AppError('dayNotCome', { day: today });
}

/** A member that stands in a household. @throws AppError notFound: none, or withdrawn as a mistake */
export function requireRow(reader: Reader, id: number): MemberRow {
  const row = findMemberRow(reader, id);
  if (row === undefined || !memberRows(reader, row.household_id).some((one) => one.id === id))
    throw new AppError('notFound', { kind: 'member', id });
  return row;
}

/** What the log hangs an act on: the member's own file, else the household. */
export const subjectOf = (row: MemberRow): { kind: string; id: number } =>
  row.party_id === null ? { kind: 'household', id: row.household_id } : { kind: 'party', id: row.party_id };

/** Who a household is known by, for a message: its head, else whoever stands in it first. */
export function headOf(reader: Reader, household: number, otherThan: string): string {
  const rows = memberRows(reader, household).filter((row) => row.left_on === null);
  const head = rows.find((row) => row.relation === 'head') ?? rows[0];
  return head === undefined ? otherThan : memberOf(head).name;
}

/** The same person, for another stay in the household. */
export const copyOf = (row: MemberRow): MemberInput => {
  const { relation, breadwinner, occupation, health, joinedOn } = memberOf(row);
  const birth =
    row.birth_calendar === null
      ? null
      : {
          printed: row.birth_printed,
          calendar: row.birth_calendar as 'hijri' | 'gregorian',
          day: row.birth_day,
        };
  return {
    partyId: row.party_id as PartyId | null,
    relation,
    name: row.name,
    sex: row.sex as MemberInput['sex'],
    birth,
    idNumber: row.id_number ?? '',
    breadwinner,
    occupation,
    health,
    joinedOn,
  };
};
