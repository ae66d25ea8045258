import { useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import type { Comparison } from '#shared/duplicates/merge-contract.ts';
import { bandOf } from '#shared/duplicates/similarity.ts';
import { call, isApiError } from '#renderer/api/client.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { BandBadge } from '#renderer/ui/similar-marks.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { usePathParam } from '#renderer/ui/use-route.ts';
import {
  choicesFor,
  compareRows,
  mergeChoices,
  otherColumn,
  type ChoiceField,
  type Choices,
  type ColumnName,
} from './compare-model.ts';
import { CompareTable } from './compare-table.tsx';
import { DifferentDialog, MergeDialog } from './compare-dialogs.tsx';
import css from './duplicates.module.css';
import { MergeFacts } from './merge-facts.tsx';

/** Two records side by side: which stays, what is taken from which, what moves; one of two, or two persons. */
export function ComparePage() {
  const { t } = useText();
  const say = useErrorText();
  const [low, high] = [Number(usePathParam('low')) as PartyId, Number(usePathParam('high')) as PartyId];
  const query = useChannelQuery('duplicates.compare', { low, high }, { fresh: true });
  const crumbs = [{ name: t('duplicates.desk.title'), to: paths.duplicates }];
  const into = isApiError(query.error, 'partyMerged') ? query.error.details : null;
  if (query.data === undefined)
    return (
      <Screen title={t('duplicates.compare.title')} crumbs={crumbs}>
        {query.error === null ? (
          <SkeletonRows rows={10} />
        ) : into === null ? (
          <ErrorBlock text={say(query.error)} />
        ) : (
          <ErrorBlock
            text={t('duplicates.compare.gone', { name: String(into['name']) })}
            actions={
              <AppLink to={paths.beneficiary(Number(into['into']))}>
                {t('duplicates.compare.openInto', { name: String(into['name']) })}
              </AppLink>
            }
          />
        )}
      </Screen>
    );
  return <Comparing key={`${low}-${high}`} comparison={query.data} crumbs={crumbs} />;
}

function Comparing({
  comparison,
  crumbs,
}: {
  readonly comparison: Comparison;
  readonly crumbs: React.ComponentProps<typeof Screen>['crumbs'];
}) {
  const { t } = useText();
  const go = useGo();
  const [stays, setStays] = useState<ColumnName>(comparison.stays);
  const [chosen, setChosen] = useState<Partial<Record<ChoiceField, ColumnName>>>({});
  const [asking, setAsking] = useState<'merge' | 'different' | null>(null);
  const merge = useChannelCommand('duplicates.merge');
  const rows = compareRows(comparison);
  // What was chosen by hand stays chosen, whichever record is to stay.
  const choices: Choices = { ...choicesFor(comparison, stays), ...chosen };
  const [kept, gone] = [comparison[stays], comparison[otherColumn(stays)]];
  const ask = (what: 'merge' | 'different'): void => setAsking(what);
  useKey('Ctrl+Enter', t('duplicates.compare.merge'), () => ask('merge'), { enabled: asking === null });
  useKey('F7', t('duplicates.compare.differentPersons'), () => ask('different'), {
    enabled: asking === null,
  });
  const run = (reason: string): void =>
    merge.mutate(
      {
        keptId: kept.party.id,
        mergedId: gone.party.id,
        versions: { kept: kept.party.version, merged: gone.party.version },
        choices: mergeChoices(rows, choices, stays),
        household: choices.household === stays ? 'kept' : 'merged',
        reason,
      },
      {
        onSuccess: ({ mergeId, keptId }) => {
          setAsking(null);
          showToast(t('duplicates.compare.done', { name: kept.party.name }), async () => {
            try {
              await call('duplicates.undoMerge', { mergeId });
            } catch (refusal) {
              // Where each merge says what stands in the way of its undo.
              go(paths.duplicates);
              throw refusal;
            }
            go(paths.duplicatePair(comparison.low.party.id, comparison.high.party.id));
          });
          go(paths.beneficiary(keptId));
        },
      },
    );
  return (
    <Screen
      title={t('duplicates.compare.title')}
      crumbs={crumbs ?? []}
      aside={<BandBadge band={bandOf(comparison.score)} />}
      actions={
        <>
          <Button kind="filled" keys="Ctrl+Enter" onClick={() => ask('merge')}>
            {t('duplicates.compare.merge')}
          </Button>
          <Button keys="F7" onClick={() => ask('different')}>
            {t('duplicates.compare.differentPersons')}
          </Button>
        </>
      }
    >
      <SplitPane columns="minmax(0, 1fr) min(20rem, 27%)">
        <Card pane={t('duplicates.compare.label')}>
          <CardHeader title={t('duplicates.compare.label')} />
          <CardBody scroll>
            <p className={css['dim']}>{t('duplicates.compare.hint')}</p>
            <CompareTable
              comparison={comparison}
              rows={rows}
              stays={stays}
              choices={choices}
              onStays={setStays}
              onChoose={(field, column) => setChosen({ ...chosen, [field]: column })}
            />
          </CardBody>
        </Card>
        <MergeFacts comparison={comparison} gone={gone} />
      </SplitPane>
      {asking === 'merge' ? (
        <MergeDialog
          kept={kept}
          gone={gone}
          taken={rows
            .filter(({ field, differs }) => differs && choices[field] !== stays)
            .map(({ field }) => field)}
          busy={merge.isPending}
          error={merge.error}
          onConfirm={run}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'different' ? (
        <DifferentDialog
          low={comparison.low.party.id}
          high={comparison.high.party.id}
          onClose={() => setAsking(null)}
          onDone={() => go(paths.duplicates)}
        />
      ) : null}
    </Screen>
  );
}
