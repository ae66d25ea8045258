import { nameWords } from '#shared/arabic/names.ts';
import type { ContactPoint } from '#shared/parties/contact-point.ts';
import { legacyKey } from '#shared/parties/legacy-number.ts';
import { queries, type SqlValue, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';
import type { PartyParts } from './party-rows.ts';

/** What of a record lies in tables of its own: aliases, ways to reach them, numbers of paper files, roles. */

const aliasesOf = statement<{ id: number }>()((param) =>
  queries.selectFrom('party_alias').select(['id', 'alias']).where('party_id', '=', param('id')).orderBy('id'),
);
const pointsOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('contact_point')
    .select(['id', 'position', 'kind', 'value', 'owner', 'hours', 'discreet', 'note'])
    .where('party_id', '=', param('id'))
    .orderBy('position')
    .orderBy('id'),
);
const legacyOf = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('party_legacy_number')
    .select(['key', 'number'])
    .where('party_id', '=', param('id'))
    .orderBy('key'),
);
const rolesOf = statement<{ id: number }>()((param) =>
  queries.selectFrom('party_role').select('role').where('party_id', '=', param('id')).orderBy('role'),
);

export const findPartyParts = (reader: Reader, id: number): PartyParts => ({
  aliases: reader.all(aliasesOf, { id }).map((row) => row.alias),
  contactPoints: listContactPoints(reader, id),
  legacyNumbers: reader.all(legacyOf, { id }).map((row) => row.number),
});

/** Every way to reach a party, in the order in which they are to be tried. */
export const listContactPoints = (reader: Reader, id: number): ContactPoint[] =>
  reader.all(pointsOf, { id }).map((row) => ({
    kind: row.kind as ContactPoint['kind'],
    value: row.value,
    owner: row.owner,
    hours: row.hours,
    discreet: row.discreet === 1,
    note: row.note,
  }));

const addAlias = statement<{ id: number; alias: string; search: string; at: number }>()((param) =>
  queries.insertInto('party_alias').values({
    party_id: param('id'),
    alias: param('alias'),
    search_name: param('search'),
    created_at_ms: param('at'),
  }),
);
const dropAlias = statement<{ row: number }>()((param) =>
  queries.deleteFrom('party_alias').where('id', '=', param('row')),
);

type PointColumns = Readonly<
  Record<'position' | 'kind' | 'value' | 'owner' | 'hours' | 'discreet' | 'note', SqlValue>
>;
const addPoint = statement<PointColumns & { id: number; at: number }>()((param) =>
  queries.insertInto('contact_point').values({
    party_id: param('id'),
    position: param('position') as number,
    kind: param('kind') as string,
    value: param('value') as string,
    owner: param('owner') as string,
    hours: param('hours') as string,
    discreet: param('discreet') as number,
    note: param('note') as string,
    created_at_ms: param('at'),
  }),
);
const setPoint = statement<Omit<PointColumns, 'kind' | 'value'> & { row: number }>()((param) =>
  queries
    .updateTable('contact_point')
    .set({
      position: param('position') as number,
      owner: param('owner') as string,
      hours: param('hours') as string,
      discreet: param('discreet') as number,
      note: param('note') as string,
    })
    .where('id', '=', param('row')),
);
const dropPoint = statement<{ row: number }>()((param) =>
  queries.deleteFrom('contact_point').where('id', '=', param('row')),
);
const addLegacy = statement<{ id: number; key: string; number: string }>()((param) =>
  queries
    .insertInto('party_legacy_number')
    .values({ party_id: param('id'), key: param('key'), number: param('number') }),
);
const dropLegacy = statement<{ id: number; key: string }>()((param) =>
  queries
    .deleteFrom('party_legacy_number')
    .where('party_id', '=', param('id'))
    .where('key', '=', param('key')),
);
const addRole = statement<{ id: number; role: string }>()((param) =>
  queries.insertInto('party_role').values({ party_id: param('id'), role: param('role') }),
);
const dropRole = statement<{ id: number; role: string }>()((param) =>
  queries.deleteFrom('party_role').where('party_id', '=', param('id')).where('role', '=', param('role')),
);

