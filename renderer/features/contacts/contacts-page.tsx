import { IconMessage2, IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Contact } from '#shared/contacts/contact.ts';
import { CHANNELS, channel, type ChannelCode } from '#shared/policy/channels.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useCloseFollowUp } from '#renderer/api/use-close-follow-up.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { useToday, When } from '#renderer/ui/dates.tsx';
import { CHANNEL_SIGNS, type Sign } from '#renderer/ui/domain-signs.ts';
import { FollowUpList, openFollowUps } from '#renderer/ui/follow-up-list.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { isolated } from '#renderer/ui/isolated.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import css from './contacts.module.css';

/** The contract's own ceiling. */
const LIMIT = 500;

/** سجل التواصل: what was said on each of the eight channels, and what still waits. */
export function ContactsPage() {
  const { t } = useText();
  const go = useGo();
  const mayWrite = useHasRole(...DESK_ROLES);
  const [only, setOnly] = useState<ChannelCode | null>(null);
  const contacts = useChannelQuery('contacts.list', { channel: only, limit: LIMIT }, { keepPrevious: true });
  const log = (): void => go(paths.newContact);
  useKey('Ctrl+Enter', t('contacts.log'), log, { enabled: mayWrite });
  const columns: Column<Contact>[] = [
    {
      key: 'when',
      title: t('contacts.list.when'),
      width: '7.5rem',
      cell: (row) => <When atMs={row.happenedAtMs} />,
    },
    {
      key: 'name',
      title: t('contacts.list.name'),
      width: '30%',
      cell: (row) => (
        <>
          <span className={css['line']}>{row.partyName}</span>
          <span className={css['under']}>
            <Icon of={CHANNEL_SIGNS[row.channel].icon} size="xs" mirror={CHANNEL_SIGNS[row.channel].mirror} />
            {channel(row.channel).name}
          </span>
        </>
      ),
    },
    {
      key: 'inquiry',
      title: t('contacts.list.inquiry'),
      cell: (row) => (
        <>
          <span className={css['line']}>{isolated(row.inquiry)}</span>
          <span className={css['answer']}>{isolated(row.answer)}</span>
        </>
      ),
    },
    {
      key: 'next',
      title: t('contacts.list.next'),
      width: '22%',
      cell: (row) => (
        <span className={css['next']} data-closed={row.closedAtMs !== null || undefined}>
          {isolated(row.nextAction)}
        </span>
      ),
    },
  ];
  return (
    <Screen
      title={t('contacts.title')}
      actions={
        <>
          {mayWrite ? (
            <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconMessagePlus} />} onClick={log}>
              {t('contacts.log')}
            </Button>
          ) : null}
          <ExportButton list="contacts" filter={{ channel: only }} />
        </>
      }
    >
      <SplitPane columns="min(18rem, 27%) minmax(0, 1fr)">
        <div className={css['start']}>
          <ChannelFilter value={only} onChange={setOnly} />
          <OpenFollowUps mayWrite={mayWrite} />
        </div>
        <Card pane={t('contacts.list.label')}>
          <QueryView query={contacts}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState
                  icon={IconMessage2}
                  text={t(only === null ? 'contacts.list.empty' : 'contacts.list.emptyChannel')}
                />
              ) : (
                <Table
                  label={t('contacts.list.label')}
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.id}
                  tall
                  onOpen={(row) => go(paths.beneficiary(row.partyId))}
                />
              )
            }
          </QueryView>
        </Card>
      </SplitPane>
    </Screen>
  );
}

/** The eight channels by the policy's own names. */
function ChannelFilter({
  value,
  onChange,
}: {
  readonly value: ChannelCode | null;
  readonly onChange: (channel: ChannelCode | null) => void;
}) {
  const { t } = useText();
  const item = (code: ChannelCode | null, name: string, sign: Sign) => (
    <li key={code ?? 'all'}>
      <button type="button" aria-pressed={value === code} onClick={() => onChange(code)}>
        <Icon of={sign.icon} mirror={sign.mirror} />
        <span>{name}</span>
      </button>
    </li>
  );
  return (
    <Card pane={t('contacts.channels')}>
      <CardHeader title={t('contacts.channels')} />
      <ul className={css['channels']}>
        {item(null, t('contacts.allChannels'), { icon: IconMessage2, mirror: false })}
        {CHANNELS.map(({ code, name }) => item(code, name, CHANNEL_SIGNS[code]))}
      </ul>
    </Card>
  );
}

function OpenFollowUps({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useText();
  const say = useErrorText();
  const today = useToday();
  const contacts = useChannelQuery('contacts.list', { openOnly: true, limit: LIMIT });
  const { close, error } = useCloseFollowUp();
  const open = openFollowUps(contacts.data ?? []);
  return (
    <Card pane={t('contacts.followUps.title')}>
      <CardHeader
        title={t('contacts.followUps.title')}
        {...(open.length === 0 ? {} : { count: open.length })}
      />
      {error === null ? null : <ErrorBlock text={say(error)} />}
      <div className={css['scroll']}>
        <QueryView query={contacts}>
          {() =>
            open.length === 0 ? (
              <p className={css['none']}>{t('contacts.followUps.empty')}</p>
            ) : (
              <FollowUpList
                contacts={open}
                today={today}
                onClose={mayWrite ? close : undefined}
                withName
                label={t('contacts.followUps.title')}
              />
            )
          }
        </QueryView>
      </div>
    </Card>
  );
}
