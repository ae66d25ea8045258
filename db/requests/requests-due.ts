import type { DueRequest } from '#shared/desk/desk-contract.ts';
import type { OpenPhase, RequestView } from '#shared/requests/request-list.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import type { Reader } from '../transaction.ts';
import { pageOfRequests, type RequestLook } from './request-list.ts';

/** Of each reason at most: the rest is a press away, in the list of requests. */
const MOST = 20;

/**
 * Requests whose day has come: papers are promised for today or were promised before, the committee's reply may be given, or
 * should have been given by the office's own target. Each once, for the reason that is the most pressing; urgent ones first,
 * then the oldest.
 */
export function listDueRequests(reader: Reader, look: RequestLook): DueRequest[] {
  const found = new Map<number, DueRequest>();
  const add = (
    view: RequestView,
    why: DueRequest['why'],
    dayOf: (one: RequestSummary) => string | null,
    phase: OpenPhase | null = null,
  ): void => {
    const { rows } = pageOfRequests(reader, { view, phase }, look, { after: null, limit: MOST });
    for (const request of rows) {
      const on = dayOf(request);
      if (on !== null && on <= look.today && !found.has(request.id))
        found.set(request.id, { request, why, on });
    }
  };
  add('returning', 'returnDay', ({ returnOn }) => returnOn);
  add('targetPassed', 'target', ({ targetOn }) => targetOn);
  // Its day is the last of all, though it waits for none: among those whose day has come it would be left out.
  add('urgent', 'reply', ({ stopped }) => (stopped === null ? look.today : null), 'committee');
  add('replyDue', 'reply', ({ notBefore, level }) => (level === 'urgent' ? look.today : notBefore));
  const rank = ({ request, on }: DueRequest): string => `${request.level === 'urgent' ? 0 : 1} ${on}`;
  return [...found.values()].toSorted((one, other) =>
    rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0,
  );
}
