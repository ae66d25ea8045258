import { IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { STEPS } from '#shared/policy/steps.ts';
import type { RequestSummary, StepNumber } from '#shared/requests/request.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { CheckField } from '#renderer/ui/fields.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { LevelBadge, StepMark } from '#renderer/ui/request-marks.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Table, type Column } from '#renderer/ui/table.tsx';
import { useRequestList } from './use-request-list.ts';
import css from './requests.module.css';

/** طلبات الدعم: by the step that waits, with the seven bars of each. */
export function RequestsPage() {
  const { t } = useText();
  const go = useGo();
  const mayWrite = useHasRole(...DESK_ROLES);
  const [step, setStep] = useState<StepNumber | null>(null);
  const [closed, setClosed] = useState(false);
  const list = useRequestList(step, !closed);
  const open = (): void => go(paths.newRequest);
  useKey('Ctrl+Enter', t('requests.open.title'), open, { enabled: mayWrite });
  const columns: Column<RequestSummary>[] = [
    { key: 'name', title: t('requests.list.name'), width: '16.5rem', cell: (row) => row.partyName },
    { key: 'service', title: t('requests.list.service'), cell: (row) => row.service },
    {
      key: 'step',
      title: t('requests.list.step'),
      width: '20rem',
      cell: (row) => <StepMark request={row} />,
    },
    {
      key: 'number',
      title: t('requests.list.number'),
      width: '7.5rem',
      cell: (row) =>
        row.number === null ? (
          <span className={css['dim']}>{t('requests.notRaised')}</span>
        ) : (
          <Identifier value={row.number} />
        ),
    },
    {
      key: 'level',
      title: t('requests.list.level'),
      width: '6.5rem',
      cell: (row) => <LevelBadge level={row.level} />,
    },
    {
      key: 'updated',
      title: t('requests.list.updated'),
      width: '8.5rem',
      cell: (row) => <When atMs={row.updatedAtMs} />,
    },
  ];
  return (
    <Screen
      title={t('requests.title')}
      aside={
        list.data === undefined ? null : (
          <span className={css['dim']}>{t('requests.list.count', { count: list.data.total })}</span>
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
          <ExportButton list="requests" filter={{ step: step, openOnly: !closed }} />
        </>
      }
    >
      <div className={css['filters']}>
        <Segmented
          label={t('requests.list.filter')}
          hideLabel
          value={String(step ?? 'all')}
          onChange={(value) => setStep(value === 'all' ? null : (Number(value) as StepNumber))}
          choices={[
            { value: 'all', label: t('common.all') },
            // Opening a request is its reception: none waits there.
            ...STEPS.filter(({ number }) => number > 1).map(({ number, name }) => ({
              value: String(number),
              label: name,
            })),
          ]}
        />
        {step === null ? (
          <CheckField label={t('requests.list.closed')} checked={closed} onChange={setClosed} />
        ) : null}
      </div>
      <Card pane={t('requests.list.label')} grow>
        <QueryView query={list}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={IconClipboardList}
                text={t(step === null ? 'requests.list.empty' : 'requests.list.emptyStep')}
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
