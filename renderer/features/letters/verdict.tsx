import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import css from './issued.module.css';

type Kind = 'success' | 'warning' | 'danger' | 'neutral';

/** The answer about a code, at one glance. */
export function Verdict({
  kind,
  icon: Shape,
  title,
  text,
}: {
  readonly kind: Kind;
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text: string;
}): ReactElement {
  return (
    <div className={css['verdict']} data-kind={kind}>
      <Shape stroke={1.75} aria-hidden="true" />
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  );
}
