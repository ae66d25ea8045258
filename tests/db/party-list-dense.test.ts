import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NORM_VERSION } from '#shared/arabic/search-key.ts';
import { EVERY_PARTY, type PartyCursor, type PartyFilter } from '#shared/parties/party-list.ts';
import { newDatabaseKey } from '#db/database-key.ts';
import { createDatabase, type Database } from '#db/open-database.ts';
import { insertInstallation } from '#db/organisation/organisation-rows.ts';
import { listParties } from '#db/parties/party-list.ts';
import { insertStaff } from '#db/staff/staff-writes.ts';
import { tempFolder } from '../support/office.ts';

/** More than are counted: such a list is walked along an index, in ways of its own for each sort. */
const PEOPLE = 9000;
const MOST_COUNTED = 2000;

let folder: string;
let db: Database;

beforeAll(() => {
  folder = tempFolder();
  db = createDatabase({ file: join(folder, 'app.db'), key: newDatabaseKey() });
  db.write((tx) => {
    tx.unaudited();
    insertInstallation(tx, { uuid: '0'.repeat(36), atMs: 1, normVersion: NORM_VERSION });
    insertStaff(tx, { name: 'سارة', jobTitle: '', roles: [], rights: [] }, '$argon2id$x', 1);
  });
  // Names in an order that has nothing to do with the ids, some of them shared; some merged, into somebody who stands.
  db.sqlite.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${PEOPLE})
    INSERT INTO party (id, kind, name, search_name, name_key, id_kind, id_number, no_id_reason, village, file_year,
        file_number, created_at_ms, created_by, updated_at_ms, merged_into)
      SELECT i, 'person', 'اسم ' || i, printf('%05d', i * 7919 % 4001), printf('%05d', i), 'none', NULL, 'فُقدت',
        iif(i % 3 = 0, '', iif(i % 3 = 1, 'الصمد', 'حدا')), iif(i % 5 = 0, 1448, NULL), iif(i % 5 = 0, i, NULL), 1, 1, 1,
        iif(i % 97 = 0, 1, NULL) FROM n;
    INSERT INTO party_role SELECT id, 'beneficiary' FROM party;
    INSERT INTO party_role SELECT id, 'donor' FROM party WHERE id % 2 = 0;
    INSERT INTO party_role SELECT id, 'volunteer' FROM party WHERE id % 50 = 0;`);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** The same, asked in the plainest words. */
function plainly({ role, village, state, sort }: PartyFilter): number[] {
  const where = [
    'merged_into IS NULL',
    ...(role === null ? [] : [`id IN (SELECT party_id FROM party_role WHERE role = '${role}')`]),
    ...(village === null ? [] : [`village = '${village}'`]),
    ...(state === 'noFile' ? ['file_number IS NULL'] : []),
  ];
  const order = sort === 'newest' ? 'id DESC' : 'search_name, id';
  return db.sqlite
    .prepare<[], number>(`SELECT id FROM party WHERE ${where.join(' AND ')} ORDER BY ${order}`)
    .pluck()
    .all();
}

function walk(filter: PartyFilter, limit: number): number[] {
  const ids: number[] = [];
  let after: PartyCursor | null = null;
  do {
    const page = listParties(db, filter, { after, limit }, '2026-11-22');
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

const filters = [null, 'beneficiary', 'donor', 'volunteer'].flatMap((role) =>
  [null, 'الصمد', 'لا أحد'].flatMap((village) =>
    ([null, 'noFile'] as const).flatMap((state) =>
      (['name', 'newest'] as const).map((sort) => ({ ...EVERY_PARTY, role, village, state, sort })),
    ),
  ),
);

describe('a list of more than are counted', () => {
  it.each(filters)('by role $role, village $village, state $state, sort $sort', (filter) => {
    const expected = plainly(filter);
    expect(walk(filter, 200)).toEqual(expected);
    const { count, more, rows } = listParties(db, filter, { after: null, limit: 7 }, '2026-11-22');
    expect(rows.map(({ id }) => id)).toEqual(expected.slice(0, 7));
    const asked = filter.role !== null || filter.village !== null || filter.state !== null;
    // Of the whole register the records are counted, the merged among them: it says «more than» of none.
    if (asked)
      expect({ count, more }).toEqual({
        count: Math.min(expected.length, MOST_COUNTED),
        more: expected.length > MOST_COUNTED,
      });
  });

  it('is long enough here to be walked in both sorts', () => {
    const walked = filters.filter((filter) => plainly(filter).length > MOST_COUNTED);
    expect(new Set(walked.map(({ sort }) => sort))).toEqual(new Set(['name', 'newest']));
    expect(walked.filter(({ role, village }) => role !== null && village !== null).length).toBeGreaterThan(1);
  });
});
