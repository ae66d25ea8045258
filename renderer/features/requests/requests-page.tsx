import { IconClipboardList, IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import type { RequestListFilter } from '#shared/requests/request-list.ts';
import type { RequestSummary } from '#shared/requests/request.ts';
import { CASE_ROLES, DESK_ROLES } from '#shared/staff/staff.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole, useStaff } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { useToday, When } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { LevelBadge, StepMark } from '#renderer/ui/request-marks.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { RequestDay } from './request-day.tsx';
import { RequestFilters } from './request-filters.tsx';
import { useRequestList } from './use-request-list.ts';
import css from './requests.module.css';

const EVERYTHING: RequestListFilter = { view: 'open', phase: null };

/** طلبات الدعم: by where they stand, and by what must be minded, with the seven bars of each. */
export function RequestsPage() {
  const { t, text } = useText();
  const go = useGo();
  const today = useToday();
  const staffId = useStaff().id;
  const mayWrite = useHasRole(...DESK_ROLES);
  const seesCase = useHasRole(...CASE_ROLES);
  const [filter, setFilter] = useState(EVERYTHING);
  const list = useRequestList(filter);
  const counts = useChannelQuery('requests.counts', undefined, { keepPrevious: true });
  const open = (): void => go(paths.newRequest);
  useKey('Ctrl+Enter', t('requests.open.title'), open, { enabled: mayWrite });
  const columns: Column<RequestSummary>[] = [
    { key: 'name', title: t('requests.list.name'), width: '14.25rem', cell: (row) => row.partyName },
    {
      key: 'service',
      title: t('requests.list.service'),
      cell: (row) => (
        <span className={css['serviceCell']}>
          <span>{row.service}</span>
          {row.level === 'ordinary' ? null : <LevelBadge level={row.level} />}
        </span>
      ),
    },
    {
      key: 'step',
      title: t('requests.list.step'),
      width: '17.75rem',
      cell: (row) => <StepMark request={row} />,
    },
    {
      key: 'day',
      title: t('requests.list.day'),
      width: '12rem',
      cell: (row) => <RequestDay request={row} view={filter.view} today={today} />,
    },
    {
      key: 'number',
      title: t('requests.list.number'),
      width: '6.5rem',
      cell: (row) =>
        row.number === null ? (
          <span className={css['dim']}>{t('requests.notRaised')}</span>
        ) : (
          <Identifier value={row.number} />
        ),
    },
    {
      key: 'updated',
      title: t('requests.list.updated'),
      width: '8.25rem',
      cell: (row) => <When atMs={row.updatedAtMs} />,
    },
  ];
  return (
    <Screen
      title={t('requests.title')}
      aside={
        list.data === undefined ? null : (
          <span className={css['dim']} role="status">
            {t('requests.list.count', { count: list.data.total })}
          </span>
        )
      }
      actions={
        <>
          {mayWrite ? (
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconClipboardList} mirror />}
              onClick={open}
            >
              {t('requests.open.title')}
            </Button>
          ) : null}
          {seesCase ? (
            <Button icon={<Icon of={IconPackage} />} onClick={() => go(paths.deliveries)}>
              {t('deliveries.day.go')}
            </Button>
          ) : null}
          <ExportButton list="requests" filter={{ ...filter, staffId, today }} />
        </>
      }
    >
      <Card pane={t('requests.list.label')} grow>
        <RequestFilters filter={filter} counts={counts.data} onChange={setFilter} />
        <QueryView query={list}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={IconClipboardList}
                text={text('requests.list.none', filter.phase ?? filter.view)}
                {...(mayWrite && filter === EVERYTHING ? { keys: 'Ctrl+Enter' } : {})}
              />
            ) : (
              <Table
                label={t('requests.list.label')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                onOpen={(row) => go(paths.request(row.id))}
                onNearEnd={list.more}
              />
            )
          }
        </QueryView>
      </Card>
    </Screen>
  );
}
