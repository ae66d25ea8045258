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

/** A body has no household, and its history is for those who write it. */
export const partsOf = ({ kind }: Pick<Party, 'kind'>, mayWrite: boolean): readonly PartyPart[] =>
  PARTY_PARTS.filter(
    (part) =>
      !(kind === 'organisation' && (part === 'household' || part === 'circumstances')) &&
      !(part === 'history' && !mayWrite),
  );

/** An address that names no part of this file (typed, or of a part that is no more) opens the overview. */
export const partOf = (param: string | undefined, parts: readonly PartyPart[]): PartyPart =>
  parts.find((part) => part === param) ?? 'overview';
