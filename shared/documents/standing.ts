import { addDays, daysBetween } from '../calendar/iso-day.ts';
import { DOCUMENT_KINDS, type DocumentKind } from './document.ts';

/** Worst first: how a kind of document stands on a day. */
export const STANDING_STATES = ['missing', 'expired', 'unmatched', 'expiring', 'valid'] as const;
export type StandingState = (typeof STANDING_STATES)[number];

/** Which documents are asked of whom: a line without a category holds for everybody. */
export interface ExpectedDocument {
  readonly kind: DocumentKind;
  readonly categoryId: number | null;
}

/** What the rules look at; a `PartyDocument` is one. */
export interface HeldDocument {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly matchedAtMs: number | null;
  readonly removed: object | null;
}

export interface DocumentStanding {
  readonly kind: DocumentKind;
  readonly state: StandingState;
  /** False: nobody asked for it, but it is there. */
  readonly expected: boolean;
  /** The document that the state speaks of; null when there is none. */
  readonly documentId: number | null;
  readonly expiresOn: string | null;
  /** Days until it ends, 0 on its last day, negative afterwards; null when it does not end. */
  readonly daysLeft: number | null;
}

/** Days before its end at which a document is called expiring, where the settings say nothing else. */
export const EXPIRING_DAYS = 30;

/** The kinds that are asked of somebody in these categories, in the order of the checklist. */
export const expectedKinds = (
  expected: readonly ExpectedDocument[],
  categoryIds: readonly number[],
): DocumentKind[] =>
  DOCUMENT_KINDS.filter((kind) =>
    expected.some(
      (one) => one.kind === kind && (one.categoryId === null || categoryIds.includes(one.categoryId)),
    ),
  );

/** How one document stands on `day` (ISO); its last day is still valid. */
export function stateOn(
  document: Pick<HeldDocument, 'expiresOn' | 'matchedAtMs'>,
  day: string,
  soonDays: number = EXPIRING_DAYS,
): Exclude<StandingState, 'missing'> {
  const { expiresOn } = document;
  if (expiresOn !== null && expiresOn < day) return 'expired';
  if (document.matchedAtMs === null) return 'unmatched';
  return expiresOn !== null && expiresOn <= addDays(day, soonDays) ? 'expiring' : 'valid';
}

/**
 * How each expected kind stands on the given day, which need not be today: S.2 asks for the day of submission. Of several
 * documents of a kind the best one counts, so that a renewal mends and the old one may stay. What was issued after that
 * day was not there yet. Kinds that nobody expects are told too, after the expected ones.
 */
export function documentStanding(
  expected: readonly DocumentKind[],
  documents: readonly HeldDocument[],
  day: string,
  soonDays: number = EXPIRING_DAYS,
): DocumentStanding[] {
  const there = documents.filter(
    ({ removed, issuedOn }) => removed === null && (issuedOn === null || issuedOn <= day),
  );
  const rank = (one: HeldDocument): number => STANDING_STATES.indexOf(stateOn(one, day, soonDays));
  const endOf = ({ expiresOn }: HeldDocument): string => expiresOn ?? '9999';
  const better = (one: HeldDocument, other: HeldDocument): number =>
    rank(other) - rank(one) ||
    (endOf(one) < endOf(other) ? 1 : endOf(one) > endOf(other) ? -1 : other.id - one.id);
  const standingOf = (kind: DocumentKind, asked: boolean): DocumentStanding => {
    const best = there.filter((one) => one.kind === kind).toSorted(better)[0];
    const about = { kind, expected: asked };
    if (best === undefined)
      return { ...about, state: 'missing', documentId: null, expiresOn: null, daysLeft: null };
    const { id, expiresOn } = best;
    const daysLeft = expiresOn === null ? null : daysBetween(day, expiresOn);
    return { ...about, state: stateOn(best, day, soonDays), documentId: id, expiresOn, daysLeft };
  };
  const asked = DOCUMENT_KINDS.filter((kind) => expected.includes(kind));
  // «أخرى» is no one thing: each of them stands for itself in the list of documents.
  const rest = DOCUMENT_KINDS.filter(
    (kind) => kind !== 'other' && !expected.includes(kind) && there.some((one) => one.kind === kind),
  );
  return [...asked.map((kind) => standingOf(kind, true)), ...rest.map((kind) => standingOf(kind, false))];
}

/** What keeps a file from being whole on that day: missing, expired, or not yet matched to its original. */
export const wanting = (standing: readonly DocumentStanding[]): DocumentStanding[] =>
  standing.filter(
    ({ state, expected }) =>
      (expected && (state === 'missing' || state === 'unmatched')) || state === 'expired',
  );
