import {
  IconChevronLeft,
  IconChevronRight,
  IconClipboardList,
  IconFileText,
  IconGavel,
  IconIdBadge2,
  IconMail,
  IconMailDown,
  IconMessage2,
  IconPhoneOutgoing,
  IconPrinter,
  IconUserPlus,
} from '@tabler/icons-react';
import { Fragment, useState, type ReactNode } from 'react';
import type { Desk } from '#shared/desk/desk-contract.ts';
import type { Draft } from '#shared/drafts/drafts-contract.ts';
import { channel } from '#shared/policy/channels.ts';
import { DESK_ROLES } from '#shared/staff/staff.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useChannelQuery } from '#renderer/api/use-channel.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card, CardHeader, CardStack } from '#renderer/ui/card.tsx';
import { When } from '#renderer/ui/dates.tsx';
import { DueBadge } from '#renderer/ui/follow-up-list.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LineList, type Line } from '#renderer/ui/line-list.tsx';
import { Identifier, Ref } from '#renderer/ui/numbers.tsx';
import { paths, withQuery } from '#renderer/ui/paths.ts';
import { LevelBadge } from '#renderer/ui/request-marks.tsx';
import { BackFromResearch } from './back-from-research.tsx';
import { DeliveriesLine } from './deliveries-line.tsx';
import css from './desk.module.css';

const DRAFT_SIGNS = {
  newVisit: IconUserPlus,
  contact: IconMessage2,
  supportRequest: IconClipboardList,
  incoming: IconMailDown,
  party: IconIdBadge2,
  agreement: IconFileText,
  committee: IconGavel,
} as const;
/** `126/ص/1448` of a letter, `1448-0317` of a request. */
const REGISTER_NUMBER = /(\d+\/[^\s/]+\/\d+|\d{4}-\d+)/u;

/** Where a draft is taken up again; its key carries the person: `party:12`. */
function draftPath(draft: Draft): string {
  const party = /^party:(\d+)$/u.exec(draft.key)?.[1];
  if (draft.kind === 'newVisit') return withQuery(paths.newVisit, { draft: 1 });
  if (draft.kind === 'party')
    return withQuery(party === undefined ? paths.newBeneficiary : paths.beneficiaryEdit(Number(party)), {
      draft: 1,
    });
  if (draft.kind === 'agreement') {
    const [of, id] = draft.key.split(':');
    return of === 'edit'
      ? withQuery(paths.editAgreement(Number(id)), { draft: 1 })
      : withQuery(paths.newAgreement, { [of ?? 'party']: id, draft: 1 });
  }
  if (draft.kind === 'committee') {
    const session = /^session:(\d+)$/u.exec(draft.key)?.[1];
    return session === undefined
      ? withQuery(paths.committeePaper, { draft: 1 })
      : paths.committeeSession(Number(session));
  }
  if (draft.kind === 'incoming') return withQuery(paths.newIncoming, { draft: 1 });
  return withQuery(draft.kind === 'contact' ? paths.newContact : paths.newRequest, { party, draft: 1 });
}

/** A sentence with register numbers in it: each isolated, or 126/ص/1448 and 1448-0317 turn round. */
function WithNumbers({ text }: { readonly text: string }) {
  return text.split(REGISTER_NUMBER).map((part, index) =>
    // The split gives words and numbers in turn.
    index % 2 === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : part.includes('/') ? (
      <Ref key={index} value={part} />
    ) : (
      <Identifier key={index} value={part} />
    ),
  );
}

