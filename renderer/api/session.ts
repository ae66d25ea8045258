import { createContext, useContext } from 'react';
import type { Right, Role, Staff } from '#shared/staff/staff.ts';

/** Who sits at the desk; given by the shell to every screen within. */
export const StaffContext = createContext<Staff | null>(null);

/** The signed-in member of staff. Only for screens within the shell. */
export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error('useStaff needs a signed-in shell around it');
  return staff;
}

export const useHasRole = (...roles: readonly Role[]): boolean => {
  const staff = useStaff();
  return roles.some((role) => staff.roles.includes(role));
};

export const useHasRight = (right: Right): boolean => useStaff().rights.includes(right);
