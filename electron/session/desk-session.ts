import type { Session } from '#shared/staff/staff-contract.ts';
import type { Staff } from '#shared/staff/staff.ts';

/** Who sits at the one desk: kept in the main process, so that no page can claim to be somebody. */
export interface DeskSession {
  readonly current: () => Session | null;
  readonly open: (staff: Staff) => Session;
  /** Keeps who it is, behind their password. */
  readonly lock: () => void;
  readonly close: () => void;
}

export function createDeskSession(): DeskSession {
  let session: Session | null = null;
  return {
    current: () => session,
    open: (staff) => (session = { staff, locked: false }),
    lock: () => {
      if (session !== null) session = { ...session, locked: true };
    },
    close: () => {
      session = null;
    },
  };
}
