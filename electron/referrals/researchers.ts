import { AppError } from '#shared/app-error.ts';
import type { StaffId } from '#shared/ids.ts';
import type { NamedStaff } from '#shared/referrals/referral.ts';
import { listStaff } from '#db/staff/staff-queries.ts';
import type { Reader } from '#db/transaction.ts';

export interface Researcher extends NamedStaff {
  /** مسؤول البحث الاجتماعي; false: a manager, in their place. */
  readonly officer: boolean;
}

/** Who can be asked and who can have answered: active social research officers, then managers. */
export const listResearchers = (reader: Reader): Researcher[] =>
  listStaff(reader)
    .filter(({ active }) => active)
    .flatMap(({ id, name, roles }) => {
      const officer = roles.includes('socialResearchOfficer');
      return officer || roles.includes('manager') ? [{ id, name, officer }] : [];
    })
    .toSorted((one, other) => Number(other.officer) - Number(one.officer));

/** @throws AppError notFound { kind: 'staff' } */
export function requireResearcher(reader: Reader, id: StaffId): Researcher {
  const found = listResearchers(reader).find((one) => one.id === id);
  if (found === undefined) throw new AppError('notFound', { kind: 'staff', id });
  return found;
}
