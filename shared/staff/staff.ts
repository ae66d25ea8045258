import { z } from 'zod';
import { staffIdSchema } from '../ids.ts';

/** Roles of `vocabulary`: a member of staff has one or more. */
export const ROLES = [
  'receptionist',
  'beneficiaryRelationsOfficer',
  'socialResearchOfficer',
  'committeeMember',
  'manager',
  'auditor',
  'administrator',
] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/**
 * Rights are given to persons, not to roles: the signatory (المفوَّض بالتوقيع), who gives a letter its number, and who may
 * put the pictures of signature and stamp on it.
 */
export const RIGHTS = ['approveLetters', 'issueLetters', 'useSigningPictures'] as const;
export const rightSchema = z.enum(RIGHTS);
export type Right = z.infer<typeof rightSchema>;

/** Everybody who serves visitors: may write in the desk's registers. */
export const DESK_ROLES = [
  'receptionist',
  'beneficiaryRelationsOfficer',
  'socialResearchOfficer',
  'manager',
] as const satisfies readonly Role[];

/**
 * Who serves a case or judges it: they alone see a household, health, income and documents (PDPL: what their work needs).
 * Auditors and administrators see who has a file and what was done with it.
 */
export const CASE_ROLES = [...DESK_ROLES, 'committeeMember'] as const satisfies readonly Role[];

export const PASSWORD_MIN = 8;

export const staffSchema = z.object({
  id: staffIdSchema,
  name: z.string(),
  /** What stands under the name and on letters: «رئيس مجلس الإدارة». Empty when there is none. */
  jobTitle: z.string(),
  roles: z.array(roleSchema).min(1),
  rights: z.array(rightSchema),
  active: z.boolean(),
});
export type Staff = z.infer<typeof staffSchema>;
