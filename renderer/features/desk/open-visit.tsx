import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconClipboardList,
  IconDoorExit,
  IconDots,
  IconId,
  IconMail,
  IconMessage2,
  IconPlayerPlay,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState, type Ref } from 'react';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { nextVisitState, type Visit, type VisitAction } from '#shared/visits/visit.ts';
import { QueryView } from '#renderer/api/query-view.tsx';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardFooter, CardSection } from '#renderer/ui/card.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useKey } from '#renderer/ui/keys.ts';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { PersonFacts } from '#renderer/ui/person.tsx';
import { EmptyState, ErrorBlock } from '#renderer/ui/states.tsx';
import { VisitStateBadge } from '#renderer/ui/visit-marks.tsx';
import { useVisitActs } from './use-visit-acts.ts';
import { useVisitNote, VisitNote } from './visit-note.tsx';
import { type OpenReferral, VisitReferrals } from './visit-referrals.tsx';
import { VisitInquiries } from './visit-inquiries.tsx';
import { openRequestOf, VisitRequest } from './visit-request.tsx';
import css from './desk.module.css';

/** Nobody is open: what to do about it. */
export function NoVisit() {
  const { t } = useText();
  // Who serves nobody has no F2: a key that does nothing is not named.
  const serves = useHasRole(...DESK_ROLES);
  return (
    <Card pane={t('desk.open.pane')}>
      <div className={css['middle']}>
        <EmptyState
          icon={IconUserPlus}
          text={t(serves ? 'desk.open.none' : 'desk.open.noneToRead')}
          {...(serves ? { keys: 'F2' } : {})}
        />
      </div>
    </Card>
  );
}

