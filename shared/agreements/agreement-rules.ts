import { addDays, daysBetween } from '../calendar/iso-day.ts';
import type { AgreementState } from './agreement.ts';

/** An agreement ends soon within as many days: time enough to meet and to renew it. */
export const ENDING_DAYS = 30;

/** The last day on which an agreement counts as ending soon, `today` included. */
export const endingUntil = (today: string): string => addDays(today, ENDING_DAYS);

export interface AgreementFacts {
  readonly signedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly endedOn: string | null;
  /** Breaches and disputes that nobody settled. */
  readonly openCases: number;
}

/**
 * How an agreement stands on a day (ISO). What waits to be settled comes first, an end does not settle it; then what
 * ended by hand, what nobody signed, and the term.
 */
export function agreementState(facts: AgreementFacts, today: string): AgreementState {
  const { signedOn, startsOn, endsOn, endedOn, openCases } = facts;
  if (openCases > 0) return 'breached';
  if (endedOn !== null && endedOn <= today) return 'ended';
  if (signedOn === null || signedOn > today) return 'draft';
  if (endsOn !== null && endsOn < today) return 'expired';
  if (startsOn !== null && startsOn > today) return 'upcoming';
  if (endsOn !== null && endsOn <= endingUntil(today)) return 'ending';
  return 'active';
}

/** Whether both sides are bound by it now: what may be ended, renewed or broken. */
export const isInForce = (facts: AgreementFacts, today: string): boolean => {
  const state = agreementState({ ...facts, openCases: 0 }, today);
  return state === 'active' || state === 'ending';
};

/** The term that follows one: it begins on the next day and is as long. Null where the term has no two ends. */
export function nextTerm({ startsOn, endsOn }: Pick<AgreementFacts, 'startsOn' | 'endsOn'>): {
  readonly startsOn: string;
  readonly endsOn: string;
} | null {
  if (startsOn === null || endsOn === null) return null;
  const begins = addDays(endsOn, 1);
  return { startsOn: begins, endsOn: addDays(begins, daysBetween(startsOn, endsOn)) };
}
