import { z } from 'zod';

/**
 * Why a search found a party, when it was not by the name or the number that the row shows: another name (كنية، شهرة,
 * the Latin one), a member of their household, a record that was merged into theirs, the number of a paper file, another
 * way to reach them, a request or a letter of theirs.
 */
export const PARTY_VIA_KINDS = [
  'alias',
  'latin',
  'member',
  'merged',
  'legacy',
  'contact',
  'request',
  'letter',
] as const;

export const partyViaSchema = z.object({
  kind: z.enum(PARTY_VIA_KINDS),
  /** What matched, as it is written there. */
  text: z.string(),
});
export type PartyVia = z.infer<typeof partyViaSchema>;
