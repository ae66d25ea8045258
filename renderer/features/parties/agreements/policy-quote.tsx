import { clause } from '#shared/policy/clauses.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './agreements.module.css';

/** P.2 as the board approved it, whole. */
export function PolicyQuote() {
  const { t } = useText();
  return (
    <blockquote className={css['quote']}>
      <p>«{clause('P.2').text}»</p>
      <cite>{t('agreements.policy')}</cite>
    </blockquote>
  );
}
