import type { Party, PartyHit, PartyInput } from '#shared/parties/party.ts';
import { yearNumber } from '../registers/register-counter.ts';
import { searchColumns } from '../search-index.ts';

/** A row of `party` with its roles gathered into one text by SQL. */
export interface PartyRow {
  id: number;
  kind: string;
  name: string;
  id_kind: string;
  id_number: string | null;
  no_id_reason: string;
  mobile: string | null;
  village: string;
  sex: string | null;
  file_year: number | null;
  file_number: number | null;
  created_at_ms: number;
  roles: string | null;
}

export const partyOf = (row: PartyRow): Party => ({
  id: row.id as Party['id'],
  kind: row.kind as Party['kind'],
  name: row.name,
  idKind: row.id_kind as Party['idKind'],
  idNumber: row.id_number ?? '',
  noIdReason: row.no_id_reason,
  mobile: row.mobile ?? '',
  village: row.village,
  sex: row.sex as Party['sex'],
  fileNumber:
    row.file_year === null || row.file_number === null ? null : yearNumber(row.file_year, row.file_number),
  roles: (row.roles === null ? [] : row.roles.split(',')) as Party['roles'],
  createdAtMs: row.created_at_ms,
});

export function partyHitOf(row: PartyRow): PartyHit {
  const { id, kind, name, idNumber, mobile, village, fileNumber, roles } = partyOf(row);
  return { id, kind, name, idNumber, mobile, village, fileNumber, roles };
}

/** The columns that a person's input fills. */
export const partyColumns = (party: PartyInput) => ({
  kind: party.kind,
  name: party.name,
  ...searchColumns(party.name),
  id_kind: party.idKind,
  id_number: party.idNumber === '' ? null : party.idNumber,
  no_id_reason: party.noIdReason,
  mobile: party.mobile === '' ? null : party.mobile,
  village: party.village,
  sex: party.sex,
});
