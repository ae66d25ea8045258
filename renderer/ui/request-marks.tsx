import { IconArrowForwardUp, IconFlag } from '@tabler/icons-react';
import { STEPS } from '#shared/policy/steps.ts';
import type { RequestLevel, RequestSummary } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from './badge.tsx';
import css from './request-marks.module.css';
import { StepBars } from './spine.tsx';

/** The short name of a step, from the policy's own module. */
export const stepName = (step: number): string => STEPS[step - 1]?.name ?? '';

/** «الخطوة 4: الإقرار والتوقيع», or that the service was delivered. */
export function useStepWords(): (request: Pick<RequestSummary, 'currentStep'>) => string {
  const { t } = useText();
  return ({ currentStep }) =>
    currentStep === null
      ? t('desk.request.finished')
      : t('spine.stepOf', { number: currentStep, name: stepName(currentStep) });
}

/** Where a request stands, for rows of a list: the seven bars, and the step in words. */
export function StepMark({ request }: { readonly request: Pick<RequestSummary, 'currentStep' | 'steps'> }) {
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
