import { daysBetween } from '#shared/calendar/iso-day.ts';
import type { Contact } from '#shared/contacts/contact.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from './badge.tsx';
import { ShortDate } from './dates.tsx';
import { CheckField } from './fields.tsx';
import { isolated } from './isolated.tsx';
import css from './follow-up-list.module.css';
import { IconAlertTriangle, IconCalendar, IconClock } from '@tabler/icons-react';

/** When a next action is due: red when late, amber today, grey later. */
export function DueBadge({ on, today }: { readonly on: string; readonly today: string }) {
  const { t } = useText();
  const late = daysBetween(on, today);
  if (late > 0) {
    return (
      <Badge kind="danger" icon={IconAlertTriangle}>
        {t('desk.context.late', { count: late })}
      </Badge>
    );
  }
  if (late === 0) {
    return (
      <Badge kind="warning" icon={IconClock}>
        {t('desk.context.today')}
      </Badge>
    );
  }
  return <Badge icon={IconCalendar}>{late === -1 ? t('date.tomorrow') : <ShortDate iso={on} />}</Badge>;
}

/** Next actions that wait, soonest first, each with the box that ticks it off. */
export function FollowUpList({
  contacts,
  today,
  onClose,
  withName = false,
  label,
}: {
  readonly contacts: readonly Contact[];
  readonly today: string;
  readonly onClose: ((contact: Contact) => void) | undefined;
  /** Whose it is, where the list is of several people. */
  readonly withName?: boolean;
  readonly label: string;
}) {
  const { t } = useText();
  return (
    <ul className={css['list']} data-named={withName || undefined} aria-label={label}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          {onClose === undefined ? (
            <span className={css['words']}>{isolated(contact.nextAction)}</span>
          ) : (
            <CheckField
              label={contact.nextAction}
              {...(withName ? { help: contact.partyName } : {})}
              checked={false}
              onChange={() => onClose(contact)}
            />
          )}
          {contact.nextActionOn === null ? (
            <span className={css['none']}>{t('contacts.followUps.noDate')}</span>
          ) : (
            <DueBadge on={contact.nextActionOn} today={today} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Open next actions, soonest first; those without a day last. */
export const openFollowUps = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts
    .filter((contact) => contact.nextAction !== '' && contact.closedAtMs === null)
    .toSorted((one, other) => (one.nextActionOn ?? '9999').localeCompare(other.nextActionOn ?? '9999'));