interface OpenVisitProps {
  readonly id: number;
  /** After the visit left the officer. */
  readonly onClosed: () => void;
  /** After that was taken back. */
  readonly onReopened: (id: number) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** One visit with all that is done in it. */
export function OpenVisit({ id, ...rest }: OpenVisitProps) {
  const { t } = useText();
  const visit = useChannelQuery('visits.get', { id });
  return (
    <Card pane={t('desk.open.pane')}>
      <QueryView query={visit} rows={7} rowHeight="3rem">
        {(found) => <VisitBody visit={found} {...rest} />}
      </QueryView>
    </Card>
  );
}

function VisitBody({
  visit,
  onClosed,
  onReopened,
  ref,
}: Omit<OpenVisitProps, 'id'> & { readonly visit: Visit }) {
  const { t } = useText();
  const go = useGo();
  const say = useErrorText();
  const mayServe = useHasRole(...DESK_ROLES);
  const page = useChannelQuery('parties.page', { id: visit.partyId });
  const note = useVisitNote(visit);
  const acts = useVisitActs(onReopened);
  const [asking, setAsking] = useState(false);
  const [referral, setReferral] = useState<OpenReferral>(null);
  const busy = asking || referral !== null;
  const request = page.data === undefined ? null : openRequestOf(visit, page.data.requests);
  const serving = visit.state === 'serving';
  const may = (action: VisitAction): boolean => mayServe && nextVisitState(visit.state, action) !== null;

  const run = async (action: VisitAction): Promise<void> => {
    await note.flush();
    await acts.act(visit, action);
    if (action !== 'serve' && action !== 'reopen') onClosed();
  };
  const act = (action: VisitAction): void => void run(action).catch(() => undefined);
  const newRequest = (): void =>
    go(
      withQuery(paths.newRequest, { party: visit.partyId, visit: visit.state === 'left' ? null : visit.id }),
    );
  const newLetter = (): void =>
    go(withQuery(paths.newLetter, { partyId: visit.partyId, requestId: request?.id, to: visit.partyName }));

  // Ctrl+Enter is the open visit's own next step, and its cap stands on that button alone.
  // Whether they have a request is known once their page is here: until then the key does nothing.
  const known = page.data !== undefined;
  const wantsRequest = known && serving && request === null && visit.purpose === 'supportRequest';
  const wantsLetter = known && serving && request === null && visit.purpose === 'letter';
  const primary: { readonly label: string; readonly run: () => void } | null = !mayServe
    ? null
    : visit.state === 'waiting'
      ? { label: t('desk.open.serve'), run: () => act('serve') }
      : request !== null && serving
        ? { label: t('desk.request.follow'), run: () => go(paths.request(request.id)) }
        : wantsRequest
          ? { label: t('desk.request.open'), run: newRequest }
          : wantsLetter
            ? { label: t('desk.act.newLetter'), run: newLetter }
            : serving && known
              ? { label: t('desk.act.finish'), run: () => act('finish') }
              : null;
  useKey('Ctrl+Enter', primary?.label ?? '', () => primary?.run(), { enabled: primary !== null && !busy });
  useKey('Alt+Enter', t('desk.act.finish'), () => act('finish'), {
    enabled: may('finish') && referral === null,
  });
  const cap = (label: string): { keys?: string } =>
    primary?.label === label && !asking ? { keys: 'Ctrl+Enter' } : {};
  const finishIsPrimary = primary?.label === t('desk.act.finish');

  return (
    <>
      <div ref={ref} className={css['scroll']} tabIndex={-1}>
        <div className={css['person']}>
          <div className={css['nameRow']}>
            <h2 className={css['name']}>{visit.partyName}</h2>
            <VisitStateBadge state={visit.state} />
          </div>
          {page.data === undefined ? (
            <div className={css['factsWait']} />
          ) : (
            <PersonFacts person={page.data.party} />
          )}
        </div>
        {acts.error === null ? null : <ErrorBlock text={say(acts.error)} />}
        {page.error === null ? null : <ErrorBlock text={say(page.error)} />}
        {visit.state === 'waiting' && mayServe ? (
          <CardSection>
            <Button
              kind="tinted"
              icon={<Icon of={IconPlayerPlay} />}
              keys="Ctrl+Enter"
              onClick={() => act('serve')}
            >
              {t('desk.open.serve')}
            </Button>
          </CardSection>
        ) : null}
        {page.data === undefined ? null : (
          <VisitRequest
            request={request}
            follow={cap(t('desk.request.follow'))}
            open={cap(t('desk.request.open'))}
            onOpen={mayServe && serving ? newRequest : undefined}
            wanted={wantsRequest}
          />
        )}
        <VisitInquiries
          visit={visit}
          asking={asking}
          onAsking={setAsking}
          mayAsk={mayServe && visit.state !== 'left'}
        />
        <VisitReferrals visit={visit} open={referral} onOpen={setReferral} />
        <VisitNote note={note} readOnly={!mayServe} />
      </div>
      {mayServe ? (
        <CardFooter
          end={
            <VisitMenu
              visit={visit}
              may={may}
              onAct={act}
              onRequest={serving || visit.state === 'waiting' ? newRequest : undefined}
              onLetter={newLetter}
              onRefer={visit.state === 'left' ? undefined : () => setReferral('new')}
            />
          }
        >
          {may('finish') ? (
            <Button
              icon={<Icon of={IconCircleCheck} />}
              keys={finishIsPrimary && !asking ? 'Ctrl+Enter' : 'Alt+Enter'}
              loading={acts.busy}
              onClick={() => act('finish')}
            >
              {t('desk.act.finish')}
            </Button>
          ) : null}
          {may('reopen') ? (
            <Button
              icon={<Icon of={IconArrowBackUp} mirror />}
              loading={acts.busy}
              onClick={() => act('reopen')}
            >
              {t('desk.open.reopen')}
            </Button>
          ) : null}
          <Button icon={<Icon of={IconMail} />} {...cap(t('desk.act.newLetter'))} onClick={newLetter}>
            {t('desk.act.newLetter')}
          </Button>
        </CardFooter>
      ) : null}
    </>
  );
}

/** What is done more rarely. */
function VisitMenu({
  visit,
  may,
  onAct,
  onRequest,
  onLetter,
  onRefer,
}: {
  readonly visit: Visit;
  readonly may: (action: VisitAction) => boolean;
  readonly onAct: (action: VisitAction) => void;
  readonly onRequest: (() => void) | undefined;
  readonly onLetter: () => void;
  readonly onRefer: (() => void) | undefined;
}) {
  const { t } = useText();
  const go = useGo();
  return (
    <Menu position="top-end" width="15rem">
      <Menu.Target>
        <Button kind="quiet" icon={<Icon of={IconDots} />}>
          {t('common.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {may('returnToQueue') ? (
          <Menu.Item
            leftSection={<Icon of={IconArrowBackUp} size="sm" mirror />}
            onClick={() => onAct('returnToQueue')}
          >
            {t('desk.act.returnToQueue')}
          </Menu.Item>
        ) : null}
        {may('leave') ? (
          <Menu.Item leftSection={<Icon of={IconDoorExit} size="sm" mirror />} onClick={() => onAct('leave')}>
            {t('desk.act.leave')}
          </Menu.Item>
        ) : null}
        {onRequest === undefined ? null : (
          <Menu.Item leftSection={<Icon of={IconClipboardList} size="sm" mirror />} onClick={onRequest}>
            {t('desk.act.newRequest')}
          </Menu.Item>
        )}
        {onRefer === undefined ? null : (
          <Menu.Item leftSection={<Icon of={IconArrowForwardUp} size="sm" mirror />} onClick={onRefer}>
            {t('referrals.act.refer')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon of={IconMail} size="sm" />} onClick={onLetter}>
          {t('desk.act.newLetter')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon of={IconMessage2} size="sm" />}
          onClick={() => go(withQuery(paths.newContact, { party: visit.partyId }))}
        >
          {t('desk.act.logContact')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon of={IconId} size="sm" />}
          onClick={() => go(paths.beneficiary(visit.partyId))}
        >
          {t('desk.act.page')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
