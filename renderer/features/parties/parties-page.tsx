import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import { PARTY_ROLES, type PartyHit, type PartyRole } from '#shared/parties/party.ts';
import { call, type ApiError, type ChannelOutput } from '#renderer/api/client.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { SelectField, TextField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Identifier, Phone } from '#renderer/ui/numbers.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import css from './parties.module.css';

const PAGE = 200;
type Answer = ChannelOutput<'parties.list'>;

/** The whole register a page at a time: the next rows are fetched as the list nears its end. */
function usePartyList(text: string, role: PartyRole | null) {
  return useInfiniteQuery<Answer, ApiError, { total: number; rows: PartyHit[] }, readonly unknown[], number>({
    queryKey: ['parties.list', { text, role }],
    queryFn: ({ pageParam }) => call('parties.list', { text, role, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const have = all.reduce((sum, page) => sum + page.rows.length, 0);
      return have < last.total && last.rows.length > 0 ? have : undefined;
    },
    select: (data) => ({
      total: data.pages[0]?.total ?? 0,
      rows: data.pages.flatMap((page) => page.rows),
    }),
    placeholderData: keepPreviousData,
  });
}

/** المستفيدون: everybody the association knows, with search and role. */
export function PartiesPage() {
  const { t, text: words, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const writes = useHasRole(...DESK_ROLES);
  const [text, setText] = useState('');
  const [role, setRole] = useState<PartyRole | null>(null);
  const looked = useDeferredValue(text.trim());
  const list = usePartyList(looked, role);
  const { data } = list;

  const columns: Column<PartyHit>[] = [
    { key: 'name', title: t('parties.list.name'), cell: (row) => row.name },
    {
      key: 'file',
      title: t('parties.list.file'),
      width: '8rem',
      cell: (row) => (row.fileNumber === null ? null : <Identifier value={row.fileNumber} />),
    },
    {
      key: 'id',
      title: t('parties.list.idNumber'),
      width: '9rem',
      cell: (row) => (row.idNumber === '' ? null : <Identifier value={row.idNumber} />),
    },
    {
      key: 'mobile',
      title: t('parties.list.mobile'),
      width: '9rem',
      cell: (row) => (row.mobile === '' ? null : <Phone value={row.mobile} />),
    },
    { key: 'village', title: t('parties.list.village'), width: '11rem', cell: (row) => row.village },
    {
      key: 'roles',
      title: t('parties.list.roles'),
      width: '12rem',
      cell: (row) => row.roles.map((one) => words('domain.partyRole', one)).join('، '),
    },
  ];
  return (
    <Screen
      title={t('parties.title')}
      aside={
        data === undefined ? null : (
          <span className={css['dim']}>{t('parties.list.count', { count: data.total })}</span>
        )
      }
      actions={
        <>
          <Button
            kind="filled"
            keys="F2"
            icon={<Icon of={IconUserPlus} />}
            onClick={() => go(paths.newVisit)}
          >
            {t('desk.registerVisit')}
          </Button>
          {writes ? (
            <Button onClick={() => go(withQuery(paths.newBatch, { text: looked, role }))}>
              {t('batches.create')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={css['filters']}>
        <TextField label={t('parties.list.search')} value={text} onChange={setText} width="26rem" autoFocus />
        <SelectField
          label={t('parties.list.role')}
          value={role}
          onChange={setRole}
          choices={PARTY_ROLES.map((value) => ({ value, label: words('domain.partyRole', value) }))}
          placeholder={t('parties.list.allRoles')}
          clearable
          width="14rem"
        />
      </div>
      <Card pane={t('parties.list.label')} grow>
        {data === undefined ? (
          list.error === null ? (
            <SkeletonRows rows={12} />
          ) : (
            <ErrorBlock text={say(list.error)} />
          )
        ) : data.rows.length === 0 ? (
          <NoParties searched={looked !== '' || role !== null} typed={looked} onFix={setText} />
        ) : (
          <Table
            label={t('parties.list.label')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowLabel={(row) => digits(row.name)}
            onOpen={(row) => go(paths.beneficiary(row.id))}
            onNearEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
          />
        )}
      </Card>
    </Screen>
  );
}

function NoParties({
  searched,
  typed,
  onFix,
}: {
  readonly searched: boolean;
  readonly typed: string;
  readonly onFix: (text: string) => void;
}) {
  const { t } = useText();
  const fixed = fixLayout(typed);
  return (
    <EmptyState
      icon={IconUsers}
      text={t(searched ? 'parties.list.noHits' : 'parties.list.empty')}
      action={
        fixed === typed ? undefined : (
          <Button size="sm" onClick={() => onFix(fixed)}>
            {t('visits.new.layout', { text: fixed })}
          </Button>
        )
      }
    />
  );
}
