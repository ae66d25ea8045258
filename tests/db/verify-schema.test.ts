import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDatabase } from '#electron/verify/verify-database.ts';
import { openOffice, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openOffice();
});
afterEach(() => desk.close());

describe('verification of the schema, whose triggers guard the registers', () => {
  it.each([
    [
      'a trigger dropped',
      'DROP TRIGGER register_counter_moves_by_one',
      'schema:register_counter_moves_by_one',
    ],
    [
      'a trigger made toothless',
      `DROP TRIGGER audit_log_is_never_deleted; CREATE TRIGGER audit_log_is_never_deleted BEFORE DELETE ON audit_log WHEN 0 BEGIN SELECT 1; END`,
      'schema:audit_log_is_never_deleted',
    ],
    ['an index dropped', 'DROP INDEX letter_by_number', 'schema:letter_by_number'],
    [
      'a trigger added',
      `CREATE TRIGGER quiet AFTER INSERT ON audit_log BEGIN DELETE FROM print_job; END`,
      'schema:quiet',
    ],
    ['a table added', 'CREATE TABLE hidden (x TEXT) STRICT', 'schema:hidden'],
    ['a column added', `ALTER TABLE letter ADD COLUMN hidden TEXT`, 'schema:letter'],
  ])('finds %s', (_, sql, fault) => {
    desk.office().db.sqlite.exec(sql);
    expect(verifyDatabase(desk.office().db).faults).toEqual([fault]);
  });
});
