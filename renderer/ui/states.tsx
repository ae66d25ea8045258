import { IconAlertTriangle, type Icon as TablerIcon } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Icon } from './icon.tsx';
import { KeyCap, type KeyCombo } from './key-cap.tsx';
import css from './states.module.css';

/** An empty place says what to do: one icon, one sentence, one key. */
export function EmptyState({
  icon: Shape,
  text,
  keys,
  action,
}: {
  readonly icon: TablerIcon;
  readonly text: string;
  readonly keys?: KeyCombo;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css['empty']}>
      <Shape className={css['emptyIcon']} stroke={1.5} aria-hidden="true" />
      <p>
        {text} {keys === undefined ? null : <KeyCap keys={keys} />}
      </p>
      {action}
    </div>
  );
}

/** Rows of the final height while something loads; nothing under 150 ms, so that quick answers do not flash. */
export function SkeletonRows({
  rows = 6,
  height = '2.25rem',
}: {
  readonly rows?: number;
  readonly height?: string;
}) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className={css['skeleton']} role="status" aria-label={t('common.loading')}>
      {shown
        ? Array.from({ length: rows }, (_, index) => (
            <div key={index} className={css['row']} style={{ height }}>
              <i />
              <i />
            </div>
          ))
        : null}
    </div>
  );
}

/**
 * Something failed: what happened and what to do, on top of where the work is. `role="alert"` says it at once, and it comes
 * into sight: whoever pressed at the foot of a long form would see nothing happen.
 */
export function ErrorBlock({
  title,
  text,
  actions,
}: {
  readonly title?: string;
  readonly text?: string;
  readonly actions?: ReactNode;
}) {
  const block = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up of an effect.
    block.current?.scrollIntoView({ block: 'nearest' });
  }, [title, text]);
  return (
    <div ref={block} className={css['error']} role="alert">
      <Icon of={IconAlertTriangle} />
      <div className={css['errorText']}>
        {title === undefined ? null : <b>{title}</b>}
        {text === undefined ? null : <p>{text}</p>}
        {actions === undefined ? null : <div className={css['errorActions']}>{actions}</div>}
      </div>
    </div>
  );
}

/** A quiet note in a tint: `info` tells, `warning` wants a look. Not for errors. */
export function Note({
  kind = 'info',
  icon,
  children,
}: {
  readonly kind?: 'info' | 'warning' | 'success' | 'neutral';
  readonly icon?: TablerIcon;
  readonly children: ReactNode;
}) {
  return (
    <div className={css['note']} data-kind={kind}>
      {icon === undefined ? null : <Icon of={icon} />}
      <div>{children}</div>
    </div>
  );
}
