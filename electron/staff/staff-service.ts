import { AppError } from '#shared/app-error.ts';
import type { StaffId } from '#shared/ids.ts';
import type { Session } from '#shared/staff/staff-contract.ts';
import type { Right, Role, Staff } from '#shared/staff/staff.ts';
import type { Database } from '#db/open-database.ts';
import {
  findCredentials,
  findStaff,
  listAdministratorIds,
  listStaff,
  listStaffWithRight,
} from '#db/staff/staff-queries.ts';
import { insertStaff, setFailedAttempts, setPasswordHash, updateStaff } from '#db/staff/staff-writes.ts';
import { actorOf, type Actor } from '../audit/actor.ts';
import type { Clock } from '../ports/clock.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { DeskSession } from '../session/desk-session.ts';
import { lockOutLeftMs, lockOutMs } from './lock-out.ts';
import type { Passwords } from './passwords.ts';

interface StaffServicePorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly session: DeskSession;
  readonly passwords: Passwords;
}

export interface StaffInput {
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly rights: readonly Right[];
}

export type StaffService = ReturnType<typeof createStaffService>;

export function createStaffService({ db, clock, session, passwords }: StaffServicePorts) {
  const subject = (id: StaffId) => ({ kind: 'staff', id });

  function getStaff(id: StaffId): Staff {
    const staff = findStaff(db, id);
    if (staff === undefined) throw new AppError('notFound', { kind: 'staff', id });
    return staff;
  }

  /**
   * Judges a password. The attempt is counted before the slow hash is computed: guesses sent at once would otherwise
   * all be tried before the first of them failed.
   * @throws AppError wrongPassword, tooManyAttempts { seconds }
   */
  async function checkPassword(id: StaffId, password: string): Promise<void> {
    const { hash, failures } = db.write((tx) => {
      const found = findCredentials(tx, id);
      if (found === undefined || !found.active) throw new AppError('wrongPassword');
      const nowMs = clock.nowMs();
      const left = lockOutLeftMs(found.lockedUntilMs, nowMs);
      if (left > 0) throw new AppError('tooManyAttempts', { seconds: Math.ceil(left / 1000) });
      const count = found.failedAttempts + 1;
      const wait = lockOutMs(count);
      setFailedAttempts(tx, id, count, wait === 0 ? null : nowMs + wait);
      tx.unaudited();
      return { hash: found.passwordHash, failures: count };
    });
    if (await passwords.verify(hash, password)) return;
    const wait = lockOutMs(failures);
    db.write((tx) => tx.audit(auditEntry(null, clock.nowMs(), 'session.refused', subject(id), { failures })));
    if (wait > 0) throw new AppError('tooManyAttempts', { seconds: Math.ceil(wait / 1000) });
    throw new AppError('wrongPassword');
  }

  return {
    /** Active members of staff, as the sign-in screen shows them. */
    listNames: () =>
      listStaff(db)
        .filter((staff) => staff.active)
        .map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),

    listStaff: (): Staff[] => listStaff(db),

    listSignatories: () =>
      listStaffWithRight(db, 'approveLetters').map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),

    /** Signs in, takes the desk over from somebody else, or unlocks it. @throws AppError wrongPassword, tooManyAttempts */
    async signIn(id: StaffId, password: string): Promise<Session> {
      await checkPassword(id, password);
      const staff = getStaff(id);
      // Put out of service while the password was being judged.
      if (!staff.active) throw new AppError('wrongPassword');
      db.write((tx) => {
        setFailedAttempts(tx, id, 0, null);
        tx.audit(auditEntry(actorOf(staff), clock.nowMs(), 'session.signedIn', subject(id)));
      });
      return session.open(staff);
    },

    lock(): void {
      const present = session.current();
      if (present === null || present.locked) return;
      // First the lock, then the log: a full disk must not leave a desk open that somebody has left.
      session.lock();
      const actor = actorOf(present.staff);
      db.write((tx) => tx.audit(auditEntry(actor, clock.nowMs(), 'session.locked', subject(actor.id))));
    },

    signOut(): void {
      const present = session.current();
      if (present === null) return;
      session.close();
      const actor = actorOf(present.staff);
      db.write((tx) => tx.audit(auditEntry(actor, clock.nowMs(), 'session.signedOut', subject(actor.id))));
    },

    /** @throws AppError staffNameTaken */
    async addStaff(input: StaffInput & { readonly password: string }, actor: Actor): Promise<Staff> {
      const hash = await passwords.hash(input.password);
      const id = db.write((tx) => {
        const nowMs = clock.nowMs();
        const added = insertStaff(tx, input, hash, nowMs);
        const { name, jobTitle, roles, rights } = input;
        tx.audit(auditEntry(actor, nowMs, 'staff.added', subject(added), { name, jobTitle, roles, rights }));
        return added;
      });
      return getStaff(id);
    },

    /** @throws AppError notFound, staffNameTaken, lastAdministrator */
    updateStaff(input: StaffInput & { readonly id: StaffId; readonly active: boolean }, actor: Actor): Staff {
      db.write((tx) => {
        updateStaff(tx, input.id, input);
        if (listAdministratorIds(tx).length === 0) throw new AppError('lastAdministrator');
        const { name, jobTitle, roles, rights, active } = input;
        tx.audit(
          auditEntry(actor, clock.nowMs(), 'staff.updated', subject(input.id), {
            name,
            jobTitle,
            roles,
            rights,
            active,
          }),
        );
      });
      const staff = getStaff(input.id);
      // A right taken away ends at once, not at the next sign-in.
      const present = session.current();
      if (present?.staff.id === staff.id) {
        if (!staff.active) session.close();
        else {
          session.open(staff);
          if (present.locked) session.lock();
        }
      }
      return staff;
    },

    /** By an administrator, for somebody who forgot theirs. @throws AppError notFound */
    async setPassword(id: StaffId, password: string, actor: Actor): Promise<void> {
      const hash = await passwords.hash(password);
      db.write((tx) => {
        setPasswordHash(tx, id, hash);
        tx.audit(auditEntry(actor, clock.nowMs(), 'staff.passwordSet', subject(id)));
      });
    },

    /** @throws AppError wrongPassword, tooManyAttempts */
    async changeOwnPassword(actor: Actor, present: string, password: string): Promise<void> {
      await checkPassword(actor.id, present);
      const hash = await passwords.hash(password);
      db.write((tx) => {
        setPasswordHash(tx, actor.id, hash);
        tx.audit(auditEntry(actor, clock.nowMs(), 'staff.passwordChanged', subject(actor.id)));
      });
    },
  };
}
