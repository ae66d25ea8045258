import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './badge.module.css';
import { Icon } from './icon.tsx';

/** Green done, blue under way, amber waits, red late or refused, grey a mere fact. Never without its word. */
export type BadgeKind = 'success' | 'info' | 'warning' | 'danger' | 'neutral';

export function Badge({
  kind = 'neutral',
  icon,
  mirror = false,
  children,
}: {
  readonly kind?: BadgeKind;
  readonly icon?: TablerIcon;
  readonly mirror?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={css['badge']} data-kind={kind}>
      {icon === undefined ? null : <Icon of={icon} size="xs" mirror={mirror} />}
      {children}
    </span>
  );
}

/** The grey number beside a heading or a section. */
export function Count({ value }: { readonly value: string | number }) {
  return <b className={css['count']}>{value}</b>;
}
