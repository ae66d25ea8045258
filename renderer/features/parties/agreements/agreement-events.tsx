import { IconAlertTriangle, IconCheck, IconNote, IconScale } from '@tabler/icons-react';
import type { AgreementEvent } from '#shared/agreements/agreement.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DualDateText, PersonAt } from '#renderer/ui/dates.tsx';
import css from './agreements.module.css';

const SIGN = { breach: IconAlertTriangle, dispute: IconScale, note: IconNote } as const;

/** Breaches, disputes and notes, latest first, each with how it was settled. */
export function AgreementEvents({
  events,
  onSettle,
}: {
  readonly events: readonly AgreementEvent[];
  /** Missing: only read. */
  readonly onSettle?: ((event: AgreementEvent) => void) | undefined;
}) {
  const { t } = useText();
  if (events.length === 0) return <p className={css['dim']}>{t('agreements.event.empty')}</p>;
  return (
    <ul className={css['events']}>
      {events.map((event) => {
        const waits = event.kind !== 'note' && event.settledOn === null;
        return (
          <li key={event.id}>
            <span className={css['eventHead']}>
              <Badge kind={waits ? 'danger' : 'neutral'} icon={SIGN[event.kind]}>
                {event.kind === 'breach' && event.byWhom !== ''
                  ? t(`agreements.event.breachOf.${event.byWhom}`)
                  : t(`agreements.event.kinds.${event.kind}`)}
              </Badge>
              {event.settledOn === null ? null : (
                <Badge kind="success" icon={IconCheck}>
                  {t('agreements.event.settled')}
                </Badge>
              )}
              <span className={css['dim']}>
                <DualDateText iso={event.onDay} />
              </span>
            </span>
            <p>{event.text}</p>
            {event.settledOn === null ? null : (
              <div className={css['settlement']}>
                <p>{event.settlement}</p>
                <span className={css['dim']}>
                  <DualDateText iso={event.settledOn} />
                </span>
              </div>
            )}
            <span className={css['eventActs']}>
              <span className={css['dim']}>
                <PersonAt name={event.byName} atMs={event.atMs} />
              </span>
              {waits && onSettle !== undefined ? (
                <Button
                  kind="tinted"
                  size="sm"
                  label={t('agreements.acts.settleOf', { text: event.text })}
                  onClick={() => onSettle(event)}
                >
                  {t('agreements.acts.settle')}
                </Button>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
