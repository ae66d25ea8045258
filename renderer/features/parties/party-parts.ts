import type { Party } from '#shared/parties/party.ts';

/** The parts of a file, as `/beneficiaries/$id/$part` names them; the overview has no name of its own. */
export const PARTY_PARTS = [
  'overview',
  'household',
  'circumstances',
  'documents',
  'agreements',
  'history',
] as const;
export type PartyPart = (typeof PARTY_PARTS)[number];

const LIFE: readonly PartyPart[] = ['household', 'circumstances'];

/** A body has no household; what a case is judged by is for those who serve or judge it, the history for who writes it. */
export const partsOf = (
  { kind }: Pick<Party, 'kind'>,
  { mayWrite, seesCase }: { readonly mayWrite: boolean; readonly seesCase: boolean },
): readonly PartyPart[] =>
  PARTY_PARTS.filter(
    (part) =>
      !(kind === 'organisation' && LIFE.includes(part)) &&
      !(!seesCase && (LIFE.includes(part) || part === 'documents')) &&
      !(part === 'history' && !mayWrite),
  );

/** An address that names no part of this file (typed, or of a part that is no more) opens the overview. */
export const partOf = (param: string | undefined, parts: readonly PartyPart[]): PartyPart =>
  parts.find((part) => part === param) ?? 'overview';
