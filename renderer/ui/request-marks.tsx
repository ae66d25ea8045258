import { IconArrowForwardUp, IconFlag } from '@tabler/icons-react';
import { STEPS } from '#shared/policy/steps.ts';
import type { RequestLevel, RequestSummary } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from './badge.tsx';
import css from './request-marks.module.css';
import { StepBars } from './spine.tsx';

/** The short name of a step, from the policy's own module. */
export const stepName = (step: number): string => STEPS[step - 1]?.name ?? '';

/** «الخطوة 4: الإقرار والتوقيع»; of S.5 whether it waits to be raised or for the committee; and how it ended. */
export function useStepWords(): (request: Pick<RequestSummary, 'currentStep' | 'phase'>) => string {
  const { t, text } = useText();
  return ({ currentStep, phase }) =>
    currentStep === null
      ? text('domain.requestPhase', phase)
      : t('spine.stepOf', {
          number: currentStep,
          name: phase === 'committee' ? text('domain.requestPhase', phase) : stepName(currentStep),
        });
}

/** Where a request stands, for rows of a list: the seven bars, and the step in words. */
export function StepMark({
  request,
}: {
  readonly request: Pick<RequestSummary, 'currentStep' | 'phase' | 'steps'>;
}) {
  const words = useStepWords();
  return (
    <span className={css['mark']}>
      <span className={css['bars']}>
        <StepBars states={request.steps.map((step) => step.state)} />
      </span>
      <span>{words(request)}</span>
    </span>
  );
}

/** عادي · عاجل · متابعة; the level is of the request, not of the person. */
export function LevelBadge({ level }: { readonly level: RequestLevel }) {
  const { text } = useText();
  return level === 'followUp' ? (
    <Badge icon={IconArrowForwardUp} mirror>
      {text('domain.requestLevel', level)}
    </Badge>
  ) : (
    <Badge kind={level === 'urgent' ? 'danger' : 'neutral'} icon={IconFlag}>
      {text('domain.requestLevel', level)}
    </Badge>
  );
}
