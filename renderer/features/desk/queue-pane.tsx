import { IconChevronLeft, IconList, IconUsers } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { riyadhTime } from '#shared/calendar/dual-date.ts';
import type { Desk } from '#shared/desk/desk-contract.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import type { Visit } from '#shared/visits/visit.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { PURPOSE_SIGNS } from '#renderer/ui/domain-signs.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueueCard, QueueGroup } from '#renderer/ui/queue-card.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import css from './desk.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus among the cards; Enter on one opens it, as a button does. */
function onArrows(event: KeyboardEvent<HTMLElement>): void {
  const cards = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('li > button')];
  const at = cards.findIndex((card) => card === document.activeElement);
  const step = STEPS[event.key];
  const to =
    event.key === 'Home' ? 0 : event.key === 'End' ? cards.length - 1 : step === undefined ? null : at + step;
  if (to === null) return;
  event.preventDefault();
  cards[Math.max(0, Math.min(cards.length - 1, to))]?.focus();
}

/** Who is being served, who waits, who went last. */
export function QueuePane({
  desk,
  openId,
  onOpen,
  onCallNext,
  ref,
}: {
  readonly desk: Desk;
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
  /** Given while tickets are on. */
  readonly onCallNext: (() => void) | undefined;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const { t, text, digits } = useText();
  const go = useGo();
  const hour = (visit: Visit): string => {
    const [word, at] =
      visit.state === 'serving'
        ? [t('desk.queue.since'), visit.servedFromMs]
        : visit.state === 'waiting'
          ? [t('desk.queue.arrived'), visit.arrivedAtMs]
          : [t(visit.state === 'left' ? 'desk.queue.left' : 'desk.queue.ended'), visit.endedAtMs];
    return digits(`${word} ${riyadhTime(at ?? visit.arrivedAtMs)}`);
  };
  const cards = (visits: readonly Visit[]) =>
    visits.map((visit) => (
      <QueueCard
        key={visit.id}
        name={visit.partyName}
        ticket={visit.ticket}
        icon={PURPOSE_SIGNS[visit.purpose].icon}
        mirror={PURPOSE_SIGNS[visit.purpose].mirror}
        purpose={text('domain.visitPurpose', visit.purpose)}
        hour={hour(visit)}
        selected={visit.id === openId}
        onOpen={() => onOpen(visit.id)}
      />
    ));
  const serves = useHasRole(...DESK_ROLES);
  const nobody = desk.serving.length + desk.waiting.length === 0;
  const all = desk.counts.waiting + desk.counts.serving + desk.counts.served;
  return (
    <Card pane={t('desk.queue.title')}>
      <CardHeader
        title={t('desk.queue.title')}
        actions={
          onCallNext === undefined ? undefined : (
            <Button kind="tinted" size="sm" keys="F4" onClick={onCallNext}>
              {t('desk.callNext')}
            </Button>
          )
        }
      />
      <div ref={ref} className={css['queue']} onKeyDown={onArrows}>
        {nobody ? (
          <EmptyState icon={IconUsers} text={t(serves ? 'desk.queue.empty' : 'desk.queue.nobody')} />
        ) : null}
        {desk.serving.length === 0 ? null : (
          <QueueGroup name={t('desk.queue.serving')}>{cards(desk.serving)}</QueueGroup>
        )}
        {desk.waiting.length === 0 ? null : (
          <QueueGroup name={t('desk.queue.waiting')}>{cards(desk.waiting)}</QueueGroup>
        )}
        {desk.served.length === 0 ? null : (
          <QueueGroup name={t('desk.queue.served')}>{cards(desk.served)}</QueueGroup>
        )}
      </div>
      <button type="button" className={css['all']} onClick={() => go(paths.visits)}>
        <Icon of={IconList} mirror />
        <span className={css['grow']}>{t('desk.queue.all')}</span>
        <span>{digits(all)}</span>
        <Icon of={IconChevronLeft} size="sm" />
      </button>
    </Card>
  );
}
