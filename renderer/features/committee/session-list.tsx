import {
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleX,
  IconGavel,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { SessionState, SessionSummary } from '#shared/committee/committee.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Badge, type BadgeKind } from '#renderer/ui/badge.tsx';
import { ShortDate } from '#renderer/ui/dates.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { paths } from '#renderer/ui/paths.ts';

const STATES: Readonly<Record<SessionState, readonly [BadgeKind, TablerIcon]>> = {
  planned: ['neutral', IconCalendarEvent],
  held: ['info', IconGavel],
  closed: ['success', IconCircleCheck],
  cancelled: ['danger', IconCircleX],
};

export function SessionBadge({ state }: { readonly state: SessionState }) {
  const { text } = useText();
  const [kind, icon] = STATES[state];
  return (
    <Badge kind={kind} icon={icon}>
      {text('committee.state', state)}
    </Badge>
  );
}

/** Sessions to come first, then those that were. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionSummary[] }) {
  const { t, digits } = useText();
  const go = useGo();
  return (
    <LineList
      label={t('committee.page.sessions')}
      lines={sessions.map((session) => ({
        key: session.id,
        text: digits(t('committee.page.sessionShort', { number: session.number })),
        detail: (
          <>
            <ShortDate iso={session.day} />
            {' · '}
            {session.decided > 0
              ? digits(t('committee.page.decidedOf', { decided: session.decided, all: session.cases }))
              : t('committee.page.cases', { count: session.cases })}
          </>
        ),
        end: <SessionBadge state={session.state} />,
        onOpen: () => go(paths.committeeSession(session.id)),
      }))}
    />
  );
}
