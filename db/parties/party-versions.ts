import type { StaffId } from '#shared/ids.ts';
import type { PartyRecord } from '#shared/parties/party-record.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** What the identity was before each change of it. Written in the transaction that changes it. */

const insert = statement<{ id: number; before: string; changed: string; at: number; by: number }>()((param) =>
  queries.insertInto('party_version').values({
    party_id: param('id'),
    before_json: param('before'),
    changed_json: param('changed'),
    at_ms: param('at'),
    staff_id: param('by'),
  }),
);
const versionsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('party_version')
    .innerJoin('staff', 'staff.id', 'party_version.staff_id')
    .select([
      'party_version.id',
      'party_version.before_json',
      'party_version.changed_json',
      'party_version.at_ms',
      'staff.name as staff_name',
    ])
    .where('party_version.party_id', '=', param('id'))
    .orderBy('party_version.id', 'desc'),
);

export type RecordField = keyof PartyRecord;

/** Names of the fields in which two records differ. Only of contact points does the order mean something. */
export const changedFields = (before: PartyRecord, after: PartyRecord): RecordField[] =>
  (Object.keys(after) as RecordField[]).filter((field) => shape(before, field) !== shape(after, field));

const SETS: ReadonlySet<RecordField> = new Set(['roles', 'aliases', 'legacyNumbers']);

const shape = (record: PartyRecord, field: RecordField): string => {
  const value = record[field];
  return JSON.stringify(
    Array.isArray(value) && SETS.has(field)
      ? value.map(String).toSorted((one, other) => (one < other ? -1 : 1))
      : value,
  );
};

export const insertVersion = (
  tx: WriteTransaction,
  id: number,
  before: PartyRecord,
  changed: readonly RecordField[],
  by: StaffId,
  atMs: number,
): void =>
  void tx.run(insert, {
    id,
    before: JSON.stringify(before),
    changed: JSON.stringify(changed),
    at: atMs,
    by,
  });

export interface StoredVersion {
  readonly id: number;
  readonly before: PartyRecord;
  readonly changed: readonly RecordField[];
  readonly atMs: number;
  readonly staffName: string;
}

/** Newest first. */
export const listVersions = (reader: Reader, id: number): StoredVersion[] =>
  reader.all(versionsOf, { id }).map((row) => ({
    id: row.id,
    before: JSON.parse(row.before_json) as PartyRecord,
    changed: JSON.parse(row.changed_json) as RecordField[],
    atMs: row.at_ms,
    staffName: row.staff_name,
  }));
