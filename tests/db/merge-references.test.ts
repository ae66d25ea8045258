import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOVING, STAYING, TREATED } from '#db/duplicates/party-references.ts';
import { openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openOffice();
});
afterAll(() => desk.close());

const sqlite = () => desk.office().db.sqlite;

/** Every `table.column` of the schema that points at a party, by foreign key or by its name. */
function partyReferences(): string[] {
  const tables = sqlite()
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  return tables.flatMap((table) => {
    const keys = sqlite().pragma(`foreign_key_list(${table})`) as { table: string; from: string }[];
    const columns = sqlite().pragma(`table_info(${table})`) as { name: string }[];
    return [
      ...new Set([
        ...keys.filter((key) => key.table === 'party').map((key) => key.from),
        ...columns.map(({ name }) => name).filter((name) => name === 'party_id'),
      ]),
    ].map((column) => `${table}.${column}`);
  });
}

const known = (): Set<string> =>
  new Set([
    ...MOVING.map(({ table, column }) => `${table}.${column}`),
    ...Object.keys(TREATED),
    ...Object.keys(STAYING),
  ]);

describe('what a merge knows of the schema', () => {
  it('is every place that names a party, and no place twice or gone', () => {
    expect([...known()].toSorted()).toEqual(partyReferences().toSorted());
    expect(known().size).toBe(MOVING.length + Object.keys(TREATED).length + Object.keys(STAYING).length);
  });

  it('and a table that is added without a word is told', () => {
    sqlite().exec(
      'CREATE TABLE later_table (id INTEGER PRIMARY KEY, who INTEGER REFERENCES party (id)) STRICT',
    );
    expect(partyReferences().filter((one) => !known().has(one))).toEqual(['later_table.who']);
    sqlite().exec('DROP TABLE later_table');
  });

  it('names real columns and keys', () => {
    for (const { table, column, key } of MOVING) {
      const columns = (sqlite().pragma(`table_info(${table})`) as { name: string; pk: number }[]).filter(
        ({ name, pk }) => pk > 0 && name !== column,
      );
      expect([table, columns.map(({ name }) => name)]).toEqual([table, key]);
    }
  });

  it('and no setting or form of the desk names a party by another name than partyId', () => {
    // Drafts are walked by that name (`merge-drafts.ts`); desk settings name none.
    const names = sqlite()
      .prepare(`SELECT key FROM desk_setting WHERE value_json LIKE '%artyId%'`)
      .pluck()
      .all();
    expect(names).toEqual([]);
  });
});
