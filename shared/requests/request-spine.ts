import { type RequestPhase, type StepFact, stepOfPhase } from './request-machine.ts';
import { STEP_NUMBERS, type RequestStep, type StepNumber } from './request.ts';

export interface SpineFacts {
  readonly steps: readonly StepFact[];
  readonly phase: RequestPhase;
  /** The committee asked for completion, and it has not come (S.5). */
  readonly returned: boolean;
  /** Of S.6: requirements that were received, and that are still missing. */
  readonly received: number;
  readonly missing: number;
}

const COMMITTEE_STEP: StepNumber = 5;
const REGISTRATION_STEP: StepNumber = 6;

/**
 * The seven steps as the spine shows them. S.5 is done by the raising, and yet waits until the committee has answered: it
 * keeps who raised it and when.
 */
export function spineOf({ steps, phase, returned, received, missing }: SpineFacts): RequestStep[] {
  const current = stepOfPhase(phase);
  const open = current !== null;
  return STEP_NUMBERS.map((step): RequestStep => {
    const fact = steps.find((one) => one.step === step);
    const told = {
      step,
      atMs: fact?.atMs ?? null,
      officerName: fact?.officerName ?? null,
      note: fact?.note ?? '',
    };
    if (step === COMMITTEE_STEP && fact !== undefined && phase === 'refused')
      return { ...told, state: 'refused' };
    if (step === COMMITTEE_STEP && fact !== undefined && phase === 'committee')
      return { ...told, state: returned ? 'returned' : 'current' };
    if (fact !== undefined) return { ...told, state: fact.kind };
    if (step === current) return { ...told, state: 'current' };
    if (open && step === REGISTRATION_STEP && received > 0 && missing > 0)
      return { ...told, state: 'incomplete' };
    // Nothing is raised before it was signed for.
    if (open && step === COMMITTEE_STEP && current < COMMITTEE_STEP) return { ...told, state: 'blocked' };
    return { ...told, state: 'notStarted' };
  });
}
