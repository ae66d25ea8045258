import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { addDays } from '#shared/calendar/iso-day.ts';
import { VISIT_STATES, type Visit, type VisitState } from '#shared/visits/visit.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Hour, ShortDate, useToday } from '#renderer/ui/dates.tsx';
import { DualDateField } from '#renderer/ui/dual-date-field.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { PurposeMark, VisitStateBadge } from '#renderer/ui/visit-marks.tsx';
import css from './visits.module.css';

const PERIODS = ['today', 'yesterday', 'week', 'day'] as const;
type Period = (typeof PERIODS)[number];
/** More than any office receives in a week; the contract's own ceiling. */
const LIMIT = 500;

function rangeOf(period: Period, today: string, day: string | null): { from: string; to: string } {
  if (period === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (period === 'week') return { from: addDays(today, -6), to: today };
  if (period === 'day') return { from: day ?? today, to: day ?? today };
  return { from: today, to: today };
}

/** المراجعون: who came today, or on any day. */
export function VisitsPage() {
  const { t, text, digits } = useText();
  const go = useGo();
  const today = useToday();
  const [period, setPeriod] = useState<Period>('today');
  const [day, setDay] = useState<string | null>(null);
  const [state, setState] = useState<VisitState | 'all'>('all');
  const range = rangeOf(period, today, day);
  const visits = useChannelQuery('visits.list', { ...range, limit: LIMIT }, { keepPrevious: true });
  const severalDays = range.from !== range.to;
  const withTickets = visits.data?.some((visit) => visit.ticket !== null) === true;

  const columns: Column<Visit>[] = [
    ...(severalDays
      ? [
          {
            key: 'day',
            title: t('visits.list.date'),
            width: '8rem',
            cell: (row: Visit) => <ShortDate iso={row.day} />,
          },
        ]
      : []),
    ...(withTickets
      ? [
          {
            key: 'ticket',
            title: t('visits.list.ticket'),
            width: '4rem',
            cell: (row: Visit) => digits(row.ticket ?? ''),
          },
        ]
      : []),
    { key: 'name', title: t('visits.list.name'), cell: (row) => row.partyName },
    {
      key: 'purpose',
      title: t('visits.list.purpose'),
      width: '13rem',
      cell: (row) => <PurposeMark purpose={row.purpose} />,
    },
    {
      key: 'state',
      title: t('visits.list.stateColumn'),
      width: '11rem',
      cell: (row) => <VisitStateBadge state={row.state} />,
    },
    {
      key: 'arrived',
      title: t('visits.list.arrived'),
      width: '5rem',
      cell: (row) => <Hour atMs={row.arrivedAtMs} />,
    },
    {
      key: 'served',
      title: t('visits.list.served'),
      width: '7rem',
      cell: (row) => (row.servedFromMs === null ? null : <Hour atMs={row.servedFromMs} />),
    },
    {
      key: 'ended',
      title: t('visits.list.ended'),
      width: '6rem',
      cell: (row) => (row.endedAtMs === null ? null : <Hour atMs={row.endedAtMs} />),
    },
    { key: 'officer', title: t('visits.list.officer'), width: '10rem', cell: (row) => row.officerName },
  ];
  return (
    <Screen
      title={t('visits.title')}
      aside={
        visits.data === undefined ? null : (
          <span className={css['dim']}>{t('visits.list.count', { count: visits.data.length })}</span>
        )
      }
      actions={
        <>
          <Button kind="filled" keys="F2" onClick={() => go(paths.newVisit)}>
            {t('desk.registerVisit')}
          </Button>
          <ExportButton list="visits" filter={{ ...range, state: state === 'all' ? null : state }} />
        </>
      }
    >
      <div className={css['filters']}>
        <Segmented
          label={t('visits.list.period')}
          value={period}
          onChange={setPeriod}
          choices={PERIODS.map((value) => ({ value, label: t(`visits.list.${value}`) }))}
        />
        <Segmented
          label={t('visits.list.state')}
          value={state}
          onChange={setState}
          choices={[
            { value: 'all', label: t('common.all') },
            ...VISIT_STATES.map((value) => ({ value, label: text('domain.visitState', value) })),
          ]}
        />
        {period === 'day' ? (
          <DualDateField label={t('visits.list.pickDay')} value={day} onChange={setDay} autoFocus />
        ) : null}
      </div>
      <Card pane={t('visits.list.label')} grow>
        <QueryView query={visits}>
          {(all) => {
            const rows = state === 'all' ? all : all.filter((visit) => visit.state === state);
            if (rows.length === 0)
              return (
                <EmptyState
                  icon={IconUsers}
                  text={t(all.length === 0 ? 'visits.list.empty' : 'visits.list.noneInState')}
                />
              );
            return (
              <Table
                label={t('visits.list.label')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                onOpen={(row) => go(paths.visit(row.id))}
              />
            );
          }}
        </QueryView>
      </Card>
    </Screen>
  );
}
