import { STEP_NUMBERS, type RequestStep, type StepNumber } from './request.ts';

/** What is stored of a step: only the facts. The rest of the spine follows from them. */
export interface StepFact {
  readonly step: StepNumber;
  readonly kind: 'done' | 'skipped';
  readonly atMs: number;
  readonly officerName: string;
  readonly note: string;
}

/** S.3 is conditional («في حالة عدم وضوح الإجراءات»): the only step that may be passed over. */
export const SKIPPABLE_STEP: StepNumber = 3;

/** The step that waits; null when all seven are behind us. */
export const currentStep = (facts: readonly StepFact[]): StepNumber | null =>
  STEP_NUMBERS.find((step) => !facts.some((fact) => fact.step === step)) ?? null;

export type StepAction = { readonly kind: 'complete' | 'skip' | 'reopen'; readonly step: StepNumber };

/**
 * Whether the policy allows an action now. Steps go in the policy's order; only the current one is completed; only
 * S.3 is skipped; S.7 waits for complete requirements (S.6 «مع اكتمال الطلبات»); reopening takes back the latest
 * step alone, and never S.5, since raising has given a number and told the applicant.
 */
export function stepRefusal(
  facts: readonly StepFact[],
  action: StepAction,
  requirementsMissing: number,
): 'notCurrent' | 'notSkippable' | 'requirementsMissing' | 'notLatest' | 'raised' | null {
  const current = currentStep(facts);
  if (action.kind === 'reopen') {
    const latest = facts.reduce<StepNumber | null>(
      (last, fact) => (last === null || fact.step > last ? fact.step : last),
      null,
    );
    if (latest === null || latest !== action.step || action.step === 1) return 'notLatest';
    return action.step === 5 ? 'raised' : null;
  }
  if (action.step !== current) return 'notCurrent';
  if (action.kind === 'skip') return action.step === SKIPPABLE_STEP ? null : 'notSkippable';
  if (action.step === 6 && requirementsMissing > 0) return 'requirementsMissing';
  return null;
}

/** The seven steps as the spine shows them. `requirementsMissing` of `requirementsAll` colours S.6 as started. */
export function spineOf(
  facts: readonly StepFact[],
  requirementsReceived: number,
  requirementsMissing: number,
): RequestStep[] {
  const current = currentStep(facts);
  return STEP_NUMBERS.map((step): RequestStep => {
    const fact = facts.find((one) => one.step === step);
    if (fact)
      return { step, state: fact.kind, atMs: fact.atMs, officerName: fact.officerName, note: fact.note };
    const empty = { step, atMs: null, officerName: null, note: '' } as const;
    if (step === current) return { ...empty, state: 'current' };
    if (step === 6 && requirementsReceived > 0 && requirementsMissing > 0)
      return { ...empty, state: 'incomplete' };
    if (step === 5 && current !== null && current < 5) return { ...empty, state: 'blocked' };
    return { ...empty, state: 'notStarted' };
  });
}
