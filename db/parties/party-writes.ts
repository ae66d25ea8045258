import { AppError } from '#shared/app-error.ts';
import type { PartyId, StaffId } from '#shared/ids.ts';
import { type PartyRecord, recordOf } from '#shared/parties/party-record.ts';
import { requireStanding } from '../duplicates/family.ts';
import { releaseIdentity } from '../duplicates/release-identity.ts';
import { indexParty, reindexParty } from '../search-index.ts';
import { queries, type SqlValue, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { newPartyId } from './party-ids.ts';
import { insertParts, updateParts } from './party-parts.ts';
import { findIdentifierHolder, findParty } from './party-queries.ts';
import { partyColumns } from './party-rows.ts';
import { changedFields, insertVersion, type RecordField } from './party-versions.ts';

type Columns = Readonly<Record<keyof ReturnType<typeof partyColumns>, SqlValue>>;
type Param = <K extends keyof Columns>(name: K) => Columns[K];

const columns = (param: Param) => ({
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
  latin_name: param('latin_name') as string,
  nationality: param('nationality') as string,
  birth_printed: param('birth_printed') as string,
  birth_calendar: param('birth_calendar') as string | null,
  birth_day: param('birth_day') as string | null,
  birth_year: param('birth_year') as number | null,
  district: param('district') as string,
  short_address: param('short_address') as string,
  directions: param('directions') as string,
  note: param('note') as string,
});

const insert = statement<Columns & { at: number; by: number }>()((param) =>
  queries.insertInto('party').values({
    id: newPartyId(),
    ...columns(param as Param),
    created_at_ms: param('at'),
    created_by: param('by'),
    updated_at_ms: param('at'),
  }),
);
const update = statement<Columns & { id: number; at: number }>()((param) =>
  queries
    .updateTable('party')
    .set((eb) => ({
      ...columns(param as Param),
      updated_at_ms: param('at'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', param('id')),
);
const giveFile = statement<{ id: number; year: number; number: number }>()((param) =>
  queries
    .updateTable('party')
    .set({ file_year: param('year'), file_number: param('number') })
    .where('id', '=', param('id'))
    .where('file_number', 'is', null),
);

/** @throws AppError identifierTaken { id, name } */
function refuseTaken(tx: WriteTransaction, party: PartyRecord, except: number | null): void {
  const holder = findIdentifierHolder(tx, party.idKind, party.idNumber);
  if (holder !== undefined && holder.id !== except)
    throw new AppError('identifierTaken', { id: holder.id, name: holder.name });
}

/**
 * The record with its aliases, contact points, paper numbers and roles. Reads nothing but the holder of its identity, so
 * that an import and the demo write thousands a second.
 * @throws AppError identifierTaken { id, name }
 */
export function insertParty(tx: WriteTransaction, party: PartyRecord, by: StaffId, atMs: number): PartyId {
  refuseTaken(tx, party, null);
  const { id } = tx.run(insert, { ...partyColumns(party), at: atMs, by });
  insertParts(tx, id, party, atMs);
  indexParty(tx, id, party);
  return id as PartyId;
}

/**
 * Writes the record over the one that stands, keeps the one before, and answers with the names of the fields that
 * changed; none: nothing was written. `seen` is the version that was edited (null: whatever stands).
 * @throws AppError notFound, partyMerged { into, name }, conflict { id }, identifierTaken { id, name }
 */
export function updateParty(
  tx: WriteTransaction,
  id: PartyId,
  party: PartyRecord,
  by: StaffId,
  atMs: number,
  seen: number | null = null,
): readonly RecordField[] {
  requireStanding(tx, id);
  const stands = findParty(tx, id)!;
  if (seen !== null && seen !== stands.version) throw new AppError('conflict', { id });
  const before = recordOf(stands);
  const changed = changedFields(before, party);
  if (changed.length === 0) return changed;
  refuseTaken(tx, party, id);
  releaseIdentity(tx, id, party);
  tx.run(update, { ...partyColumns(party), id, at: atMs });
  updateParts(tx, id, party, atMs);
  if (changed.some((field) => field === 'name' || field === 'latinName' || field === 'aliases'))
    reindexParty(tx, id, party);
  insertVersion(tx, id, before, changed, by, atMs);
  return changed;
}

/** S.6: a file number is given once and stays. */
export function giveFileNumber(tx: WriteTransaction, id: PartyId, year: number, number: number): void {
  if (tx.run(giveFile, { id, year, number }).changes !== 1)
    throw new Error('the party has a file number already');
}
