import { useText } from '#renderer/i18n/use-text.ts';
import { Door } from './door.tsx';
import css from './preparing-page.module.css';

/** The first start after an update: what the program does, how far it is, and that nothing is at stake. */
export function PreparingPage({
  names,
}: {
  readonly names: { readonly done: number; readonly total: number } | null;
}) {
  const { t, digits } = useText();
  const known = names !== null && names.total > 0;
  const percent = known ? Math.floor((names.done / names.total) * 100) : 0;
  const grouped = (count: number): string => digits(count.toLocaleString('en'));
  return (
    <Door title={t('preparing.title')} text={t('preparing.text')}>
      <div className={css['progress']}>
        <div className={css['line']}>
          <span role="status">{t(known ? 'preparing.names' : 'preparing.records')}</span>
          {known ? (
            <span className={css['figures']}>
              {t('preparing.of', { done: grouped(names.done), total: grouped(names.total) })}
            </span>
          ) : null}
        </div>
        <div
          role="progressbar"
          aria-label={t('preparing.title')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={known ? percent : undefined}
          className={css['bar']}
          data-unknown={!known || undefined}
        >
          <i style={known ? { inlineSize: `${percent}%` } : undefined} />
        </div>
        <p className={css['hint']}>{t('preparing.safe')}</p>
      </div>
    </Door>
  );
}
