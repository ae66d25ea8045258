import type { Selectable } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import { reindexParty } from '../search-index.ts';
import { queries, statement } from '../statement.ts';
import type { Reader, WriteTransaction } from '../transaction.ts';

/** The rows that make up a record, as they lie in their tables: what an undoing puts back, to the last column. */
export interface OwnRows {
  readonly party: Selectable<Tables['party']>;
  readonly roles: readonly Selectable<Tables['party_role']>[];
  readonly aliases: readonly Selectable<Tables['party_alias']>[];
  readonly points: readonly Selectable<Tables['contact_point']>[];
  readonly numbers: readonly Selectable<Tables['party_legacy_number']>[];
}

const party = statement<{ id: number }>()((param) =>
  queries.selectFrom('party').selectAll().where('id', '=', param('id')),
);
const roles = statement<{ id: number }>()((param) =>
  queries.selectFrom('party_role').selectAll().where('party_id', '=', param('id')),
);
const aliases = statement<{ id: number }>()((param) =>
  queries.selectFrom('party_alias').selectAll().where('party_id', '=', param('id')).orderBy('id'),
);
const points = statement<{ id: number }>()((param) =>
  queries.selectFrom('contact_point').selectAll().where('party_id', '=', param('id')).orderBy('id'),
);
const numbers = statement<{ id: number }>()((param) =>
  queries.selectFrom('party_legacy_number').selectAll().where('party_id', '=', param('id')),
);

export function ownRowsOf(reader: Reader, id: number): OwnRows {
  const row = reader.get(party, { id });
  if (row === undefined) throw new Error('a party without its row');
  return {
    party: row,
    roles: reader.all(roles, { id }),
    aliases: reader.all(aliases, { id }),
    points: reader.all(points, { id }),
    numbers: reader.all(numbers, { id }),
  };
}

/**
 * The record as it was. Rows that stand unchanged are written over with themselves: ids and all are the same again. A file
 * number that was given since stays (S.6: it is given once): it stands on papers that left the office.
 */
export function restoreOwnRows(tx: WriteTransaction, before: OwnRows): void {
  const { id, file_year: _year, file_number: _number, ...columns } = before.party;
  dropOwnRows(tx, id);
  tx.exec(queries.updateTable('party').set(columns).where('id', '=', id));
  for (const row of before.roles) tx.exec(queries.insertInto('party_role').values(row));
  for (const row of before.aliases) tx.exec(queries.insertInto('party_alias').values(row));
  for (const row of before.points) tx.exec(queries.insertInto('contact_point').values(row));
  for (const row of before.numbers) tx.exec(queries.insertInto('party_legacy_number').values(row));
  const { name, latin_name: latinName } = columns;
  reindexParty(tx, id, { name, latinName, aliases: before.aliases.map(({ alias }) => alias) });
}

const drops = [
  statement<{ id: number }>()((param) =>
    queries.deleteFrom('party_role').where('party_id', '=', param('id')),
  ),
  statement<{ id: number }>()((param) =>
    queries.deleteFrom('party_alias').where('party_id', '=', param('id')),
  ),
  statement<{ id: number }>()((param) =>
    queries.deleteFrom('contact_point').where('party_id', '=', param('id')),
  ),
  statement<{ id: number }>()((param) =>
    queries.deleteFrom('party_legacy_number').where('party_id', '=', param('id')),
  ),
];

/** What of a record lies in tables of its own. */
export function dropOwnRows(tx: WriteTransaction, id: number): void {
  for (const drop of drops) tx.run(drop, { id });
}
