import {
  IconArrowForwardUp,
  IconArrowsJoin,
  IconClipboardList,
  IconFileAlert,
  IconFileCheck,
  IconFilePlus,
  IconFileText,
  IconHomeEdit,
  IconId,
  IconMail,
  IconMailDown,
  IconMailFast,
  IconPackage,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { assertNever } from '#shared/assert.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Party } from '#shared/parties/party.ts';
import type { TimelineItem } from '#shared/parties/profile.ts';
import { channel } from '#shared/policy/channels.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { ShortDate, When } from '#renderer/ui/dates.tsx';
import { CHANNEL_SIGNS, PURPOSE_SIGNS } from '#renderer/ui/domain-signs.ts';
import { isolated } from '#renderer/ui/isolated.tsx';
import { Identifier, Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { stepName } from '#renderer/ui/request-marks.tsx';
import type { TimelineItem as Shown } from '#renderer/ui/timeline.tsx';
import css from './party-timeline.module.css';

type Of<K extends TimelineItem['of']> = Extract<TimelineItem, { of: K }>;
type Look = Pick<Shown, 'icon' | 'text'> & Partial<Pick<Shown, 'mirror' | 'kind' | 'by' | 'time'>>;

const DOCUMENT_ICONS: Readonly<Record<Of<'document'>['event'], Icon>> = {
  added: IconFilePlus,
  matched: IconFileCheck,
  expired: IconFileAlert,
};

const OUTCOMES: ReadonlySet<Of<'request'>['event']> = new Set([
  'stepDone',
  'committeeAccepted',
  'appealChanged',
  'closed',
]);

/** One item of the timeline as it is shown: its sign, a sentence that leads on in the grammar of whose it is, and who. */
export function useTimelineWords(sex: Party['sex']): (item: TimelineItem) => Shown {
  const { t, text } = useText();
  const link = (to: string, words: string, number?: ReactNode): ReactNode => (
    <>
      <AppLink to={to} quiet>
        {words}
      </AppLink>{' '}
      {number}
    </>
  );

  const visit = (item: Of<'visit'>): Look => ({
    ...PURPOSE_SIGNS[item.purpose],
    kind: item.state === 'served' ? 'outcome' : 'record',
    text: link(
      paths.visit(item.visitId),
      t('partyProfile.timeline.visit', { purpose: text('domain.visitPurpose', item.purpose) }),
    ),
    by: [
      text(sex === 'female' ? 'domain.visitStateFemale' : 'domain.visitState', item.state),
      item.officerName,
      item.note,
    ]
      .filter((part) => part !== null && part !== '')
      .join('، '),
  });
  const contact = (item: Of<'contact'>): Look => ({
    ...CHANNEL_SIGNS[item.channel],
    kind: 'contact',
    text: t('partyProfile.timeline.contact', { channel: channel(item.channel).name, inquiry: item.inquiry }),
    by: (
      <>
        {item.answer === '' ? null : <span className={css['answer']}>{item.answer}</span>}
        <span>{item.officerName}</span>
        {item.nextAction === '' ? null : (
          <span data-closed={item.closed || undefined} className={css['next']}>
            {isolated(item.nextAction)}
            {item.nextActionOn === null ? null : (
              <>
                {' '}
                ({t('partyProfile.timeline.dueOn')} <ShortDate iso={item.nextActionOn} />)
              </>
            )}
          </span>
        )}
      </>
    ),
  });
  const request = (item: Of<'request'>): Look => ({
    icon: IconClipboardList,
    mirror: true,
    kind: OUTCOMES.has(item.event) ? 'outcome' : 'record',
    text: link(
      paths.request(item.requestId),
      text('partyProfile.timeline.request', item.event, {
        service: item.service,
        step: item.step === null ? '' : stepName(item.step),
      }),
      item.number === null ? null : <Identifier value={item.number} />,
    ),
  });
  const handover = (item: Of<'handover'>): Look => ({
    icon: IconPackage,
    kind: 'outcome',
    text: link(paths.request(item.requestId), t('partyProfile.timeline.handover', { service: item.service })),
    by: [item.self ? null : t('deliveries.step.to', { name: item.receiver }), item.officerName]
      .filter((part) => part !== null)
      .join('، '),
  });
  const referral = (item: Of<'referral'>): Look => ({
    icon: IconArrowForwardUp,
    mirror: true,
    kind: item.state === 'returned' ? 'outcome' : 'record',
    text: link(paths.research(item.referralId), t('partyProfile.timeline.referral')),
    by: [text('referrals.state', item.state), item.officerName].filter((part) => part !== null).join('، '),
  });
  const letter = (item: Of<'letter'>): Look => ({
    icon: item.event === 'delivered' ? IconMailFast : IconMail,
    kind: item.state === 'issued' ? 'outcome' : 'record',
    text: link(
      paths.letter(item.letterId),
      text('partyProfile.timeline.letter', item.event, { subject: item.subject }),
      item.referenceNumber === null ? null : <Ref value={item.referenceNumber} />,
    ),
    by: [item.event === 'written' ? text('domain.letterState', item.state) : null, item.officerName]
      .filter((part) => part !== null)
      .join('، '),
    ...(item.event === 'delivered' || item.issuedOn === null || item.issuedOn === riyadhDay(item.atMs)
      ? {}
      : { time: <ShortDate iso={item.issuedOn} /> }),
  });
  const incoming = (item: Of<'incoming'>): Look => ({
    icon: IconMailDown,
    text: link(
      paths.incomingLetter(item.incomingId),
      t('partyProfile.timeline.incoming', { subject: item.subject }),
      <Ref value={item.referenceNumber} />,
    ),
    by: [
      item.sender === '' ? null : t('partyProfile.timeline.incomingFrom', { sender: item.sender }),
      item.officerName,
    ]
      .filter((part) => part !== null)
      .join('، '),
  });
  const document = (item: Of<'document'>): Look => ({
    icon: DOCUMENT_ICONS[item.event],
    kind: item.event === 'matched' ? 'outcome' : 'record',
    text: text('partyProfile.timeline.document', item.event, {
      name: item.title === '' ? text('documents.kind', item.kind) : item.title,
    }),
  });
  const agreement = (item: Of<'agreement'>): Look => ({
    icon: IconFileText,
    text: text('partyProfile.timeline.agreement', item.event, { title: item.title }),
    by: [item.text, item.officerName].filter((part) => part !== null && part !== '').join('، '),
  });
  const merge = (item: Of<'merge'>): Look => ({
    icon: IconArrowsJoin,
    text: t('partyProfile.timeline.merge', { name: item.name }),
    by: [item.voided ? t('partyProfile.timeline.mergeUndone') : null, item.officerName]
      .filter((part) => part !== null)
      .join('، '),
  });
  const identity = (item: Of<'identity'>): Look => ({
    icon: IconId,
    text: t('partyProfile.timeline.identity', {
      fields: item.changed.map((field) => text('partyRecord.field', field)).join('، '),
    }),
  });
  const circumstance = (item: Of<'circumstance'>): Look => ({
    icon: IconHomeEdit,
    text: text('partyProfile.timeline.circumstance', item.event, { what: whatOf(item) }),
  });
  const whatOf = ({ event, what }: Of<'circumstance'>): string =>
    event === 'fact'
      ? text('circumstances.kind', what)
      : event === 'income' || event === 'expense' || event === 'debt'
        ? text('money.category', what)
        : what;

  const lookOf = (item: TimelineItem): Look => {
    switch (item.of) {
      case 'visit':
        return visit(item);
      case 'contact':
        return contact(item);
      case 'request':
        return request(item);
      case 'handover':
        return handover(item);
      case 'referral':
        return referral(item);
      case 'letter':
        return letter(item);
      case 'incoming':
        return incoming(item);
      case 'document':
        return document(item);
      case 'agreement':
        return agreement(item);
      case 'merge':
        return merge(item);
      case 'identity':
        return identity(item);
      case 'circumstance':
        return circumstance(item);
      default:
        return assertNever(item);
    }
  };
  return (item) => {
    const { by = item.officerName, ...look } = lookOf(item);
    return {
      key: `${item.source}-${item.id}`,
      kind: 'record',
      time: <When atMs={item.atMs} />,
      ...look,
      voided: item.voided,
      by:
        item.voided && item.why !== '' ? (
          <>
            <span className={css['answer']}>{t('partyProfile.timeline.why', { why: item.why })}</span>
            {by}
          </>
        ) : (
          by
        ),
    };
  };
}
