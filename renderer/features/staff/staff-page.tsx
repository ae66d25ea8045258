import { IconBan, IconCheck, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Staff } from '#shared/staff/staff.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Table } from '#renderer/ui/table.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import css from './staff-page.module.css';

function Standing({ active }: { readonly active: boolean }) {
  const { t } = useText();
  return active ? (
    <Badge kind="success" icon={IconCheck}>
      {t('staff.active')}
    </Badge>
  ) : (
    <Badge icon={IconBan}>{t('staff.inactive')}</Badge>
  );
}

const nameCell = (one: Staff) => (
  <>
    <b className={css['name']}>{one.name}</b>
    <span className={css['job']}>{one.jobTitle}</span>
  </>
);
const statusCell = (one: Staff) => <Standing active={one.active} />;

/** Who works here, with roles and rights. */
export function StaffPage() {
  const { t, text, digits } = useText();
  const mayChange = useHasRole('administrator');
  const staff = useChannelQuery('staff.list', undefined);
  const [open, setOpen] = useState<Staff | 'new' | null>(null);
  useKey('Ctrl+Enter', t('staff.add'), () => setOpen('new'), { enabled: mayChange && open === null });
  return (
    <>
      <Card pane={t('staff.title')}>
        <CardHeader
          title={t('staff.title')}
          {...(staff.data === undefined ? {} : { count: digits(staff.data.length) })}
          actions={
            mayChange ? (
              <Button
                kind="filled"
                keys="Ctrl+Enter"
                icon={<Icon of={IconUserPlus} size="sm" />}
                onClick={() => setOpen('new')}
              >
                {t('staff.add')}
              </Button>
            ) : undefined
          }
        />
        <CardBody flush scroll>
          <QueryView query={staff}>
            {(rows) => (
              <Table
                label={t('staff.title')}
                rows={rows}
                rowKey={(one) => one.id}
                tall
                {...(mayChange ? { onOpen: setOpen } : {})}
                columns={[
                  { key: 'name', title: t('person.name'), cell: nameCell },
                  {
                    key: 'roles',
                    title: t('staff.roles'),
                    width: '30%',
                    cell: (one) => one.roles.map((role) => text('domain.role', role)).join('، '),
                  },
                  {
                    key: 'rights',
                    title: t('staff.rights'),
                    width: '26%',
                    cell: (one) =>
                      one.rights.length === 0
                        ? t('common.none')
                        : one.rights.map((right) => text('domain.right', right)).join('، '),
                  },
                  {
                    key: 'status',
                    title: t('staff.status'),
                    width: '9rem',
                    cell: statusCell,
                  },
                ]}
              />
            )}
          </QueryView>
        </CardBody>
      </Card>
      {open === null ? null : (
        <StaffDialog staff={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
