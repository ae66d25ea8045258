import { Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconId, IconMail, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { RequestId } from '#shared/ids.ts';
import type { SupportRequest } from '#shared/requests/request.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { LevelBadge } from '#renderer/ui/request-marks.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { latestStep } from './request-facts.ts';
import { RequestEditDialog } from './request-edit-dialog.tsx';
import { RequestSpine } from './request-spine.tsx';
import { RequestStatus } from './request-status.tsx';
import { RequestTimeline } from './request-timeline.tsx';
import { RequirementsCard } from './requirements-card.tsx';
import { STEP_CARDS } from './steps/step-registry.tsx';
import { useRequestSteps } from './use-request-steps.ts';
import css from './requests.module.css';

/** طلب الدعم: the seven steps as its spine, the one that waits in the middle. */
export function RequestPage() {
  const { t } = useText();
  const id = useIdParam() as RequestId;
  const request = useChannelQuery('requests.get', { id });
  if (request.data === undefined)
    return (
      <Screen title={t('requests.title')} crumbs={[{ name: t('requests.title'), to: paths.requests }]}>
        <QueryView query={request} rows={10}>
          {() => null}
        </QueryView>
      </Screen>
    );
  return <RequestScreen key={id} request={request.data} />;
}

function RequestScreen({ request }: { readonly request: SupportRequest }) {
  const { t, digits } = useText();
  const go = useGo();
  const mayWrite = useHasRole(...DESK_ROLES);
  const page = useChannelQuery('parties.page', { id: request.partyId });
  const [editing, setEditing] = useState(false);
  const steps = useRequestSteps(request);
  const Step = STEP_CARDS[request.phase];
  const newLetter = (): void =>
    go(
      withQuery(paths.newLetter, { partyId: request.partyId, requestId: request.id, to: request.partyName }),
    );
  return (
    <Screen
      title={request.partyName}
      crumbs={[
        { name: t('requests.title'), to: paths.requests },
        { name: request.number === null ? t('requests.notRaised') : digits(request.number) },
      ]}
      aside={
        <>
          <span className={css['service']}>{request.service}</span>
          <RequestStatus request={request} />
          <LevelBadge level={request.level} />
        </>
      }
      actions={
        <>
          {mayWrite ? (
            <Button icon={<Icon of={IconMail} />} onClick={newLetter}>
              {t('requests.page.letter')}
            </Button>
          ) : (
            <AppLink to={paths.beneficiary(request.partyId)}>{t('requests.page.person')}</AppLink>
          )}
          {mayWrite ? (
            <Menu position="bottom-end" width="14rem">
              <Menu.Target>
                <Button kind="quiet" icon={<Icon of={IconDots} />}>
                  {t('common.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<Icon of={IconPencil} size="sm" />} onClick={() => setEditing(true)}>
                  {t('requests.page.edit')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<Icon of={IconArrowBackUp} size="sm" mirror />}
                  onClick={() => steps.reopen(latestStep(request))}
                >
                  {t('requests.page.reopen')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<Icon of={IconId} size="sm" />}
                  onClick={() => go(paths.beneficiary(request.partyId))}
                >
                  {t('requests.page.person')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </>
      }
    >
      <RequestSpine request={request} />
      <SplitPane columns="minmax(0, 1fr) 22.5rem">
        <Step
          key={request.phase}
          request={request}
          party={page.data?.party}
          mayWrite={mayWrite}
          busy={editing}
          onEdit={() => setEditing(true)}
          onDone={() => undefined}
        />
        <div className={css['side']}>
          <RequirementsCard request={request} mayWrite={mayWrite} />
          <RequestTimeline request={request} />
        </div>
      </SplitPane>
      {editing ? <RequestEditDialog request={request} onClose={() => setEditing(false)} /> : null}
    </Screen>
  );
}
