import type { MemberInput } from '#shared/households/household.ts';
import type { MemberId } from '#shared/ids.ts';
import { type PartyRecord, recordOfDoor } from '#shared/parties/party-record.ts';
import { memberRows } from '#db/households/household-queries.ts';
import { memberOf, type MemberRow } from '#db/households/household-rows.ts';
import { setMemberParty } from '#db/households/household-writes.ts';
import { isWorkedWith } from '#db/imports/worked-with.ts';
import { findParty } from '#db/parties/party-queries.ts';
import { removeParty } from '#db/parties/remove-party.ts';
import type { Reader, WriteTransaction } from '#db/transaction.ts';
import { invalid } from './household-checks.ts';

/** A member of whom nothing is written but what they are to the head. */
export const BLANK_MEMBER: Omit<MemberInput, 'partyId' | 'relation'> = {
  name: '',
  sex: null,
  birth: null,
  idNumber: '',
  breadwinner: false,
  occupation: '',
  health: '',
  joinedOn: null,
};

/**
 * «افتح له ملفًا»: what is known of a member as the record of a party, without typing it again; they live where the
 * household does.
 * @throws AppError invalidInput: one name alone makes no file, and no id number wants a reason
 */
export function fileOfMember(reader: Reader, row: MemberRow, noIdReason: string): PartyRecord {
  const { name, idNumber, sex, birth } = memberOf(row);
  if (name.split(/\s+/u).length < 2) invalid('name', 'name.short');
  if (idNumber === '' && noIdReason === '') invalid('noIdReason', 'noIdReason.required');
  const withFile = memberRows(reader, row.household_id).find(
    (one) => one.party_id !== null && one.left_on === null,
  );
  const home = withFile?.party_id == null ? undefined : findParty(reader, withFile.party_id);
  const door = recordOfDoor({
    kind: 'person',
    name,
    idKind: idNumber === '' ? 'none' : 'nationalId',
    idNumber,
    noIdReason: idNumber === '' ? noIdReason : '',
    mobile: '',
    village: home?.village ?? '',
    sex,
    roles: ['beneficiary'],
  });
  return {
    ...door,
    birth,
    district: home?.district ?? '',
    shortAddress: home?.shortAddress ?? '',
    directions: home?.directions ?? '',
  };
}

/**
 * The undoing of «افتح له ملفًا»: the member is written in the household alone again, and the file is gone: left behind,
 * it would be found beside the one that is opened next. One that somebody has worked with stays, unlinked.
 */
export function takeFileBack(tx: WriteTransaction, row: MemberRow): void {
  if (row.party_id === null || row.name === '') invalid('id', 'invalid');
  const { id, party_id: partyId, name } = row;
  setMemberParty(tx, id as MemberId, null, name);
  if (!isWorkedWith(tx, partyId)) removeParty(tx, partyId);
}
