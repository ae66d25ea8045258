import type { PartyInput } from '#shared/parties/party.ts';
import type { VisitPurpose } from '#shared/visits/visit.ts';

/** What was typed at the door before «المزيد», and what the person came for. */
export interface CarriedParty {
  readonly party: Omit<PartyInput, 'roles'>;
  readonly purpose: VisitPurpose;
}

// In memory alone: an address or an id has no place in the path of a screen.
let carried: CarriedParty | null = null;

/** Hands the short form over to the whole one. */
export const carryParty = (typed: CarriedParty): void => {
  carried = typed;
};

/** What was handed over, once. */
export function takeCarriedParty(): CarriedParty | null {
  const taken = carried;
  carried = null;
  return taken;
}
