import { AppError } from '#shared/app-error.ts';
import { PATH_ROLES } from '#shared/audit/sample-contract.ts';
import type { PaperKind } from '#shared/papers/papers-contract.ts';
import { CASE_ROLES, DESK_ROLES, type Role, type Staff } from '#shared/staff/staff.ts';

/** Who may have a paper made; a kind that is not named here is anybody's who is signed in. */
const ROLES: Readonly<Partial<Record<PaperKind, readonly Role[]>>> = {
  // They tell of household, health, income or documents: for who may see them on the screen.
  deliveryList: CASE_ROLES,
  personSummary: CASE_ROLES,
  missingDocuments: CASE_ROLES,
  sessionMinutes: CASE_ROLES,
  caseSummary: CASE_ROLES,
  referralSheet: CASE_ROLES,
  fieldVisitSheet: CASE_ROLES,
  // Identity and IBAN whole: for who holds them against the card.
  supportRequestForm: DESK_ROLES,
  // Whole paths are for who answers for them, and for who examines them.
  requestPath: PATH_ROLES,
  auditSample: PATH_ROLES,
};

/** @throws AppError notAllowed */
export function requirePaperRole(kind: PaperKind, staff: Staff): void {
  const roles = ROLES[kind];
  if (roles !== undefined && !roles.some((role) => staff.roles.includes(role)))
    throw new AppError('notAllowed', { paper: kind });
}
