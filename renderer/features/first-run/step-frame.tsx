import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import css from './first-run.module.css';

/** One step: its title and words, what is asked, and the bar that stays: next (Ctrl+Enter) and back (Esc). */
export function StepFrame({
  title,
  text,
  children,
  aside,
  onNext,
  onBack,
  nextLabel,
  busy = false,
}: {
  readonly title: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
  /** Beside the card: the live page. */
  readonly aside?: ReactNode;
  readonly onNext: () => void;
  readonly onBack?: () => void;
  readonly nextLabel?: string;
  readonly busy?: boolean;
}) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const label = nextLabel ?? t('common.next');
  useKey('Ctrl+Enter', label, () => {
    if (!busy) onNext();
  });
  useKey('Esc', t('common.back'), () => onBack?.(), { enabled: onBack !== undefined });
  useEffect(() => {
    const card = heading.current?.closest('section');
    const field = card?.querySelector<HTMLElement>('input, textarea');
    (field ?? heading.current)?.focus();
  }, []);
  return (
    <div className={css['step']} data-aside={aside === undefined ? undefined : true}>
      <section className={css['card']} data-pane={title} tabIndex={-1}>
        <div className={css['scroll']}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className={css['text']}>{text}</p>
          {children}
        </div>
        <footer className={css['footer']}>
          <Button kind="filled" keys="Ctrl+Enter" loading={busy} onClick={onNext}>
            {label}
          </Button>
          <span className={css['spring']} />
          {onBack === undefined ? null : (
            <Button kind="quiet" keys="Esc" onClick={onBack}>
              {t('common.back')}
            </Button>
          )}
        </footer>
      </section>
      {aside}
    </div>
  );
}
