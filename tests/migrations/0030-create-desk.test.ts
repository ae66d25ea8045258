import { afterEach, expect, it } from 'vitest';
import { databaseAt, DESK_ROWS, OFFICE_ROWS, type OldDatabase, PARTY_ROWS } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

it('0030 adds the desk and leaves offices and parties as they were', () => {
  old = databaseAt(20);
  old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS);
  const before = old.rows();
  old.to(30);
  const after = old.rows();
  for (const table of Object.keys(before)) expect([table, after[table]]).toEqual([table, before[table]]);
  old.sqlite.exec(DESK_ROWS);
  expect(old.rows()['request_requirement']).toHaveLength(2);
});

it('0030 refuses what no desk can hold', () => {
  old = databaseAt(30);
  old.sqlite.exec(OFFICE_ROWS + PARTY_ROWS + DESK_ROWS);
  for (const wrong of [
    `UPDATE visit SET ticket = 1 WHERE id = 2`,
    `UPDATE visit SET day = '22/11/2026'`,
    `UPDATE visit SET party_id = 9`,
    `UPDATE contact SET next_action_on = 'tomorrow'`,
    `UPDATE support_request SET current_step = 8`,
    `UPDATE support_request SET number = NULL`,
    `INSERT INTO request_step VALUES (1, 1, 'done', 1, 1, '')`,
    `INSERT INTO request_step VALUES (1, 2, 'half', 1, 1, '')`,
    `DELETE FROM visit WHERE id = 1`,
    `DELETE FROM party WHERE id = 1`,
  ])
    expect(() => old.sqlite.exec(wrong)).toThrow('constraint');
});
