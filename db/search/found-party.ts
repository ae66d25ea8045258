import type { PartyVia } from '#shared/parties/party-via.ts';

/** Somebody whom a search means, and why, when it was not by their own name or number. */
export interface FoundParty {
  readonly id: number;
  readonly via: PartyVia | null;
}
