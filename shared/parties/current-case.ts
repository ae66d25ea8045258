import type { RequestLevel } from '../requests/request.ts';
import type { OpenCase } from './profile.ts';

const URGENCY: Readonly<Record<RequestLevel, number>> = { urgent: 0, ordinary: 1, followUp: 1 };

/**
 * What is open of somebody's requests, the current case first: the most urgent, then the newest. A request whose service
 * was delivered is none.
 */
export const openCases = (requests: readonly OpenCase[]): OpenCase[] =>
  requests
    .filter(({ request }) => request.currentStep !== null)
    .toSorted(
      (one, other) =>
        URGENCY[one.request.level] - URGENCY[other.request.level] ||
        other.request.openedAtMs - one.request.openedAtMs ||
        other.request.id - one.request.id,
    );
