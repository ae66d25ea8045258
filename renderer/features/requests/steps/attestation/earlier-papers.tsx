import type { ReactElement } from 'react';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { When } from '#renderer/ui/dates.tsx';
import css from './attestation.module.css';

/** Versions that stand no more: voided, with why, or signed and overtaken. They stay to be seen. */
export function EarlierPapers({
  papers,
  onView,
}: {
  readonly papers: readonly SealedDocument[];
  /** Null: the pages are not for who looks. */
  readonly onView: ((paper: SealedDocument) => void) | null;
}): ReactElement | null {
  const { t } = useText();
  if (papers.length === 0) return null;
  return (
    <section className={css['earlier']} aria-label={t('sealed.earlier')}>
      <h3>{t('sealed.earlier')}</h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            {onView === null ? (
              <span>{t('sealed.view.version', { version: paper.version })}</span>
            ) : (
              <Button
                kind="quiet"
                size="sm"
                label={`${t('sealed.view.open')}: ${t('sealed.view.version', { version: paper.version })}`}
                onClick={() => onView(paper)}
              >
                {t('sealed.view.version', { version: paper.version })}
              </Button>
            )}
            <When atMs={paper.madeAtMs} />
            <span className={css['dim']}>
              {paper.voided === null
                ? t('sealed.staleOne')
                : t('sealed.voidedBy', { name: paper.voided.byName, reason: paper.voided.reason })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
