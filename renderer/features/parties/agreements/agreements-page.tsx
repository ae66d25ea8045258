import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { AGREEMENT_VIEWS, type AgreementView } from '#shared/agreements/agreements-contract.ts';
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
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { PartyTabs } from '#renderer/api/party-tabs.tsx';
import { usePages } from '#renderer/api/use-pages.ts';
import { Chip, Chips, FilterBar, ListSearch } from '#renderer/ui/list-filters.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { AgreementTable } from './agreement-table.tsx';

/** الاتفاقيات (P.2): what is in force, what ends soon, what waits to be settled. */
export function AgreementsPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const [text, setText] = useState('');
  const [view, setView] = useState<AgreementView>('current');
  const asked = useDeferredValue(text.trim());
  const list = usePages('agreements.list', { text: asked, view }, (page) =>
    call('agreements.list', { text: asked, view, ...page }),
  );
  const create = (): void => go(paths.newAgreement);
  useKey('Ctrl+Enter', t('agreements.create'), create, { enabled: mayWrite });
  const rows = list.data?.rows ?? [];
  const counts = list.data?.first.counts;
  const none = counts?.all === 0 && asked === '';
  return (
    <Screen
      title={t('parties.title')}
      aside={<PartyTabs />}
      actions={
        <>
          {mayWrite ? (
            <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} />} onClick={create}>
              {t('agreements.create')}
            </Button>
          ) : null}
          <ExportButton list="agreements" filter={{ text: asked, view }} />
        </>
      }
    >
      <Card pane={t('agreements.label')} grow>
        <FilterBar>
          <ListSearch label={t('agreements.search')} value={text} onChange={setText} />
          <Chips label={t('agreements.views')}>
            {AGREEMENT_VIEWS.map((one) => (
              <Chip key={one} pressed={view === one} onClick={() => setView(one)}>
                {t(`agreements.view.${one}`)}
                {counts === undefined || counts[one] === 0 ? null : <Count value={digits(counts[one])} />}
              </Chip>
            ))}
          </Chips>
        </FilterBar>
        {list.error !== null ? (
          <ErrorBlock text={say(list.error)} />
        ) : list.data === undefined ? (
          <SkeletonRows rows={10} />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={IconFileText}
            text={t(
              asked !== ''
                ? 'agreements.noHits'
                : none && mayWrite
                  ? 'agreements.empty'
                  : 'agreements.emptyView',
            )}
            {...(none && mayWrite ? { keys: 'Ctrl+Enter' } : {})}
          />
        ) : (
          <AgreementTable rows={rows} withParty onNearEnd={list.more} />
        )}
      </Card>
    </Screen>
  );
}
