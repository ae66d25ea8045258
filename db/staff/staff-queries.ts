import { sql } from 'kysely';
import { nameKey } from '#shared/arabic/names.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Right, Staff } from '#shared/staff/staff.ts';
import { queries, statement } from '../statement.ts';
import type { Reader } from '../transaction.ts';

interface StaffRow {
  id: number;
  name: string;
  job_title: string;
  active: number;
  roles: string | null;
  rights: string | null;
}

const staffOf = (row: StaffRow): Staff => ({
  id: row.id as StaffId,
  name: row.name,
  jobTitle: row.job_title,
  roles: (row.roles?.split(',') ?? []) as Staff['roles'],
  rights: (row.rights?.split(',') ?? []) as Staff['rights'],
  active: row.active === 1,
});

const rows = () =>
  queries.selectFrom('staff').select([
    'id',
    'name',
    'job_title',
    'active',
    sql<string | null>`(SELECT group_concat(role, ',') FROM
        (SELECT role FROM staff_role WHERE staff_id = staff.id ORDER BY role))`.as('roles'),
    sql<string | null>`(SELECT group_concat(right_name, ',') FROM
        (SELECT right_name FROM staff_right WHERE staff_id = staff.id ORDER BY right_name))`.as('rights'),
  ]);

const one = statement<{ id: number }>()((param) => rows().where('id', '=', param('id')));
const all = statement()(() => rows().orderBy('name').orderBy('id'));
const byKey = statement<{ key: string }>()((param) =>
  queries.selectFrom('staff').select(['id', 'name']).where('name_key', '=', param('key')),
);
const credentials = statement<{ id: number }>()((param) =>
  queries
    .selectFrom('staff')
    .select(['password_hash', 'failed_attempts', 'locked_until_ms', 'active'])
    .where('id', '=', param('id')),
);
const administrators = statement()(() =>
  queries
    .selectFrom('staff')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
    .select('staff.id')
    .where('staff_role.role', '=', 'administrator')
    .where('staff.active', '=', 1),
);

export const findStaff = (reader: Reader, id: number): Staff | undefined => {
  const row = reader.get(one, { id });
  return row && staffOf(row);
};

export const listStaff = (reader: Reader): Staff[] => reader.all(all, {}).map(staffOf);

/** Active members of staff who hold a right, by name. */
export const listStaffWithRight = (reader: Reader, right: Right): Staff[] =>
  listStaff(reader).filter((staff) => staff.active && staff.rights.includes(right));

export const findStaffByName = (reader: Reader, name: string): { id: number; name: string } | undefined =>
  reader.get(byKey, { key: nameKey(name) });

export interface Credentials {
  /** PHC string. */
  readonly passwordHash: string;
  readonly failedAttempts: number;
  readonly lockedUntilMs: number | null;
  readonly active: boolean;
}

export function findCredentials(reader: Reader, id: number): Credentials | undefined {
  const row = reader.get(credentials, { id });
  return (
    row && {
      passwordHash: row.password_hash,
      failedAttempts: row.failed_attempts,
      lockedUntilMs: row.locked_until_ms,
      active: row.active === 1,
    }
  );
}

/** Those who can still give roles and rights. */
export const listAdministratorIds = (reader: Reader): number[] =>
  reader.all(administrators, {}).map((row) => row.id);