type Wanted = {
  readonly aliases: readonly string[];
  readonly contactPoints: readonly ContactPoint[];
  readonly legacyNumbers: readonly string[];
  readonly roles: readonly string[];
};

/** Of a new record: nothing is there yet, so nothing is read. */
export function insertParts(tx: WriteTransaction, id: number, wanted: Wanted, atMs: number): void {
  for (const role of new Set(wanted.roles)) tx.run(addRole, { id, role });
  for (const alias of new Set(wanted.aliases)) putAlias(tx, id, alias, atMs);
  wanted.contactPoints.forEach((point, index) => putPoint(tx, id, point, index + 1, atMs));
  for (const [key, number] of keyed(wanted.legacyNumbers)) tx.run(addLegacy, { id, key, number });
}

/** Rows that stay keep their ids: what points at them (a merge that may be undone) still finds them. */
export function updateParts(tx: WriteTransaction, id: number, wanted: Wanted, atMs: number): void {
  updateRoles(tx, id, wanted.roles);
  updateAliases(tx, id, wanted.aliases, atMs);
  updatePoints(tx, id, wanted.contactPoints, atMs);
  const numbers = keyed(wanted.legacyNumbers);
  for (const row of tx.all(legacyOf, { id })) {
    if (numbers.get(row.key) === row.number) numbers.delete(row.key);
    else tx.run(dropLegacy, { id, key: row.key });
  }
  for (const [key, number] of numbers) tx.run(addLegacy, { id, key, number });
}

export function updateRoles(tx: WriteTransaction, id: number, roles: readonly string[]): void {
  const wanted = new Set(roles);
  for (const { role } of tx.all(rolesOf, { id })) if (!wanted.delete(role)) tx.run(dropRole, { id, role });
  for (const role of wanted) tx.run(addRole, { id, role });
}

function updateAliases(tx: WriteTransaction, id: number, aliases: readonly string[], atMs: number): void {
  const wanted = new Set(aliases);
  for (const row of tx.all(aliasesOf, { id }))
    if (!wanted.delete(row.alias)) tx.run(dropAlias, { row: row.id });
  for (const alias of wanted) putAlias(tx, id, alias, atMs);
}

function updatePoints(tx: WriteTransaction, id: number, points: readonly ContactPoint[], atMs: number): void {
  const kept = tx.all(pointsOf, { id });
  points.forEach((point, index) => {
    const at = kept.findIndex((row) => row.kind === point.kind && row.value === point.value);
    const [row] = at < 0 ? [] : kept.splice(at, 1);
    if (row === undefined) putPoint(tx, id, point, index + 1, atMs);
    else tx.run(setPoint, { ...pointColumns(point, index + 1), row: row.id });
  });
  for (const row of kept) tx.run(dropPoint, { row: row.id });
}

const putAlias = (tx: WriteTransaction, id: number, alias: string, at: number): void =>
  void tx.run(addAlias, { id, alias, search: nameWords(alias).join(' '), at });

const pointColumns = (point: ContactPoint, position: number) => ({
  position,
  owner: point.owner,
  hours: point.hours,
  discreet: point.discreet ? 1 : 0,
  note: point.note,
});
const putPoint = (
  tx: WriteTransaction,
  id: number,
  point: ContactPoint,
  position: number,
  at: number,
): void =>
  void tx.run(addPoint, { ...pointColumns(point, position), kind: point.kind, value: point.value, id, at });

/** By their folded form: two ways to write one number are one. */
function keyed(numbers: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const number of numbers) {
    const key = legacyKey(number);
    if (key !== '') found.set(key, number);
  }
  return found;
}
