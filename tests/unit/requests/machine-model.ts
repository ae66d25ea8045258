import { type RequestAction } from '#shared/requests/request-actions.ts';
import { type RequestFacts, requestRefusal } from '#shared/requests/request-machine.ts';
import type { StepNumber } from '#shared/requests/request.ts';
import { OPENED, stepFact } from './machine-facts.ts';

/** What happens to a request from outside: nobody asks the machine whether it may. */
export const EVENTS = ['datumChanged', 'requirementMatched', 'requirementAsked', 'appealUpheld'] as const;
type Event = (typeof EVENTS)[number];
export type Move = RequestAction | Event;

export const behind = (facts: RequestFacts, step: StepNumber): boolean =>
  facts.steps.some((fact) => fact.step === step);
const withStep = (
  facts: RequestFacts,
  step: StepNumber,
  kind: 'done' | 'skipped' = 'done',
): RequestFacts => ({
  ...facts,
  steps: behind(facts, step) ? facts.steps : [...facts.steps, stepFact(step, kind)],
});
const without = (facts: RequestFacts, ...steps: StepNumber[]): RequestFacts => ({
  ...facts,
  steps: facts.steps.filter(({ step }) => !steps.includes(step)),
});

/** What each act writes, as the services do it. */
const WRITES: Readonly<Record<Move, (facts: RequestFacts) => RequestFacts>> = {
  edit: (facts) => ({ ...facts, attestation: stale(facts) }),
  setLevel: (facts) => facts,
  confirmDatum: (facts) => ({ ...facts, dataOpen: Math.max(0, facts.dataOpen - 1) }),
  transfer: (facts) => facts,
  research: (facts) => facts,
  withdraw: (facts) => ({ ...facts, state: 'withdrawn' }),
  completeMatching: (facts) => withStep(facts, 2),
  refer: (facts) => ({ ...facts, referralsOpen: facts.referralsOpen + 1 }),
  skipReferral: (facts) => withStep(facts, 3, 'skipped'),
  completeReferral: (facts) => withStep(facts, 3),
  answerReferral: (facts) => ({
    ...facts,
    referralsOpen: facts.referralsOpen - 1,
    referralsBack: facts.referralsBack + 1,
  }),
  prepareAttestation: (facts) => ({ ...facts, attestation: 'waiting' }),
  sign: (facts) => ({ ...facts, attestation: 'signed' }),
  completeAttestation: (facts) => withStep(facts, 4),
  raise: (facts) => withStep(facts, 5),
  replaceSlip: (facts) => facts,
  stop: (facts) => ({ ...facts, stopped: true }),
  resume: (facts) => ({ ...facts, stopped: false }),
  schedule: (facts) => facts,
  accept: (facts) => ({ ...facts, decision: { kind: 'accepted', notified: false } }),
  refuse: (facts) => ({ ...facts, state: 'refused', decision: { kind: 'refused', notified: false } }),
  askForMore: (facts) => ({
    ...facts,
    stopped: true,
    decision: { kind: 'moreInformation', notified: false },
  }),
  notify: (facts) => ({ ...facts, decision: facts.decision && { ...facts.decision, notified: true } }),
  voidDecision: (facts) => ({ ...facts, state: 'open', decision: null, appealAnswered: false }),
  appeal: (facts) => ({ ...facts, appealOpen: true, appealAnswered: false }),
  // Upheld or changed; here it is changed, which is the one that leads on.
  answerAppeal: (facts) => ({
    ...facts,
    appealOpen: false,
    state: facts.state === 'refused' ? 'open' : facts.state,
    decision: { kind: 'accepted', notified: false },
  }),
  voidAppealAnswer: (facts) => ({ ...facts, appealOpen: true, appealAnswered: false }),
  // The other answer: the refusal stands.
  appealUpheld: (facts) =>
    requestRefusal(facts, 'answerAppeal') === null
      ? { ...facts, appealOpen: false, appealAnswered: true }
      : facts,
  setRequirement: (facts) => facts,
  completeRegistration: (facts) => withStep(facts, 6),
  planDelivery: (facts) => ({ ...facts, deliveriesPlanned: facts.deliveriesPlanned + 1 }),
  deliver: (facts) => ({
    ...facts,
    deliveriesPlanned: facts.deliveriesPlanned - 1,
    deliveriesDone: facts.deliveriesDone + 1,
  }),
  voidDelivery: (facts) => ({ ...facts, deliveriesDone: facts.deliveriesDone - 1 }),
  close: (facts) => ({ ...withStep(facts, 7), state: 'closed' }),
  reopen: (facts) => ({ ...without(facts, 7), state: 'open' }),
  reopenStep: (facts) => ({ ...facts, steps: facts.steps.slice(0, -1) }),
  datumChanged: (facts) => ({ ...facts, dataOpen: facts.dataOpen + 1, attestation: stale(facts) }),
  requirementMatched: (facts) => ({
    ...facts,
    requirementsMissing:
      requestRefusal(facts, 'setRequirement') === null
        ? Math.max(0, facts.requirementsMissing - 1)
        : facts.requirementsMissing,
  }),
  requirementAsked: (facts) => ({
    ...facts,
    requirementsMissing:
      requestRefusal(facts, 'setRequirement') === null
        ? facts.requirementsMissing + 1
        : facts.requirementsMissing,
  }),
};
const stale = ({ attestation }: RequestFacts): RequestFacts['attestation'] =>
  attestation === 'signed' || attestation === 'waiting' ? 'stale' : attestation;

const isEvent = (move: Move): move is Event => EVENTS.some((event) => event === move);

/** Every move that was made: what stood before it, and after it. */
export interface Made {
  readonly move: Move;
  readonly before: RequestFacts;
  readonly after: RequestFacts;
}

export function play(moves: readonly Move[], start: RequestFacts = OPENED): Made[] {
  const made: Made[] = [];
  let facts = start;
  for (const move of moves) {
    if (!isEvent(move) && requestRefusal(facts, move) !== null) continue;
    const after = WRITES[move](facts);
    made.push({ move, before: facts, after });
    facts = after;
  }
  return made;
}
