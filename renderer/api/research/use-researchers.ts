import type { StaffId } from '#shared/ids.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import type { Choice } from '#renderer/ui/fields.tsx';
import { useChannelQuery } from '../use-channel.ts';

/** A choice of a form is a text: none of them is «whoever comes first». */
export const ANYBODY = 'anybody';
export const toStaffId = (choice: string): StaffId | null =>
  choice === ANYBODY ? null : (Number(choice) as StaffId);
export const fromStaffId = (id: StaffId | null | undefined): string => (id == null ? ANYBODY : String(id));

/** Who can be asked, as choices of a field; `noOfficer` once it is known that nobody has the role. */
export function useResearchers(): { readonly people: readonly Choice[]; readonly noOfficer: boolean } {
  const { t } = useText();
  const officers = useChannelQuery('referrals.officers', undefined);
  const found = officers.data ?? [];
  return {
    people: found.map(({ id, name, officer }) => ({
      value: String(id),
      label: t(officer ? 'referrals.refer.officer' : 'referrals.refer.manager', { name }),
    })),
    noOfficer: officers.data !== undefined && !found.some(({ officer }) => officer),
  };
}
