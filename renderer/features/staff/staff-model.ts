import { z } from 'zod';
import { PASSWORD_MIN, rightSchema, roleSchema, type Staff } from '#shared/staff/staff.ts';

/** A member of staff as the administrator writes them; the password only for a new one. */
export const staffFormSchema = (isNew: boolean) =>
  z
    .object({
      name: z.string().trim().min(2, { message: 'required' }).max(80, { message: 'tooLong' }),
      jobTitle: z.string().trim().max(80, { message: 'tooLong' }),
      roles: z.array(roleSchema).min(1, { message: 'rolesRequired' }),
      rights: z.array(rightSchema),
      active: z.boolean(),
      password: z.string().max(200, { message: 'tooLong' }),
    })
    .refine(({ password }) => (isNew || password !== '' ? password.length >= PASSWORD_MIN : true), {
      path: ['password'],
      message: 'passwordTooShort',
    });

export type StaffForm = z.output<ReturnType<typeof staffFormSchema>>;

export const staffValues = (staff: Staff | null): StaffForm => ({
  name: staff?.name ?? '',
  jobTitle: staff?.jobTitle ?? '',
  roles: [...(staff?.roles ?? [])],
  rights: [...(staff?.rights ?? [])],
  active: staff?.active ?? true,
  password: '',
});
