import { AppError } from '#shared/app-error.ts';
import type { SealedKind } from '#shared/sealed/sealed-document.ts';
import { CASE_ROLES, DESK_ROLES, type Role, type Staff } from '#shared/staff/staff.ts';

/** Identity and IBAN stand whole on what is attested: for who holds them against the card, as on the screen. */
const READ: Readonly<Partial<Record<SealedKind, readonly Role[]>>> = { attestation: DESK_ROLES };

/** Who takes signatures and voids: minutes are the committee's own, all others are papers of the desk. */
const ACT: Readonly<Partial<Record<SealedKind, readonly Role[]>>> = { minutes: CASE_ROLES };

function require(roles: readonly Role[], kind: SealedKind, staff: Staff): void {
  if (!roles.some((role) => staff.roles.includes(role))) throw new AppError('notAllowed', { paper: kind });
}

/** The pages of a frozen paper. @throws AppError notAllowed */
export const requireMayRead = (kind: SealedKind, staff: Staff): void =>
  require(READ[kind] ?? CASE_ROLES, kind, staff);

/** What is done to a frozen paper. @throws AppError notAllowed */
export const requireMayAct = (kind: SealedKind, staff: Staff): void =>
  require(ACT[kind] ?? DESK_ROLES, kind, staff);
