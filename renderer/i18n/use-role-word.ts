import type { Party, PartyRole } from '#shared/parties/party.ts';
import { useText } from './use-text.ts';

/** A role in the grammar of whoever bears it: «مستفيدة», «وكيلة». */
export function useRoleWord(sex: Party['sex']): (role: PartyRole) => string {
  const { text } = useText();
  return (role) => text(sex === 'female' ? 'domain.partyRoleFemale' : 'domain.partyRole', role);
}
