import { Menu } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconArrowsDiff,
  IconClipboardPlus,
  IconDots,
  IconFiles,
  IconMail,
  IconMessage2,
  IconPencil,
  IconPrinter,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { assertNever } from '#shared/assert.ts';
import type { PartyId } from '#shared/ids.ts';
import type { PartyPage as PartyPageData } from '#shared/parties/profile.ts';
import { CASE_ROLES, DESK_ROLES } from '#shared/staff/staff.ts';
import { ReferDialog } from '#renderer/api/research/refer-dialog.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink, useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { Identifier } from '#renderer/ui/numbers.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { ErrorBlock, Note, SkeletonRows } from '#renderer/ui/states.tsx';
import { useIdParam, usePathParam } from '#renderer/ui/use-route.ts';
import { CircumstancesPart } from './circumstances/circumstances-part.tsx';
import { AgreementsPart } from './agreements/agreements-part.tsx';
import { DocumentsPart } from './documents/documents-part.tsx';
import { StandingNote } from './documents/standing-note.tsx';
import { HouseholdPart } from './household/household-part.tsx';
import { IdentityHistory } from './history/identity-history.tsx';
import { Overview } from './overview.tsx';
import { partOf, partsOf, type PartyPart } from './party-parts.ts';
import { PartyRoles } from './roles/party-roles.tsx';
import { PartsBar } from './parts-bar.tsx';

/** ملف المستفيد: who they are, and all that hangs on them. */
export function PartyPage() {
  const id = useIdParam() as PartyId;
  // Another person is another page: a half-open dialog does not follow.
  return <Party key={id} id={id} />;
}

function Party({ id }: { readonly id: PartyId }) {
  const { t } = useText();
  const say = useErrorText();
  const mayWrite = useHasRole(...DESK_ROLES);
  const page = useChannelQuery('parties.page', { id });
  const party = page.data?.party;
  const seesCase = useHasRole(...CASE_ROLES);
  const parts = party === undefined ? [] : partsOf(party, { mayWrite, seesCase });
  const part = partOf(usePathParam('part'), parts);
  const go = useGo();
  const onEdit = (): void => go(paths.beneficiaryEdit(page.data?.party.id ?? id));

  return (
    <Screen
      title={party?.name ?? t('parties.title')}
      crumbs={[{ name: t('parties.title'), to: paths.beneficiaries }, { name: t('desk.act.page') }]}
      aside={
        party === undefined ? null : (
          <>
            {party.fileNumber === null ? null : <Identifier value={party.fileNumber} />}
            <PartyRoles party={party} mayWrite={mayWrite} />
          </>
        )
      }
      actions={
        page.data !== undefined && mayWrite ? <Acts page={page.data} part={part} onEdit={onEdit} /> : null
      }
    >
      {page.error === null ? null : <ErrorBlock text={say(page.error)} />}
      {page.data === undefined ? (
        page.error === null ? (
          <SkeletonRows rows={10} />
        ) : null
      ) : (
        <>
          <Notices page={page.data} part={part} seesCase={seesCase} />
          <PartsBar id={page.data.party.id} parts={parts} current={part} />
          <Part page={page.data} part={part} mayWrite={mayWrite} seesCase={seesCase} onEdit={onEdit} />
        </>
      )}
    </Screen>
  );
}

interface PartProps {
  readonly page: PartyPageData;
  readonly part: PartyPart;
  readonly mayWrite: boolean;
  readonly seesCase: boolean;
  readonly onEdit: () => void;
}

function Part({ part, ...props }: PartProps) {
  const { t } = useText();
  const {
    mayWrite,
    page: { party },
  } = props;
  switch (part) {
    case 'overview':
      return <Overview {...props} />;
    case 'documents':
      return <DocumentsPart party={party} mayWrite={mayWrite} />;
    case 'household':
      return <HouseholdPart partyId={party.id} mayWrite={mayWrite} />;
    case 'circumstances':
      return <CircumstancesPart partyId={party.id} mayWrite={mayWrite} />;
    case 'agreements':
      return <AgreementsPart partyId={party.id} mayWrite={mayWrite} />;
    case 'history':
      return (
        <Card pane={t('partyProfile.parts.history')} grow>
          <CardHeader title={t('partyProfile.parts.history')} />
          <CardBody scroll>
            <IdentityHistory partyId={party.id} />
          </CardBody>
        </Card>
      );
    default:
      return assertNever(part);
  }
}

