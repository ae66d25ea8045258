import type { StaffId } from '#shared/ids.ts';
import type { Staff } from '#shared/staff/staff.ts';

/** Who does something: what the audit log keeps of a member of staff. */
export interface Actor {
  readonly id: StaffId;
  readonly name: string;
}

export const actorOf = (staff: Staff): Actor => ({ id: staff.id, name: staff.name });
