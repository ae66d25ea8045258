import { IconMailDown, IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import type { IncomingSummary } from '#shared/incoming/incoming.ts';
import { INCOMING_VIEWS, type IncomingView } from '#shared/incoming/incoming-contract.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { call } from '#renderer/api/client.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { usePages } from '#renderer/api/use-pages.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Count } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Ref } from '#renderer/ui/numbers.tsx';
import { Chip, Chips, FilterBar, ListSearch } from '#renderer/ui/list-filters.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { LetterTabs } from '#renderer/ui/section-tabs.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { IncomingBadge } from './incoming-marks.tsx';
import css from './incoming.module.css';

/** How much of the register is fetched at a time, as one scrolls. */
/** وارد: what came in, by what is still to be done with it. */
export function IncomingPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const [text, setText] = useState('');
  const [view, setView] = useState<IncomingView>('open');
  const asked = useDeferredValue(text.trim());
  const list = usePages('incoming.list', { text: asked, view }, (page) =>
    call('incoming.list', { text: asked, view, ...page }),
  );
  const create = (): void => go(paths.newIncoming);
  useKey('Ctrl+Enter', t('incoming.create'), create, { enabled: mayWrite });
  const rows = list.data?.rows ?? [];
  const counts = list.data?.first.counts;
  return (
    <Screen
      title={t('incoming.title')}
      aside={<LetterTabs />}
      actions={
        <>
          {mayWrite ? (
            <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} />} onClick={create}>
              {t('incoming.create')}
            </Button>
          ) : null}
          <ExportButton list="incoming" filter={{ text: asked, view }} />
        </>
      }
    >
      <Card pane={t('incoming.label')} grow>
        <FilterBar>
          <ListSearch label={t('incoming.search')} value={text} onChange={setText} />
          <Chips label={t('incoming.views')}>
            {INCOMING_VIEWS.map((one) => (
              <Chip key={one} pressed={view === one} onClick={() => setView(one)}>
                {t(`incoming.view.${one}`)}
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
            icon={IconMailDown}
            text={t(
              asked !== ''
                ? 'incoming.noHits'
                : counts?.all === 0 && mayWrite
                  ? 'incoming.empty'
                  : 'incoming.emptyView',
            )}
            {...(asked === '' && counts?.all === 0 && mayWrite ? { keys: 'Ctrl+Enter' } : {})}
          />
        ) : (
          <IncomingTable rows={rows} onNearEnd={list.more} />
        )}
      </Card>
    </Screen>
  );
}

function IncomingTable({
  rows,
  onNearEnd,
}: {
  readonly rows: readonly IncomingSummary[];
  readonly onNearEnd: () => void;
}) {
  const { t } = useText();
  const go = useGo();
  const columns: Column<IncomingSummary>[] = [
    {
      key: 'number',
      title: t('incoming.column.number'),
      width: '8.5rem',
      cell: (row) => (
        <>
          <b className={css['strong']} data-voided={row.state === 'voided' || undefined}>
            <Ref value={row.referenceNumber} />
          </b>
          <span className={css['under']}>
            <ShortDate iso={row.day} />
          </span>
        </>
      ),
    },
    {
      key: 'sender',
      title: t('incoming.column.sender'),
      cell: (row) => (
        <>
          <span className={css['line']} data-voided={row.state === 'voided' || undefined}>
            {row.subject}
          </span>
          <span className={css['under']}>{row.senderLine}</span>
        </>
      ),
    },
    {
      key: 'theirs',
      title: t('incoming.column.theirs'),
      width: '10rem',
      cell: (row) => (
        <>
          <span className={css['line']}>
            {row.theirNumber === '' ? (
              <span className={css['dim']}>{t('incoming.noNumber')}</span>
            ) : (
              <Ref value={row.theirNumber} />
            )}
          </span>
          <span className={css['under']}>
            {row.theirDay === null ? null : <ShortDate iso={row.theirDay} />}
          </span>
        </>
      ),
    },
    {
      key: 'assigned',
      title: t('incoming.column.assigned'),
      width: '11rem',
      cell: (row) => row.assignedToName ?? <span className={css['dim']}>{t('incoming.noOne')}</span>,
    },
    {
      key: 'state',
      title: t('incoming.column.state'),
      width: '9.5rem',
      cell: (row) => (
        <>
          <IncomingBadge letter={row} />
          {row.answeredBy === null ? null : (
            <span className={css['under']}>
              <Ref value={row.answeredBy} />
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      label={t('incoming.label')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => [row.referenceNumber, row.subject, row.senderLine].join('، ')}
      tall
      onOpen={(row) => go(paths.incomingLetter(row.id))}
      onNearEnd={onNearEnd}
    />
  );
}
