import type { Requirement, StepNumber, SupportRequest } from '#shared/requests/request.ts';

/** The step that was done or passed over last: what «التراجع عن آخر خطوة» takes back. */
export const latestStep = (request: SupportRequest): StepNumber =>
  request.steps.findLast((step) => step.state === 'done' || step.state === 'skipped')?.step ?? 1;

/** The requirements of S.6 counted: those that this category does not need are left out. */
export function countRequirements(requirements: readonly Requirement[]): {
  readonly received: number;
  readonly all: number;
  readonly missing: readonly Requirement[];
} {
  const missing = requirements.filter((one) => one.state === 'needed');
  const received = requirements.filter((one) => one.state === 'matched').length;
  return { received, all: received + missing.length, missing };
}
