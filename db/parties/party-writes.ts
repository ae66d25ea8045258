import { AppError } from '#shared/app-error.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import type { PartyInput } from '#shared/parties/party.ts';
import { indexParty, reindexParty } from '../search-index.ts';
import { queries, type SqlValue, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { findIdentifierHolder, findParty } from './party-queries.ts';
import { partyColumns } from './party-rows.ts';

type Columns = Readonly<Record<keyof ReturnType<typeof partyColumns>, SqlValue>>;

const insert = statement<Columns & { at: number; by: number }>()((param) =>
  queries.insertInto('party').values({
    kind: param('kind') as string,
    name: param('name') as string,
    search_name: param('search_name') as string,
    name_key: param('name_key') as string,
    id_kind: param('id_kind') as string,
    id_number: param('id_number') as string | null,
    no_id_reason: param('no_id_reason') as string,
    mobile: param('mobile') as string | null,
    village: param('village') as string,
    sex: param('sex') as string | null,
    created_at_ms: param('at'),
    created_by: param('by'),
    updated_at_ms: param('at'),
  }),
);
const addRole = statement<{ id: number; role: string }>()((param) =>
  queries.insertInto('party_role').values({ party_id: param('id'), role: param('role') }),
);
const dropRoles = statement<{ id: number }>()((param) =>
  queries.deleteFrom('party_role').where('party_id', '=', param('id')),
);
const giveFile = statement<{ id: number; year: number; number: number }>()((param) =>
  queries
    .updateTable('party')
    .set({ file_year: param('year'), file_number: param('number') })
    .where('id', '=', param('id'))
    .where('file_number', 'is', null),
);

/** @throws AppError identifierTaken { id, name } */
function refuseTaken(tx: WriteTransaction, party: PartyInput, except: number | null): void {
  const holder = findIdentifierHolder(tx, party.idKind, party.idNumber);
  if (holder !== undefined && holder.id !== except)
    throw new AppError('identifierTaken', { id: holder.id, name: holder.name });
}

/** @throws AppError identifierTaken { id, name } */
export function insertParty(tx: WriteTransaction, party: PartyInput, by: StaffId, atMs: number): PartyId {
  refuseTaken(tx, party, null);
  const { id } = tx.run(insert, { ...partyColumns(party), at: atMs, by });
  for (const role of new Set(party.roles)) tx.run(addRole, { id, role });
  indexParty(tx, id, party.name);
  return id as PartyId;
}

/** @throws AppError notFound, identifierTaken { id, name } */
export function updateParty(tx: WriteTransaction, id: PartyId, party: PartyInput, atMs: number): void {
  if (findParty(tx, id) === undefined) throw new AppError('notFound', { kind: 'party', id });
  refuseTaken(tx, party, id);
  tx.exec(
    queries
      .updateTable('party')
      .set({ ...partyColumns(party), updated_at_ms: atMs })
      .where('id', '=', id),
  );
  tx.run(dropRoles, { id });
  for (const role of new Set(party.roles)) tx.run(addRole, { id, role });
  reindexParty(tx, id, party.name);
}

/** S.6: a file number is given once and stays. */
export function giveFileNumber(tx: WriteTransaction, id: PartyId, year: number, number: number): void {
  if (tx.run(giveFile, { id, year, number }).changes !== 1)
    throw new Error('the party has a file number already');
}
