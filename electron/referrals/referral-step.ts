import { AppError } from '#shared/app-error.ts';
import type { RequestId } from '#shared/ids.ts';
import { latestStep, SKIPPABLE_STEP } from '#shared/requests/request-machine.ts';
import { deleteStep } from '#db/requests/request-writes.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import { requireAct, requireFacts } from '../requests/request-acts.ts';

/** The step stands on the last return: it goes with it. @throws AppError requestForbids { action: 'reopenStep' } */
export function reopenReferral(tx: WriteTransaction, request: RequestId): void {
  const facts = requireFacts(tx, request);
  const step = facts.steps.find((one) => one.step === SKIPPABLE_STEP);
  if (step?.kind !== 'done' || facts.referralsBack > 1 || facts.state !== 'open') return;
  requireAct(tx, request, 'reopenStep');
  if (latestStep(facts) !== SKIPPABLE_STEP)
    throw new AppError('requestForbids', { action: 'reopenStep', reason: 'tooLate' });
  deleteStep(tx, request, SKIPPABLE_STEP);
}
