import { AppError } from '#shared/app-error.ts';
import { nameKey } from '#shared/arabic/names.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Right, Role } from '#shared/staff/staff.ts';
import { queries, statement } from '../statement.ts';
import type { WriteTransaction } from '../transaction.ts';
import { findStaffByName } from './staff-queries.ts';

export interface StaffFields {
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly rights: readonly Right[];
}

const insert = statement<{ name: string; key: string; title: string; hash: string; at: number }>()((param) =>
  queries.insertInto('staff').values({
    name: param('name'),
    name_key: param('key'),
    job_title: param('title'),
    password_hash: param('hash'),
    active: 1,
    failed_attempts: 0,
    locked_until_ms: null,
    created_at_ms: param('at'),
  }),
);
const update = statement<{ id: number; name: string; key: string; title: string; active: number }>()(
  (param) =>
    queries
      .updateTable('staff')
      .set({
        name: param('name'),
        name_key: param('key'),
        job_title: param('title'),
        active: param('active'),
      })
      .where('id', '=', param('id')),
);
const addRole = statement<{ id: number; role: string }>()((param) =>
  queries.insertInto('staff_role').values({ staff_id: param('id'), role: param('role') }),
);
const addRight = statement<{ id: number; right: string }>()((param) =>
  queries.insertInto('staff_right').values({ staff_id: param('id'), right_name: param('right') }),
);
const dropRoles = statement<{ id: number }>()((param) =>
  queries.deleteFrom('staff_role').where('staff_id', '=', param('id')),
);
const dropRights = statement<{ id: number }>()((param) =>
  queries.deleteFrom('staff_right').where('staff_id', '=', param('id')),
);
const setHash = statement<{ id: number; hash: string }>()((param) =>
  queries
    .updateTable('staff')
    .set({ password_hash: param('hash'), failed_attempts: 0, locked_until_ms: null })
    .where('id', '=', param('id')),
);
const setAttempts = statement<{ id: number; failed: number; until: number | null }>()((param) =>
  queries
    .updateTable('staff')
    .set({ failed_attempts: param('failed'), locked_until_ms: param('until') })
    .where('id', '=', param('id')),
);

function refuseTaken(tx: WriteTransaction, name: string, except: number | null): void {
  const holder = findStaffByName(tx, name);
  if (holder !== undefined && holder.id !== except)
    throw new AppError('staffNameTaken', { name: holder.name });
}

function give(tx: WriteTransaction, id: number, fields: StaffFields): void {
  for (const role of new Set(fields.roles)) tx.run(addRole, { id, role });
  for (const right of new Set(fields.rights)) tx.run(addRight, { id, right });
}

/** @throws AppError staffNameTaken { name } */
export function insertStaff(
  tx: WriteTransaction,
  fields: StaffFields,
  passwordHash: string,
  atMs: number,
): StaffId {
  refuseTaken(tx, fields.name, null);
  const { id } = tx.run(insert, {
    name: fields.name,
    key: nameKey(fields.name),
    title: fields.jobTitle,
    hash: passwordHash,
    at: atMs,
  });
  give(tx, id, fields);
  return id as StaffId;
}

/** @throws AppError notFound, staffNameTaken { name } */
export function updateStaff(
  tx: WriteTransaction,
  id: StaffId,
  fields: StaffFields & { active: boolean },
): void {
  refuseTaken(tx, fields.name, id);
  const { changes } = tx.run(update, {
    id,
    name: fields.name,
    key: nameKey(fields.name),
    title: fields.jobTitle,
    active: fields.active ? 1 : 0,
  });
  if (changes !== 1) throw new AppError('notFound', { kind: 'staff', id });
  tx.run(dropRoles, { id });
  tx.run(dropRights, { id });
  give(tx, id, fields);
}

/** A new password ends a lock-out. */
export function setPasswordHash(tx: WriteTransaction, id: StaffId, passwordHash: string): void {
  if (tx.run(setHash, { id, hash: passwordHash }).changes !== 1)
    throw new AppError('notFound', { kind: 'staff', id });
}

export function setFailedAttempts(
  tx: WriteTransaction,
  id: StaffId,
  failed: number,
  lockedUntilMs: number | null,
): void {
  tx.run(setAttempts, { id, failed, until: lockedUntilMs });
}
