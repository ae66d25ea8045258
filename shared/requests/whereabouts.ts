import type { SupportRequest } from './request.ts';

/**
 * «وين وصلت معاملتي؟»: which sentence answers it today. `decided`: the committee has answered and nobody was told yet, which
 * is told with the decision itself, not in passing.
 */
export const WHEREABOUTS = [
  'matching',
  'papers',
  'referral',
  'answering',
  'attestation',
  'raising',
  'waiting',
  'atLatest',
  'due',
  'moreInformation',
  'stopped',
  'decided',
  'registration',
  'service',
  'closed',
  'refused',
  'appeal',
  'withdrawn',
] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];

export interface Answer {
  readonly code: Whereabouts;
  /** The next ISO day that may be named; null: none. */
  readonly day: string | null;
}

type Asked = Pick<
  SupportRequest,
  | 'phase'
  | 'level'
  | 'stopped'
  | 'notBefore'
  | 'replyMode'
  | 'returnOn'
  | 'decision'
  | 'appealOpen'
  | 'referralsOpen'
  | 'requirements'
>;

/**
 * Whether the applicant is awaited for something: a day to return means something until then. They come until the request
 * is raised, for what a stop of its clock asks for, and while a requirement is missing.
 */
export const isAwaited = ({
  phase,
  stopped,
  requirements,
}: Pick<SupportRequest, 'phase' | 'stopped' | 'requirements'>): boolean =>
  phase === 'matching' ||
  phase === 'referral' ||
  phase === 'attestation' ||
  phase === 'raising' ||
  stopped !== null ||
  requirements.some(({ state }) => state === 'needed');

/** What may be said of a request on `today` (ISO), by whoever is asked. */
export function whereaboutsOf(request: Asked, today: string): Answer {
  const { phase, decision, stopped, notBefore, returnOn } = request;
  const at = (code: Whereabouts, day: string | null = null): Answer => ({ code, day });
  if (phase === 'withdrawn' || phase === 'closed') return at(phase);
  if (request.appealOpen) return at('appeal');
  if (decision !== null && decision.kind !== 'moreInformation' && !decision.notified) return at('decided');
  if (phase === 'refused') return at('refused');
  if (stopped === 'moreInformation') return at('moreInformation', returnOn);
  if (stopped !== null) return at('stopped');
  switch (phase) {
    case 'matching':
      return request.requirements.some(({ state }) => state === 'needed')
        ? at('papers', returnOn)
        : at('matching');
    case 'referral':
      return request.referralsOpen > 0 ? at('referral') : at('answering');
    case 'committee':
      if (notBefore === null || notBefore <= today || request.level === 'urgent') return at('due');
      return at(request.replyMode === 'ceiling' ? 'atLatest' : 'waiting', notBefore);
    case 'registration':
      return at('registration', returnOn);
    case 'attestation':
    case 'raising':
    case 'service':
      break;
  }
  return at(phase);
}
