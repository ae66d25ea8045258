/** The parts of a file, as `/beneficiaries/$id/$part` names them; the overview has no name of its own. */
export const PARTY_PARTS = ['overview', 'household', 'circumstances', 'documents'] as const;
export type PartyPart = (typeof PARTY_PARTS)[number];

/** An address that names no part (typed, or of a part that is no more) opens the overview. */
export const partOf = (param: string | undefined): PartyPart =>
  PARTY_PARTS.find((part) => part === param) ?? 'overview';