/** What must be known before anything else is done: this is another file than was asked for, or there may be a second. */
function Notices({
  page: { party, forwardedFrom, duplicate },
  part,
  seesCase,
}: Pick<PartProps, 'page' | 'part' | 'seesCase'>) {
  const { t } = useText();
  return (
    <>
      {forwardedFrom === null ? null : (
        <Note>{t('partyProfile.forwarded', { name: forwardedFrom.name })}</Note>
      )}
      {duplicate === null ? null : (
        <Note kind="warning" icon={IconArrowsDiff}>
          {t('partyProfile.duplicate', { name: duplicate.otherName })}{' '}
          <AppLink to={paths.duplicatePair(duplicate.lowId, duplicate.highId)}>
            {t('partyProfile.duplicateLook')}
          </AppLink>
        </Note>
      )}
      {part === 'documents' || !seesCase ? null : <StandingNote partyId={party.id} sex={party.sex} />}
    </>
  );
}

/** What is done with a person. With a case open, going on with it is the primary act, and stands at the case. */
function Acts({
  page,
  part,
  onEdit,
}: {
  readonly page: PartyPageData;
  readonly part: PartyPart;
  readonly onEdit: () => void;
}) {
  const { t } = useText();
  const go = useGo();
  const { id, name } = page.party;
  const [refers, setRefers] = useState(false);
  // The parts have a primary act of their own.
  const asks = part === 'overview' && page.cases.length === 0;
  const newRequest = (): void => go(withQuery(paths.newRequest, { party: id }));
  const visit = (): void => go(withQuery(paths.newVisit, { party: id }));
  useKey('Ctrl+Enter', t('parties.page.newRequest'), newRequest, { enabled: asks });
  useKey('F2', t('parties.page.visit'), visit);
  // A part that prints a paper of its own has F9 for it, as long as it is open.
  const summary = (): void => go(paths.paper({ kind: 'personSummary', partyId: id }));
  useKey('F9', t('partyProfile.summary'), summary);
  return (
    <>
      {asks ? (
        <Button kind="filled" keys="Ctrl+Enter" icon={<Icon of={IconClipboardPlus} />} onClick={newRequest}>
          {t('parties.page.newRequest')}
        </Button>
      ) : null}
      <Button
        icon={<Icon of={IconMail} />}
        onClick={() => go(withQuery(paths.newLetter, { partyId: id, to: name }))}
      >
        {t('parties.page.newLetter')}
      </Button>
      <Button
        icon={<Icon of={IconMessage2} />}
        onClick={() => go(withQuery(paths.newContact, { party: id }))}
      >
        {t('parties.page.logContact')}
      </Button>
      <Menu position="bottom-end" width="13rem">
        <Menu.Target>
          <Button kind="quiet" icon={<Icon of={IconDots} />}>
            {t('common.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {asks ? null : (
            <Menu.Item leftSection={<Icon of={IconClipboardPlus} size="sm" />} onClick={newRequest}>
              {t('parties.page.newRequest')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon of={IconUserPlus} size="sm" />} onClick={visit}>
            {t('parties.page.visit')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon of={IconArrowForwardUp} mirror size="sm" />}
            onClick={() => setRefers(true)}
          >
            {t('referrals.act.refer')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconPencil} size="sm" />} onClick={onEdit}>
            {t('parties.page.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconPrinter} size="sm" />} onClick={summary}>
            {t('partyProfile.summary')}
          </Menu.Item>
          {page.letters.some(({ referenceNumber }) => referenceNumber !== null) ? (
            <Menu.Item
              leftSection={<Icon of={IconFiles} size="sm" />}
              onClick={() => go(paths.paper({ kind: 'partyLetters', partyId: id }))}
            >
              {t('papers.kind.partyLetters')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {refers ? <ReferDialog of={{ partyId: id }} onClose={() => setRefers(false)} /> : null}
    </>
  );
}
