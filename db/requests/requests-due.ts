import type { DueRequest } from '#shared/desk/desk-contract.ts';
import type { RequestView } from '#shared/requests/request-list.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import type { Reader } from '../transaction.ts';
import { pageOfRequests, type RequestLook } from './request-list.ts';

/** Of each reason at most: the rest is a press away, in the list of requests. */
const MOST = 20;

/**
 * Requests whose day has come: papers are promised for today or were promised before, the committee's reply may be given, or
 * should have been given by the office's own target. Each once, for the reason that is the most pressing; oldest first.
 */
export function listDueRequests(reader: Reader, look: RequestLook): DueRequest[] {
  const found = new Map<number, DueRequest>();
  const add = (
    view: RequestView,
    why: DueRequest['why'],
    dayOf: (one: RequestSummary) => string | null,
  ): void => {
    const { rows } = pageOfRequests(reader, { view, phase: null }, look, { after: null, limit: MOST });
    for (const request of rows) {
      const on = dayOf(request);
      if (on !== null && on <= look.today && !found.has(request.id))
        found.set(request.id, { request, why, on });
    }
  };
  add('returning', 'returnDay', ({ returnOn }) => returnOn);
  add('targetPassed', 'target', ({ targetOn }) => targetOn);
  add('replyDue', 'reply', ({ notBefore, level }) => (level === 'urgent' ? look.today : notBefore));
  return [...found.values()].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
