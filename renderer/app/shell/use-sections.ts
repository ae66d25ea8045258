import { useStaff } from '#renderer/api/session.ts';
import { hasScreen } from '../screens.ts';
import { SECTIONS, type Section } from './sections.ts';

/** The sections that exist and that this person may open. */
export function useSections(): readonly Section[] {
  const staff = useStaff();
  return SECTIONS.filter(
    ({ path, roles }) =>
      hasScreen(path) && (roles === undefined || roles.some((role) => staff.roles.includes(role))),
  );
}
