import { givenName } from '#shared/arabic/names.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { When } from '#renderer/ui/dates.tsx';
import { stepName } from '#renderer/ui/request-marks.tsx';
import { Spine } from '#renderer/ui/spine.tsx';
import { countRequirements } from './request-facts.ts';

/** The seven steps over the whole width: done by whom and when, current, skipped, blocked, begun. */
export function RequestSpine({ request }: { readonly request: SupportRequest }) {
  const { t, text } = useText();
  const { received, all } = countRequirements(request.requirements);
  return (
    <Spine
      steps={request.steps.map((step) => ({
        number: step.step,
        name: stepName(step.step),
        state: step.state,
        detail:
          step.state === 'done' && step.atMs !== null ? (
            // The given name is enough under a node; the timeline has it whole.
            <>
              {givenName(step.officerName ?? '')}، <When atMs={step.atMs} />
            </>
          ) : step.state === 'incomplete' ? (
            t('requests.page.incomplete', { received, all })
          ) : step.state === 'blocked' ? (
            t('requests.page.opens')
          ) : (
            text('domain.stepState', step.state)
          ),
      }))}
    />
  );
}
