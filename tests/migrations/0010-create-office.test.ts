import { afterEach, expect, it } from 'vitest';
import { databaseAt, OFFICE_ROWS, type OldDatabase } from './support/at-version.ts';

let old: OldDatabase;
afterEach(() => old.close());

it('0010 makes an office out of nothing', () => {
  old = databaseAt(0);
  expect(old.rows()).toEqual({});
  old.to(10);
  const empty = old.rows();
  expect(Object.keys(empty)).toEqual([
    'attachment',
    'audit_head',
    'audit_log',
    'backup_run',
    'draft',
    'installation',
    'organisation_profile',
    'staff',
    'staff_right',
    'staff_role',
  ]);
  // SHA-256 of 'wisam audit log', by sha256sum.
  expect(empty['audit_head']).toEqual([
    {
      id: 1,
      count: 0,
      hash: '8bd8eb228ec4b856b1af99cda26e1e77ffba20bf74799481d1ca53b482a59338',
      high_water_ms: 0,
    },
  ]);
  old.sqlite.exec(OFFICE_ROWS);
  expect(old.rows()['staff']).toHaveLength(2);
});

it('0010 takes one office, known roles of nobody, and passwords of argon2id only', () => {
  old = databaseAt(10);
  old.sqlite.exec(OFFICE_ROWS);
  for (const wrong of [
    `INSERT INTO installation VALUES (2, '3f2b8c0e-0000-4000-8000-000000000002', 1, 1)`,
    `INSERT INTO staff VALUES (3, 'x', 'x', '', 'plain', 1, 0, NULL, 1)`,
    `INSERT INTO staff VALUES (3, 'سارة', 'ساره محمد مطيري', '', '$argon2id$', 1, 0, NULL, 1)`,
    `INSERT INTO staff_role VALUES (9, 'manager')`,
    `INSERT INTO organisation_profile VALUES (2, '{}', 1)`,
    `INSERT INTO attachment VALUES (3, 'party', 1, 'x', 'x', 4, '${'a'.repeat(64)}', x'01', 1, 1)`,
  ])
    expect(() => old.sqlite.exec(wrong)).toThrow('constraint');
});
