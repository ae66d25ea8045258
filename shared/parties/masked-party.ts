import { maskIdentifier } from '../identifiers/mask.ts';
import type { Party } from './party.ts';

/** A party as it goes to the desk: whole they are read by `parties.compare` and `parties.record` alone, each look logged. */
export const maskedParty = (party: Party): Party => ({ ...party, idNumber: maskIdentifier(party.idNumber) });
