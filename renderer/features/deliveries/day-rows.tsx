import {
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconHomeHeart,
  IconTruckDelivery,
} from '@tabler/icons-react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { DayHandover } from '#shared/deliveries/delivery.ts';
import { HandoverBadge, useAmount } from '#renderer/api/deliveries/handover-words.tsx';
import type { HandoverActs } from '#renderer/api/deliveries/use-handover-acts.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Hour, ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { MoreMenu } from '#renderer/ui/more-menu.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import css from './deliveries.module.css';

/** The arrows go from tick to tick, whatever group they stand in. */
export function moveBetweenTicks(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || event.target.dataset['tick'] === undefined)
    return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tick]')];
  const next = ticks[ticks.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** A group of a day's list: each with its tick, what it is, where it goes and how it stands. */
export function DayRows({
  title,
  rows,
  acts,
  mayWrite,
  marked,
}: {
  readonly title: string;
  readonly rows: readonly DayHandover[];
  readonly acts: HandoverActs;
  readonly mayWrite: boolean;
  /** The one that was scanned last. */
  readonly marked: number | null;
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={css['group']}>{title}</h3>
      <ul className={css['rows']}>
        {rows.map((row) => (
          <DayRow key={row.id} row={row} acts={acts} mayWrite={mayWrite} marked={row.id === marked} />
        ))}
      </ul>
    </section>
  );
}

function DayRow({
  row,
  acts,
  mayWrite,
  marked,
}: {
  readonly row: DayHandover;
  readonly acts: HandoverActs;
  readonly mayWrite: boolean;
  readonly marked: boolean;
}): ReactElement {
  const { t, digits } = useText();
  const amount = useAmount();
  return (
    <li data-state={row.state} data-marked={marked || undefined}>
      <Tick row={row} acts={acts} mayWrite={mayWrite} />
      <span className={css['who']}>
        <AppLink to={paths.request(row.requestId)} quiet>
          {row.partyName}
        </AppLink>
        <span className={css['small']}>
          {row.requestNumber === null ? null : <Ref value={row.requestNumber} />} {row.village}
        </span>
      </span>
      <span className={css['what']}>
        <span>{row.serviceName}</span>
        <span className={css['small']}>
          {amount({ ...row, valueHalalas: row.serviceKind === 'transfer' ? row.valueHalalas : null })}
        </span>
      </span>
      <span className={css['where']}>
        <span className={css['place']}>
          {row.atPlace ? <Icon of={IconHomeHeart} size="sm" /> : null}
          {row.place}
        </span>
        <span className={css['small']}>
          <Where row={row} />
        </span>
      </span>
      <HandoverBadge handover={row} />
      {mayWrite ? (
        <MoreMenu
          label={t('deliveries.acts.of', { name: row.partyName, day: digits(row.dueOn) })}
          acts={acts.menu(row)}
        />
      ) : (
        <span />
      )}
    </li>
  );
}

function Where({ row }: { readonly row: DayHandover }): ReactElement | null {
  const { t } = useText();
  if (row.state === 'failed') return <>{row.failReason}</>;
  if (row.state === 'voided') return <>{row.voided?.reason}</>;
  if (row.doneAtMs !== null)
    return (
      <>
        {row.receiver?.kind === 'self'
          ? t('deliveries.step.inPerson')
          : t('deliveries.step.to', { name: row.receiver?.name ?? '' })}
        ، <Hour atMs={row.doneAtMs} />
      </>
    );
  if (row.departedAtMs !== null)
    return (
      <>
        <Icon of={IconTruckDelivery} size="xs" /> <Hour atMs={row.departedAtMs} />
      </>
    );
  return (
    <>
      <ShortDate iso={row.dueOn} />
      {row.times > 1 ? <Turn row={row} /> : null}
    </>
  );
}

function Turn({ row }: { readonly row: DayHandover }): ReactElement {
  const { t, digits } = useText();
  return <> · {digits(t('deliveries.turn', { turn: row.turn, times: row.times }))}</>;
}

/** Pressed: handed over, to themselves, on the signed list. What asks for more opens its own dialog. */
function Tick({
  row,
  acts,
  mayWrite,
}: {
  readonly row: DayHandover;
  readonly acts: HandoverActs;
  readonly mayWrite: boolean;
}): ReactElement {
  const { t } = useText();
  const done = row.state === 'delivered';
  const mark = done ? IconCircleCheck : row.state === 'planned' ? IconCircle : IconCircleX;
  const press = (): void => {
    if (!mayWrite) return;
    if (row.state === 'planned') tickOff(row, acts);
    else if (done && row.receiptId !== null && row.receiver !== null)
      acts.ask({
        is: 'receipt',
        wish: { is: 'view', receiptId: row.receiptId, receiverName: row.receiver.name },
      });
    else if (done) acts.ask({ is: 'void', handover: row });
    else acts.ask({ is: 'again', handover: row });
  };
  return (
    <button
      type="button"
      className={css['tick']}
      data-tick={row.id}
      aria-pressed={done}
      aria-label={`${t('deliveries.day.tick')}: ${row.partyName}، ${row.serviceName}`}
      onClick={press}
    >
      <Icon of={mark} />
    </button>
  );
}

/** A transfer asks for the bank's reference, what is carried to them for who took it: all else is ticked at once. */
export function tickOff(row: DayHandover, acts: HandoverActs): void {
  if (row.serviceKind === 'transfer') acts.ask({ is: 'deliver', handover: row });
  else void acts.tick(row);
}
