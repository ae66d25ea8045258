import { IconCalendarEvent, IconClock } from '@tabler/icons-react';
import { addDays, isoWeekday } from '#shared/calendar/iso-day.ts';
import { riyadhDay } from '#shared/calendar/dual-date.ts';
import type { Requirement } from '#shared/requests/request.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { ShortDate, useToday } from '#renderer/ui/dates.tsx';
import css from '../requests.module.css';

/** «طُوبق اليوم», «صالح حتى …», «الثلاثاء»: a requirement in as few words as tell it. */
export function RequirementState({ requirement }: { readonly requirement: Requirement }) {
  const { t, text } = useText();
  const today = useToday();
  const { state, atMs, dueOn, validUntil } = requirement;
  if (state === 'needed') {
    if (dueOn === null)
      return (
        <Badge kind="warning" icon={IconClock}>
          {text('domain.requirementState', 'needed')}
        </Badge>
      );
    const soon = dueOn >= today && dueOn < addDays(today, 7);
    return (
      <Badge kind={dueOn < today ? 'danger' : 'warning'} icon={IconCalendarEvent}>
        {soon ? text('calendar.weekday', String(isoWeekday(dueOn))) : <ShortDate iso={dueOn} />}
      </Badge>
    );
  }
  if (state === 'notNeeded' || atMs === null)
    return <span className={css['small']}>{text('domain.requirementState', state)}</span>;
  if (validUntil !== null)
    return (
      <span className={css[validUntil < today ? 'late' : 'small']}>
        {t(validUntil < today ? 'requestForm.requirement.ended' : 'requestForm.requirement.validUntil')}{' '}
        <ShortDate iso={validUntil} />
      </span>
    );
  const day = riyadhDay(atMs);
  return (
    <span className={css['small']}>
      {day === today ? (
        t('requests.requirements.matchedToday')
      ) : (
        <>
          {t('requests.requirements.matched')} <ShortDate iso={day} />
        </>
      )}
    </span>
  );
}
