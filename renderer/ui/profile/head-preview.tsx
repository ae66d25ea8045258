import { lazy, Suspense } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import css from './head-preview.module.css';
import { ErrorBlock } from '../states.tsx';

const PdfPage = lazy(async () => ({ default: (await import('../pdf-page.tsx')).PdfPage }));

/** The sheet with the head as it would be printed now, on the table under it. */
export function HeadPreview({
  pdf,
  problem,
}: {
  readonly pdf: Uint8Array | undefined;
  readonly problem?: string | undefined;
}) {
  const { t } = useText();
  return (
    <section
      className={css['stage']}
      aria-label={t('profile.preview')}
      data-pane={t('profile.preview')}
      tabIndex={-1}
    >
      <header className={css['header']}>
        <h2>{t('profile.preview')}</h2>
      </header>
      <div className={css['table']} tabIndex={0} aria-label={t('profile.preview')} role="group">
        {problem === undefined ? null : <ErrorBlock title={t('profile.previewFailed')} text={problem} />}
        <div className={css['sheet']}>
          <Suspense fallback={<div className={css['blank']} />}>
            {pdf === undefined ? (
              <div className={css['blank']} />
            ) : (
              <PdfPage pdf={pdf} label={t('profile.preview')} />
            )}
          </Suspense>
        </div>
      </div>
    </section>
  );
}
