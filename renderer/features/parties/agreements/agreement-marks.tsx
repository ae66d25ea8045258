import {
  IconAlertTriangle,
  IconArchive,
  IconCalendarEvent,
  IconCheck,
  IconClock,
  IconPencil,
  IconScale,
  type Icon,
} from '@tabler/icons-react';
import type { AgreementState, AgreementSummary } from '#shared/agreements/agreement.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import css from './agreements.module.css';

const LOOK: Readonly<Record<AgreementState, readonly [BadgeKind, Icon]>> = {
  breached: ['danger', IconAlertTriangle],
  ended: ['neutral', IconArchive],
  draft: ['neutral', IconPencil],
  expired: ['neutral', IconArchive],
  upcoming: ['info', IconCalendarEvent],
  ending: ['warning', IconClock],
  active: ['success', IconCheck],
};

/** How an agreement stands today, and whether something on it was settled. */
export function AgreementBadge({
  agreement,
}: {
  readonly agreement: Pick<AgreementSummary, 'state' | 'settledCases'>;
}) {
  const { t } = useText();
  const [kind, icon] = LOOK[agreement.state];
  return (
    <span className={css['marks']}>
      <Badge kind={kind} icon={icon}>
        {t(`agreements.state.${agreement.state}`)}
      </Badge>
      {agreement.settledCases === 0 ? null : (
        <Badge icon={IconScale}>{t('agreements.settledCases', { count: agreement.settledCases })}</Badge>
      )}
    </span>
  );
}

/** From when until when, the day of a hand-made end before the end that was agreed on. */
export function Term({
  agreement,
}: {
  readonly agreement: Pick<AgreementSummary, 'startsOn' | 'endsOn' | 'endedOn' | 'signedOn'>;
}) {
  const { t } = useText();
  const from = agreement.startsOn ?? agreement.signedOn;
  const to = agreement.endedOn ?? agreement.endsOn;
  if (from === null && to === null) return <>{t('agreements.term.none')}</>;
  return (
    <>
      {from === null ? null : (
        <span className={css['line']}>
          {t('agreements.term.from')} <ShortDate iso={from} />
        </span>
      )}
      {to === null ? (
        <span className={css['under']}>{t('agreements.term.open')}</span>
      ) : (
        <span className={css['under']}>
          {t('agreements.term.to')} <ShortDate iso={to} />
        </span>
      )}
    </>
  );
}
