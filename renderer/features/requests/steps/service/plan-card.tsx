import { IconHomeHeart, IconPackage } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import type { DeliveryPlan, Handover } from '#shared/deliveries/delivery.ts';
import { HandoverBadge, useAmount } from '#renderer/api/deliveries/handover-words.tsx';
import type { HandoverActs } from '#renderer/api/deliveries/use-handover-acts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Hour, ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { type MenuAct, MoreMenu } from '#renderer/ui/more-menu.tsx';
import css from './service.module.css';

/** Planned ones that are shown at once: what was done stands before them. */
const SOON = 3;

/** One plan: how often and how much, how far it is, and its deliveries by day. */
export function PlanCard({
  plan,
  acts,
  mayWrite,
  planActs,
}: {
  readonly plan: DeliveryPlan;
  readonly acts: HandoverActs;
  readonly mayWrite: boolean;
  readonly planActs: readonly MenuAct[];
}): ReactElement {
  const { t, digits } = useText();
  const amount = useAmount();
  const [all, setAll] = useState(false);
  const done = plan.handovers.filter(({ state }) => state === 'delivered').length;
  const planned = plan.handovers.filter(({ state }) => state === 'planned');
  const soon = new Set(planned.slice(0, SOON).map(({ id }) => id));
  const shown = all
    ? plan.handovers
    : plan.handovers.filter(
        ({ id, state }) => state !== 'cancelled' && (state !== 'planned' || soon.has(id)),
      );
  const hidden = plan.handovers.length - shown.length;
  const often = t(`deliveries.step.often.${plan.frequency}`, {
    amount: amount(plan),
    times: digits(t('deliveries.step.times', { count: plan.times })),
  });
  return (
    <section
      className={css['plan']}
      aria-label={plan.serviceName}
      data-ended={plan.ended !== null || undefined}
    >
      <header className={css['planHead']}>
        <Icon of={plan.atPlace ? IconHomeHeart : IconPackage} />
        <span className={css['what']}>
          <b>{plan.serviceName}</b>
          <span>{often}</span>
        </span>
        <span className={css['count']}>
          {digits(t('deliveries.step.summary', { done, all: plan.handovers.filter(counts).length }))}
        </span>
        {mayWrite ? (
          <MoreMenu label={t('deliveries.acts.ofPlan', { name: plan.serviceName })} acts={planActs} />
        ) : null}
      </header>
      {plan.ended === null ? null : (
        <p className={css['ended']}>{t('deliveries.step.ended', { reason: plan.ended.reason })}</p>
      )}
      <ul className={css['rows']}>
        {shown.map((handover) => (
          <Row
            key={handover.id}
            handover={handover}
            calendar={plan.frequency === 'monthly' ? plan.calendar : 'hijri'}
            acts={acts}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
      {hidden > 0 || all ? (
        <div className={css['moreDays']}>
          <Button kind="quiet" size="sm" onClick={() => setAll(!all)}>
            {all
              ? t('deliveries.step.fewer')
              : digits(t('deliveries.step.more', { number: plan.handovers.length }))}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** Turns, not tries: one that failed and was tried again counts once. */
const counts = ({ state }: Handover): boolean =>
  state === 'planned' || state === 'delivered' || state === 'cancelled';

function Row({
  handover,
  calendar,
  acts,
  mayWrite,
}: {
  readonly handover: Handover;
  readonly calendar: 'hijri' | 'gregorian';
  readonly acts: HandoverActs;
  readonly mayWrite: boolean;
}): ReactElement {
  const { t, digits } = useText();
  const day = digits(handover.dueOn);
  return (
    <li data-state={handover.state}>
      <span className={css['day']}>
        <ShortDate iso={handover.dueOn} calendar={calendar} />
        {handover.times > 1 ? (
          <span>{digits(t('deliveries.turn', { turn: handover.turn, times: handover.times }))}</span>
        ) : null}
      </span>
      <span className={css['said']}>
        <Said handover={handover} />
      </span>
      <HandoverBadge handover={handover} />
      {mayWrite ? (
        <span className={css['acts']}>
          <MoreMenu
            label={t('deliveries.acts.of', { name: handover.serviceName, day })}
            acts={acts.menu(handover)}
          />
        </span>
      ) : null}
    </li>
  );
}

function Said({ handover }: { readonly handover: Handover }): ReactElement {
  const { t, digits } = useText();
  const { receiver, doneAtMs, departedAtMs, failReason, voided, place, state } = handover;
  if (voided !== null) return <>{voided.reason}</>;
  if (state === 'failed') return <>{failReason}</>;
  if (state === 'delivered' && receiver !== null && doneAtMs !== null) {
    const minutes = departedAtMs === null ? null : Math.round((doneAtMs - departedAtMs) / 60_000);
    return (
      <>
        {receiver.kind === 'self'
          ? t('deliveries.step.inPerson')
          : t('deliveries.step.to', { name: receiver.name })}
        ، <Hour atMs={doneAtMs} />
        <span className={css['small']}>
          {t(
            handover.receiptId === null
              ? 'deliveries.step.noReceipt'
              : handover.receiptSignatures > 0
                ? 'deliveries.step.signed'
                : 'deliveries.step.waiting',
          )}
          {minutes === null
            ? null
            : `، ${t('deliveries.step.travel', { minutes: digits(t('deliveries.step.minutes', { count: minutes })) })}`}
        </span>
      </>
    );
  }
  return (
    <>
      {place}
      {state === 'planned' && departedAtMs !== null ? (
        <span className={css['small']}>
          {t('deliveries.state.onWay')} <Hour atMs={departedAtMs} />
        </span>
      ) : null}
    </>
  );
}
