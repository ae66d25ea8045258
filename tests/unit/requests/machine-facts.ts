import type {
  AttestationState,
  DecisionKind,
  RequestFacts,
  RequestState,
  StepFact,
} from '#shared/requests/request-machine.ts';
import { STEP_NUMBERS, type StepNumber } from '#shared/requests/request.ts';

export const stepFact = (step: StepNumber, kind: 'done' | 'skipped' = 'done'): StepFact => ({
  step,
  kind,
  atMs: step * 100,
  officerName: 'سارة',
  note: '',
});

/** Steps 1 to `last`, the third passed over. */
export const stepsUpTo = (last: number): StepFact[] =>
  STEP_NUMBERS.filter((step) => step <= last).map((step) => stepFact(step, step === 3 ? 'skipped' : 'done'));

/** A request that was just opened. */
export const OPENED: RequestFacts = {
  state: 'open',
  level: 'ordinary',
  steps: stepsUpTo(1),
  dataOpen: 0,
  requirementsMissing: 0,
  referralsOpen: 0,
  referralsBack: 0,
  attestation: 'none',
  stopped: false,
  decision: null,
  appealOpen: false,
  appealAnswered: false,
  deliveriesPlanned: 0,
  deliveriesDone: 0,
};

const BOTH = [false, true] as const;
const NONE_OR_TWO = [0, 2] as const;
const STATES: readonly RequestState[] = ['open', 'withdrawn', 'refused', 'closed'];
const SIGNED: readonly AttestationState[] = ['none', 'waiting', 'signed', 'stale'];
const DECISIONS: readonly (DecisionKind | null)[] = [null, 'accepted', 'refused', 'moreInformation'];

/** Every state that a request could be written in: all that the machine asks about, in every combination. */
export function* everyState(): Generator<RequestFacts> {
  for (const state of STATES)
    for (const last of [1, 2, 3, 4, 5, 6, 7])
      for (const dataOpen of NONE_OR_TWO)
        for (const requirementsMissing of NONE_OR_TWO)
          for (const referralsOpen of NONE_OR_TWO)
            for (const referralsBack of NONE_OR_TWO)
              for (const attestation of SIGNED)
                for (const stopped of BOTH)
                  for (const kind of DECISIONS)
                    for (const [appealOpen, appealAnswered] of APPEALS)
                      for (const deliveriesPlanned of NONE_OR_TWO)
                        for (const deliveriesDone of NONE_OR_TWO)
                          yield {
                            state,
                            level: 'ordinary',
                            steps: UP_TO[last] ?? [],
                            dataOpen,
                            requirementsMissing,
                            referralsOpen,
                            referralsBack,
                            attestation,
                            stopped,
                            decision: kind === null ? null : { kind, notified: stopped },
                            appealOpen,
                            appealAnswered,
                            deliveriesPlanned,
                            deliveriesDone,
                          };
}

/** None, one that waits, one that was answered, and both, which another record of the same appeal would make. */
const APPEALS = BOTH.flatMap((open) => BOTH.map((answered) => [open, answered] as const));

const UP_TO = Object.fromEntries(STEP_NUMBERS.map((last) => [last, stepsUpTo(last)]));
