import { IconAlertTriangle, IconClock, IconPlayerPause } from '@tabler/icons-react';
import type { RequestView } from '#shared/requests/request-list.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import css from './requests.module.css';

/** The one day of a request that matters now: when its clock stands, when it may be answered, for when papers are promised. */
export function RequestDay({
  request,
  view,
  today,
}: {
  readonly request: RequestSummary;
  readonly view: RequestView;
  readonly today: string;
}) {
  const { t, text } = useText();
  const { stopped, notBefore, targetOn, replyMode, returnOn, phase, level } = request;
  const told = (words: string, iso: string) => (
    <span className={css['dayCell']}>
      {words} <ShortDate iso={iso} />
    </span>
  );
  if (view === 'returning' && returnOn !== null)
    return returnOn <= today ? (
      <Badge kind="warning" icon={IconClock}>
        {told(t('requests.day.returnNow'), returnOn)}
      </Badge>
    ) : (
      told(t('requests.day.returnOn'), returnOn)
    );
  if (stopped !== null)
    return (
      <Badge icon={IconPlayerPause} kind="warning">
        {text('requests.stop.short', stopped)}
      </Badge>
    );
  if (phase === 'committee' && notBefore !== null && targetOn !== null) {
    if (targetOn < today)
      return (
        <Badge kind="danger" icon={IconAlertTriangle}>
          {told(t('requests.day.target'), targetOn)}
        </Badge>
      );
    // A ceiling reads day 14 as the last one: late once it is over, whatever the target of the office is.
    if (replyMode === 'ceiling' && level !== 'urgent')
      return notBefore < today ? (
        <Badge kind="danger" icon={IconAlertTriangle}>
          {told(t('requests.day.overdue'), notBefore)}
        </Badge>
      ) : (
        told(t('requests.day.atLatest'), notBefore)
      );
    if (view === 'targetPassed') return told(t('requests.day.target'), targetOn);
    return notBefore <= today || level === 'urgent' ? (
      <Badge kind="warning" icon={IconClock}>
        {t('requests.day.replyNow')}
      </Badge>
    ) : (
      told(t('requests.day.notBefore'), notBefore)
    );
  }
  // Nothing is missing any more of what is being delivered, or is over.
  return returnOn === null || phase === 'service' || request.currentStep === null
    ? null
    : told(t('requests.day.returnOn'), returnOn);
}
