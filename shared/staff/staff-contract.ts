import { z } from 'zod';
import { staffIdSchema } from '../ids.ts';
import { command, defineContract, query } from '../ipc/contract.ts';
import { PASSWORD_MIN, RIGHTS, rightSchema, ROLES, roleSchema, staffSchema } from './staff.ts';

const password = z.string().min(PASSWORD_MIN, { message: 'passwordTooShort' }).max(200);
const name = z.string().trim().min(2, { message: 'name.required' }).max(80);

/** Who sits at the desk. `locked` keeps the person's screen behind their password without losing what is open. */
export const sessionSchema = z.object({ staff: staffSchema, locked: z.boolean() });
export type Session = z.infer<typeof sessionSchema>;

/** What the sign-in screen may show before anyone has signed in: names, nothing more. */
const staffNameSchema = z.object({ id: staffIdSchema, name: z.string(), jobTitle: z.string() });

export const staffContract = defineContract({
  'session.current': query('anyone', z.void(), sessionSchema.nullable()),
  'session.listStaff': query('anyone', z.void(), z.array(staffNameSchema)),
  /** Errors: wrongPassword, tooManyAttempts { seconds }. */
  'session.signIn': command(
    'anyone',
    z.object({ staffId: staffIdSchema, password: z.string().max(200) }),
    sessionSchema,
    ['session'],
  ),
  'session.lock': command('signedIn', z.void(), z.void(), ['session']),
  'session.signOut': command('anyone', z.void(), z.void(), ['session']),
  'staff.list': query({ roles: ['manager', 'administrator', 'auditor'] }, z.void(), z.array(staffSchema)),
  /** The signatories that a letter may name: members of staff with the right approveLetters. */
  'staff.listSignatories': query('signedIn', z.void(), z.array(staffNameSchema)),
  'staff.add': command(
    { roles: ['administrator'] },
    z.object({
      name,
      jobTitle: z.string().trim().max(80),
      roles: z.array(roleSchema).min(1, { message: 'required' }).max(ROLES.length),
      rights: z.array(rightSchema).max(RIGHTS.length),
      password,
    }),
    staffSchema,
    ['staff'],
  ),
  /** Error: lastAdministrator, when nobody would be left to give rights. */
  'staff.update': command(
    { roles: ['administrator'] },
    z.object({
      id: staffIdSchema,
      name,
      jobTitle: z.string().trim().max(80),
      roles: z.array(roleSchema).min(1, { message: 'required' }).max(ROLES.length),
      rights: z.array(rightSchema).max(RIGHTS.length),
      active: z.boolean(),
    }),
    staffSchema,
    ['staff', 'session'],
  ),
  'staff.setPassword': command(
    { roles: ['administrator'] },
    z.object({ id: staffIdSchema, password }),
    z.void(),
    ['staff'],
  ),
  'staff.changeOwnPassword': command(
    'signedIn',
    z.object({ present: z.string().max(200), password }),
    z.void(),
    ['staff'],
  ),
});
