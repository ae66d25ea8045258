import { IconArchive, IconBan, IconCheck, IconClock, type Icon } from '@tabler/icons-react';
import type { IncomingSummary } from '#shared/incoming/incoming.ts';
import { dueState } from '#shared/incoming/incoming-rules.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { useToday } from '#renderer/ui/dates.tsx';
import { DueBadge } from '#renderer/ui/follow-up-list.tsx';

type Standing = 'open' | 'closed' | 'answered' | 'voided';

const LOOK: Readonly<Record<Standing, readonly [BadgeKind, Icon]>> = {
  open: ['warning', IconClock],
  closed: ['neutral', IconArchive],
  answered: ['success', IconCheck],
  voided: ['danger', IconBan],
};

/** How a letter stands, in one mark: what is due shows its day. */
export function IncomingBadge({
  letter,
}: {
  readonly letter: Pick<IncomingSummary, 'state' | 'dueDay' | 'answeredBy'>;
}) {
  const { t } = useText();
  const today = useToday();
  const due = dueState(letter, today);
  if (letter.dueDay !== null && (due === 'overdue' || due === 'today' || due === 'later'))
    return <DueBadge on={letter.dueDay} today={today} />;
  const standing: Standing =
    letter.state === 'closed' && letter.answeredBy !== null ? 'answered' : letter.state;
  const [kind, icon] = LOOK[standing];
  return (
    <Badge kind={kind} icon={icon}>
      {t(`incoming.state.${standing}`)}
    </Badge>
  );
}
