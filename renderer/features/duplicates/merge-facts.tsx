import type { ComparedSide, Comparison } from '#shared/duplicates/merge-contract.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Card, CardBody, CardHeader, CardStack } from '#renderer/ui/card.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { PartMarks } from '#renderer/ui/similar-marks.tsx';
import { Note } from '#renderer/ui/states.tsx';
import { SummaryList } from '#renderer/ui/summary-list.tsx';
import css from './duplicates.module.css';

/** Beside the fields: why the two are suspected, what speaks against it, and what would move. */
export function MergeFacts({
  comparison,
  gone,
}: {
  readonly comparison: Comparison;
  readonly gone: ComparedSide;
}) {
  const { t, text, digits } = useText();
  const moves = Object.entries(gone.moves);
  const { dismissed } = comparison;
  return (
    <CardStack>
      <Card pane={t('duplicates.compare.why')}>
        <CardHeader title={t('duplicates.compare.why')} />
        <CardBody>
          <div className={css['stack']}>
            <PartMarks parts={comparison.parts.map((part) => ({ ...part, value: '' }))} />
            {dismissed === null ? null : (
              <Note kind="warning">
                {t('duplicates.compare.dismissed', { name: dismissed.byName, reason: dismissed.reason })}
              </Note>
            )}
            {comparison.representEachOther ? (
              <Note kind="warning">{t('duplicates.compare.represent')}</Note>
            ) : null}
            <p className={css['links']}>
              {[comparison.low, comparison.high].map(({ party }, index) => (
                <AppLink key={party.id} to={paths.beneficiary(party.id)}>
                  {t('duplicates.compare.openFile')}:{' '}
                  {t(index === 0 ? 'duplicates.compare.first' : 'duplicates.compare.second')}
                </AppLink>
              ))}
            </p>
          </div>
        </CardBody>
      </Card>
      <Card pane={t('duplicates.compare.moves')}>
        <CardHeader title={t('duplicates.compare.moves')} />
        <CardBody>
          {moves.length === 0 ? (
            <p className={css['dim']}>{t('duplicates.compare.movesNothing')}</p>
          ) : (
            <SummaryList
              label={t('duplicates.compare.moves')}
              rows={moves.map(([table, count]) => ({
                term: text('duplicates.rows', table),
                value: digits(count),
              }))}
            />
          )}
          {gone.sealed === 0 ? null : (
            <p className={css['dim']}>{t('duplicates.compare.sealed', { count: gone.sealed })}</p>
          )}
        </CardBody>
      </Card>
    </CardStack>
  );
}
