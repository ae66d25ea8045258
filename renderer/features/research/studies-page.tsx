import { IconHomeSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { RESEARCH_VIEWS, type Research, type ResearchView } from '#shared/research/research.ts';
import { call } from '#renderer/api/client.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { usePages } from '#renderer/api/use-pages.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge, Count } from '#renderer/ui/badge.tsx';
import { Card, CardBody, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Chip, Chips, FilterBar } from '#renderer/ui/list-filters.tsx';
import { Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen, Stats } from '#renderer/ui/screen.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { ResearchTabs } from './research-tabs.tsx';
import css from './research.module.css';

const NONE = { open: 'noOpen', mine: 'noMine', over: 'noOver' } as const;

/** البحوث الاجتماعية: what prepares the committee's studies, by the day until which it is wanted. */
export function StudiesPage() {
  const { t, digits } = useText();
  const go = useGo();
  const today = useToday();
  const [view, setView] = useState<ResearchView>('open');
  const list = usePages('research.list', { view }, (page) => call('research.list', { view, ...page }));
  const counts = list.data?.first.counts;
  // What is over is counted where it is asked for alone.
  const count = (of: ResearchView): number | undefined =>
    of !== 'over' ? counts?.[of] : view === 'over' && !list.ofBefore ? list.data?.total : undefined;
  const visits = list.data?.first.visits;
  const later = (visits?.total ?? 0) - (visits?.rows.length ?? 0);
  const columns: Column<Research>[] = [
    {
      key: 'name',
      title: t('research.list.name'),
      cell: (row) => (
        <span>
          <b>{row.partyName}</b>
          <br />
          <span className={css['dim']}>
            {row.request.service}{' '}
            {row.request.number === null ? t('research.list.notRaised') : <Ref value={row.request.number} />}
          </span>
          {row.state !== 'open' || row.request.ended === null ? null : (
            <>
              {' '}
              <Badge kind="warning">{t(`research.list.ended.${row.request.ended}`)}</Badge>
            </>
          )}
        </span>
      ),
    },
    {
      key: 'researcher',
      title: t('research.list.researcher'),
      width: '24%',
      cell: (row) => row.researcher?.name ?? <span className={css['dim']}>{t('research.list.anybody')}</span>,
    },
    view === 'over'
      ? {
          key: 'recommendation',
          title: t('research.list.recommendation'),
          width: '22%',
          cell: (row) =>
            row.state === 'cancelled' ? (
              <Badge kind="neutral">{t('research.state.cancelled')}</Badge>
            ) : row.recommendation === null ? null : (
              t(`research.recommendation.${row.recommendation}`)
            ),
        }
      : {
          key: 'due',
          title: t('research.list.due'),
          width: '22%',
          cell: (row) =>
            row.dueOn === null ? (
              <span className={css['dim']}>{t('research.list.noDue')}</span>
            ) : (
              <span className={row.dueOn < today ? css['overdue'] : undefined}>
                <ShortDate iso={row.dueOn} />
              </span>
            ),
        },
  ];
  return (
    <Screen
      title={t('referrals.title')}
      aside={
        <>
          <ResearchTabs />
          {counts === undefined || counts.overdue === 0 ? null : (
            <Stats items={[{ name: t('research.list.overdue'), value: digits(counts.overdue) }]} />
          )}
        </>
      }
    >
      <SplitPane columns="minmax(0, 1fr) minmax(16rem, 20rem)">
        <Card pane={t('research.list.pane')}>
          <FilterBar>
            <Chips label={t('research.view.label')}>
              {RESEARCH_VIEWS.map((of) => (
                <Chip key={of} pressed={view === of} onClick={() => setView(of)}>
                  {t(`research.view.${of}`)}
                  {count(of) === undefined ? null : <Count value={digits(count(of) ?? 0)} />}
                </Chip>
              ))}
            </Chips>
          </FilterBar>
          <QueryView query={list} rows={7} rowHeight="3.25rem">
            {(page) =>
              page.rows.length === 0 ? (
                <EmptyState icon={IconHomeSearch} text={t(`research.list.${NONE[view]}`)} />
              ) : (
                <Table
                  label={t('research.list.pane')}
                  columns={columns}
                  rows={page.rows}
                  rowKey={(row) => row.id}
                  rowLabel={(row) => row.partyName}
                  tall
                  question={view}
                  onOpen={(row) => go(paths.study(row.id))}
                  onNearEnd={list.more}
                />
              )
            }
          </QueryView>
        </Card>
        <Card pane={t('research.visitsPane.title')}>
          <CardHeader
            title={t('research.visitsPane.title')}
            {...(visits === undefined || visits.total === 0 ? {} : { count: digits(visits.total) })}
          />
          <CardBody scroll flush>
            {visits === undefined || visits.total === 0 ? (
              <p className={css['pad']}>
                <span className={css['dim']}>{t('research.visitsPane.none')}</span>
              </p>
            ) : (
              <LineList
                label={t('research.visitsPane.title')}
                lines={visits.rows.map(({ id, researchId, partyName, place, plannedOn }) => ({
                  key: id,
                  text: partyName,
                  detail: place,
                  end: <ShortDate iso={plannedOn} />,
                  onOpen: () => go(paths.study(researchId)),
                }))}
              />
            )}
            {later === 0 ? null : (
              <p className={css['pad']}>
                <span className={css['dim']}>{digits(t('research.visitsPane.later', { count: later }))}</span>
              </p>
            )}
          </CardBody>
        </Card>
      </SplitPane>
    </Screen>
  );
}
