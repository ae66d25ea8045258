import { IconUserPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Desk } from '#shared/desk/desk-contract.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole, useStaff } from '#renderer/api/session.ts';
import { useChannelCommand, useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen, Stats } from '#renderer/ui/screen.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { useQueryParam } from '#renderer/ui/use-route.ts';
import { ContextPane } from './context-pane.tsx';
import { NoVisit, OpenVisit } from './open-visit.tsx';
import { QueuePane } from './queue-pane.tsx';

/** The visit that stands open: the one in the address, else the officer's own, else whoever is being served. */
function openVisitId(desk: Desk, asked: string | undefined, officer: string): number | null {
  if (asked !== undefined && Number.isSafeInteger(Number(asked))) return Number(asked);
  const mine = desk.serving.find((visit) => visit.officerName === officer);
  return (mine ?? desk.serving[0])?.id ?? null;
}

/** أعمال اليوم: the queue at the start, the open visit in the middle, what surrounds the work at the end. */
export function DeskPage() {
  const { t, digits } = useText();
  const go = useGo();
  const say = useErrorText();
  const staff = useStaff();
  const mayServe = useHasRole(...DESK_ROLES);
  const desk = useChannelQuery('desk.today', undefined);
  const profile = useChannelQuery('organisation.get', undefined);
  const asked = useQueryParam('visit');
  const callNext = useChannelCommand('visits.callNext');
  const middle = useRef<HTMLDivElement>(null);
  const queue = useRef<HTMLDivElement>(null);
  const tickets = profile.data?.tickets === true;

  const open = (id: number): void => {
    go(withQuery(paths.desk, { visit: id }), { replace: true });
    middle.current?.focus();
  };
  const next = async (): Promise<void> => {
    const called = await callNext.mutateAsync(undefined);
    if (called === null) showToast(t('desk.nobodyWaits'));
    else open(called.id);
  };
  const closed = (): void => {
    go(paths.desk, { replace: true });
    queue.current?.querySelector('button')?.focus();
  };
  useKey('F4', t('desk.callNext'), () => void next().catch(() => undefined), {
    enabled: tickets && mayServe,
  });

  const counts = desk.data?.counts;
  return (
    <Screen
      title={t('desk.title')}
      aside={
        counts === undefined ? null : (
          <Stats
            items={[
              { value: digits(counts.waiting), name: t('desk.count.waiting') },
              { value: digits(counts.serving), name: t('desk.count.serving') },
              { value: digits(counts.served), name: t('desk.count.served') },
            ]}
          />
        )
      }
      actions={
        mayServe ? (
          <Button
            kind="filled"
            keys="F2"
            icon={<Icon of={IconUserPlus} />}
            onClick={() => go(paths.newVisit)}
          >
            {t(tickets ? 'desk.registerVisit' : 'desk.startInterview')}
          </Button>
        ) : null
      }
    >
      {callNext.error === null ? null : <ErrorBlock text={say(callNext.error)} />}
      <QueryView query={desk} rows={8} rowHeight="3.625rem">
        {(today) => {
          const id = openVisitId(today, asked, staff.name);
          return (
            <SplitPane columns="minmax(12.5rem, 17.75rem) minmax(25rem, 1fr) minmax(11.5rem, 18rem)">
              <QueuePane
                ref={queue}
                desk={today}
                openId={id}
                onOpen={open}
                onCallNext={tickets && mayServe ? () => void next().catch(() => undefined) : undefined}
              />
              {id === null ? (
                <NoVisit />
              ) : (
                <OpenVisit ref={middle} key={id} id={id} onClosed={closed} onReopened={open} />
              )}
              <ContextPane desk={today} />
            </SplitPane>
          );
        }}
      </QueryView>
    </Screen>
  );
}
