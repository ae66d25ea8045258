import { IconClipboardPlus } from '@tabler/icons-react';
import { STEPS } from '#shared/policy/steps.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import type { Visit } from '#shared/visits/visit.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CardSection } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { StepBars } from '#renderer/ui/spine.tsx';
import css from './desk.module.css';

/** The request that this visit is about: the one opened from it, else the person's latest that is not finished. */
export function openRequestOf(visit: Visit, requests: readonly RequestSummary[]): RequestSummary | null {
  return (
    requests.find((request) => request.id === visit.requestId) ??
    requests.find((request) => request.state === 'open') ??
    null
  );
}

export function VisitRequest({
  request,
  follow,
  open,
  onOpen,
  wanted,
}: {
  readonly request: RequestSummary | null;
  /** The key that stands on «متابعة الطلب», when it is the visit's own next step. */
  readonly follow: { readonly keys?: string };
  readonly open: { readonly keys?: string };
  readonly onOpen: (() => void) | undefined;
  /** The person came for a request: opening one is the pane's own step. */
  readonly wanted: boolean;
}) {
  const { t, text } = useText();
  const go = useGo();
  if (request === null) {
    if (onOpen === undefined) return null;
    return (
      <CardSection
        title={t('desk.request.title')}
        aside={t('desk.request.none')}
        actions={
          <Button
            kind={wanted ? 'tinted' : 'quiet'}
            size={wanted ? 'md' : 'sm'}
            icon={<Icon of={IconClipboardPlus} />}
            {...open}
            onClick={onOpen}
          >
            {t('desk.request.open')}
          </Button>
        }
      >
        {null}
      </CardSection>
    );
  }
  const current = STEPS.find((step) => step.number === request.currentStep);
  const last = request.steps.findLast((step) => step.state === 'done');
  return (
    <CardSection
      title={
        <>
          {t('desk.request.title')} {request.number === null ? null : <Identifier value={request.number} />}
        </>
      }
      aside={request.service}
    >
      <StepBars states={request.steps.map((step) => step.state)} />
      <div className={css['requestRow']}>
        <span className={css['grow']}>
          <span className={css['step']}>
            {current === undefined
              ? text('domain.requestPhase', request.phase)
              : t('spine.stepOf', {
                  number: current.number,
                  // Raised: nobody at the desk has to raise it again.
                  name:
                    request.phase === 'committee' ? text('domain.requestPhase', 'committee') : current.name,
                })}
          </span>
          {last === undefined || last.atMs === null ? null : (
            <span className={css['stepDetail']}>
              {t('desk.request.lastDone', {
                step: STEPS[last.step - 1]?.name ?? '',
                name: last.officerName ?? '',
              })}{' '}
              <When atMs={last.atMs} />
            </span>
          )}
        </span>
        <Button kind="tinted" {...follow} onClick={() => go(paths.request(request.id))}>
          {t('desk.request.follow')}
        </Button>
      </div>
    </CardSection>
  );
}
