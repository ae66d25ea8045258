import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import { HandoverDialogs } from '#renderer/api/deliveries/handover-dialogs.tsx';
import { useHandoverActs } from '#renderer/api/deliveries/use-handover-acts.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Card } from '#renderer/ui/card.tsx';
import { DualDateText } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ErrorBlock, Note } from '#renderer/ui/states.tsx';
import requestCss from '../../requests.module.css';
import type { StepProps } from '../step-props.ts';
import { PlanCard } from './plan-card.tsx';
import { RatingCard } from './rating-card.tsx';

/** A request whose service was delivered: what was handed over stays to be seen, and the rating is offered once. */
export function ClosedStep({ request, mayWrite, busy }: StepProps): ReactElement {
  const { t } = useText();
  const say = useErrorText();
  const acts = useHandoverActs();
  const query = useChannelQuery('deliveries.ofRequest', { requestId: request.id }, { keepPrevious: true });
  const refused = request.decision?.kind === 'refused';
  const offer =
    query.data !== undefined &&
    query.data.ratingOfferedAtMs === null &&
    request.deliveries.done > 0 &&
    !refused;
  return (
    <Card pane={t('deliveries.closed.title')}>
      <div className={requestCss['stepBody']}>
        <h2 className={requestCss['stepTitle']}>{t('deliveries.closed.title')}</h2>
        <p className={requestCss['clause']}>
          <Icon of={IconCircleCheck} size="sm" />
          <span>
            {t('deliveries.closed.at')}{' '}
            {request.closedAtMs === null ? null : <DualDateText iso={riyadhDay(request.closedAtMs)} />}
          </span>
        </p>
        {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
        {offer && mayWrite ? <RatingCard requestId={request.id} quiet={!busy && acts.task === null} /> : null}
        <QueryView query={query} rows={4}>
          {({ plans, ratingOfferedAtMs }) => (
            <>
              {plans.map((plan) => (
                <PlanCard key={plan.id} plan={plan} acts={acts} mayWrite={mayWrite} planActs={[]} />
              ))}
              {ratingOfferedAtMs === null ? null : <Note>{t('deliveries.rating.offered')}</Note>}
            </>
          )}
        </QueryView>
        <p className={requestCss['dim']}>{t('deliveries.closed.help')}</p>
      </div>
      <HandoverDialogs acts={acts} iban={null} />
    </Card>
  );
}
