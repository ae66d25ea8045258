import type { Icon as TablerIcon } from '@tabler/icons-react';
import css from './icon.module.css';

/** `md` 18 px, `sm` 16, `xs` 14 in badges (heavier stroke). */
export type IconSize = 'md' | 'sm' | 'xs';

/**
 * One icon of @tabler/icons-react, decoration beside its word. `mirror` for arrows, chevrons, lists, doors, sending
 * and anything with «?»; never for a check, clock, phone, printer, pencil or logo.
 */
export function Icon({
  of: Shape,
  size = 'md',
  mirror = false,
}: {
  readonly of: TablerIcon;
  readonly size?: IconSize;
  readonly mirror?: boolean;
}) {
  return (
    <Shape
      className={css['icon']}
      data-size={size}
      data-mirror={mirror || undefined}
      stroke={size === 'xs' ? 2 : 1.75}
      aria-hidden="true"
    />
  );
}
