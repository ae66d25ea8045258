import { IconHistory, IconMail, IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { PartyPage } from '#shared/parties/parties-contract.ts';
import { channel } from '#shared/policy/channels.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { AppLink } from '#renderer/ui/app-link.tsx';
import { Card, CardBody, CardHeader } from '#renderer/ui/card.tsx';
import { ShortDate, When } from '#renderer/ui/dates.tsx';
import { CHANNEL_SIGNS, PURPOSE_SIGNS } from '#renderer/ui/domain-signs.ts';
import { Identifier, Ref } from '#renderer/ui/numbers.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { useStepWords } from '#renderer/ui/request-marks.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { Timeline, type TimelineItem } from '#renderer/ui/timeline.tsx';
import css from './parties.module.css';

const FILTERS = ['all', 'visit', 'contact', 'request', 'letter'] as const;
type Filter = (typeof FILTERS)[number];

interface Happened extends TimelineItem {
  readonly of: Filter;
  readonly atMs: number;
}

/** Visits, contacts, requests and letters of one person, newest first. */
export function PartyTimeline({ page }: { readonly page: PartyPage }) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const items = useHappened(page).filter((item) => filter === 'all' || item.of === filter);
  return (
    <Card pane={t('parties.page.timeline')}>
      <CardHeader title={t('parties.page.timeline')} />
      <div className={css['filter']}>
        <Segmented
          label={t('parties.page.filter')}
          hideLabel
          compact
          value={filter}
          onChange={setFilter}
          choices={FILTERS.map((value) => ({ value, label: t(`parties.page.filterValue.${value}`) }))}
        />
      </div>
      <CardBody scroll>
        {items.length === 0 ? (
          <EmptyState icon={IconHistory} text={t('parties.page.emptyTimeline')} />
        ) : (
          <Timeline items={items} label={t('parties.page.timeline')} />
        )}
      </CardBody>
    </Card>
  );
}

function useHappened(page: PartyPage): readonly Happened[] {
  const { t, text } = useText();
  const step = useStepWords();
  const visits = page.visits.map((visit): Happened => ({
    of: 'visit',
    atMs: visit.arrivedAtMs,
    key: `visit-${visit.id}`,
    icon: PURPOSE_SIGNS[visit.purpose].icon,
    mirror: PURPOSE_SIGNS[visit.purpose].mirror,
    kind: visit.state === 'served' ? 'outcome' : 'record',
    text: (
      <AppLink to={paths.visit(visit.id)} quiet>
        {t('parties.page.visitItem', { purpose: text('domain.visitPurpose', visit.purpose) })}
      </AppLink>
    ),
    by: [text('domain.visitState', visit.state), visit.officerName, visit.note]
      .filter((part) => part !== null && part !== '')
      .join('، '),
    time: <When atMs={visit.arrivedAtMs} />,
  }));
  const contacts = page.contacts.map((contact): Happened => ({
    of: 'contact',
    atMs: contact.happenedAtMs,
    key: `contact-${contact.id}`,
    icon: CHANNEL_SIGNS[contact.channel].icon,
    mirror: CHANNEL_SIGNS[contact.channel].mirror,
    kind: 'contact',
    text: t('parties.page.contactItem', { channel: channel(contact.channel).name, inquiry: contact.inquiry }),
    by: (
      <>
        {contact.answer === '' ? null : <span className={css['answer']}>{contact.answer}</span>}
        <span>{contact.officerName}</span>
        {contact.nextAction === '' ? null : (
          <span data-closed={contact.closedAtMs !== null || undefined} className={css['next']}>
            {contact.nextAction}
            {contact.nextActionOn === null ? null : (
              <>
                {' '}
                ({t('parties.page.dueOn')} <ShortDate iso={contact.nextActionOn} />)
              </>
            )}
          </span>
        )}
      </>
    ),
    time: <When atMs={contact.happenedAtMs} />,
  }));
  const requests = page.requests.map((request): Happened => ({
    of: 'request',
    atMs: request.openedAtMs,
    key: `request-${request.id}`,
    icon: IconClipboardList,
    mirror: true,
    kind: request.currentStep === null ? 'outcome' : 'record',
    text: (
      <>
        <AppLink to={paths.request(request.id)} quiet>
          {t('parties.page.requestItem', { service: request.service })}
        </AppLink>{' '}
        {request.number === null ? null : <Identifier value={request.number} />}
      </>
    ),
    by: step(request),
    time: <When atMs={request.openedAtMs} />,
  }));
  const letters = page.letters.map((letter): Happened => ({
    of: 'letter',
    atMs: letter.updatedAtMs,
    key: `letter-${letter.id}`,
    icon: IconMail,
    kind: letter.state === 'issued' ? 'outcome' : 'record',
    voided: letter.state === 'voided',
    text: (
      <>
        <AppLink to={paths.letter(letter.id)} quiet>
          {t('parties.page.letterItem', { subject: letter.subject })}
        </AppLink>{' '}
        {letter.referenceNumber === null ? null : <Ref value={letter.referenceNumber} />}
      </>
    ),
    by: (
      <>
        {text('domain.letterState', letter.state)}، {letter.authorName}
      </>
    ),
    time:
      letter.issuedOn === null || letter.issuedOn === riyadhDay(letter.updatedAtMs) ? (
        <When atMs={letter.updatedAtMs} />
      ) : (
        <ShortDate iso={letter.issuedOn} />
      ),
  }));
  return [...visits, ...contacts, ...requests, ...letters].toSorted((one, other) => other.atMs - one.atMs);
}
