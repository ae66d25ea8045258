import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { IconEyeOff, IconMoodCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import {
  MOST_COUNTED,
  OUTREACH_REASONS,
  type OutreachCursor,
  type OutreachReason,
  type OutreachRow,
} from '#shared/outreach/outreach.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Count } from '#renderer/ui/badge.tsx';
import { Card, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Phone } from '#renderer/ui/numbers.tsx';
import { PartyTabs } from '#renderer/api/party-tabs.tsx';
import { Chip, Chips } from '#renderer/ui/list-filters.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { OutreachPerson, wantsDocuments } from './outreach-person.tsx';
import css from './outreach.module.css';
import { ReasonBadge, ReasonText } from './reason-words.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { useOutreachActs } from './use-outreach-acts.ts';

type View = OutreachReason | 'all' | 'snoozed';
const wishOf = (view: View) => ({
  reason: view === 'all' || view === 'snoozed' ? null : view,
  snoozed: view === 'snoozed',
});
type Page = ChannelOutput<'outreach.list'>;

/** The list as far as one has scrolled; a page that held few is followed by the next at once. */
function useOutreachList(view: View) {
  const wish = wishOf(view);
  const list = useInfiniteQuery<
    Page,
    ApiError,
    InfiniteData<Page>,
    readonly unknown[],
    OutreachCursor | null
  >({
    queryKey: ['outreach.list', wish],
    queryFn: ({ pageParam }) => call('outreach.list', { ...wish, after: pageParam }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const more = (): void => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  const few = (rows?.length ?? 0) < 20 && hasNextPage && !isFetching;
  useEffect(() => {
    if (few) void fetchNextPage();
  }, [few, fetchNextPage]);
  return { rows, error: list.error, more };
}

/** G.1: whom to contact without having been asked, the most pressing first; one key logs it, one makes the letter. */
export function OutreachPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const [view, setView] = useState<View>('all');
  const [at, setAt] = useState(0);
  const [snoozing, setSnoozing] = useState(false);
  const counts = useChannelQuery('outreach.counts', undefined, { keepPrevious: true });
  const { rows, error, more } = useOutreachList(view);
  const acts = useOutreachActs();
  // What was dealt with leaves the list: whoever comes in its place is next.
  const row = rows?.[Math.min(at, rows.length - 1)];
  const ready = mayWrite && row !== undefined && !snoozing;
  const on = (run: (chosen: OutreachRow) => void) => (): void => {
    if (row !== undefined) run(row);
  };
  useKey('Ctrl+Enter', t('outreach.log'), on(acts.log), { enabled: ready });
  useKey(
    'F7',
    t('outreach.noAnswer'),
    on((chosen) => void (acts.busy ? undefined : acts.noAnswer(chosen))),
    {
      enabled: ready && row.snoozed === null,
    },
  );
  useKey('Shift+F7', t('outreach.snooze'), () => setSnoozing(true), { enabled: ready });
  useKey(
    'F3',
    t('outreach.letter'),
    on((chosen) => void (acts.busy ? undefined : acts.letter(chosen))),
    {
      enabled: ready && wantsDocuments(row),
    },
  );
  useKey('F9', t('outreach.print'), on(acts.print), { enabled: ready && wantsDocuments(row) });
  const look = (next: View): void => {
    setView(next);
    setAt(0);
  };
  const counted = (value: number): string =>
    value >= MOST_COUNTED ? t('outreach.many', { count: MOST_COUNTED - 1 }) : digits(value);
  const chip = (key: View, label: string, value: number | null) => (
    <Chip key={key} pressed={view === key} onClick={() => look(key)}>
      {label}
      {value === null || value === 0 ? null : <Count value={counted(value)} />}
    </Chip>
  );
  return (
    <Screen
      title={t('parties.title')}
      aside={<PartyTabs />}
      actions={<ExportButton list="outreach" filter={wishOf(view)} />}
    >
      <Chips label={t('outreach.reasons')}>
        {chip('all', t('outreach.all'), null)}
        {OUTREACH_REASONS.filter((one) => one === view || (counts.data?.reasons[one] ?? 0) > 0).map((one) =>
          chip(one, t(`outreach.reason.${one}`), counts.data?.reasons[one] ?? null),
        )}
        {chip('snoozed', t('outreach.snoozed'), counts.data?.snoozed ?? null)}
      </Chips>
      {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
      <SplitPane columns="minmax(0, 1fr) min(23rem, 34%)">
        <Card pane={t('outreach.label')} grow>
          {error !== null ? (
            <ErrorBlock text={say(error)} />
          ) : rows === undefined ? (
            <SkeletonRows rows={10} height="3.25rem" />
          ) : rows.length === 0 ? (
            <EmptyState
              icon={IconMoodCheck}
              text={t(
                view === 'all'
                  ? 'outreach.empty'
                  : view === 'snoozed'
                    ? 'outreach.emptySnoozed'
                    : 'outreach.emptyReason',
              )}
            />
          ) : (
            <OutreachTable
              key={view}
              rows={rows}
              onSelect={(chosen) => setAt(rows.indexOf(chosen))}
              onOpen={(chosen) => go(paths.beneficiary(chosen.partyId))}
              onNearEnd={more}
            />
          )}
        </Card>
        {row === undefined ? (
          <Card label={t('outreach.person.title')}>
            <p className={css['none']}>{t('outreach.person.choose')}</p>
          </Card>
        ) : (
          <OutreachPerson row={row} acts={acts} mayWrite={mayWrite} onSnooze={() => setSnoozing(true)} />
        )}
      </SplitPane>
      {snoozing && row !== undefined ? (
        <SnoozeDialog
          name={row.name}
          onClose={() => setSnoozing(false)}
          onConfirm={(until, note) => {
            setSnoozing(false);
            void acts.snooze(row, until, note);
          }}
        />
      ) : null}
    </Screen>
  );
}

function OutreachTable({
  rows,
  onSelect,
  onOpen,
  onNearEnd,
}: {
  readonly rows: readonly OutreachRow[];
  readonly onSelect: (row: OutreachRow) => void;
  readonly onOpen: (row: OutreachRow) => void;
  readonly onNearEnd: () => void;
}) {
  const { t } = useText();
  const columns: Column<OutreachRow>[] = [
    {
      key: 'person',
      title: t('outreach.column.person'),
      width: '32%',
      cell: ({ name, village }) => (
        <>
          <span className={css['line']}>{name}</span>
          <span className={css['small']}>{village}</span>
        </>
      ),
    },
    {
      key: 'reasons',
      title: t('outreach.column.reasons'),
      cell: ({ due: [first, ...others] }) =>
        first === undefined ? null : (
          <>
            <span className={css['line']}>
              <ReasonBadge reason={first.reason} />{' '}
              {others.length === 0 ? null : (
                <span className={css['dim']}>{t('outreach.andMore', { count: others.length })}</span>
              )}
            </span>
            <span className={css['small']}>
              <ReasonText due={first} />
            </span>
          </>
        ),
    },
    {
      key: 'reach',
      title: t('outreach.column.reach'),
      width: '10rem',
      cell: ({ reach }) =>
        reach === null ? (
          <span className={css['dim']}>{t('outreach.noPhone')}</span>
        ) : (
          <>
            <span className={css['line']}>
              {reach.discreet ? (
                <span title={t('outreach.person.discreet')} className={css['warn']}>
                  <Icon of={IconEyeOff} size="sm" />{' '}
                </span>
              ) : null}
              <Phone value={reach.value} />
            </span>
            <span className={css['small']}>{reach.hours}</span>
          </>
        ),
    },
  ];
  return (
    <Table
      label={t('outreach.label')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.partyId}
      rowLabel={(row) =>
        [row.name, ...row.due.map(({ reason }) => t(`outreach.reason.${reason}`))].join('، ')
      }
      tall
      onSelect={onSelect}
      onOpen={onOpen}
      onNearEnd={onNearEnd}
    />
  );
}
