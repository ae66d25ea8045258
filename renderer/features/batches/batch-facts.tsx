import type { ReactElement } from 'react';
import type { Batch } from '#shared/batches/batch.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { When } from '#renderer/ui/dates.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { SummaryList, type SummaryRow } from '#renderer/ui/summary-list.tsx';

/** The batch in figures: how many stand where, and which numbers they bear. */
export function BatchFacts({ batch }: { readonly batch: Batch }): ReactElement {
  const { t, digits } = useText();
  const { counts, persons } = batch;
  const figure = (term: string, count: number): SummaryRow[] =>
    count === 0 ? [] : [{ term, value: digits(count) }];
  const numbers = persons.flatMap(({ referenceNumber }) =>
    referenceNumber === null ? [] : [referenceNumber],
  );
  const [first] = numbers;
  const last = numbers.at(-1);
  const rows: SummaryRow[] = [
    { term: t('batches.facts.chosen'), value: t('batches.persons', { count: counts.chosen }) },
    ...figure(t('batches.facts.drafts'), counts.letters.draft),
    ...figure(t('batches.facts.proof'), counts.letters.proof),
    ...figure(t('batches.facts.returned'), counts.letters.returned),
    ...figure(t('batches.facts.approved'), counts.letters.approved),
    ...figure(t('batches.facts.issued'), counts.letters.issued),
    ...figure(t('batches.facts.voided'), counts.letters.voided),
    ...figure(t('batches.facts.leftOut'), counts.leftOut),
    ...(first === undefined || last === undefined
      ? []
      : [
          {
            term: t('batches.facts.numbers'),
            value:
              first === last ? (
                <Ref value={first} />
              ) : (
                <>
                  <Ref value={first} /> – <Ref value={last} />
                </>
              ),
          },
        ]),
    { term: t('batches.facts.by'), value: batch.createdByName },
    { term: t('batches.facts.at'), value: <When atMs={batch.createdAtMs} /> },
  ];
  return <SummaryList rows={rows} label={t('batches.facts.label')} />;
}
