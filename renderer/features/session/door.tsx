import type { ReactNode } from 'react';
import { BrandMark } from '#renderer/ui/brand-mark.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './door.module.css';

/** The frame of what stands before the desk: sign-in, lock, recovery. */
export function Door({
  title,
  text,
  children,
  wide = false,
}: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  const { t } = useText();
  return (
    <div className={css['door']}>
      <header className={css['top']}>
        <BrandMark />
        <span>{t('app.name')}</span>
      </header>
      <main className={css['main']} data-wide={wide || undefined}>
        <h1>{title}</h1>
        {text === undefined ? null : <p className={css['text']}>{text}</p>}
        <div className={css['card']}>{children}</div>
      </main>
    </div>
  );
}
