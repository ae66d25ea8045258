import { useState } from 'react';
import type { StepNumber, SupportRequest } from '#shared/requests/request.ts';
import { call, isApiError, type ApiError, type ChannelInput } from '#renderer/api/client.ts';
import { useChannelCommand } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { stepName } from '#renderer/ui/request-marks.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

/** Completed by a word; every other step has an act of its own. */
type WordStep = ChannelInput<'requests.completeStep'>['step'];

export interface RequestSteps {
  readonly complete: (step: WordStep, note: string) => Promise<void>;
  readonly skip: (step: StepNumber, note: string) => Promise<void>;
  readonly reopen: (step: StepNumber) => void;
  readonly busy: boolean;
  /** Why the last act was refused, in words. */
  readonly problem: string | undefined;
}

/** What the steps of a request go through, each with its toast and, where the policy allows, its way back. */
export function useRequestSteps(request: SupportRequest): RequestSteps {
  const { t } = useText();
  const say = useErrorText();
  const completeStep = useChannelCommand('requests.completeStep');
  const skipStep = useChannelCommand('requests.skipReferral');
  const reopenStep = useChannelCommand('requests.reopenStep');
  const [error, setError] = useState<ApiError | null>(null);

  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    setError(null);
    try {
      return await work();
    } catch (cause) {
      if (isApiError(cause)) setError(cause);
      throw cause;
    }
  };
  const reopened = (step: StepNumber): void =>
    showToast(t('requests.toast.reopened', { number: step, name: stepName(step) }));
  const reopen = async (step: StepNumber): Promise<void> => {
    await attempt(() => reopenStep.mutateAsync({ id: request.id, step }));
    reopened(step);
  };
  const undo = (step: StepNumber) => async (): Promise<void> => {
    await call('requests.reopenStep', { id: request.id, step });
    reopened(step);
  };

  const complete = async (step: WordStep, note: string): Promise<void> => {
    await attempt(() => completeStep.mutateAsync({ id: request.id, step, note }));
    showToast(t('requests.toast.completed', { number: step, name: stepName(step) }), undo(step));
  };
  const skip = async (step: StepNumber, note: string): Promise<void> => {
    await attempt(() => skipStep.mutateAsync({ id: request.id, note }));
    showToast(t('requests.toast.skipped', { number: step, name: stepName(step) }), undo(step));
  };

  return {
    complete,
    skip,
    reopen: (step) => void reopen(step).catch(() => undefined),
    busy: completeStep.isPending || skipStep.isPending || reopenStep.isPending,
    problem: error === null ? undefined : say(error),
  };
}
