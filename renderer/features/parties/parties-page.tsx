import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { EVERY_PARTY, type PartyFilter } from '#shared/parties/party-list.ts';
import { recognisedLayout } from '#shared/parties/recognised-layout.ts';
import type { PartyHit } from '#shared/parties/party.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { HitReason } from '#renderer/ui/hit-reason.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { SafePhone } from '#renderer/ui/contact-points.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { PartyTabs } from '#renderer/api/party-tabs.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, Note, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import css from './parties.module.css';
import { PartyFilters } from './party-filters.tsx';
import { usePartyFilter, usePartyList, type PartyRows } from './use-party-list.ts';

const isNarrowed = ({ role, categoryId, village, state }: PartyFilter): boolean =>
  role !== null || categoryId !== null || village !== null || state !== null;

/** المستفيدون: everybody the association knows, found by any fragment, narrowed and sorted as one likes. */
export function PartiesPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const writes = useHasRole(...DESK_ROLES);
  const [filter, change] = usePartyFilter();
  const looked = useDeferredValue(filter.text.trim());
  const asked = { ...filter, text: looked };
  const list = usePartyList(asked);
  const { data } = list;
  const columns = useColumns();
  const meant = recognisedLayout(looked, data?.rows ?? []);

  const pane = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<PartyHit | null>(null);
  const [inList, setInList] = useState(false);
  const open = (row: PartyHit): void => go(paths.beneficiary(row.id));
  const visit = (): void => {
    const row = inList ? (chosen ?? data?.rows[0]) : undefined;
    go(withQuery(paths.newVisit, row === undefined ? { text: looked } : { party: row.id }));
  };
  useKey('F2', t(inList ? 'find.visitOf' : 'desk.registerVisit'), visit);

  return (
    <Screen
      title={t('parties.title')}
      aside={<PartyTabs />}
      actions={
        <>
          <Button kind="filled" keys="F2" icon={<Icon of={IconUserPlus} />} onClick={visit}>
            {t('desk.registerVisit')}
          </Button>
          {writes ? <Button onClick={() => go(paths.newBeneficiary)}>{t('find.newParty')}</Button> : null}
          <ExportButton list="parties" filter={asked} />
        </>
      }
    >
      <PartyFilters
        filter={filter}
        busy={list.isFetching || looked !== filter.text.trim()}
        onChange={(next) => {
          setChosen(null);
          change(next);
        }}
        onOpenFirst={() => {
          const first = data?.rows[0];
          // The rows still answer the letters before: Enter must not open somebody else.
          if (first !== undefined && !list.isPlaceholderData && looked === filter.text.trim()) open(first);
        }}
        onToList={() => pane.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()}
      />
      <Card pane={t('parties.list.label')} grow>
        <CardHeader
          title={<HowMany data={data} typed={looked} />}
          actions={
            writes ? (
              <Button
                kind="quiet"
                size="sm"
                onClick={() => go(withQuery(paths.newBatch, { text: looked, role: filter.role }))}
              >
                {t('batches.create')}
              </Button>
            ) : null
          }
        />
        {meant === null ? null : (
          <div className={css['note']}>
            <Note kind="neutral">{t('visits.new.layout', { text: meant })}</Note>
          </div>
        )}
        {data === undefined ? (
          list.error === null ? (
            <SkeletonRows rows={12} />
          ) : (
            <ErrorBlock text={say(list.error)} />
          )
        ) : data.rows.length === 0 ? (
          <NoParties
            searched={looked !== ''}
            narrowed={isNarrowed(filter)}
            onClear={() => change({ ...EVERY_PARTY, sort: filter.sort })}
          />
        ) : (
          <div
            ref={pane}
            className={css['list']}
            onFocus={() => setInList(true)}
            onBlur={() => setInList(false)}
          >
            <Table
              question={JSON.stringify(asked)}
              label={t('parties.list.label')}
              columns={columns}
              rows={data.rows}
              rowKey={(row) => row.id}
              rowLabel={(row) => digits(row.name)}
              onOpen={open}
              onSelect={setChosen}
              onNearEnd={() => {
                if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
              }}
            />
          </div>
        )}
      </Card>
    </Screen>
  );
}

/** «412 ملفًا», or that there are more than were counted. */
function HowMany({ data, typed }: { readonly data: PartyRows | undefined; readonly typed: string }) {
  const { t } = useText();
  if (data === undefined) return <>{t('parties.list.label')}</>;
  const { count, more } = data;
  if (!more) return <>{t('parties.list.count', { count })}</>;
  return <>{t(typed === '' ? 'find.moreThan' : 'find.firstHits', { n: count.toLocaleString('en') })}</>;
}

function useColumns(): Column<PartyHit>[] {
  const { t, text: words } = useText();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('parties.list.name'),
        cell: (row) => (
          <>
            {row.name} <HitReason via={row.via} />
          </>
        ),
      },
      {
        key: 'file',
        title: t('parties.list.file'),
        width: '7rem',
        cell: (row) => (row.fileNumber === null ? null : <Identifier value={row.fileNumber} />),
      },
      {
        key: 'id',
        title: t('parties.list.idNumber'),
        width: '8rem',
        cell: (row) => (row.idNumber === '' ? null : <Identifier value={row.idNumber} />),
      },
      {
        key: 'mobile',
        title: t('parties.list.mobile'),
        width: '14.5rem',
        cell: (row) => (row.mobile === '' ? null : <SafePhone value={row.mobile} safe={row.safe} line />),
      },
      { key: 'village', title: t('parties.list.village'), width: '8rem', cell: (row) => row.village },
      {
        key: 'roles',
        title: t('parties.list.roles'),
        width: '10rem',
        cell: (row) => {
          const word = row.sex === 'female' ? 'domain.partyRoleFemale' : 'domain.partyRole';
          return row.roles.map((one) => words(word, one)).join('، ');
        },
      },
    ],
    [t, words],
  );
}

/** Nobody is registered yet, nobody is like this, or nobody is called so: each says what to do. */
function NoParties({
  searched,
  narrowed,
  onClear,
}: {
  readonly searched: boolean;
  readonly narrowed: boolean;
  readonly onClear: () => void;
}) {
  const { t } = useText();
  return (
    <EmptyState
      icon={IconUsers}
      text={t(narrowed ? 'find.noneNarrowed' : searched ? 'parties.list.noHits' : 'parties.list.empty')}
      action={
        narrowed ? (
          <Button size="sm" onClick={onClear}>
            {t('find.clear')}
          </Button>
        ) : undefined
      }
    />
  );
}