/** What surrounds the work: due today, what was begun, what was printed. */
export function ContextPane({ desk }: { readonly desk: Desk }) {
  const { t, text } = useText();
  const go = useGo();
  const due: Line[] = [
    ...desk.due.map((contact) => ({
      urgent: false,
      on: contact.nextActionOn ?? desk.day,
      key: `contact-${contact.id}`,
      text: contact.nextAction,
      detail: `${contact.partyName}، ${channel(contact.channel).name}`,
      end: <DueBadge on={contact.nextActionOn ?? desk.day} today={desk.day} />,
      onOpen: () => go(paths.beneficiary(contact.partyId)),
    })),
    ...desk.incomingDue.map((letter) => ({
      urgent: false,
      on: letter.dueDay ?? desk.day,
      key: `incoming-${letter.id}`,
      text: letter.subject,
      detail: (
        <>
          {letter.senderLine}، <Ref value={letter.referenceNumber} />
        </>
      ),
      end: <DueBadge on={letter.dueDay ?? desk.day} today={desk.day} />,
      onOpen: () => go(paths.incomingLetter(letter.id)),
    })),
    ...desk.requestsDue.map(({ request, why, on }) => ({
      urgent: request.level === 'urgent',
      on,
      key: `request-${request.id}`,
      text: request.partyName,
      // Why it stands here is what is read: it comes before what may be cut off.
      detail: (
        <>
          {t(`desk.context.requestDue.${why}`)}، {request.service}
        </>
      ),
      end: request.level === 'urgent' ? <LevelBadge level="urgent" /> : <DueBadge on={on} today={desk.day} />,
      onOpen: () => go(paths.request(request.id)),
    })),
  ].toSorted(
    (one, other) =>
      Number(other.urgent) - Number(one.urgent) || (one.on < other.on ? -1 : one.on > other.on ? 1 : 0),
  );
  const opens = <Icon of={IconChevronRight} size="sm" mirror />;
  const drafts: Line[] = [
    ...desk.letterDrafts.map((letter) => ({
      at: letter.updatedAtMs,
      key: `letter-${letter.id}`,
      icon: IconMail,
      text: letter.subject === '' ? t('desk.context.noSubject') : letter.subject,
      detail: (
        <>
          {text('domain.letterState', letter.state)}، <When atMs={letter.updatedAtMs} today={desk.day} />
        </>
      ),
      end: opens,
      onOpen: () => go(paths.letter(letter.id)),
    })),
    ...desk.drafts.map((draft) => ({
      at: draft.savedAtMs,
      key: `draft-${draft.id}`,
      icon: DRAFT_SIGNS[draft.kind],
      mirror: draft.kind === 'supportRequest',
      text: draft.title,
      detail: (
        <>
          {text('desk.context.draftKind', draft.kind)}، <When atMs={draft.savedAtMs} today={desk.day} />
        </>
      ),
      end: opens,
      onOpen: () => go(draftPath(draft)),
    })),
  ].toSorted((one, other) => other.at - one.at);
  const prints: Line[] = desk.prints.map((print) => ({
    key: `${print.atMs}-${print.title}`,
    text: <WithNumbers text={print.title} />,
    detail: (
      <>
        {t('desk.context.copies', { count: print.copies })}، <When atMs={print.atMs} today={desk.day} />
      </>
    ),
    end: (
      <span className={css['sign']}>
        <Icon of={IconPrinter} />
      </span>
    ),
    ...(print.letterId === null ? {} : { onOpen: () => go(paths.letter(Number(print.letterId))) }),
  }));
  return (
    <CardStack>
      <BackFromResearch />
      <ContextCard
        title={t('desk.context.due')}
        lines={due}
        shown={4}
        none={t('desk.context.noDue')}
        onAll={() => go(paths.contacts)}
        foot={
          <>
            <DeliveriesLine today={desk.day} />
            <OutreachLine />
          </>
        }
      />
      <ContextCard
        title={t('desk.context.drafts')}
        lines={drafts}
        shown={3}
        none={t('desk.context.noDrafts')}
      />
      <ContextCard
        title={t('desk.context.prints')}
        lines={prints}
        shown={3}
        none={t('desk.context.noPrints')}
        grow
      />
    </CardStack>
  );
}

/** Counted so far, for one quiet line. */
const COUNTED = 100;

/** G.1: how many wait to be contacted without having asked, and the way to them; nothing when nobody does. */
function OutreachLine() {
  const { t, digits } = useText();
  const go = useGo();
  const serves = useHasRole(...DESK_ROLES);
  const list = useChannelQuery('outreach.list', { limit: COUNTED }, { enabled: serves, keepPrevious: true });
  const found = list.data?.rows.length ?? 0;
  if (found === 0) return null;
  return (
    <button type="button" className={css['all']} onClick={() => go(paths.outreach)}>
      <Icon of={IconPhoneOutgoing} mirror />
      <span className={css['grow']}>{t('outreach.title')}</span>
      <span>{list.data?.next == null ? digits(found) : t('outreach.many', { count: found - 1 })}</span>
      <Icon of={IconChevronLeft} size="sm" />
    </button>
  );
}

/** The first lines of a list; the rest on demand, so that the three cards stand in sight together. */
function ContextCard({
  title,
  lines,
  shown,
  none,
  onAll,
  foot,
  grow = false,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly shown: number;
  readonly none: string;
  /** Where all of them are; missing: they unfold here. */
  readonly onAll?: () => void;
  readonly foot?: ReactNode;
  readonly grow?: boolean;
}) {
  const { t, digits } = useText();
  const [all, setAll] = useState(false);
  return (
    <Card pane={title} grow={grow}>
      <CardHeader
        title={title}
        {...(lines.length === 0 || grow ? {} : { count: digits(lines.length) })}
        actions={
          lines.length > shown && !all ? (
            <Button
              kind="quiet"
              size="sm"
              onClick={onAll ?? (() => setAll(true))}
              label={`${t('common.all')}: ${title}`}
            >
              {t('common.all')}
            </Button>
          ) : undefined
        }
      />
      {lines.length === 0 ? (
        <p className={css['none']}>{none}</p>
      ) : (
        <LineList lines={all ? lines : lines.slice(0, shown)} label={title} />
      )}
      {foot}
    </Card>
  );
}
