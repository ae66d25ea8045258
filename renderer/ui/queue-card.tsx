import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDigits } from '#renderer/i18n/digits.ts';
import { Icon } from './icon.tsx';
import css from './queue-card.module.css';

/** A group of the queue with its name: عند الموظف · في الانتظار · آخر من تمت خدمتهم. */
export function QueueGroup({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={css['group']} aria-label={name}>
      <h3>{name}</h3>
      <ul>{children}</ul>
    </section>
  );
}

/** One visitor, 58 px: the ticket's tile (none while tickets are off), name, why they came, the hour at the end. */
export function QueueCard({
  name,
  ticket,
  icon,
  mirror = false,
  purpose,
  hour,
  selected = false,
  onOpen,
}: {
  readonly name: string;
  readonly ticket: number | null;
  readonly icon: TablerIcon;
  readonly mirror?: boolean;
  readonly purpose: string;
  /** «وصلت 10:31»: the hour, never a timer. */
  readonly hour: ReactNode;
  readonly selected?: boolean;
  readonly onOpen: () => void;
}) {
  const digits = useDigits();
  return (
    <li className={css['item']}>
      <button
        type="button"
        className={css['card']}
        data-plain={ticket === null || undefined}
        aria-current={selected ? 'true' : undefined}
        onClick={onOpen}
      >
        {ticket === null ? null : <b className={css['tile']}>{digits(ticket)}</b>}
        <span className={css['name']}>{name}</span>
        <span className={css['meta']}>
          <Icon of={icon} size="sm" mirror={mirror} />
          <span>{purpose}</span>
          <span className={css['hour']}>{hour}</span>
        </span>
      </button>
    </li>
  );
}
