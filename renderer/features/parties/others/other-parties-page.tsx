import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { EVERY_PARTY } from '#shared/parties/party-list.ts';
import { partyRoleSchema, type PartyHit, type PartyRole } from '#shared/parties/party.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader } from '#renderer/ui/card.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { HitReason } from '#renderer/ui/hit-reason.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { SafePhone } from '#renderer/ui/contact-points.tsx';
import { PartyTabs } from '#renderer/api/party-tabs.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EmptyState, ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { usePartyList } from '../use-party-list.ts';
import css from '../parties.module.css';
import { AddPartyDialog } from './add-party-dialog.tsx';

/** The other sides of P.1, as many offices have them; beneficiaries and applicants have a register of their own. */
const OTHER_ROLES = [
  'partnerBody',
  'donor',
  'volunteer',
  'delegate',
  'guardian',
  'proxy',
  'other',
] as const satisfies readonly PartyRole[];
type OtherRole = (typeof OTHER_ROLES)[number];

/** الأطراف الأخرى: المتطوعون والداعمون والمناديب, partner bodies, and those who act for somebody. */
export function OtherPartiesPage() {
  const { t, text: words, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const asked = partyRoleSchema.safeParse(useQueryParam('role'));
  const [role, setRole] = useState<OtherRole>(
    OTHER_ROLES.find((one) => asked.success && one === asked.data) ?? 'partnerBody',
  );
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const filter = { ...EVERY_PARTY, text: useDeferredValue(text.trim()), role };
  const list = usePartyList(filter);
  const { data } = list;
  const word = words('domain.partyRole', role);
  const add = (): void => setAdding(true);
  useKey('Ctrl+Enter', t('otherParties.add', { role: word }), add, { enabled: mayWrite && !adding });

  const columns: Column<PartyHit>[] = [
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
      key: 'kind',
      title: t('otherParties.kind'),
      width: '6rem',
      cell: (row) => words('domain.partyKind', row.kind),
    },
    {
      key: 'mobile',
      title: t('parties.list.mobile'),
      width: '14.5rem',
      cell: (row) => (row.mobile === '' ? null : <SafePhone value={row.mobile} safe={row.safe} line />),
    },
    { key: 'village', title: t('parties.list.village'), width: '9rem', cell: (row) => row.village },
    {
      key: 'roles',
      title: t('parties.list.roles'),
      width: '15rem',
      cell: (row) => {
        const section = row.sex === 'female' ? 'domain.partyRoleFemale' : 'domain.partyRole';
        return row.roles.map((one) => words(section, one)).join('، ');
      },
    },
  ];
  return (
    <Screen
      title={t('parties.title')}
      aside={<PartyTabs />}
      actions={
        <>
          {mayWrite ? (
            <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} />} onClick={add}>
              {t('otherParties.add', { role: word })}
            </Button>
          ) : null}
          <ExportButton list="otherParties" filter={filter} />
        </>
      }
    >
      <div className={css['filters']}>
        <TextField label={t('otherParties.search')} value={text} onChange={setText} width="20rem" autoFocus />
        <Segmented
          label={t('otherParties.role')}
          value={role}
          onChange={setRole}
          choices={OTHER_ROLES.map((value) => ({ value, label: words('domain.partyRole', value) }))}
        />
      </div>
      <Card pane={t('otherParties.label')} grow>
        <CardHeader
          title={data === undefined ? word : `${word}: ${t('otherParties.count', { count: data.count })}`}
        />
        {data === undefined ? (
          list.error === null ? (
            <SkeletonRows rows={12} />
          ) : (
            <ErrorBlock text={say(list.error)} />
          )
        ) : data.rows.length === 0 ? (
          <EmptyState
            icon={IconUsersGroup}
            text={t(filter.text === '' ? 'otherParties.empty' : 'otherParties.noHits')}
            {...(filter.text === '' && mayWrite ? { keys: 'Ctrl+Enter' } : {})}
          />
        ) : (
          <Table
            question={JSON.stringify(filter)}
            label={t('otherParties.label')}
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
      {adding ? (
        <AddPartyDialog role={role} onAdded={() => setAdding(false)} onClose={() => setAdding(false)} />
      ) : null}
    </Screen>
  );
}
