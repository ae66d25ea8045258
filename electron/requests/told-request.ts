import type { RequestEvent, SupportRequest } from '#shared/requests/request.ts';
import { CASE_ROLES, type Staff } from '#shared/staff/staff.ts';

/** What stands for words that are not for everybody: a sentence around them stays whole. */
const UNSAID = '…';

/** Events whose text is a number, a day, a service or the name of a member of staff; every other text was typed. */
const PLAIN: ReadonlySet<RequestEvent['kind']> = new Set<RequestEvent['kind']>([
  'opened',
  'edited',
  'returnDay',
  'raised',
  'slipReplaced',
  'committeeAccepted',
  'committeeRefused',
  'committeeAsked',
  'appealed',
  'appealUpheld',
  'appealChanged',
  'officerSigned',
  'referralAnswered',
  'referralReturned',
  'researchFinished',
  'fieldVisitPlanned',
  'fieldVisitDone',
  'deliveryPlanned',
  'deliveryAgain',
  'deliveryMoved',
  'deliveryDeparted',
  'deliveryStayed',
  'deliveryUndone',
  'receiptMade',
]);

/**
 * A request as somebody may see it. Who serves a case or judges it sees it whole; everybody else what was done with it, and
 * how it ended, and never why: neither the need, nor whose deed, nor which papers, nor what anybody wrote.
 */
export function toldTo(staff: Pick<Staff, 'roles'>, request: SupportRequest): SupportRequest {
  if (CASE_ROLES.some((role) => staff.roles.includes(role))) return request;
  const { decision, stop, attestation } = request;
  return {
    ...request,
    need: '',
    levelReason: '',
    representation: null,
    attestation: attestation === null ? null : { ...attestation, staleFields: [] },
    decision: decision === null ? null : { ...decision, clause: '', reason: '', wouldChange: '' },
    stop: stop === null ? null : { ...stop, reason: UNSAID },
    steps: request.steps.map((step) => ({ ...step, note: '' })),
    // How many, and how many of them are there.
    requirements: request.requirements.map((requirement, index) => ({
      ...requirement,
      key: String(index + 1),
      name: UNSAID,
      documentId: null,
      validUntil: null,
      note: '',
    })),
    events: request.events.map((event) => ({
      ...event,
      text: event.text === '' || PLAIN.has(event.kind) ? event.text : UNSAID,
    })),
  };
}
