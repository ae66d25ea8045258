import { Menu } from '@mantine/core';
import {
  IconClipboardPlus,
  IconDots,
  IconFiles,
  IconMail,
  IconMessage2,
  IconPencil,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import type { PartyPage as PartyPageData } from '#shared/parties/parties-contract.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardFooter, CardHeader, CardStack, SplitPane } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { useStepWords } from '#renderer/ui/request-marks.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { StepBars } from '#renderer/ui/spine.tsx';
import { ErrorBlock, SkeletonRows } from '#renderer/ui/states.tsx';
import { useIdParam } from '#renderer/ui/use-route.ts';
import { FollowUps } from './follow-ups.tsx';
import { PartyEditDialog } from './party-edit-dialog.tsx';
import { PartyIdentity } from './party-identity.tsx';
import { PartyTimeline } from './party-timeline.tsx';
import css from './parties.module.css';

/** ملف المستفيد: who they are, and all that hangs on them. */
export function PartyPage() {
  const id = useIdParam() as PartyId;
  // Another person is another page: a half-open dialog does not follow.
  return <Party key={id} id={id} />;
}

function Party({ id }: { readonly id: PartyId }) {
  const { t, text } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const page = useChannelQuery('parties.page', { id });
  const party = page.data?.party;
  const [editing, setEditing] = useState(false);
  const newRequest = (): void => go(withQuery(paths.newRequest, { party: id }));
  const newLetter = (): void => go(withQuery(paths.newLetter, { partyId: id, to: party?.name }));
  const newContact = (): void => go(withQuery(paths.newContact, { party: id }));
  const visit = (): void => go(withQuery(paths.newVisit, { party: id }));
  const ready = party !== undefined && mayWrite && !editing;
  useKey('Ctrl+Enter', t('parties.page.newRequest'), newRequest, { enabled: ready });
  useKey('F2', t('parties.page.visit'), visit, { enabled: ready });

  return (
    <Screen
      title={party?.name ?? t('parties.title')}
      crumbs={[{ name: t('parties.title'), to: paths.beneficiaries }, { name: t('desk.act.page') }]}
      aside={
        party === undefined ? null : (
          <>
            {party.fileNumber === null ? null : <Identifier value={party.fileNumber} />}
            {party.roles.map((role) => (
              <Badge key={role}>{text('domain.partyRole', role)}</Badge>
            ))}
          </>
        )
      }
      actions={
        ready ? (
          <>
            <Button
              kind="filled"
              keys="Ctrl+Enter"
              icon={<Icon of={IconClipboardPlus} />}
              onClick={newRequest}
            >
              {t('parties.page.newRequest')}
            </Button>
            <Button icon={<Icon of={IconMail} />} onClick={newLetter}>
              {t('parties.page.newLetter')}
            </Button>
            <Button icon={<Icon of={IconMessage2} />} onClick={newContact}>
              {t('parties.page.logContact')}
            </Button>
            <Menu position="bottom-end" width="13rem">
              <Menu.Target>
                <Button kind="quiet" icon={<Icon of={IconDots} />}>
                  {t('common.more')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<Icon of={IconUserPlus} size="sm" />} onClick={visit}>
                  {t('parties.page.visit')}
                </Menu.Item>
                <Menu.Item leftSection={<Icon of={IconPencil} size="sm" />} onClick={() => setEditing(true)}>
                  {t('parties.page.edit')}
                </Menu.Item>
                {page.data?.letters.some(({ referenceNumber }) => referenceNumber !== null) === true ? (
                  <Menu.Item
                    leftSection={<Icon of={IconFiles} size="sm" />}
                    onClick={() =>
                      party === undefined
                        ? undefined
                        : go(paths.paper({ kind: 'partyLetters', partyId: party.id }))
                    }
                  >
                    {t('papers.kind.partyLetters')}
                  </Menu.Item>
                ) : null}
              </Menu.Dropdown>
            </Menu>
          </>
        ) : null
      }
    >
      {page.error === null ? null : <ErrorBlock text={say(page.error)} />}
      {page.data === undefined ? (
        page.error === null ? (
          <SkeletonRows rows={10} />
        ) : null
      ) : (
        <>
          <SplitPane columns="min(20rem, 29%) minmax(0, 1fr) min(18rem, 26%)">
            <Card pane={t('parties.page.identity')}>
              <CardHeader title={t('parties.page.identity')} />
              <CardBody scroll>
                <PartyIdentity
                  party={page.data.party}
                  {...(mayWrite ? { onChange: () => setEditing(true) } : {})}
                />
              </CardBody>
              {mayWrite ? (
                <CardFooter>
                  <Button icon={<Icon of={IconPencil} size="sm" />} onClick={() => setEditing(true)}>
                    {t('parties.page.edit')}
                  </Button>
                </CardFooter>
              ) : null}
            </Card>
            <PartyTimeline page={page.data} />
            <CardStack>
              <PartyRequests page={page.data} />
              <FollowUps contacts={page.data.contacts} mayWrite={mayWrite} />
            </CardStack>
          </SplitPane>
          {editing ? <PartyEditDialog party={page.data.party} onClose={() => setEditing(false)} /> : null}
        </>
      )}
    </Screen>
  );
}

function PartyRequests({ page }: { readonly page: PartyPageData }) {
  const { t } = useText();
  const go = useGo();
  const words = useStepWords();
  return (
    <Card pane={t('parties.page.requests')}>
      <CardHeader
        title={t('parties.page.requests')}
        {...(page.requests.length === 0 ? {} : { count: page.requests.length })}
      />
      {page.requests.length === 0 ? (
        <p className={css['none']}>{t('parties.page.noRequests')}</p>
      ) : (
        <LineList
          label={t('parties.page.requests')}
          lines={page.requests.map((request) => ({
            key: request.id,
            text: (
              <>
                {request.service} {request.number === null ? null : <Identifier value={request.number} />}
              </>
            ),
            detail: (
              <>
                <StepBars states={request.steps.map((step) => step.state)} />
                {words(request)}
              </>
            ),
            onOpen: () => go(paths.request(request.id)),
          }))}
        />
      )}
    </Card>
  );
}
