import { afterEach, describe, expect, it } from 'vitest';
import { hitRows } from '#db/parties/party-queries.ts';
import { databaseAt, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

describe('0062 speeds up the search', () => {
  it('leaves every row as it was', () => {
    old = databaseAt(30);
    old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS);
    old.to(60);
    const before = old.rows();
    old.to(62);
    expect(old.rows()).toEqual(before);
  });

  it('lists the numbers that something must be minded with, and a row that is found is read along that list', () => {
    old = databaseAt(30);
    old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS);
    old.to(62);
    const { sql } = hitRows()
      .where('party.id', '=', 1 as never)
      .compile();
    const plan = (): string =>
      old.sqlite
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(1)
        .map((step) => (step as { detail: string }).detail)
        .join('\n');
    expect(plan()).toContain('contact_point_minded');
    // Also with what the planner learns of a register in which few numbers are minded.
    const add = old.sqlite.prepare(
      `INSERT INTO contact_point (party_id, position, kind, value, owner, hours, discreet, note, created_at_ms)
       VALUES (1, ?, 'mobile', ?, ?, '', 0, '', 1)`,
    );
    for (let place = 2; place < 200; place += 1)
      add.run(place, `+9665${place}`, place % 50 === 0 ? 'جار' : '');
    old.sqlite.exec('ANALYZE');
    expect(plan()).toContain('contact_point_minded');
  });
});
