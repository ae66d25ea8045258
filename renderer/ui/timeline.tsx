import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { isolated } from './isolated.tsx';
import css from './timeline.module.css';

export interface TimelineItem {
  readonly key: string | number;
  readonly icon: TablerIcon;
  readonly mirror?: boolean;
  /** Green an outcome, blue a contact, grey a record. */
  readonly kind?: 'outcome' | 'contact' | 'record';
  readonly text: ReactNode;
  /** Who, beneath. */
  readonly by?: ReactNode;
  readonly time: ReactNode;
  /** Stays in sight, struck through; `by` then says why. */
  readonly voided?: boolean;
}

/** What happened, newest first. */
export function Timeline({
  items,
  label,
}: {
  readonly items: readonly TimelineItem[];
  readonly label: string;
}) {
  return (
    <ol className={css['timeline']} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-voided={item.voided || undefined}>
          <span className={css['disc']} data-kind={item.kind ?? 'record'}>
            <Icon of={item.icon} size="xs" mirror={item.mirror ?? false} />
          </span>
          <span className={css['text']}>
            {typeof item.text === 'string' ? isolated(item.text) : item.text}
          </span>
          <span className={css['time']}>{item.time}</span>
          <span className={css['by']}>{item.by}</span>
        </li>
      ))}
    </ol>
  );
}
