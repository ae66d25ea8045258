import { IconGavel, IconPlus, IconWriting } from '@tabler/icons-react';
import { useState } from 'react';
import { COMMITTEE_DESK_ROLES } from '#shared/committee/committee-contract.ts';
import type { RequestId } from '#shared/ids.ts';
import { ExportButton } from '#renderer/api/export-dialog.tsx';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader, SplitPane } from '#renderer/ui/card.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths } from '#renderer/ui/paths.ts';
import { Screen, Stats } from '#renderer/ui/screen.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EmptyState, Note } from '#renderer/ui/states.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { SessionList } from './session-list.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** More than a committee sees in a year of sessions, and than waits for one. */
const MOST = 200;

/** لجنة البحث: what waits for it, and its sessions. */
export function CommitteePage() {
  const { t, digits } = useText();
  const go = useGo();
  const today = useToday();
  const mayPlan = useHasRole(...COMMITTEE_DESK_ROLES);
  const [onlyDue, setOnlyDue] = useState(true);
  const [chosen, setChosen] = useState<readonly RequestId[]>([]);
  const [planning, setPlanning] = useState(false);
  const sessions = useChannelQuery('committee.sessions', { limit: MOST });
  const waiting = useChannelQuery('committee.waiting', { onlyDue, limit: MOST }, { keepPrevious: true });
  const members = useChannelQuery('committee.members', undefined);
  const plan = (): void => setPlanning(true);
  useKey('Ctrl+Enter', t('committee.page.newSession'), plan, { enabled: mayPlan && !planning });
  const toggle = (id: RequestId): void =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const rows = waiting.data?.rows ?? [];
  const picked = chosen.filter((id) => rows.some((row) => row.requestId === id));
  return (
    <Screen
      title={t('committee.title')}
      aside={
        sessions.data === undefined ? null : (
          <Stats
            items={[
              { name: t('committee.page.statDue'), value: digits(sessions.data.decidable) },
              { name: t('committee.page.statWaiting'), value: digits(sessions.data.waiting) },
            ]}
          />
        )
      }
      actions={
        <>
          {mayPlan ? (
            <>
              <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconPlus} size="sm" />} onClick={plan}>
                {t('committee.page.newSession')}
              </Button>
              <Button icon={<Icon of={IconWriting} size="sm" />} onClick={() => go(paths.committeePaper)}>
                {t('committee.page.enterPaper')}
              </Button>
            </>
          ) : null}
          <ExportButton list="decisions" word={t('committee.page.exportDecisions')} />
        </>
      }
    >
      {members.data?.length === 0 ? (
        <Note kind="warning">
          {t('committee.page.noMembers')}{' '}
          <AppLink to={paths.settingsOf('committee')}>{t('committee.page.toSettings')}</AppLink>
        </Note>
      ) : null}
      <SplitPane columns="minmax(0, 1fr) 19rem">
        <Card pane={t('committee.page.waiting')} grow>
          <CardHeader
            title={t('committee.page.waiting')}
            {...(picked.length === 0 ? {} : { aside: t('committee.page.chosen', { count: picked.length }) })}
            actions={
              <Segmented
                compact
                hideLabel
                label={t('committee.page.show')}
                value={onlyDue ? 'due' : 'all'}
                onChange={(value) => setOnlyDue(value === 'due')}
                choices={[
                  { value: 'due', label: t('committee.page.onlyDue') },
                  { value: 'all', label: t('committee.page.all') },
                ]}
              />
            }
          />
          <QueryView query={waiting} rows={8}>
            {(page) =>
              page.rows.length === 0 ? (
                <EmptyState
                  icon={IconGavel}
                  text={t(page.total > 0 ? 'committee.page.noDue' : 'committee.page.noWaiting')}
                />
              ) : (
                <WaitingTable
                  rows={page.rows}
                  day={today}
                  chosen={picked}
                  {...(mayPlan ? { onToggle: toggle } : {})}
                />
              )
            }
          </QueryView>
        </Card>
        <Card pane={t('committee.page.sessions')} grow>
          <CardHeader title={t('committee.page.sessions')} />
          <CardBody scroll flush>
            <QueryView query={sessions} rows={6}>
              {(page) =>
                page.rows.length === 0 ? (
                  <EmptyState icon={IconGavel} text={t('committee.page.noSessions')} />
                ) : (
                  <SessionList sessions={page.rows} />
                )
              }
            </QueryView>
          </CardBody>
        </Card>
      </SplitPane>
      {planning ? (
        <PlanDialog
          requestIds={picked}
          onClose={() => setPlanning(false)}
          onPlanned={(session) => {
            setChosen([]);
            go(paths.committeeSession(session.id));
          }}
        />
      ) : null}
    </Screen>
  );
}
