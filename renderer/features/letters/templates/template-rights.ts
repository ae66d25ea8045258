import type { Staff } from '#shared/staff/staff.ts';
import { TEMPLATE_ROLES } from '#shared/templates/templates-contract.ts';

/** Who may change what the office writes with. */
export const mayKeepTemplates = (staff: Staff): boolean =>
  staff.roles.some((role) => (TEMPLATE_ROLES as readonly string[]).includes(role));
