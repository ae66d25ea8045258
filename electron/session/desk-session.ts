import type { Session } from '#shared/staff/staff-contract.ts';
import type { Staff } from '#shared/staff/staff.ts';

/** Who sits at the one desk: kept in the main process, so that no page can claim to be somebody. */
export interface DeskSession {
  readonly current: () => Session | null;
  readonly open: (staff: Staff) => Session;
  /** Keeps who it is, behind their password. */
  readonly lock: () => void;
  readonly close: () => void;
  /** Calls `act` whenever a person's session ends, or another's begins; gives what ends that. */
  readonly onEnd: (act: () => void) => () => void;
}

export function createDeskSession(): DeskSession {
  let session: Session | null = null;
  const listeners = new Set<() => void>();
  const ended = (): void => {
    for (const act of listeners) act();
  };
  return {
    current: () => session,
    open: (staff) => {
      // Unlocked by the same person, it is the same session.
      if (session?.staff.id !== staff.id) ended();
      return (session = { staff, locked: false });
    },
    lock: () => {
      if (session !== null) session = { ...session, locked: true };
    },
    close: () => {
      session = null;
      ended();
    },
    onEnd: (act) => {
      listeners.add(act);
      return () => listeners.delete(act);
    },
  };
}
