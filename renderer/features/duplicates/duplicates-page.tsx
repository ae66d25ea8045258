import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Pair } from '#shared/duplicates/merge-contract.ts';
import { BANDS } from '#shared/duplicates/similarity.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Count } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { PartyTabs } from '#renderer/api/party-tabs.tsx';
import { usePages } from '#renderer/api/use-pages.ts';
import { Chip, Chips, FilterBar } from '#renderer/ui/list-filters.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { MergesList } from './merges-list.tsx';
import { PairsTable } from './pairs-table.tsx';
import { ScanBar, useScan } from './scan-bar.tsx';

const VIEWS = ['all', ...BANDS, 'dismissed', 'merged'] as const;
type View = (typeof VIEWS)[number];

/** المكررون: pairs of files that may be one person, the surest first, with why. Nothing merges by itself. */
export function DuplicatesPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const [view, setView] = useState<View>('all');
  const list = usePairs(view);
  const scan = useScan();
  const rows = list.data?.rows ?? [];
  const counts = list.data?.first.counts;
  const open = (pair: Pair): void => go(paths.duplicatePair(pair.low.id, pair.high.id));
  const [first] = rows;
  useKey('Ctrl+Enter', t('duplicates.desk.first'), () => (first === undefined ? undefined : open(first)), {
    enabled: mayWrite && first !== undefined && view !== 'merged',
  });
  const countOf = (one: View): number =>
    counts === undefined ? 0 : one === 'all' ? counts.strong + counts.likely + counts.possible : counts[one];
  return (
    <Screen
      title={t('parties.title')}
      aside={<PartyTabs />}
      actions={
        mayWrite ? (
          <>
            {first === undefined || view === 'merged' ? null : (
              <Button kind="filled" keys="Ctrl+Enter" onClick={() => open(first)}>
                {t('duplicates.desk.first')}
              </Button>
            )}
            {view === 'merged' || view === 'dismissed' ? null : (
              <ExportButton list="duplicates" filter={{ band: view === 'all' ? null : view }} />
            )}
            <Button loading={scan.running} onClick={scan.start}>
              {t('duplicates.desk.scan')}
            </Button>
          </>
        ) : null
      }
    >
      <Card pane={t('duplicates.desk.label')} grow>
        <FilterBar>
          <Chips label={t('duplicates.desk.views')}>
            {VIEWS.map((one) => (
              <Chip key={one} pressed={view === one} onClick={() => setView(one)}>
                {t(`duplicates.desk.view.${one}`)}
                {countOf(one) === 0 ? null : <Count value={digits(countOf(one))} />}
              </Chip>
            ))}
          </Chips>
        </FilterBar>
        <ScanBar scan={scan} />
        {view === 'merged' ? (
          <MergesList mayWrite={mayWrite} />
        ) : list.error !== null ? (
          <ErrorBlock text={say(list.error)} />
        ) : list.data === undefined ? (
          <SkeletonRows rows={8} height="3.25rem" />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={IconUsersGroup}
            text={t(view === 'all' ? 'duplicates.desk.empty' : 'duplicates.desk.emptyView')}
          />
        ) : (
          <PairsTable rows={rows} {...(mayWrite ? { onOpen: open } : {})} onNearEnd={list.more} />
        )}
      </Card>
    </Screen>
  );
}

const usePairs = (view: View) => {
  const band = view === 'strong' || view === 'likely' || view === 'possible' ? view : null;
  const asked = view === 'dismissed' ? 'dismissed' : 'open';
  return usePages('duplicates.list', { asked, band }, (page) =>
    call('duplicates.list', { view: asked, band, ...page }),
  );
};
